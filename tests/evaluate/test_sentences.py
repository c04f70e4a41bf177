"""The sentence around a quote."""

from __future__ import annotations

from sijil.evaluate.sentences import REACH, around, find, passages
from tests.evaluate.telling import killed, text


def sentence(content: str, quote: str) -> str:
    whole = text(content)
    span = find(whole, killed(quote))
    assert span is not None
    return content[slice(*around(whole, span))].strip()


def test_a_sentence_ends_with_its_stop() -> None:
    assert sentence("It rained. Five people died. Then it stopped.", "Five people") == "Five people died."


def test_abbreviations_and_small_letters_end_none() -> None:
    assert sentence("Then Gen. Ali of the U.S. army spoke. Five died.", "Ali").startswith("Then Gen. Ali")
    assert sentence("Some 3.5 million fled. no one stayed.", "million").endswith("stayed.")


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert sentence("“Five died.” He left.", "Five died") == "“Five died.”"


def test_a_text_without_stops_is_cut() -> None:
    content = "word " * 1000 + "five died " + "word " * 1000
    assert len(sentence(content, "five died")) <= 2 * REACH + len("five died")


def test_quotes_are_found_in_spite_of_line_ends() -> None:
    assert find(text("five\npeople  died"), killed("five people died")) == (0, 17)
    assert find(text("five people died"), killed("six people")) is None


def test_both_quotes_are_marked_in_one_passage() -> None:
    content = "Raids killed five civilians in Idlib. It rained."
    (passage,) = passages(text(content), killed("killed five civilians"), killed("five civilians in Idlib"))
    assert [(piece.text, piece.marks) for piece in passage if piece.marks] == [
        ("killed ", "gold"), ("five civilians", "both"), (" in Idlib", "read"),
    ]  # fmt: skip
    assert "".join(piece.text for piece in passage).strip() == "Raids killed five civilians in Idlib."


def test_quotes_far_apart_make_two_passages() -> None:
    content = "Five died. It rained. It rained again. Six died."
    assert len(passages(text(content), killed("Five died"), killed("Six died"))) == 2


def test_a_quote_that_is_not_in_the_text_stands_for_itself() -> None:
    assert passages(text("It rained."), killed("Five died"), None) == ((("Five died", "gold"),),)
    assert passages(None, killed("Five died"), None) == ((("Five died", "gold"),),)
