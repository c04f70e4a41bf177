"""Word pieces as BERT's own tokeniser gives them: the expected answers are those of tokenizers 0.23."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.reading.trained.encoder import word_pieces

WORDS = word_pieces("sijil.steps.languages.en")


def told(text: str) -> list[tuple[int, str]]:
    found = WORDS.of(text)
    return [(i, text[a:b]) for i, a, b in zip(found.ids, found.starts, found.ends, strict=True)]


def test_known_words_accents_marks_and_unknown_signs() -> None:
    expected = [
        (5806, "Shell"),
        (2075, "ing"),
        (2730, "killed"),
        (1017, "3"),
        (1999, "in"),
        (5003, "Ma"),
        (1521, "\u2019"),
        (12098, "ar"),
        (8609, "rat"),
        (1010, ","),
        (23812, "caf\xe9s"),
        (1282, "\u0633"),
        (17149, "\u0631"),
        (25573, "\u0627"),
        (29834, "\u0642"),
        (29816, "\u0628"),
        (999, "!"),
    ]
    assert told("Shelling killed 3 in Ma’arrat, cafés\u0000 سراقب!") == expected


def test_a_word_beyond_all_length_is_unknown() -> None:
    assert told("x" * 101) == [(100, "x" * 101)]


@given(st.text(max_size=200))
def test_pieces_stand_in_order_and_within_the_text(text: str) -> None:
    found = WORDS.of(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))
    assert found.starts == sorted(found.starts)
