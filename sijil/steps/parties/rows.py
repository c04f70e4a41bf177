"""The entries of rules/parties and rules/speakers as records: checked when read, and what each is on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeVar

import msgspec

from sijil.errors import BadInput
from sijil.model.party import Party
from sijil.rules import BrokenRules, rows

Kind = Literal["state forces", "non-state group", "coalition", "foreign state", "unknown"]
Role = Literal[
    "monitor", "UN agency", "ministry", "government", "wire", "outlet", "party media", "rescue service", "aid agency",
    "armed group", "political body",
]  # fmt: skip
R = TypeVar("R", bound=msgspec.Struct)

ADVICE = "mend the file: docs/parties.md says how an entry is written"


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is different from `day` on; what is not given stays as it was. `usual`: holds where no day is known."""

    day: date
    source: str
    name: str = ""
    kind: Kind | None = None
    side: str | None = None
    usual: bool = False


class Client(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parties `of` are the entry's party where the party `by` backs them."""

    of: tuple[str, ...]
    by: str


class PartyRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "until"}):
    """One party. `aliases` mean it anywhere, `general` words only in its countries; `people` are names of its country's
    people, which mean it unless others of them are named; names `without` are no names of it. `start` and `end` are
    inclusive."""

    id: str
    name: str
    kind: Kind
    source: str
    side: str = ""
    country: str = ""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    arm: str = ""
    client: Client | None = None
    change: tuple[Change, ...] = ()


class CampRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A camp by its key, and what it is called."""

    id: str
    name: str


class WordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "until"}):
    """Words of the camps `by` for a party: they mean it only from their mouth, in `country`, from `start` to `end`."""

    words: tuple[str, ...]
    by: tuple[str, ...]
    country: str
    party: str
    source: str
    start: date | None = None
    end: date | None = None


class SpeakerRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One speaker or publisher; `side` is empty for the independent. `country` is where it is at home or what it is
    about; `general` words mean it only there (or in `countries`)."""

    name: str
    kind: Role
    source: str
    side: str = ""
    country: str = ""
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    change: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What a party or speaker is on a day."""

    name: str
    kind: str
    side: str


def on(row: PartyRow | SpeakerRow, day: date | None) -> State:
    """Name, kind and side on `day`; where it is None, those marked `usual`, else the first ones."""
    name, kind, side = row.name, str(row.kind), row.side
    usual = max((n for n, change in enumerate(row.change) if change.usual), default=-1)
    for n, change in enumerate(row.change):
        if n <= usual if day is None else change.day <= day:
            name = change.name or name
            kind = change.kind or kind
            side = side if change.side is None else change.side
    return State(name, kind, side)


@cache
def parties() -> dict[str, PartyRow]:
    """The parties by id, in the order of the files. Raises BadInput where a team's file is broken."""
    return {row.id: row for row in _read("parties", "party", "id", PartyRow)}


def known_parties() -> tuple[Party, ...]:
    """Every party of the rules, for a person to choose from, in their order, as of no day; `raw` is its name."""
    states = ((row.id, on(row, None)) for row in parties().values())
    return tuple(Party(state.name, id_, state.name, state.kind, state.side) for id_, state in states)


def known_party(named: str) -> Party | None:
    """The party with this id or name, whatever its case; None for none."""
    folded = named.casefold()
    return next((one for one in known_parties() if folded in (one.id.casefold(), one.name.casefold())), None)


@cache
def camp_names() -> dict[str, str]:
    """What the camps are called, by key. Raises BadInput where a team's file is broken."""
    return {row.id: row.name for row in _read("parties", "camp", "id", CampRow)}


@cache
def wordings() -> tuple[WordRow, ...]:
    """The words of one side for another. Raises BadInput where a team's file is broken."""
    return tuple(_read("parties", "word", "", WordRow))


@cache
def speakers() -> tuple[SpeakerRow, ...]:
    """The speakers and publishers. Raises BadInput where a team's file is broken."""
    return tuple(_read("speakers", "speaker", "name", SpeakerRow))


def _read(folder: str, table: str, key: str, kind: type[R]) -> Sequence[R]:
    found = []
    try:
        for path, entry in rows(folder, table, key):
            try:
                found.append(msgspec.convert(entry, kind))
            except msgspec.ValidationError as error:
                name = str(entry.get("id") or entry.get("name") or entry.get("words") or "an entry")
                raise BrokenRules(path, f"{table} {name[:60]}: {error}") from error
    except BrokenRules as error:
        raise BadInput(error.path, str(error), ADVICE) from error
    return found
