"""The page of a report, the list of reports and the original, asked over HTTP."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from sijil import pipeline
from sijil.register import Register
from sijil.steps.clean import clean
from sijil.steps.read import read_bytes
from sijil.web.pages.original import SHOWN
from sijil.web.pages.report import Asked, Beside, by_kind
from tests.web.people.conftest import post
from tests.web.sample import COURIER, claim, courier, report

PAGE = b"""<!doctype html><html><head><title>x</title><link rel="preconnect" href="https://evil.example">
<meta http-equiv="refresh" content="0;url=https://evil.example">
<style>p { background: url(https://evil.example) }</style>
<base href="https://evil.example/"></head><body onload="alert(1)"><script>alert(2)</script>
<p style="color:red" dir="rtl">Five people <b onclick="x()">died</b> <img src="https://evil.example/x" alt="">there.</p>
<form action="https://evil.example"><input name="q"></form><a href="https://evil.example" ping="https://evil.example">more</a>
<svg><script>alert(3)</script></svg><iframe src="https://evil.example"></iframe></body></html>"""


def test_claims_are_told_by_kind_and_shown_by_kind(client: httpx.Client, ids: dict[str, str]) -> None:
    address = f"/reports/{ids['courier']}"
    whole, some = client.get(address).text, client.get(f"{address}?kind=displacement").text
    assert re.findall(r'class="k-(\w+)" href="[^"]*">\w+ <b>(\d+)</b>', whole) == [
        ("casualty", "3"), ("displacement", "3"),
    ]  # fmt: skip
    assert len(re.findall(r'<article class="claim"', some)) == 3
    assert '<mark class="k-casualty' not in some
    assert 'aria-current="true">Displacement' in some
    assert len(re.findall(r'<article class="claim"', client.get(f"{address}?kind=rumour").text)) == 6


def test_what_is_kept_of_the_archive_is_told(client: httpx.Client, ids: dict[str, str]) -> None:
    page = client.get(f"/reports/{ids['courier']}").text
    for words in ("SHA-256", "Hashed again for this page", "file /reports/courier", "text/plain", "utf-8"):
        assert words in page


def test_long_lists_of_claims_come_in_pages(register_path: Path) -> None:
    text = clean(report("word " * 250, "long", "X", None))
    claims = [claim(text, n + 1, "long", "word") for n in range(250)]
    beside = Beside.of(claims, Asked(page=3))
    assert (beside.number, beside.pages, len(beside.shown), beside.at[101]) == (3, 3, 50, 2)
    assert Beside.of([], Asked(page=9)).number == 1
    assert by_kind(claims) == {"casualty": 250}
    assert Asked(kind="need", page=2, names=True).query(page=3) == "?kind=need&page=3&names=1"


def test_a_near_copy_is_marked_on_both_pages_and_in_the_list(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    again = report(COURIER + "More soon.\n", "again", "The Mirror", date(2020, 1, 25))
    text = clean(again)
    with Register.open(path) as register:
        first = register.reports()[0].id
        id_ = register.add(again, text, [replace(one, id=f"{one.id}-again") for one in courier(text)]).report_id
        pipeline.derive(register)
    assert "near-copy of The Courier" in client.get("/reports").text
    copy, original = (client.get(f"/reports/{one}").text for one in (id_, first))
    assert f'A near-copy of <a href="/reports/{first}">' in copy
    assert f'Repeated nearly to the letter by <a href="/reports/{id_}">The Mirror</a>' in original


def test_reports_are_found_by_words_days_and_what_is_left_to_judge(client: httpx.Client) -> None:
    def listed(query: str) -> list[str]:
        page = client.get(f"/reports?{query}").text
        return re.findall(r'<th scope="row"[^>]*><a href="[^"]*">(?:<bdi[^>]*>)?([^<]*)', page)

    assert listed("") == ["courier", "bulletin", "siege"]
    assert listed("words=STATE+bull") == ["bulletin"]
    assert listed("since=2020-01-25") == ["bulletin"]
    assert listed("until=2020-01-24") == ["courier"]
    assert listed("sort=newest") == ["siege", "bulletin", "courier"]
    assert listed("open=1") == ["courier", "bulletin", "siege"]
    assert listed("words=nothing") == []
    assert "is no date" in client.get("/reports?since=yesterday").text


def test_how_much_of_a_report_is_judged(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    with Register.open(path) as register:
        for id_ in ("courier-1", "courier-2"):
            register.judge("accept", id_, {}, "Rana", "read")
        register.judge("comment", "courier-3", {}, "Rana", "unclear")
    assert '<td class="number" data-label="Judged">2 of 6</td>' in client.get("/reports").text
    report_ = next(iter(re.findall(r"/reports/(R-\w+)", client.get("/reports").text)))
    page = client.get(f"/reports/{report_}").text
    assert "2 of 6 judged" in page
    assert "Accept all 4 that nobody has judged" in page


def test_all_that_nobody_judged_is_accepted_at_once(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    id_ = next(iter(re.findall(r"/reports/(R-\w+)", client.get("/reports").text)))
    page = client.get(f"/reports/{id_}").text
    form = page[page.index('class="accept-all"') :].split("</form>")[0]
    pairs = re.findall(r'name="(subject|state)" value="([^"]*)"', form)
    fields = [*pairs, ("verb", "accept"), ("who", "Rana"), ("reason", "all read"), ("back", f"/reports/{id_}")]
    answer = client.post(
        "/judge", content="&".join(f"{name}={value}" for name, value in fields),
        headers={"origin": str(client.base_url).rstrip("/"), "content-type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert answer.status_code == 303
    with Register.open(path) as register:
        assert [(row.verb, row.subject) for row in register.judgements()] == [
            ("accept", f"courier-{n}") for n in range(1, 7)
        ]


def test_a_claim_s_fields_are_corrected_in_one_judgement(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    page = client.get("/claims/courier-1/fields").text
    fields = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', page))
    assert fields["was_low"] == "5" and fields["was_group"] == "civilians"
    told = {name.replace("was_", "to_"): value for name, value in fields.items() if name.startswith("was_")}
    told |= {"to_low": "4", "to_group": "people", "who": "Rana", "reason": "the words say four people"}
    assert post(client, "/judge", **{**fields, **told}).status_code == 303
    with Register.open(path) as register:
        assert register.judgements()[0].value == {"low": 4, "group": "people"}


@pytest.mark.parametrize("address", ["/reports/R-none", "/reports/R-none/original", "/claims/none/fields"])
def test_what_is_not_there_is_told(client: httpx.Client, address: str) -> None:
    assert client.get(address).status_code == 404


def archived(path: Path, data: bytes, media: str) -> str:
    """Puts a report without claims into a register."""
    with Register.open(path) as register:
        one = read_bytes(data, doc="page.html" if media == "text/html" else "page.txt", retrieval="test")
        assert one.media == media
        return register.add(one, clean(one), []).report_id


def test_nothing_of_a_page_acts_loads_or_leads_anywhere(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    id_ = archived(path, PAGE, "text/html")
    answer = client.get(f"/reports/{id_}/original/shown")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "sandbox" in policy and "form-action 'none'" in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    for words in ("evil", "alert", "script", "onload", "onclick", "style", "iframe", "form action", "href"):
        assert words not in answer.text.replace('<meta charset="utf-8">', "")
    assert '<p dir="rtl">Five people <b>died</b> there.</p>' in answer.text
    page = client.get(f"/reports/{id_}/original").text
    assert f'<iframe class="came" src="/reports/{id_}/original/shown" sandbox=""' in page


def test_plain_text_is_shown_as_text(client: httpx.Client, ids: dict[str, str]) -> None:
    shown = client.get(f"/reports/{ids['bulletin']}/original/shown").text
    assert "&lt;script&gt;document.title" in shown and "<script" not in shown


def test_the_exact_bytes_come_with_their_hash(client: httpx.Client, ids: dict[str, str], register_path: Path) -> None:
    answer = client.get(f"/reports/{ids['courier']}/original/bytes")
    with Register.open(register_path) as register:
        assert answer.content == register.report(ids["courier"])[0].data
    digest = hashlib.sha256(answer.content)
    assert answer.headers["x-sha256"] == digest.hexdigest()
    assert answer.headers["repr-digest"] == f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    assert answer.headers["content-disposition"] == f'attachment; filename="{ids["courier"]}.txt"'
    assert answer.headers["content-type"] == "application/octet-stream"


def test_pages_keep_their_own_policy(client: httpx.Client, ids: dict[str, str]) -> None:
    answer = client.get(f"/reports/{ids['courier']}")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-frame-options"] == "DENY"


def test_every_kind_of_file_that_is_read_can_be_shown() -> None:
    assert set(SHOWN) == {"text/html", "text/plain", "application/json"}
