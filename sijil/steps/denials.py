"""Denials linked to what they deny, across reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sijil.model.claim import Claim
from sijil.model.period import Period
from sijil.rules import load
from sijil.steps import who
from sijil.steps.answers import answered, denier, topic
from sijil.steps.bounds import disjoint
from sijil.steps.when import apart, days
from sijil.steps.where import keys, named_inside, parents, place_of, same_place

DENIABLE = ("attack", "casualty", "damage")
Statement = tuple[str, str | None, str | None, int | None, int | None]
Fact = tuple[object, ...]
Index = Mapping[tuple[str, date], Sequence[Claim]]


def link_denials(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with `denies` filled in, in the order given.

    First each report's denials find what they answer in it (steps/answers.py). One that answers nothing there, or tells
    what it denies itself, rejects the attacks and harm that another speaker reports of the same place (or of one inside
    it) on the same days, of the kind of attack and by the actor that the denial names, where it names one; without a
    day only what accuses the denier's camp of that kind of attack shortly before (rules/denials.toml). What is denied
    in one report is denied in every report of it: the same figure, or the same speaker's account in other words.
    """
    return across(answered_all(tuple(claims)))


def across(known: Sequence[Claim]) -> tuple[Claim, ...]:
    """The second half of `link_denials`, for claims whose own reports were looked at (`answered_all`).

    What a denial rejects hangs only on the claims of its report and those of reports that stand under a key that it
    seeks (`told_keys`, `asked_keys`).
    """
    found = {claim.id: claim for claim in known}
    open_ = [stand_in for claim in known if (stand_in := _open(claim, found))]
    index = _index(known) if any(claim.kind == "denial" for claim in known) else {}
    own = _own_words(known, open_)
    more = {denial.id: _denied(denial, index, own[denial.doc]) for denial in open_}
    repeated = _repeated(known)
    for claim in known:
        if claim.kind == "denial" and claim.denies and claim.id not in more:
            denied = [found[i] for i in claim.denies if i in found]
            again = (*_elsewhere(claim, denied, repeated), *_retold(claim, denied, index))
            more[claim.id] = _in_order(again)
    return tuple(
        replace(claim, denies=tuple(dict.fromkeys((*claim.denies, *more[claim.id])))) if more.get(claim.id) else claim
        for claim in known
    )


def rejected(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """What each denial among the claims rejects, by its id."""
    return {claim.id: claim.denies for claim in claims if claim.kind == "denial"}


def _own_words(known: Sequence[Claim], denials: Sequence[Claim]) -> dict[str, frozenset[Fact]]:
    """What each report with such a denial tells, by who tells it: the denier does not mean what it says itself."""
    docs = {denial.doc for denial in denials}
    told: dict[str, set[Fact]] = {doc: set() for doc in docs}
    for claim in known:
        if claim.doc in docs and claim.kind in DENIABLE and claim.status == "reported":
            told[claim.doc].add(_fact(claim, claim.speaker))
    return {doc: frozenset(facts) for doc, facts in told.items()}


def _fact(claim: Claim, speaker: tuple[str, ...]) -> Fact:
    """What a claim says, whoever prints it, in the mouth of a speaker."""
    days_told = claim.period.iso if claim.period else ""
    return (speaker, claim.kind, claim.measure, claim.group, claim.figure, claim.attack, claim.place, days_told)


def _repeated(claims: Sequence[Claim]) -> dict[Statement, list[Claim]]:
    """Reported counts by what they say, so that one statement is found in every report of it."""
    found: dict[Statement, list[Claim]] = {}
    for claim in claims:
        statement = _statement(claim)
        if statement and claim.status == "reported":
            found.setdefault(statement, []).append(claim)
    return found


def _statement(claim: Claim) -> Statement | None:
    """What a count says; None for no count, or one of one or nobody, which many events share."""
    figure = claim.figure
    if claim.kind not in DENIABLE or figure is None or max(figure.low or 0, figure.high or 0) < 2:
        return None
    return claim.kind, claim.measure, claim.group, figure.low, figure.high


def _elsewhere(denial: Claim, denied: Sequence[Claim], repeated: Mapping[Statement, Sequence[Claim]]) -> list[Claim]:
    """The claims in which other reports give the denied figures for the same place and days."""
    ids: list[Claim] = []
    for claim in denied:
        place, period = place_of(claim), claim.period if days(claim.period) else denial.period
        statement = _statement(claim)
        for other in repeated.get(statement, ()) if statement and place else ():
            there = place_of(other)
            near = place and there and same_place(place, there)
            if other.doc != claim.doc and near and apart(period, other.period) == 0:
                ids.append(other)
    return ids


def _in_order(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Ids in report and text order."""
    return tuple(claim.id for claim in sorted(claims, key=lambda c: (c.doc, c.order)))


def _retold(denial: Claim, denied: Sequence[Claim], index: Index) -> list[Claim]:
    """The claims in which other reports have the same named speaker tell the denied account in other words."""
    found = list[Claim]()
    for claim in denied:
        for key in _sought(claim, claim.period if days(claim.period) else denial.period):
            found += [other for other in index.get(key, ()) if _one_account(claim, other)]
    return found


def _one_account(claim: Claim, other: Claim) -> bool:
    """Whether one speaker tells of one event in two reports: the same place, accused, kind of attack and measure, and
    figures that can both be right."""
    a, b = place_of(claim), place_of(other)
    if other.doc == claim.doc or a is None or b is None or not same_place(a, b):
        return False
    speaker, accused = who.speaker(claim), (who.sides(claim.party), who.sides(other.party))
    if not speaker or speaker != who.speaker(other) or not accused[0] & accused[1]:
        return False
    kind = (claim.kind, claim.measure, claim.group, claim.attack)
    apart_ = claim.figure and other.figure and disjoint(claim.figure, other.figure)
    return kind == (other.kind, other.measure, other.group, other.attack) and not apart_


def _sought(claim: Claim, period: Period | None) -> list[tuple[str, date]]:
    """The keys of the index under which a claim's place and days are sought."""
    place, known = place_of(claim), days(period)
    return [(key, day) for key in sorted(keys(place)) for day in _days(known)] if place and known else []


def answered_all(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, in the order given, each report's denials tied to what they answer in it."""
    by_doc: dict[str, list[Claim]] = {}
    for claim in claims:
        by_doc.setdefault(claim.doc, []).append(claim)
    for doc, own in by_doc.items():
        if any(claim.kind == "denial" for claim in own):
            by_doc[doc] = list(answered(sorted(own, key=lambda c: c.order)))
    found = {claim.id: claim for own in by_doc.values() for claim in own}
    return tuple(found[claim.id] for claim in claims)


def _open(claim: Claim, found: Mapping[str, Claim]) -> Claim | None:
    """A denial that may reject what other reports tell, with the place, day and attack of what it restates."""
    if claim.kind != "denial" or topic(claim):
        return None
    restated = [found[i] for i in claim.denies if i in found and found[i].status == "denied"]
    if claim.denies and not restated:
        return None
    told = [claim, *restated]
    attack = next((c.attack for c in told if c.attack), None)
    return replace(
        claim,
        party=next((c.party for c in (*restated, claim) if who.sides(c.party)), claim.party),
        place=next((c.place for c in told if place_of(c)), None),
        at=next((c.at for c in told if place_of(c)), None),
        period=next((c.period for c in told if days(c.period)), _before(claim) if attack else None),
        attack=attack,
    )


def _before(denial: Claim) -> Period | None:
    """The days before its report that a denial without a day may speak of; precision "open", as it is some of them."""
    day = denial.report_day
    return Period(day - timedelta(load("denials")["undated_days"]), day, "open") if day else None


def _index(claims: Sequence[Claim]) -> Index:
    """Deniable claims by place key (own and larger places) and day; long periods are totals and left out."""
    found: dict[tuple[str, date], list[Claim]] = {}
    for claim in claims:
        for key in _index_keys(claim):
            found.setdefault(key, []).append(claim)
    return found


def _index_keys(claim: Claim) -> list[tuple[str, date]]:
    place, known = place_of(claim), days(claim.period)
    if claim.kind not in DENIABLE or claim.status != "reported" or claim.scope == "total" or not place or not known:
        return []
    return [(key, day) for key in sorted(keys(place) | parents(place)) for day in _days(known)]


def told_keys(own: Iterable[Claim]) -> frozenset[str]:
    """The keys under which a report is found that tells what may be denied. `own`: its claims, from `answered_all`."""
    found = set[str]()
    for claim in own:
        found.update(f"{key} {day}" for key, day in _index_keys(claim))
        statement = _statement(claim)
        if statement and claim.status == "reported":
            found.add(f"says {statement}")
    return frozenset(found)


def asked_keys(own: Sequence[Claim]) -> frozenset[str]:
    """The keys under which a report's denials seek what they reject in other reports."""
    known, found = {claim.id: claim for claim in own}, set[str]()
    for claim in own:
        denial = _open(claim, known)
        if denial:
            found.update(f"{key} {day}" for key, day in _sought(denial, denial.period))
        for one in [known[i] for i in claim.denies if i in known] if claim.kind == "denial" and not denial else []:
            period = one.period if days(one.period) else claim.period
            found.update(f"{key} {day}" for key, day in _sought(one, period))
            statement = _statement(one)
            found.update([f"says {statement}"] if statement else [])
    return frozenset(found)


def _days(known: tuple[date, date]) -> list[date]:
    span = (known[1] - known[0]).days
    return [known[0] + timedelta(n) for n in range(span + 1)] if span < load("link")["denied_days"] else []


def _denied(denial: Claim, index: Index, own: frozenset[Fact]) -> tuple[str, ...]:
    """Ids of the claims that the denial rejects, in report and text order."""
    near = {c.id: c for key in _sought(denial, denial.period) for c in index.get(key, ())}
    return _in_order(
        claim for claim in near.values() if _rejects(denial, claim) and _fact(claim, denial.speaker) not in own
    )


def _rejects(denial: Claim, claim: Claim) -> bool:
    place, where = place_of(denial), place_of(claim)
    if place is None or where is None or not (same_place(place, where) or named_inside(where, place)):
        return False
    if denial.doc == claim.doc and denial.speaker == claim.speaker:
        return False
    if apart(denial.period, claim.period) != 0 or (denial.attack and claim.attack and denial.attack != claim.attack):
        return False
    own, told = who.sides(denial.party), who.sides(claim.party)
    if denial.period and denial.period.precision == "open":  # its day is not known: nothing but what accuses its camp
        return bool((own or denier(denial)) & told) and denial.attack == claim.attack
    return not own or not told or bool(own & told)
