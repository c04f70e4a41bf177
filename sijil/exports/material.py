"""What every format writes: a part of the record with its date, method version and limits."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijil import queries
from sijil.exports import privacy
from sijil.exports.method import WHERE
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.ledger import Tally
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.record import Json, to_plain

if TYPE_CHECKING:
    from sijil.queries import IncidentView
    from sijil.register import Register

SOMEBODY = "one of the team"  # who decided or added something, where names are left out


@dataclass(frozen=True, slots=True)
class Shown:
    """What was asked for by name: exact `positions`, and words that may hold the `names` of private persons."""

    positions: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """`claims` are in report and text order. `header` has as_of, method, limits, withheld, filter and reports. `tally`
    is that of the filter, `rows` are those of a format's ledger, and `claims` then those that its rows are about."""

    header: Json
    claims: tuple[Claim, ...]
    incidents: tuple[IncidentView, ...]
    reports: Mapping[str, ReportInfo]
    shown: Shown
    tally: Tally
    rows: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """`title` says what is in it, `write` gives the file in pieces, `sidecar` the metadata file's text where the format
    itself cannot hold it. `ledger` is the question of `queries` whose rows it holds; "" for several."""

    title: str
    suffix: str
    media: str
    write: Callable[[Material], Iterator[str]]
    sidecar: Callable[[Material, str], str] | None = None
    ledger: str = ""


def gather(register: Register, wanted: Filter, shown: Shown, ledger: str = "") -> Material:
    """The part of the record that `wanted` asks for, with what `shown` leaves out already left out; of one `ledger`
    (Format.ledger) only what that needs, as each claim's words take a look (4 s for 100,000 claims)."""
    tally, known = queries.tally(register, wanted), queries.claims_by_id(register)
    rows: tuple[Any, ...] = ()
    claims: Iterable[Claim] = queries.claims(register, wanted) if ledger in ("", "claims") else ()
    incidents = queries.incidents(register, wanted) if ledger in ("", "incidents") else ()
    if ledger not in ("", "claims", "incidents", "tally"):
        rows = tuple(getattr(queries, ledger)(register, wanted))
        claims = [known[row.claim] for row in rows if getattr(row, "claim", "") in known]  # rows of one claim quote it
    return Material(
        header_of(tally, wanted, shown), tuple(_veiled(claim, shown) for claim in claims), incidents,
        queries.reports(register), shown, tally, rows,
    )  # fmt: skip


def header_of(tally: Tally, wanted: Filter, shown: Shown) -> Json:
    """What every file says of itself: Material.header."""
    withheld = [] if shown.names else ["Words that may name a private person are left out."]
    withheld += [] if shown.positions else ["Positions are rounded to about a kilometre."]
    return {
        "as_of": tally.as_of.isoformat(),
        "method": tally.method,
        "method_page": WHERE,
        "limits": [*tally.limits, *withheld],
        "filter": {name: value for name, value in to_plain(wanted).items() if value},
        "reports": tally.reports,
    }


def told(format_: str, wanted: Json, shown: Shown, way: str) -> Json:
    """What the access log keeps of an export: its format, filter (Material.header's), what it shows, and the way."""
    return {"format": format_, "filter": wanted, "names": shown.names, "positions": shown.positions, "way": way}


def at(place: Place | None, shown: Shown) -> Place | None:
    """The place with its position as exact as `shown` allows, and without other candidates where it does not."""
    if place is None or shown.positions:
        return place
    lat, lon = privacy.position(place.lat, place.lon, exact=False)
    return dataclasses.replace(place, lat=lat, lon=lon, candidates=())


def _veiled(claim: Claim, shown: Shown) -> Claim:
    words = privacy.quote(claim, shown.names)
    notes = claim.notes if words is not None else ()
    speaker = privacy.speakers(claim, shown.names)
    by = claim.added_by if shown.names else claim.added_by and SOMEBODY
    return dataclasses.replace(
        claim, quote=words or "", speaker=speaker, at=at(claim.at, shown), notes=notes, added_by=by,
        object=privacy.thing(claim, shown.names),
    )  # fmt: skip
