"""What the address asks for: the filter, the order, the page, and what was wrong with any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from sijil.model.claim import ATTACKS, GROUPS, KINDS
from sijil.model.filter import Box, Filter
from sijil.model.incident import GRADES
from sijil.web.language import N_, Words, gettext

TEXTS = ("place", "party", "report", "speaker", "publisher")
CHOICES: dict[str, tuple[str, ...]] = {"kind": KINDS, "group": GROUPS, "attack": ATTACKS}
DATES = ("since", "until")
#: How a list of incidents can be sorted; the first where nothing is asked for.
SORTS = ("day", "latest", "size", "grade", "new")
NAMES = Words({"kind": N_("kind"), "group": N_("group"), "attack": N_("attack"), "grade": N_("grade")})
LONGEST = 200  # characters of a text field; more is no place and no party
DECIMALS = 3  # of degrees in an address: 100 m, finer than any map of the desk
EDGES = (-180.0, -90.0, 180.0, 90.0)
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """The filter that an address asks for. `problems` say what was not understood, one sentence each, for the form."""

    filter: Filter
    page: int
    problems: tuple[str, ...]
    sort: str = SORTS[0]

    @property
    def query(self) -> str:
        """The filter as a query string, without order and page and without what is empty."""
        return query_of(self.filter)

    @property
    def sorted_query(self) -> str:
        """The filter and the order as a query string."""
        return with_sort(self.query, self.sort)

    @property
    def pairs(self) -> Pairs:
        """The filter as the fields of a form: name and value, a name as often as it has values."""
        return pairs_of(self.filter)

    @property
    def active(self) -> bool:
        """Whether anything is asked for at all."""
        return self.filter != Filter()


def asking(params: QueryParams) -> Asking:
    """Reads query parameters. What cannot be understood is left out and told, never guessed."""
    problems: list[str] = []
    texts: dict[str, Any] = {name: params.get(name, "").strip()[:LONGEST] for name in TEXTS}
    choices: dict[str, Any] = {name: choice(params.get(name, ""), name, problems) for name in CHOICES}
    since, until = (iso_day(params.get(name, ""), name, problems) for name in DATES)
    if since and until and since > until:
        problems.append(
            gettext(
                "The first day, %(since)s, is after the last, %(until)s; the last is left out.",
                since=since,
                until=until,
            )
        )
        until = None
    wanted = Filter(
        **texts, **choices, since=since, until=until, grades=grades(params.getlist("grade"), problems),
        disputed=params.get("disputed", "") not in ("", "0"), box=box(params.get("box", ""), problems),
    )  # fmt: skip
    page = params.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 7 else 1
    sort = params.get("sort", "")
    return Asking(wanted, max(1, number), tuple(problems), sort if sort in SORTS else SORTS[0])


def choice(value: str, name: str, problems: list[str]) -> str:
    """`value` where it is one of the choices of `name`; otherwise empty, with a problem told."""
    value = value.strip()
    if not value or value in CHOICES[name]:
        return value
    problems.append(_none(name, value))
    return ""


def _none(name: str, value: str) -> str:
    return gettext("There is no %(name)s “%(value)s”; it is left out.", name=NAMES.get(name, name), value=value[:40])


def grades(values: Sequence[str], problems: list[str]) -> tuple[str, ...]:
    """The grades named, in their usual order; what is none is told."""
    named = {word.strip() for value in values for word in value.split(",") if word.strip()}
    problems += [_none("grade", word) for word in sorted(named - set(GRADES))]
    return tuple(grade for grade in GRADES if grade in named)


def iso_day(value: str, name: str, problems: list[str]) -> date | None:
    """An ISO date, or None, with a problem told where it is none."""
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        told = gettext(
            "“%(value)s” is no date for “%(name)s” (write 2020-01-24); it is left out.", value=value[:40], name=name
        )
        problems.append(told)
        return None


def box(value: str, problems: list[str]) -> Box | None:
    """A box of the map from "west,south,east,north"; None, with a problem told, where it is none."""
    if not value.strip():
        return None
    try:
        west, south, east, north = (round(float(part), DECIMALS) for part in value.split(","))
        inside = all(map(isfinite, (west, south, east, north))) and west < east and south < north
        if inside and EDGES[0] <= west and EDGES[1] <= south and east <= EDGES[2] and north <= EDGES[3]:
            return west, south, east, north
    except (ValueError, OverflowError):
        pass
    problems.append(
        gettext(
            "“%(value)s” is no box of the map (write west,south,east,north in degrees); it is left out.",
            value=value[:40],
        )
    )
    return None


def pairs_of(wanted: Filter, changes: Mapping[str, str | Sequence[str]] | None = None) -> Pairs:
    """`wanted` as names and values of an address, some changed, and none that is empty."""
    values: dict[str, Any] = {
        "place": wanted.place, "since": wanted.since, "until": wanted.until, "party": wanted.party,
        "kind": wanted.kind, "group": wanted.group, "attack": wanted.attack, "grade": wanted.grades,
        "disputed": "1" if wanted.disputed else "", "speaker": wanted.speaker, "publisher": wanted.publisher,
        "box": ",".join(f"{edge:g}" if edge == int(edge) else str(edge) for edge in wanted.box or ()),
        "report": wanted.report,
    }  # fmt: skip
    changed = {**values, **(changes or {})}
    lists = {name: own if isinstance(own, tuple | list) else (own,) for name, own in changed.items()}
    return tuple((name, str(one)) for name, own in lists.items() for one in own if one)


def query_of(wanted: Filter, **changes: str | Sequence[str]) -> str:
    """`wanted` as a query string ("place=Homs&since=2017-01-01"), some fields changed and empty ones left out."""
    return urlencode(pairs_of(wanted, changes), safe=",")


def with_sort(query: str, sort: str) -> str:
    """A query string with the order of the list added, where it is not the usual one."""
    return "&".join(part for part in (query, f"sort={sort}" if sort != SORTS[0] else "") if part)
