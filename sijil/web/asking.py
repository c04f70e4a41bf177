"""What the address asks for: the filter, the page, and what was wrong with either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from sijil.model.claim import ATTACKS, GROUPS, KINDS
from sijil.model.filter import Filter

TEXTS = ("place", "party", "report")
CHOICES: dict[str, tuple[str, ...]] = {"kind": KINDS, "group": GROUPS, "attack": ATTACKS}
DATES = ("since", "until")
ORDER = ("place", *DATES, "party", *CHOICES, "report")
LONGEST = 200  # characters of a text field; more is no place and no party


@dataclass(frozen=True, slots=True)
class Asking:
    """The filter that an address asks for. `problems` say what was not understood, one sentence each, for the form."""

    filter: Filter
    page: int
    problems: tuple[str, ...]

    @property
    def query(self) -> str:
        """The filter as a query string, without the page and without what is empty."""
        return query_of(self.filter)

    @property
    def active(self) -> bool:
        """Whether anything is asked for at all."""
        return self.filter != Filter()


def asking(params: Mapping[str, str]) -> Asking:
    """Reads query parameters. What cannot be understood is left out and told, never guessed."""
    problems: list[str] = []
    texts: dict[str, Any] = {name: params.get(name, "").strip()[:LONGEST] for name in TEXTS}
    choices: dict[str, Any] = {name: choice(params.get(name, ""), name, problems) for name in CHOICES}
    since, until = (iso_day(params.get(name, ""), name, problems) for name in DATES)
    if since and until and since > until:
        problems.append(f"The first day, {since}, is after the last, {until}; the last is left out.")
        until = None
    page = params.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 7 else 1
    return Asking(Filter(**texts, **choices, since=since, until=until), max(1, number), tuple(problems))


def choice(value: str, name: str, problems: list[str]) -> str:
    """`value` where it is one of the choices of `name`; otherwise empty, with a problem told."""
    value = value.strip()
    if not value or value in CHOICES[name]:
        return value
    problems.append(f"There is no {name} “{value[:40]}”; it is left out.")
    return ""


def iso_day(value: str, name: str, problems: list[str]) -> date | None:
    """An ISO date, or None, with a problem told where it is none."""
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        problems.append(f"“{value[:40]}” is no date for “{name}” (write 2020-01-24); it is left out.")
        return None


def query_of(wanted: Filter, **changes: str) -> str:
    """`wanted` as a query string ("place=Homs&since=2017-01-01"), some fields changed and empty ones left out."""
    values = {name: str(getattr(wanted, name)) for name in ORDER if getattr(wanted, name)}
    return urlencode({name: value for name, value in (values | changes).items() if value})
