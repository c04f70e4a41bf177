"""The listing commands: claims, incidents and the ledgers. All take the same filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijil.cli import by_place, cells
from sijil.cli.options import (
    AsJson,
    Attack,
    Disputed,
    Grades,
    Group,
    InBox,
    Kind,
    OfReport,
    Party,
    Place,
    Places,
    Publisher,
    RegisterPath,
    Since,
    Speaker,
    Until,
    filter_of,
    grades_of,
)  # fmt: skip
from sijil.cli.output import print_json, print_table
from sijil.errors import BadInput
from sijil.exports.forms import form
from sijil.model.claim import Claim
from sijil.model.filter import Filter

if TYPE_CHECKING:
    from sijil.register import Register

Words = Mapping[str, Claim]  # claims by id, for rows that name claims


@dataclass(frozen=True, slots=True)
class ByPlace:
    """The same listing by place: `rows` are the lines of one answer."""

    query: str
    headers: Sequence[str]
    rows: Callable[[Any, Words], Iterable[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """One listing: `query` is the function of sijil.queries that answers it, `row` the cells of one answer."""

    help: str
    query: str
    headers: Sequence[str]
    row: Callable[[Any, Words], Sequence[str]]
    by_place: ByPlace | None = None


LEDGERS: dict[str, Ledger] = {
    "claims": Ledger("What the reports say, claim by claim, with its words.", "claims", cells.CLAIM, cells.claim),
    "incidents": Ledger(
        "Events, with the range and grade that their sources support.", "incidents", cells.INCIDENT, cells.incident
    ),
    "totals": Ledger(
        "Stated totals beside the incidents that lie inside them; the two are never added.",
        "totals",
        cells.TOTAL,
        cells.total,
    ),
    "displacement": Ledger(
        "People driven from home: flows, stocks, forecasts and shares apart.",
        "displacement",
        cells.DISPLACEMENT,
        cells.displacement,
        ByPlace("displacement_over_time", by_place.DISPLACEMENT, by_place.displacement),
    ),
    "access": Ledger(
        "Sieges and humanitarian access: conditions by place, first and last day reported.",
        "access",
        cells.ACCESS,
        cells.access,
        ByPlace("access_places", by_place.ACCESS, by_place.access),
    ),
    "agreements": Ledger(
        "Truces and deals, what is claimed as a breach, and who blames whom.",
        "agreements",
        cells.AGREEMENT,
        cells.agreement,
    ),
    "control": Ledger(
        "Who is said to hold, take or besiege which place.",
        "control",
        cells.CONTROL,
        cells.control,
        ByPlace("control_places", by_place.CONTROL, by_place.control),
    ),
    "sources": Ledger(
        "Who said how much, how often alone, how often contradicted.", "sources", cells.SOURCE, cells.source
    ),
}

PLACED = tuple(name for name, ledger in LEDGERS.items() if ledger.by_place)


def command(ledger: Ledger) -> Callable[..., None]:
    """The command of one listing."""

    def run(
        place: Place = "",
        since: Since = "",
        until: Until = "",
        party: Party = "",
        kind: Kind = "",
        group: Group = "",
        attack: Attack = "",
        report: OfReport = "",
        grade: Grades = None,
        speaker: Speaker = "",
        publisher: Publisher = "",
        disputed: Disputed = False,
        box: InBox = "",
        places: Places = False,
        as_json: AsJson = False,
        register: RegisterPath = None,
    ) -> None:
        from sijil.register import Register

        if places and ledger.by_place is None:
            raise BadInput("--places", f"{ledger.query} have no summary by place", f"ask for it of {', '.join(PLACED)}")
        wanted = filter_of(
            since, until, grades_of(grade or []), box, place=place, party=party, kind=kind, group=group, attack=attack,
            report=report, speaker=speaker, publisher=publisher, disputed=disputed,
        )  # fmt: skip
        with Register.open(register, create=False) as opened:
            _print(ledger, opened, wanted, places, as_json)

    return run


def _print(ledger: Ledger, register: Register, wanted: Filter, places: bool, as_json: bool) -> None:
    from sijil import queries

    view = ledger.by_place if places and ledger.by_place else ledger
    found: Iterable[Any] = getattr(queries, view.query)(register, wanted)
    if as_json:
        print_json(form(row) for row in found)
        return
    words = {claim.id: claim for claim in queries.claims(register, Filter())}
    if isinstance(view, ByPlace):
        print_table(view.headers, (line for row in found for line in view.rows(row, words)))
    else:
        print_table(view.headers, (view.row(row, words) for row in found))
