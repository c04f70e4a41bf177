"""The list of formats. To add one, write its module and name it here."""

from __future__ import annotations

from sijil.exports import claims_csv, geojson, incidents_csv, jsonl
from sijil.exports.material import Format, Material, Shown, gather
from sijil.exports.sidecar import sidecar

__all__ = ["FORMATS", "Format", "Material", "Shown", "gather"]

FORMATS: dict[str, Format] = {
    "claims-csv": Format(".csv", "text/csv", claims_csv.write, sidecar),
    "incidents-csv": Format(".csv", "text/csv", incidents_csv.write, sidecar),
    "geojson": Format(".geojson", "application/geo+json", geojson.write),
    "jsonl": Format(".jsonl", "application/x-ndjson", jsonl.write, sidecar),
}
