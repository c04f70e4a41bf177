"""Names of private persons on the ledgers of a desk with users: not sent before they are asked for."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from sijil.register import Register
from sijil.web.speakers import speaker_key
from tests.web.conftest import served
from tests.web.ledgers.conftest import build
from tests.web.people.conftest import PASSWORD, post

WITNESS = "Rana Darwish"
PAGES = [
    "/access", "/sources", "/sources?by=name", f"/sources/speaker/{speaker_key(WITNESS)}", "/control", "/agreements",
    "/displacement", "/displacement/march-3", "/words?claims=march-1,march-3",
]  # fmt: skip


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_a_witness_is_named_on_no_ledger_before_it_is_asked_for(tmp_path: Path, role: str) -> None:
    path = build(tmp_path / "people.db")
    with Register.open(path) as register:
        register.people.add("Huda", role, PASSWORD, "keeper")
    with served(path) as address, httpx.Client(base_url=address) as client:
        post(client, "/log-in", name="Huda", password=PASSWORD)
        for page in PAGES:
            answer = client.get(page)
            assert answer.status_code == 200, page
            assert "Darwish" not in answer.text and "Rana" not in answer.text, page
            shown = client.get(page, params={**dict(httpx.URL(page).params), "names": "1"}).text
            named = page in PAGES[:4] or page.startswith("/words")
            assert ("Darwish" in shown) == (role == "reviewer" and named), page
    with Register.open(path, create=False) as register:
        looked = [str(row) for row in register.people.accesses() if row.what == "look"]
    assert bool(looked) == (role == "reviewer") and not any("Darwish" in row for row in looked)
