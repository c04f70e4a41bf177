"""What is taken out over HTTP: every file, read back, with its notes, its filter, and who may what."""

from __future__ import annotations

import csv
import io
import json
import re
from zipfile import ZipFile

import httpx
import pytest

from sijil import METHOD_VERSION
from sijil.exports.formats import FORMATS
from sijil.register import Register
from tests.web.people.conftest import Desk


def unpacked(answer: httpx.Response) -> tuple[str, str, dict[str, object]]:
    """The file of a download: its name, text and notes."""
    assert answer.status_code == 200
    name = re.findall(r'filename="([^"]+)"', answer.headers["content-disposition"])[0]
    if name.endswith(".zip"):
        with ZipFile(io.BytesIO(answer.content)) as packed:
            file, notes = packed.namelist()
            assert notes == f"{file}-metadata.json"
            return file, packed.read(file).decode(), json.loads(packed.read(notes))
    return name, answer.text, json.loads(answer.text)["sijil"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_file_comes_with_date_method_filter_and_limits(client: httpx.Client, name: str) -> None:
    file, text, notes = unpacked(client.get(f"/export/{name}?place=Saraqeb&grade=Contested&box=36,35,37,36"))
    assert file.startswith("sijil-") and file.endswith(FORMATS[name].suffix) and text
    assert notes["method"] == METHOD_VERSION and notes["limits"] and str(notes["as_of"]) in file
    assert notes["filter"] == {"place": "Saraqeb", "grades": ["Contested"], "box": [36.0, 35.0, 37.0, 36.0]}


def rows(client: httpx.Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(unpacked(client.get(address))[1].splitlines(keepends=True)))


def test_a_file_holds_what_the_page_shows(client: httpx.Client) -> None:
    assert {row["incident"] for row in rows(client, "/export/incidents-csv?disputed=1")} == {"I-courier-1"}
    assert {row["publisher"] for row in rows(client, "/export/claims-csv?publisher=bulletin")} == {"State Bulletin"}
    (total,) = rows(client, "/export/totals-csv")
    assert (total["low"], total["explained_low"], total["unexplained_low"]) == ("84", "4", "79")
    killed = next(row for row in rows(client, "/export/tally-csv") if row["group"] == "children")
    assert (killed["low"], killed["Contested"], killed["disputed"], killed["sources"]) == ("3", "1", "1", "2")
    natures = {row["nature"] for row in rows(client, "/export/displacement-csv")}
    assert natures == {"observed", "forecast", "share"}
    assert {row["place"] for row in rows(client, "/export/access-csv")} == {"Alwaer"}
    assert [row["guarantors"] for row in rows(client, "/export/agreements-csv")] == ["Turkey"]
    assert [row["place"] for row in rows(client, "/export/control-csv")] == ["Alwaer"]
    assert {row["role"] for row in rows(client, "/export/sources-csv")} == {"speaker", "publisher"}


def test_a_filter_that_is_not_understood_gives_no_file(client: httpx.Client) -> None:
    answer = client.get("/export/claims-csv?since=yesterday")
    assert answer.status_code == 400 and "no date" in answer.text
    assert client.get("/export/spreadsheet").status_code == 404


def test_the_notes_of_a_picture(client: httpx.Client) -> None:
    notes = client.get("/export/picture?page=/totals&place=Saraqeb&since=2020-01-01").json()
    assert notes["title"] == "Totals" and notes["filter"] == "Place: Saraqeb; From: 1 January 2020"
    assert notes["method"] == METHOD_VERSION and notes["limits"] and notes["decimals"] == 2
    assert client.get("/export/picture?page=/people").status_code == 404


def test_names_and_positions_leave_only_with_the_right_and_all_is_logged(peopled: Desk) -> None:
    reader, admin = peopled.log_in("reader"), peopled.log_in("admin")
    plain = unpacked(reader.get("/export/claims-csv"))[1]
    assert "35.86," in plain and "35.864" not in plain
    for asked in ("names=1", "positions=1"):
        for address in ("/export/claims-csv", "/export/picture"):
            assert reader.get(f"{address}?{asked}").status_code == 403
    assert "35.864" in unpacked(admin.get("/export/claims-csv?positions=1&names=1&place=Saraqeb"))[1]
    assert reader.get("/export/picture?page=/").status_code == 200
    with Register.open(peopled.path) as register:
        taken = [row for row in register.people.accesses() if row.what == "export"]
    assert [(row.who, row.body["format"], row.body["names"]) for row in taken] == [
        ("Rima", "claims-csv", False), ("Amal", "claims-csv", True), ("Rima", "picture", False),
    ]  # fmt: skip
    assert taken[1].body["filter"] == {"place": "Saraqeb"} and taken[1].body["way"] == "desk"


def test_only_who_may_is_offered_names(peopled: Desk) -> None:
    for role, offered in (("reader", False), ("editor", False), ("admin", True)):
        page = peopled.log_in(role).get("/").text
        menu = page.split("data-out", 1)[1].split("</details>", 1)[0]
        assert ("exact positions" in menu) is offered and "/export/incidents-csv" in menu
    assert peopled.ask().get("/export/claims-csv").status_code == 303
