"""The list of formats. To add one, write its module and name it here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sijil.exports import (
    access_csv,
    agreements_csv,
    claims_csv,
    control_csv,
    displacement_csv,
    geojson,
    incidents_csv,
    jsonl,
    sources_csv,
    tally_csv,
    totals_csv,
)
from sijil.exports.material import Format, Material, Shown, gather
from sijil.exports.sidecar import sidecar

__all__ = ["FORMATS", "Format", "Material", "Shown", "gather"]


def _table(title: str, write: Callable[[Material], Iterator[str]], ledger: str = "") -> Format:
    return Format(title, ".csv", "text/csv", write, sidecar, ledger)


FORMATS: dict[str, Format] = {
    "incidents-csv": _table("Incidents, a row each range", incidents_csv.write, "incidents"),
    "claims-csv": _table("Claims, a row each", claims_csv.write, "claims"),
    "tally-csv": _table("The tally", tally_csv.write, "tally"),
    "totals-csv": _table("Stated totals beside the incidents", totals_csv.write, "totals"),
    "displacement-csv": _table("Displacement and need", displacement_csv.write, "displacement"),
    "access-csv": _table("Siege and access", access_csv.write, "access"),
    "agreements-csv": _table("Agreements and breaches", agreements_csv.write, "agreements"),
    "control-csv": _table("Who is said to hold what", control_csv.write, "control"),
    "sources-csv": _table("Speakers and publishers", sources_csv.write, "sources"),
    "geojson": Format(
        "Incidents on the map (GeoJSON)", ".geojson", "application/geo+json", geojson.write, ledger="incidents"
    ),
    "jsonl": Format(
        "Reports with their claims (JSON lines)", ".jsonl", "application/x-ndjson", jsonl.write, sidecar, "claims"
    ),
}  # fmt: skip
