"""A small register for the desk's tests: real reports, archived and derived as always, with claims written by hand.

Written by hand so that these tests say what the desk shows, whatever the reader of English makes of a sentence.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sijil import pipeline
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.party import Party
from sijil.model.period import Period, precision_of
from sijil.model.place import Place
from sijil.model.report import Report, Text
from sijil.register import Register
from sijil.steps.clean import clean
from sijil.steps.read import read_bytes

SARAQEB = Place("Saraqeb", "gn:1", "Saraqeb", "town", 35.864, 36.805, ("Syria", "Idlib"))
IDLIB = Place("Idlib province", "SY-ID", "Idlib", "province", admin=("Syria",), outline="SY-ID")
ALWAER = Place("Alwaer", "gn:2", "Alwaer", "exact", 34.746, 36.668, ("Syria", "Homs"))
FORCES = Party("regime forces", "sy-gov", "Syrian government forces", "state forces", "sy-gov")

COURIER = """Strike on a family home in Saraqeb

Five civilians, three of them children, died on Thursday when jets hit a house in Saraqeb, the town's rescuers said.

At least 84 civilians have been killed across Idlib province in ten days, the relief coordinators said on Friday.

Some 350,000 people have left their homes since the first of December, the UN said.

Another 650,000 could be uprooted if the raids go on, one aid group warned.

Half of the country's people, or 50 per cent, have been displaced, an envoy said.

Comments (0) <script>alert("reader")</script>
"""
BULLETIN = """The ministry answers

The defence ministry said that no aircraft had struck Saraqeb on Thursday.

A truce with Turkey as its guarantor has been in force since 12 January, the ministry said.

Shells wounded nine people somewhere in Idlib province on Wednesday, the ministry said.

<script>document.title = "owned"</script> & four people died in <b>Saraqeb</b> on Thursday, a reporter there said.
"""
SIEGE = """Nothing left in the pharmacies

Residents of Alwaer say that medicines have run out. The forces around the district let no sick person leave.

The besieging forces hold the northern road into Alwaer, residents say.

Twelve people were hurt by shells somewhere in the countryside.
"""


def days(first: date = date(2020, 1, 23), last: date | None = None) -> Period:
    """A period of known days."""
    return Period(first, last or first, precision_of(first, last or first))


def report(content: str, name: str, source: str, published: date | None) -> Report:
    """A report as it would come from a file."""
    data = content.encode()
    return read_bytes(data, doc=name, retrieval=f"file /reports/{name}", published=published, source=source)


def claim(text: Text, number: int, doc: str, quote: str, **fields: Any) -> Claim:
    """A claim whose quote is somewhere in the text."""
    start = text.content.index(quote)
    return Claim(
        f"{doc}-{number}", doc, number, fields.pop("kind", "casualty"), quote, (start, start + len(quote)), **fields
    )


def courier(text: Text) -> list[Claim]:
    """What the courier's report says."""
    strike: dict[str, Any] = {
        "period": days(), "place": "Saraqeb", "at": SARAQEB, "attack": "airstrike", "actor": "jets",
        "party": FORCES, "speaker": ("town's rescuers",), "measure": "killed", "scope": "incident",
    }  # fmt: skip
    ten_days = days(date(2020, 1, 14), date(2020, 1, 24))
    winter = days(date(2019, 12, 1), date(2020, 1, 24))
    return [
        claim(text, 1, "courier", "Five civilians, three of them children, died on Thursday", group="civilians",
              figure=Figure(5, 5), **strike),
        claim(text, 2, "courier", "three of them children", group="children", figure=Figure(3, 3), part_of=True,
              **strike),
        claim(text, 3, "courier", "At least 84 civilians have been killed", group="civilians", measure="killed",
              figure=Figure(84, None), scope="total", period=ten_days, place="Idlib province", at=IDLIB,
              speaker=("relief coordinators",)),
        claim(text, 4, "courier", "Some 350,000 people have left their homes", kind="displacement", measure="displaced",
              figure=Figure(350000, 350000, True), scope="total", period=winter, speaker=("UN",)),
        claim(text, 5, "courier", "Another 650,000 could be uprooted", kind="displacement", measure="displaced",
              figure=Figure(650000, 650000), status="projected", speaker=("aid group",)),
        claim(text, 6, "courier", "50 per cent, have been displaced", kind="displacement", measure="displaced",
              figure=Figure(50, 50, unit="percent"), speaker=("envoy",)),
    ]  # fmt: skip


def bulletin(text: Text) -> list[Claim]:
    """What the ministry's bulletin says."""
    return [
        claim(text, 1, "bulletin", "no aircraft had struck Saraqeb on Thursday", kind="denial", status="denied",
              speaker=("defence ministry",), period=days(), place="Saraqeb", at=SARAQEB, denies=("courier-1",)),
        claim(text, 2, "bulletin", "A truce with Turkey as its guarantor has been in force", kind="agreement",
              actor="Turkey", speaker=("ministry",), period=days(date(2020, 1, 12))),
        claim(text, 3, "bulletin", '<script>document.title = "owned"</script> & four people died in <b>Saraqeb</b>',
              group="people", measure="killed", figure=Figure(4, 4), scope="incident", period=days(),
              place="Saraqeb", at=SARAQEB, attack="airstrike", speaker=("reporter <i>there</i>",)),
        claim(text, 4, "bulletin", "Shells wounded nine people", group="people", measure="injured", scope="incident",
              figure=Figure(9, 9), period=days(date(2020, 1, 22)), place="Idlib province", at=IDLIB,
              attack="shelling", speaker=("ministry",)),
    ]  # fmt: skip


def siege(text: Text) -> list[Claim]:
    """What the undated report on the siege says."""
    here: dict[str, Any] = {"place": "Alwaer", "at": ALWAER, "speaker": ("Residents of Alwaer",)}
    return [
        claim(text, 1, "siege", "medicines have run out", kind="access", **here),
        claim(text, 2, "siege", "The forces around the district let no sick person leave", kind="access", **here),
        claim(text, 3, "siege", "The besieging forces hold the northern road into Alwaer", kind="control",
              actor="besieging forces", **here),
        claim(text, 4, "siege", "Twelve people were hurt by shells", measure="injured", group="people",
              attack="shelling", figure=Figure(12, 12), scope="incident",
              period=Period(None, None, "unresolved", "Monday")),
    ]  # fmt: skip


def build(path: Path) -> Path:
    """Writes the register to `path`."""
    sources = (
        (report(COURIER, "courier", "The Courier", date(2020, 1, 24)), courier),
        (report(BULLETIN, "bulletin", "State Bulletin", date(2020, 1, 25)), bulletin),
        (report(SIEGE, "siege", "", None), siege),
    )
    with Register.open(path) as register:
        for archived, claims in sources:
            text = clean(archived)
            register.add(archived, text, claims(text))
        pipeline.derive(register)
    return path
