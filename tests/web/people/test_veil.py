"""Names and graphic words: blurred or left out until somebody asks, and every look in the access log."""

from __future__ import annotations

from pathlib import Path

import httpx

from sijil import pipeline
from sijil.model.figure import Figure
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.people.conftest import Desk
from tests.web.sample import FORCES, SARAQEB, claim, days, report

TEXT = (
    "The baker Mahmoud Darwazi died in Saraqeb, his brother Yasin Darwazi said.\n\n"
    "Neighbours found charred doors & a letter to Samira Qabbani. Foreign guests met Walid Muallem there."
)


def named(path: Path) -> str:
    """Adds a report that names people; its page."""
    with Register.open(path) as register:
        archived = report(TEXT, "baker", "The Courier", None)
        text = clean(archived)
        said = claim(
            text, 1, "baker", "The baker Mahmoud Darwazi died in Saraqeb", measure="killed", group="men",
            figure=Figure(1, 1), scope="incident", period=days(), place="Saraqeb", at=SARAQEB, attack="shelling",
            speaker=("Yasin Darwazi",), actor="shells", party=FORCES,
            notes=("told only to be denied: «no body of Zuhayr Qandil was found»",),
        )  # fmt: skip
        outcome = register.add(archived, text, [said])
        pipeline.derive(register)
    return f"/reports/{outcome.report_id}"


PAGES = ("/", "/incidents/I-baker-1", "/claims/baker-1/place", "/search?q=darwazi")
NAMES = ("Mahmoud", "Darwazi", "Yasin", "Samira", "Qabbani", "charred", "Zuhayr", "Qandil", "Walid", "Muallem")


def looks(path: Path) -> list[tuple[str, object]]:
    with Register.open(path) as register:
        return [(row.who, row.body["page"]) for row in register.people.accesses() if row.what == "look"]


def asked(page: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}names=1"


def test_no_name_is_sent_before_it_is_asked_for(peopled: Desk) -> None:
    address = named(peopled.path)
    client = peopled.log_in("reviewer")
    for page in (address, *PAGES[1:3]):
        told = client.get(page).text
        assert not [name for name in NAMES if name in told], page
        assert 'class="veiled"' in told and "[withheld]" in told and ">Show</button>" in told
    assert looks(peopled.path) == []


def test_a_look_is_in_the_access_log(peopled: Desk) -> None:
    address = named(peopled.path)
    client = peopled.log_in("reviewer")
    for page in (address, *PAGES[1:]):
        told = client.get(asked(page)).text
        assert "Darwazi" in told and 'class="veiled"' not in told and "Blur them again" in told
    assert looks(peopled.path)[:2] == [("Huda", address), ("Huda", "/incidents/I-baker-1")]
    assert ("Huda", "/search?q=darwazi") in looks(peopled.path)
    client.get(asked("/totals"))
    assert ("Huda", "/totals") not in looks(peopled.path), "nothing there to see"


def test_a_reader_does_not_see_them(peopled: Desk) -> None:
    address = named(peopled.path)
    client = peopled.log_in("reader")
    for page in (address, *PAGES[1:3]):
        told = client.get(asked(page)).text
        assert not [name for name in NAMES if name in told] and ">Show</button>" not in told
    assert looks(peopled.path) == []


def test_alone_they_are_blurred_and_a_look_is_logged_too(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    address = named(path)
    told = client.get(address).text
    assert '<span class="veiled">Mahmoud Darwazi</span>' in told
    assert '<span class="veiled">charred</span> doors &amp; a letter' in told
    assert 'class="veiled"' not in client.get(asked(address)).text
    assert [page for _, page in looks(path)] == [address]


def test_where_the_log_cannot_be_written_nothing_is_shown(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    address = named(path)
    import sqlite3

    with sqlite3.connect(path) as db:
        db.execute("CREATE TRIGGER full BEFORE INSERT ON access BEGIN SELECT raise(ABORT, 'no'); END")
    answer = client.get(asked(address))
    assert answer.status_code == 503 and "Darwazi" not in answer.text


ARABIC = (
    "قُتل الخباز سامر الدروازي في قصفٍ على سراقب، بحسب شقيقه ياسين.\n\n"
    "وأصيب خمسة مدنيين بينهم طفلان، وانتشلت الفرق جثث الضحايا."
)


def test_an_arabic_report_is_readable_but_for_the_names(peopled: Desk) -> None:
    with Register.open(peopled.path) as register:
        archived = report(ARABIC, "furn", "The Courier", None)
        text = clean(archived)
        said = claim(
            text, 1, "furn", "قُتل الخباز سامر الدروازي", measure="killed", group="men", figure=Figure(1, 1),
            scope="incident", period=days(), place="سراقب", at=SARAQEB, speaker=("ياسين الدروازي",),
        )  # fmt: skip
        outcome = register.add(archived, text, [said])
        pipeline.derive(register)
    told = peopled.log_in("reviewer").get(f"/reports/{outcome.report_id}").text
    assert not [name for name in ("سامر", "الدروازي", "ياسين", "جثث") if name in told]
    assert "وأصيب خمسة مدنيين بينهم طفلان" in told and "سراقب" in told
