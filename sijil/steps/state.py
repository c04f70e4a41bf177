"""Which version of a thing a page showed: short texts that differ once anybody changed what stands there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from sijil.model.judgement import Judgement
from sijil.steps.judge import standing

CHANGELESS = frozenset({"comment"})  # verbs that leave what they are about as it is


def deciding(judgements: Iterable[Judgement]) -> Mapping[str, tuple[int, ...]]:
    """Subject → the numbers of the standing judgements on it that decide something; those of pairs under both."""
    found: dict[str, list[int]] = {}
    for row in standing(judgements):
        for subject in (row.subject, row.value.get("with") if row.verb != "correct" else None):
            if isinstance(subject, str) and row.verb not in CHANGELESS:
                found.setdefault(subject, []).append(row.id)
    return {subject: tuple(ids) for subject, ids in found.items()}


def state(numbers: tuple[int, ...], *parts: object) -> str:
    """The last of `numbers` (0 for none) and a hash of all of them and of the records `parts`: "12-9f86d081884c".

    Records are hashed as they are written out, so the state of one thing is the same in every process of one version.
    """
    written = repr((numbers, parts)).encode("utf-8", "surrogatepass")
    return f"{max(numbers, default=0)}-{hashlib.sha256(written).hexdigest()[:12]}"
