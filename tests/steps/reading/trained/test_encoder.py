"""Windows and pieces of the transformer; the encoder with the committed English weights."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sijil.steps.reading.trained.encoder import WINDOW, encoder, pieces, windows

ENGLISH = "sijil.steps.languages.en"


@given(st.integers(1, 5000))
def test_windows_give_every_piece_once_and_read_it_with_context(length: int) -> None:
    given_so_far = 0
    for first, end, start, to in windows(length):
        assert end - first <= WINDOW and first <= start < to <= end and start == given_so_far
        given_so_far = to
    assert given_so_far == length


def test_pieces_of_characters_are_at_least_one() -> None:
    starts, ends = [0, 5, 9], [4, 8, 14]
    assert pieces(starts, ends, 5, 8) == (1, 2)
    assert pieces(starts, ends, 4, 5) == (1, 2)
    assert pieces(starts, ends, 0, 14) == (0, 3)
    assert pieces(starts, ends, 20, 22) == (2, 3)


def test_a_text_has_a_vector_for_each_piece_and_marks_change_them() -> None:
    text = "Shelling killed three people in Amara. " * 40
    plain, marked = encoder(ENGLISH).encode(text, []), encoder(ENGLISH).encode(text, [(16, 28, 18)])
    assert plain is not None and marked is not None
    assert plain.vectors.shape == (len(plain.starts), 384) and np.isfinite(plain.vectors).all()
    assert not np.allclose(plain.vectors, marked.vectors)
    assert text[plain.starts[1] : plain.ends[1]] in text


def test_a_text_without_a_word_has_no_vectors() -> None:
    assert encoder(ENGLISH).encode("  ", []) is None
