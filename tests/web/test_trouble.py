"""The desk when the register makes trouble."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from sijil.errors import SijilError
from sijil.register import Register
from sijil.steps.clean import clean
from sijil.web import create_app
from tests.web.conftest import served
from tests.web.sample import report

Own = tuple[httpx.Client, Path]


def test_no_desk_without_a_register(tmp_path: Path) -> None:
    with pytest.raises(SijilError):
        create_app(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_an_empty_register_is_shown_as_empty(tmp_path: Path) -> None:
    with Register.open(tmp_path / "empty.db"):
        pass
    with served(tmp_path / "empty.db") as address, httpx.Client(base_url=address) as client:
        for page in ("/", "/totals", "/displacement", "/access", "/agreements", "/control", "/sources", "/reports"):
            assert client.get(page).status_code == 200
        assert "sijil add FILE" in client.get("/").text
        assert client.get("/map.geojson").json()["features"] == []


def test_a_register_that_went_away_is_told_in_one_line(own: Own) -> None:
    client, path = own
    for file in path.parent.glob("own.db*"):
        file.unlink()
    answer = client.get("/")
    assert 400 <= answer.status_code < 600 and 'role="alert"' in answer.text and "Traceback" not in answer.text
    assert not path.exists()


def test_what_came_in_since_is_told(own: Own) -> None:
    client, path = own
    assert "sijil rebuild" not in client.get("/").text
    with Register.open(path) as register:
        late = report("Nothing new\n\nA quiet day.\n", "late", "The Courier", None)
        register.add(late, clean(late), ())
    assert "sijil rebuild" in client.get("/").text


def test_a_locked_register_is_read_and_its_writer_waits_or_is_told(own: Own) -> None:
    client, path = own
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert client.get("/").status_code == 200
        form = {"verb": "accept", "subject": "courier-1", "who": "A. Reader", "reason": "read it"}
        origin = str(client.base_url).rstrip("/")
        answer = client.post("/judge", data=form, headers={"origin": origin}, timeout=30)
        assert answer.status_code == 503 and 'role="alert"' in answer.text
        assert int(answer.headers["retry-after"]) > 0
        other.execute("ROLLBACK")


def test_many_ask_at_once(desk: str) -> None:
    def ask(number: int) -> int:
        page = ("/", "/totals", "/incidents/I-courier-1", "/map.geojson")[number % 4]
        return httpx.get(desk + page, timeout=60).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(40))) == {200}
