"""Which party words name: canonical, with its camp on the day and, where the words say so, its backer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from sijil.model.party import Party
from sijil.steps.parties.match import Named, Setting, joined, longest_at, named, standing
from sijil.steps.parties.rows import PartyRow, on, parties
from sijil.steps.parties.tokens import Token, begins_with, contains, ends_with, judging, tokens, words
from sijil.steps.parties.voice import NOBODY, Voice


@lru_cache(maxsize=4096)
def party_of(raw: str, country: str = "", day: date | None = None, voice: Voice = NOBODY) -> Party:
    """The party that words name, told by `voice` about `country` (as the gazetteer names it) on `day`.

    Several parties give one record: ids and sides joined by "+" ("and") or "|" ("or"), the names in words. Words that
    name no party give a Party of kind "unknown" with an empty id, under the words themselves.
    """
    all_, setting = tokens(raw), Setting(country, day, voice)
    found = named(all_, setting)
    behind = [one for one in found if contains(all_[: one.start], "backed_by")]
    backers = [*_before(all_, setting), *standing(all_, behind)]
    found = [one for one in found if one not in (*backers, *behind)]
    backers += [one for one in found if _loyal(all_, one, found)]
    kept = standing(all_, [one for one in found if one not in backers])
    own = [_arm(all_, one, kept) for one in kept]
    ids = list(dict.fromkeys(_clients(all_, own, [one.party for one in backers], day)))
    names = dict.fromkeys(on(parties()[one.party], day).name for one in backers if one.party not in ids)
    party = Party(raw=raw, id="", name=raw, backer=" and ".join(names), judging=judging(all_))
    if not ids:
        return party
    either = any(token.key in words("or") for token in all_)
    reasons = [*_why(all_, kept, setting), *(_of_client(id_, day) for id_ in ids if id_ not in own)]
    return _together(replace(party, inferred="; ".join(dict.fromkeys(reasons))), ids, day, either)


def homes_of(words: str) -> list[str]:
    """The countries of the parties that words name outright, foreign states left out: they act in other countries."""
    ids = [one.party for one in named(tokens(words), Setting("", None, NOBODY)) if not one.weak]
    return [row.country for row in map(parties().__getitem__, ids) if row.country and row.kind != "foreign state"]


def _together(party: Party, ids: Sequence[str], day: date | None, either: bool) -> Party:
    states = [on(parties()[id_], day) for id_ in ids]
    kinds = {state.kind for state in states}
    sign, joint = ("|", " or ") if either else ("+", " and ")
    return replace(
        party,
        id=sign.join(ids),
        name=joint.join(state.name for state in states),
        kind=kinds.pop() if len(kinds) == 1 else "several",
        side=sign.join(dict.fromkeys(state.side for state in states if state.side)),
    )


def _before(all_: Sequence[Token], setting: Setting) -> list[Named]:
    """ "Russian-backed": the parties that stand right before such a word."""
    found = []
    for at, token in enumerate(all_):
        if token.key in words("backed") and not begins_with(all_[at:], "backed_by"):
            matches = (longest_at(all_, start, setting, at) for start in range(at))
            found += [match for match in matches if match][:1]
    return found


def _loyal(all_: Sequence[Token], one: Named, found: Sequence[Named]) -> bool:
    """ "opposition forces loyal to Turkey", "pro-Turkey rebels": whether it backs the other one named.

    Alone, or behind a camp's word for its enemies, it acts itself.
    """
    before = [other for other in found if other.end <= one.start and other.claim.how != "word"]
    behind = [other for other in found if other.start >= one.end and not other.people]
    if ends_with(all_[: one.start], "pro"):
        return bool(behind) and not joined(all_, one, behind[0])
    return bool(before) and ends_with(all_[: one.start], "loyal") and not joined(all_, before[-1], one)


def _arm(all_: Sequence[Token], one: Named, kept: Sequence[Named]) -> str:
    """The party, or its air force where its aircraft are named and that is a party of its own."""
    arm = _arms().get(one.party, "")
    return arm if arm and _flies(all_, one, kept) else one.party


@cache
def _arms() -> dict[str, str]:
    return {row.arm: row.id for row in parties().values() if row.arm}


def _flies(all_: Sequence[Token], one: Named, kept: Sequence[Named]) -> bool:
    """ "Assad's jets", "regime and Russian war planes", "aircraft of the regime"."""
    others = {at for other in kept for at in range(other.start, other.end)}
    between = words("joins") | words("or") | words("of_aircraft")
    at = one.end
    while at < len(all_) and not begins_with(all_[at:], "aircraft") and (at in others or all_[at].key in between):
        at += 1
    start = one.start
    while start > 0 and all_[start - 1].key in words("of_aircraft"):
        start -= 1
    inside = all_[one.start : one.end]
    return (
        begins_with(all_[at:], "aircraft")
        or start < one.start
        and ends_with(all_[:start], "aircraft")
        or ends_with(inside, "aircraft")
    )


def _clients(all_: Sequence[Token], ids: Sequence[str], backers: Sequence[str], day: date | None) -> list[str]:
    """The ids with clients in their places: "Turkish-backed rebels", "Turkish forces and their proxies"."""
    found = list(ids)
    for row in _with_clients():
        if row.client is None or row.start and day and day < row.start:
            continue
        with_client = row.client.by in ids and contains(all_, "followers")
        if with_client or row.client.by in backers:
            found = [row.id if id_ in row.client.of else id_ for id_ in found]
        if with_client and row.id not in found:
            found.append(row.id)
    return found


@cache
def _with_clients() -> tuple[PartyRow, ...]:
    return tuple(row for row in parties().values() if row.client)


def _of_client(id_: str, day: date | None) -> str:
    row = parties()[id_]
    backer = on(parties()[row.client.by], day).name if row.client else ""
    return f"with {backer} behind them: {on(row, day).name}"


def _why(all_: Sequence[Token], kept: Sequence[Named], setting: Setting) -> list[str]:
    """Why general words were taken for a party, one reason each; none where all are its names on any day."""
    reasons = []
    for one in kept:
        said, name = " ".join(t.written for t in all_[one.start : one.end]), on(parties()[one.party], setting.day).name
        if one.claim.how == "general":
            reasons.append(f"“{said}” in {setting.country}: {name}")
        elif one.claim.how == "word":
            reasons.append(f"“{said}” is what {setting.voice.name} calls {name} in {setting.country}")
        if one.undated:
            reasons.append(f"“{said}” of an unknown day: {name}")
    return reasons
