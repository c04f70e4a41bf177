"""What every format writes: a part of the record with its date, method version and limits."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
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
    itself cannot hold it. `ledger` is the question of `queries` whose rows it holds; "" for claims and incidents."""

    title: str
    suffix: str
    media: str
    write: Callable[[Material], Iterator[str]]
    sidecar: Callable[[Material, str], str] | None = None
    ledger: str = ""


def gather(register: Register, wanted: Filter, shown: Shown, ledger: str = "") -> Material:
    """The part of the record that `wanted` asks for, with what `shown` leaves out already left out."""
    tally = queries.tally(register, wanted)
    header = header_of(tally, wanted, shown)
    reports = queries.reports(register)
    if ledger:
        rows = () if ledger == "tally" else tuple(getattr(queries, ledger)(register, wanted))
        known = queries.claims_by_id(register)
        named = [known[row.claim] for row in rows if getattr(row, "claim", "") in known]  # rows of one claim quote it
        return Material(header, tuple(_veiled(one, shown) for one in named), (), reports, shown, tally, rows)
    claims = tuple(_veiled(claim, shown) for claim in queries.claims(register, wanted))
    return Material(header, claims, tuple(queries.incidents(register, wanted)), reports, shown, tally)


def header_of(tally: Tally, wanted: Filter, shown: Shown) -> Json:
    """What every file says of itself: Material.header."""
    withheld = [] if shown.names else ["Words that may name a private person are left out (--with-names)."]
    withheld += [] if shown.positions else ["Positions are rounded to about a kilometre (--with-positions)."]
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
        claim, quote=words or "", speaker=speaker, at=at(claim.at, shown), notes=notes, added_by=by
    )
