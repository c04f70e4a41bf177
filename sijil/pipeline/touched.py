"""What new reports and judgements touch: the reports that have to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijil.model.judgement import CHANGELESS, Judgement
from sijil.register import Register
from sijil.steps.added import added_claim
from sijil.steps.corrections import is_rule
from sijil.steps.judge import meant
from sijil.steps.link.bonds import anchor_of


@dataclass(frozen=True, slots=True)
class Touched:
    """`reports` are divided and linked anew; `graded` are claims whose incidents are only assessed anew."""

    reports: frozenset[str]
    graded: frozenset[str]


def touched(register: Register, seq: int, judgements: Sequence[Judgement]) -> Touched | None:
    """What came in after row `seq` of the log touches; None where that may be any claim of the register.

    A judgement touches the claims that it names, those of every judgement that shares a claim with it (it may overrule
    them, or take the place of what they name), and so on. A grade touches its incident only.
    """
    reports, numbers = register.since(seq)
    by_id = {row.id: row for row in judgements}
    new = [row for number in numbers if (row := meant(by_id[number], by_id)).verb not in CHANGELESS]
    if seq == 0 or any(is_rule(row) for row in new):
        return None
    linking = [row for row in judgements if row.verb not in ("grade", "withdraw", *CHANGELESS) or row.seen]
    named = {row.id: _named(row) for row in linking}
    beside = register.reports_of(claim for names in named.values() for claim in names)
    start = {claim for row in new if row.verb != "grade" for claim in _named(row)}
    claims = _chained(start, list(named.values()), beside)
    graded = {anchor_of(row.subject) for row in new if row.verb == "grade"}
    return Touched(frozenset(reports) | frozenset(beside[c] for c in claims if c in beside), frozenset(graded))


def _named(row: Judgement) -> frozenset[str]:
    """Every claim that a judgement names or saw."""
    listed = row.value.get("claims", []) if row.verb == "split" else []
    leaving = [str(claim) for claim in listed] if isinstance(listed, list | tuple) else []
    other = str(row.value.get("with", "")) if "with" in row.value and row.verb != "correct" else ""
    names = (anchor_of(row.subject), anchor_of(other), added_claim(row), *leaving, *row.seen)
    return frozenset(name for name in names if name)


def _chained(start: Iterable[str], named: Sequence[frozenset[str]], beside: Mapping[str, str]) -> set[str]:
    """The claims that judgements, and the reports of the claims that they name, chain to those of `start`."""
    groups: dict[str, set[str]] = {}  # a claim or report → the claims named together with it
    for names in named:
        for claim in names:
            groups.setdefault(claim, set()).update(names)
            groups.setdefault(beside.get(claim, claim), set()).update(names)
    found, left = set[str](), set(start)
    while left:
        found |= left
        nodes = left | {beside[claim] for claim in left if claim in beside}
        left = {other for node in nodes for other in groups.get(node, ())} - found
    return found
