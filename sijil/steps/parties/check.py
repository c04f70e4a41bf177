"""Whether the rules on parties and speakers hold together; a team's own are looked at before any report is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sijil.errors import BadInput
from sijil.steps.parties.names import Claimant, claimants
from sijil.steps.parties.rows import ADVICE, parties, speakers, wordings
from sijil.steps.parties.speakers import speaker_key
from sijil.steps.places.names import exact_key


def check() -> None:
    """Raises BadInput with the first fault of the rules on parties and speakers, one line."""
    for fault in faults():
        raise BadInput("rules on parties and speakers", fault, ADVICE)


def faults() -> Iterator[str]:
    """Every fault: parties that are named and not there, names that two parties or two speakers claim."""
    known = parties()
    named = [(row.party, " ".join(row.words[:1])) for row in wordings()]
    named += [(id_, row.id) for row in known.values() if row.client for id_ in (*row.client.of, row.client.by)]
    named += [(row.arm, row.id) for row in known.values() if row.arm]
    yield from (f"{where} names the party {id_}, which is not there" for id_, where in named if id_ not in known)
    for key, ones in claimants().items():
        for a, b in combinations(ones, 2):
            if _clash(a, b):
                told = "tell them apart by country or day, or take it from one with `without`"
                yield f"“{key}” is claimed by {a.party} and {b.party}: {told}"
    yield from _twice()


def _clash(a: Claimant, b: Claimant) -> bool:
    """Whether two parties claim a name in one country, from one mouth, and nothing says which is meant."""
    places = not a.countries or not b.countries or bool(a.countries & b.countries)
    mouths = bool(a.by & b.by) if a.by and b.by else not a.by and not b.by
    days = a.start <= b.end and b.start <= a.end
    return a.party != b.party and a.how == b.how and places and mouths and days and a.start == b.start


def _twice() -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    for row in speakers():
        names = [(alias, "") for alias in (row.name, *row.aliases)]
        names += [(word, country) for word in row.general for country in row.countries or (row.country,)]
        gone = set(map(exact_key, row.without))
        for alias, country in ((alias, country) for alias, country in names if exact_key(alias) not in gone):
            other = seen.setdefault((speaker_key(alias), country), row.name)
            if other != row.name:
                yield f"“{alias}” is claimed by the speakers {other} and {row.name}"
