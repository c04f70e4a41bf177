"""Names, with the scores of spaCy's entity recogniser but without walking through its states one by one.

Its own walk took 24 of the 33 ms that names cost a report of 370 words: spaCy 3.8 asks for Python's lock several times
a token and label. Outside of a name the scores of a token depend on that token only, so they are computed for all
tokens at once; what is left to do one after the other are the few words inside of names. The names are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Moves:
    """Classes of the recogniser by what they do; each array goes by label, in one order for all four."""

    begin: NDArray[np.intp]
    inside: NDArray[np.intp]
    last: NDArray[np.intp]
    unit: NDArray[np.intp]
    out: int
    never: tuple[int, ...]  # classes that are only for names given beforehand
    labels: tuple[str, ...]


class Entities:
    """Sets the entities of documents that have sentence boundaries and no entities yet."""

    def __init__(self, ner: EntityRecognizer, batch: int = 20_000) -> None:
        """Takes its weights from the recogniser of a loaded pipeline. Raises ValueError where its design is another.

        `batch`: about so many tokens are scored at once; each takes 4 kB meanwhile.
        """
        self._batch = batch
        model: Any = ner.model
        self._tok2vec, self._lower, self._upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        if self._lower.get_dim("nF") != 3 or model.attrs["unseen_classes"] or ner.cfg["beam_width"] != 1:
            raise ValueError("an entity recogniser of another design: three features and a greedy search were expected")
        moves: Any = ner.moves
        self._moves = _moves([moves.get_class_name(i) for i in range(moves.n_moves)])

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Sets the entities of all documents."""
        batch: list[Doc] = []
        for doc in docs:
            if batch and sum(map(len, batch)) + len(doc) > self._batch:
                self._set(batch)
                batch = []
            if len(doc):
                batch.append(doc)
        if batch:
            self._set(batch)

    def _set(self, docs: Sequence[Doc]) -> None:
        features: Floats = self._lower.predict(self._tok2vec.predict(list(docs)))  # (1 + tokens, 3, hidden, pieces)
        scores = self._scores(features[1:, 0] + features[0, 1] + features[0, 2])
        first = 0
        for doc in docs:
            end = first + len(doc)
            spans = self._walk(doc, scores[first:end], features[first + 1 : end + 1])
            doc.set_ents([Span(doc, a, b, label=label) for a, b, label in spans])
            first = end

    def _scores(self, summed: Floats) -> Floats:
        """(states, hidden, pieces) → (states, classes): bias, the best piece, the upper layer; in spaCy's order."""
        hidden = (summed + self._lower.get_param("b")).max(axis=-1)
        scores: Floats = self._upper.predict(hidden)
        return scores

    def _walk(self, doc: Doc, scores: Floats, features: Floats) -> list[tuple[int, int, str]]:
        """(first token, token behind, label) of each name; `scores` are those of each token outside of a name."""
        moves, length = self._moves, len(doc)
        closes = np.ones(length, dtype=bool)  # the token is the last of its sentence or of the text
        closes[:-1] = doc.to_array(SENT_START)[1:] == 1
        blank = doc.to_array(IS_SPACE) == 1
        allowed = scores.copy()
        allowed[:, moves.begin] = np.where((closes | blank)[:, None], -np.inf, scores[:, moves.begin])
        allowed[:, moves.unit] = np.where(blank[:, None], -np.inf, scores[:, moves.unit])
        allowed[:, [*moves.inside, *moves.last, *moves.never]] = -np.inf
        chosen = allowed.argmax(axis=1)
        starts = {int(c): i for i, c in enumerate(moves.begin)}
        units = {int(c): i for i, c in enumerate(moves.unit)}
        found: list[tuple[int, int, str]] = []
        free = 0  # no name reaches this token
        for at in np.flatnonzero(chosen != moves.out):
            first, move = int(at), int(chosen[at])
            if first < free:
                continue
            label = units[move] if move in units else starts[move]
            last = first if move in units else self._last(first, label, closes, features)
            found.append((first, last + 1, moves.labels[label]))
            free = last + 1
        return found

    def _last(self, first: int, label: int, closes: NDArray[np.bool_], features: Floats) -> int:
        """The last token of a name that begins at token `first`."""
        inside, last = self._moves.inside[label], self._moves.last[label]
        at = first + 1
        while not closes[at]:
            state = features[at, 0] + features[first, 1] + features[at - 1, 2]
            scores = self._scores(state[None])[0]
            if scores[last] > scores[inside]:
                break
            at += 1
        return at


def _moves(names: Sequence[str]) -> _Moves:
    """The recogniser's classes from their names: "B-ORG", "I-ORG", "L-ORG", "U-ORG", "O", and "U-", never allowed."""
    labels = tuple(name[2:] for name in names if name.startswith("B-"))
    index = {name: i for i, name in enumerate(names)}
    begin, inside, last, unit = (np.array([index[f"{kind}-{label}"] for label in labels]) for kind in "BILU")
    never = tuple(i for i, name in enumerate(names) if name == "U-")
    return _Moves(begin, inside, last, unit, index["O"], never, labels)
