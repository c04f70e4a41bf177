"""A desk on a small register in which every ledger has something of everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from sijil import pipeline
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.party import Party
from sijil.model.report import Text
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.conftest import Watched, served
from tests.web.sample import ALWAER, FORCES, IDLIB, SARAQEB, claim, days, report

REBELS = Party("rebels", "sy-opp", "Syrian opposition factions", "armed group", "sy-opp")
ALWAER_NOW: dict[str, Any] = {"place": "Alwaer", "at": ALWAER}
IDLIB_NOW: dict[str, Any] = {"place": "Idlib province", "at": IDLIB}
SARAQEB_NOW: dict[str, Any] = {"place": "Saraqeb", "at": SARAQEB}

MARCH = """Weeks of siege in Alwaer

Bread has run out in Alwaer, Rana Darwish, a baker, said on the first of March.

The army besieges the district.

About 350,000 people were displaced in Idlib province in January, the UN said. Up to 300,000 were, the ministry said.

At least 400,000 could flee, one aid group warned.

A ceasefire in Idlib took effect on 12 January. The army violated the ceasefire, the town's rescuers said.

Five people died in Saraqeb.

The rebels hold Saraqeb, the town's rescuers said. The army took Saraqeb, the ministry said.
"""
APRIL = """A convoy at last

Bread ran out again in Alwaer on 8 March. The shortage of food ended on 12 March. The next convoy of aid may be stopped.

There is bread enough in Alwaer, the ministry said.

The army holds Saraqeb, the ministry said. No jets struck Saraqeb, the ministry said.

About 500,000 people were displaced in Idlib province in February, the UN said.
"""


def march(text: Text) -> list[Claim]:
    """What the first report says."""
    january = days(date(2020, 1, 1), date(2020, 1, 31))
    moved: dict[str, Any] = {"kind": "displacement", "measure": "displaced", **IDLIB_NOW}
    strike = days(date(2020, 1, 20))
    return [
        claim(text, 1, "march", "Bread has run out", kind="access", period=days(date(2020, 3, 1)),
              speaker=("Rana Darwish",), **ALWAER_NOW),
        claim(text, 2, "march", "The army besieges the district", kind="control", actor="army", party=FORCES,
              **ALWAER_NOW),
        claim(text, 3, "march", "About 350,000 people were displaced", figure=Figure(350000, 350000, True),
              period=january, speaker=("UN",), **moved),
        claim(text, 4, "march", "Up to 300,000 were", figure=Figure(None, 300000), period=january,
              speaker=("ministry",), **moved),
        claim(text, 5, "march", "At least 400,000 could flee", figure=Figure(400000, None), status="projected",
              speaker=("aid group",), **moved),
        claim(text, 6, "march", "A ceasefire in Idlib took effect on 12 January", kind="agreement",
              period=days(date(2020, 1, 12)), **IDLIB_NOW),
        claim(text, 7, "march", "The army violated the ceasefire", kind="blame", actor="army", party=FORCES,
              speaker=("town's rescuers",), **IDLIB_NOW),
        claim(text, 8, "march", "Five people died in Saraqeb", group="civilians", measure="killed", attack="airstrike",
              scope="incident", figure=Figure(5, 5), period=strike, actor="army", party=FORCES,
              speaker=("town's rescuers",), **SARAQEB_NOW),
        claim(text, 9, "march", "The rebels hold Saraqeb", kind="control", actor="rebels", party=REBELS,
              period=days(date(2020, 2, 1)), speaker=("town's rescuers",), **SARAQEB_NOW),
        claim(text, 10, "march", "The army took Saraqeb", kind="control", actor="army", party=FORCES,
              period=days(date(2020, 2, 1)), speaker=("ministry",), **SARAQEB_NOW),
    ]  # fmt: skip


def april(text: Text) -> list[Claim]:
    """What the second report says."""
    february = days(date(2020, 2, 1), date(2020, 2, 29))
    return [
        claim(text, 1, "april", "Bread ran out again in Alwaer", kind="access", period=days(date(2020, 3, 8)),
              **ALWAER_NOW),
        claim(text, 2, "april", "The shortage of food ended", kind="access", eased=True,
              period=days(date(2020, 3, 12)), **ALWAER_NOW),
        claim(text, 3, "april", "The next convoy of aid may be stopped", kind="access", status="projected",
              period=days(date(2020, 3, 13)), **ALWAER_NOW),
        claim(text, 4, "april", "There is bread enough in Alwaer", kind="denial", status="denied",
              speaker=("ministry",), period=days(date(2020, 3, 9)), denies=("april-1",), **ALWAER_NOW),
        claim(text, 5, "april", "The army holds Saraqeb", kind="control", actor="army", party=FORCES,
              period=days(date(2020, 3, 20)), speaker=("ministry",), **SARAQEB_NOW),
        claim(text, 6, "april", "No jets struck Saraqeb", kind="denial", status="denied", speaker=("ministry",),
              period=days(date(2020, 1, 20)), denies=("march-8",), **SARAQEB_NOW),
        claim(text, 7, "april", "About 500,000 people were displaced", kind="displacement", measure="displaced",
              figure=Figure(500000, 500000, True), period=february, speaker=("UN",), **IDLIB_NOW),
    ]  # fmt: skip


def build(path: Path) -> Path:
    """Writes the register to `path`."""
    with Register.open(path) as register:
        for content, name, day, said in ((MARCH, "march", 10, march), (APRIL, "april", 25, april)):
            archived = report(content, name, "Post" if name == "march" else "Wire", date(2020, 3, day))
            text = clean(archived)
            register.add(archived, text, said(text))
        pipeline.derive(register)
    return path


@pytest.fixture(scope="session")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a desk on that register."""
    with served(build(tmp_path_factory.mktemp("ledgers") / "ledgers.db")) as address:
        yield address


@pytest.fixture
def window(browser: Browser, ledgers: str) -> Iterator[Watched]:
    """A fresh window on that desk."""
    context = browser.new_context(base_url=ledgers, viewport={"width": 1280, "height": 900})
    yield Watched(context.new_page())
    context.close()
