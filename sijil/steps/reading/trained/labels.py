"""Names of the network's answers and of what it is told, in the order of the weights' rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sijil.steps.reading.draft import UNREAD, Draft

#: Marks that rules put on a text, in the order of the columns of the weights.
MARKS = (
    "head", "spot0", "spot1", "spot2", "spot3", "spot4", "spot-not", "when", "when-report", "doer", "voice", "saying",
    "attack", "harm-killed", "harm-injured", "harm-missing", "harm-held", "harm-casualties", "fig", "people",
)  # fmt: skip
Mark = tuple[int, int, int]  # [start, end) of the main text, column

KINDS = (
    "killed", "injured", "missing", "held", "casualties", "displacement", "need", "attack", "damage", "control",
    "access", "agreement", "blame", "denial",
)  # fmt: skip
GROUPS = ("civilians", "children", "women", "combatants", "medics", "journalists", "people")
ATTACKS = (
    None, "airstrike", "shelling", "explosive", "suicide_bombing", "shooting", "chemical", "clash", "abduction",
    "execution", "other",
)  # fmt: skip
SITUATIONS = (None, "access", "damage", "control", "agreement", "blame", "denial", "attack", "displacement")

#: How a count was read by the rules; the last row of the embedding is for readings not listed.
HOWS = (
    UNREAD, "predicate after", "verb before", "harm noun", "toll", "modifier", "parse", "among", "lives", "left dead",
    "part", "joined", "listed", "zero", "count",
)  # fmt: skip
RULES = (None, *KINDS)


def read_rows(draft: Draft) -> tuple[int, int, int, int]:
    """Rows of the embeddings "rule", "how", "grp" and "num" for what the rules made of a count."""
    rule = None if draft.how == UNREAD else draft.measure if draft.kind == "casualty" else draft.kind
    how = HOWS.index(draft.how) if draft.how in HOWS else len(HOWS)
    group = GROUPS.index(draft.group) if draft.group in GROUPS else len(GROUPS)
    return RULES.index(rule), how, group, int(draft.numbered)


def distance(sentences: NDArray[Any], pieces: NDArray[Any]) -> NDArray[Any]:
    """Rows of the embedding "dist": `sentences` and `pieces` from the draft to each mention, negative before it.

    0 to 2 behind it in its sentence (near to far), 3 to 5 before it, 6 to 8 in sentences before, 9 to 11 after.
    """
    size = np.abs(pieces)
    own = np.where(size < 6, 0, np.where(size < 15, 1, 2)) + np.where(pieces >= 0, 0, 3)
    before = np.where(sentences == -1, 6, np.where(sentences >= -3, 7, 8))
    after = np.where(sentences == 1, 9, np.where(sentences < 4, 10, 11))
    return np.where(sentences == 0, own, np.where(sentences < 0, before, after))
