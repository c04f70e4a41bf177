"""Every format, read back."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import Any

import pytest

from sijil import METHOD_VERSION
from sijil.exports.formats import FORMATS
from sijil.exports.material import Material
from sijil.record import claim_from_json
from tests.exports.conftest import claims


def table(material: Material, format_: str) -> list[dict[str, str]]:
    text = "".join(FORMATS[format_].write(material))
    return list(csv.DictReader(text.splitlines(keepends=True)))


def test_claims_csv(material: Material) -> None:
    town, person, area, total = table(material, "claims-csv")
    assert (town["low"], town["high"], town["kind"], town["publisher"]) == ("5", "5", "casualty", "Agency")
    assert (town["where_prec"], town["latitude"], town["admin"]) == ("1", "35.86", "Syria > Idlib")
    assert (town["date_start"], town["date_end"], town["date_prec"]) == ("2020-01-23", "2020-01-23", "1")
    assert person["quote"] == ""
    assert (area["where_prec"], area["latitude"], area["longitude"]) == ("4", "", "")
    assert (town["recognised"], town["report_day"]) == ("2020-01-24", "2020-01-25")
    assert (area["date_start"], area["date_prec"], area["date_words"]) == ("", "", "on Friday")
    assert area["quote"].startswith("'=HYPERLINK")
    assert (total["low"], total["high"], total["scope"]) == ("84", "", "total")
    assert {row["method"] for row in (town, person, area, total)} == {METHOD_VERSION}
    assert all(date.fromisoformat(row["as_of"]) for row in (town, person, area, total))


def test_incidents_csv_has_a_row_for_each_range_and_no_total(material: Material) -> None:
    rows = table(material, "incidents-csv")
    assert {row["incident"] for row in rows} == {view.incident.id for view in material.incidents}
    killed = next(row for row in rows if (row["measure"], row["group"]) == ("killed", "civilians"))
    assert (killed["low"], killed["high"], killed["where_prec"], killed["date_prec"]) == ("5", "5", "1", "1")
    assert killed["latitude"] == "35.86"
    assert "84" not in {row["low"] for row in rows} and "89" not in {row["low"] for row in rows}


def test_geojson_draws_towns_as_points_and_areas_as_areas(material: Material) -> None:
    made: dict[str, Any] = json.loads("".join(FORMATS["geojson"].write(material)))
    assert made["type"] == "FeatureCollection"
    assert made["sijil"]["method"] == METHOD_VERSION and made["sijil"]["limits"]
    assert len(made["features"]) == len(material.incidents) > 1
    for feature in made["features"]:
        kind = (feature["geometry"] or {}).get("type")
        if feature["properties"]["where_prec"] == 1:
            assert kind == "Point" and feature["geometry"]["coordinates"] == [36.81, 35.86]
        else:
            assert kind in (None, "Polygon", "MultiPolygon")
            assert feature["properties"]["place_name"] == "Idlib"


def test_geojson_without_incidents_is_still_geojson(material: Material) -> None:
    from dataclasses import replace

    made = json.loads("".join(FORMATS["geojson"].write(replace(material, incidents=()))))
    assert made["features"] == []


def test_jsonl_is_the_guides_form_and_comes_back(everything: Material) -> None:
    (line,) = (json.loads(text) for text in FORMATS["jsonl"].write(everything))
    assert line["doc"] == "d" and line["published"] == "2020-01-24"
    back = [claim_from_json(form, "d") for form in line["claims"]]
    assert [(c.quote, c.span, c.figure, c.speaker) for c in back] == [
        (c.quote, c.span, c.figure, c.speaker) for c in claims()
    ]


def test_withheld_quotes_are_null_in_jsonl(material: Material) -> None:
    (line,) = (json.loads(text) for text in FORMATS["jsonl"].write(material))
    assert [claim["quote"] is None for claim in line["claims"]][:2] == [False, True]
    assert "Nasser" not in json.dumps(line) and "Rima" not in json.dumps(line)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_lets_names_or_positions_out(material: Material, name: str) -> None:
    text = "".join(FORMATS[name].write(material))
    for secret in ("Nasser", "Haddad", "Rima", "Toma", "35.864", "36.805"):
        assert secret not in text


@pytest.mark.parametrize("name", sorted(name for name, one in FORMATS.items() if one.sidecar))
def test_sidecars_carry_date_method_and_limits(material: Material, name: str) -> None:
    sidecar = FORMATS[name].sidecar
    assert sidecar
    about = json.loads(sidecar(material, "out.csv"))
    assert about["url"] == "out.csv" and about["limits"] and about["method"] == METHOD_VERSION
