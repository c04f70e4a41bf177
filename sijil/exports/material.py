"""What every format writes: a part of the record with its date, method version and limits."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijil import queries
from sijil.exports import privacy
from sijil.exports.method import WHERE
from sijil.model.claim import Claim
from sijil.model.filter import Filter
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.record import Json, to_plain

if TYPE_CHECKING:
    from sijil.queries import IncidentView
    from sijil.register import Register


@dataclass(frozen=True, slots=True)
class Shown:
    """What was asked for by name: exact `positions`, and words that may hold the `names` of private persons."""

    positions: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """`claims` are in report and text order. `header` has as_of, method, limits, withheld, filter and reports."""

    header: Json
    claims: tuple[Claim, ...]
    incidents: tuple[IncidentView, ...]
    reports: Mapping[str, ReportInfo]
    shown: Shown


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives the file in pieces, `sidecar` the metadata file's text where the format itself cannot hold it."""

    suffix: str
    media: str
    write: Callable[[Material], Iterator[str]]
    sidecar: Callable[[Material, str], str] | None = None


def gather(register: Register, wanted: Filter, shown: Shown) -> Material:
    """The part of the record that `wanted` asks for, with what `shown` leaves out already left out."""
    tally = queries.tally(register, wanted)
    withheld = [] if shown.names else ["Words that may name a private person are left out (--with-names)."]
    withheld += [] if shown.positions else ["Positions are rounded to about a kilometre (--with-positions)."]
    asked = {name: value for name, value in to_plain(wanted).items() if value}
    header = {
        "as_of": tally.as_of.isoformat(),
        "method": tally.method,
        "method_page": WHERE,
        "limits": [*tally.limits, *withheld],
        "filter": asked,
        "reports": tally.reports,
    }
    claims = tuple(_veiled(claim, shown) for claim in queries.claims(register, wanted))
    reports = {info.id: info for info in register.reports()}
    return Material(header, claims, tuple(queries.incidents(register, wanted)), reports, shown)


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
    return dataclasses.replace(claim, quote=words or "", speaker=speaker, at=at(claim.at, shown), notes=notes)
