"""The search page without a browser."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from sijil import pipeline
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.sample import SARAQEB, claim, report
from tests.web.test_pages import section


def test_the_page_stands_without_scripts_and_every_page_has_the_field(client: httpx.Client) -> None:
    page = client.get("/search").text
    assert 'id="seek"' in page and " style=" not in page and "No " not in section(page, "<main", "</main>")
    assert 'action="/search"' in client.get("/").text


def test_results_by_kind_with_counts_and_marked_words(client: httpx.Client) -> None:
    page = client.get("/search?q=saraqeb").text
    for words in ("1 incident<", "4 claims<", "2 reports<", "/incidents/I-courier-1", "/reports/R-"):
        assert words in page
    assert page.count('<mark class="found">Saraqeb</mark>') >= 6 and "saraqeb</mark>" not in page
    assert "veiled" not in section(page, "incidents-title", "claims-title")


def test_quotes_are_marked_where_they_are_and_never_markup(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": '"owned script"', "of": "claims"}).text
    assert "&lt;/<" not in page and "<script>document" not in page
    assert '<mark class="found">owned&#34;&lt;/script</mark>' in page


@pytest.mark.parametrize("question", ['"><script>alert(1)</script>', "' OR 1=1 --", '"', "{", "-", "x" * 2000, "%00"])
def test_whatever_is_asked_gives_a_page(client: httpx.Client, question: str) -> None:
    answer = client.get("/search", params={"q": question})
    assert answer.status_code == 200 and "<script>alert" not in answer.text


def test_one_kind_has_pages(client: httpx.Client) -> None:
    page = client.get("/search?q=saraqeb&of=claims").text
    assert 'id="claims-title"' in page and 'id="reports-title"' not in page and "Page 1" not in page
    assert client.get("/search?q=saraqeb&of=claims&page=9").status_code == 200
    assert 'id="claims-title"' in client.get("/search?q=saraqeb&of=rumours").text


def test_filters_narrow_and_stay_in_the_addresses(client: httpx.Client) -> None:
    page = client.get("/search?q=saraqeb&kind=denial&place=idlib").text
    assert "1 claim<" in page and "kind=denial" in section(page, 'aria-label="Kinds of results"', "</nav>")
    assert "There is no kind" in client.get("/search?q=x&kind=rumour").text


def test_persons_are_blurred_and_places_are_not(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    with Register.open(path) as register:
        archived = report("The baker Mahmoud Darwazi was held near Saraqeb, he said.", "baker", "", None)
        text = clean(archived)
        told = [
            claim(text, 1, "baker", "was held near Saraqeb", speaker=("Mahmoud Darwazi",), place="Saraqeb", at=SARAQEB)
        ]
        register.add(archived, text, told)
        pipeline.derive(register)
    page = client.get("/search?q=darwazi").text
    assert "veiled" in section(page, "claims-title", "</section>") and "veiled" in section(
        page, "reports-title", "foot"
    )
    assert '<mark class="found">Saraqeb</mark>' in section(
        client.get("/search?q=saraqeb").text, "reports-title", "foot"
    )


def test_a_rejected_claim_is_shown_as_one_and_only_when_asked_for(own: tuple[httpx.Client, Path]) -> None:
    client, path = own
    with Register.open(path) as register:
        pipeline.judge(register, "reject", "courier-3", {}, "Amal", "repeats the headline")
    assert "At least 84" not in section(client.get("/search?q=coordinators").text, "claims-title", "</section>")
    page = section(client.get("/search?q=coordinators&rejected=1").text, "claims-title", "</section>")
    assert "At least 84" in page and ">rejected<" in page
