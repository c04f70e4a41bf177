"""What people who review ask of a register: what to look at first, and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from sijil import queries
from sijil.model.filter import Filter
from sijil.model.judgement import Judgement
from sijil.pipeline.kept import link
from sijil.register import Register
from sijil.register.derived import LinkRow
from sijil.rules import load
from sijil.snapshot import snapshot
from sijil.steps.judge import standing
from sijil.steps.link.across import Link
from sijil.steps.queue import KINDS, Item, Known, Queue
from sijil.steps.queue.order import COMPARING, DECIDING
from sijil.steps.state import at_once

_last: tuple[Path, Queue] | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a team is: claims and pairs that somebody decided about, those still in the queue, and how many
    decisions one person made on a day (in UTC). No sum is told: some that were decided about never waited."""

    looked: int
    left: int
    today: int


def queue(register: Register) -> Queue:
    """All that there is to be looked at. The queue made last is kept, and only what changed since is weighed anew."""
    known = snapshot(register)
    return known.kept("queue", lambda: _renewed(register))


def _renewed(register: Register) -> Queue:
    global _last
    now, path = snapshot(register), register.path.resolve()
    few = load("link")["threshold"] + load("queue")["join"]["margin"]
    made = Known(
        now.findings, now.claims, now.judgements, now.leads,
        lambda: map(_read, register.derived.weak_links(few)),
    )  # fmt: skip
    older = _last[1] if _last and _last[0] == path else None
    found = Queue(made, older)
    _last = path, found
    return found


@lru_cache(maxsize=10_000)
def _read(row: LinkRow) -> Link:
    """The link of a row; most are those of the queue before."""
    return link(row)


def waiting(register: Register, wanted: Filter, kinds: Collection[str] = KINDS) -> tuple[Item, ...]:
    """The items of some kinds that fit the filter, in order: claims that do, and pairs any claim of which does."""
    if wanted == Filter() and set(kinds) == set(KINDS):
        return queue(register).items
    return queries.kept(register, ("queue", wanted, frozenset(kinds)), lambda: _chosen(register, wanted, kinds))


def _chosen(register: Register, wanted: Filter, kinds: Collection[str]) -> tuple[Item, ...]:
    items = tuple(item for item in queue(register).items if item.kind in kinds)
    if wanted == Filter():
        return items
    fitting = {claim.id for claim in queries.claims(register, wanted)}
    home = queries.findings(register).home
    fitting |= {home[id_] for id_ in fitting if id_ in home}
    return tuple(item for item in items if not fitting.isdisjoint(item.subjects))


def counts(register: Register, wanted: Filter) -> Mapping[str, int]:
    """How many items of each kind fit the filter."""
    fitting = waiting(register, wanted)
    return queries.kept(register, ("queue kinds", wanted), lambda: Counter(item.kind for item in fitting))


def reasons(register: Register, who: str) -> Mapping[str, str]:
    """The reason that `who` gave last for each verb, also where it was withdrawn; none for verbs never used."""
    return {row.verb: row.reason for row in snapshot(register).judgements if row.who == who}


def progress(register: Register, who: str, day: date | None = None) -> Progress:
    """How far the team is, and what `who` decided on a day (today where none is given)."""
    found, day = queue(register), day or datetime.now(UTC).date()
    rows, counted = _standing(register), (*DECIDING, *COMPARING)
    today = sum(row.who == who and row.when.date() == day and row.verb in counted for row in rows)
    return Progress(found.looked, len(found.items), today)


def last_of(register: Register, who: str) -> tuple[Judgement, ...]:
    """What `who` decided last of what holds still: one judgement, or those made at once. None where they never did."""
    rows = _standing(register)
    last = next((row for row in reversed(rows) if row.who == who), None)
    return at_once(last, rows) if last else ()


def decided(register: Register, subjects: Collection[str]) -> Judgement | None:
    """The last judgement that holds on all of some subjects: of a claim, or of two things held against each other."""
    wanted = set(subjects)
    rows = reversed(_standing(register))
    named = ((row, {row.subject, str(row.value.get("with", row.subject))}) for row in rows)
    return next((row for row, ids in named if ids == wanted and row.verb in (*DECIDING, *COMPARING)), None)


def _standing(register: Register) -> tuple[Judgement, ...]:
    known = snapshot(register)
    return known.kept("standing", lambda: standing(known.judgements))
