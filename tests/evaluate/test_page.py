"""The page of mistakes: whole, safe and without anything from outside."""

from __future__ import annotations

import re

from lxml import html

from sijil.evaluate.page import page
from tests.evaluate.telling import compared, killed, situation, text

TEXT = text('Raids killed five <b>civilians</b> & "others" in Idlib. Aid was blocked.')


def made() -> str:
    gold = [killed("killed five <b>civilians</b>", 5, place="Idlib"), situation("access", "Aid was blocked")]
    read = [killed("five <b>civilians</b>", 5, place="Homs", confidence=0.91), killed("Aid", 9)]
    return page("gold <1>.jsonl", [compared(gold, read)], {"doc": TEXT})


def test_what_reports_say_is_never_markup() -> None:
    assert "<b>civilians" not in made() and "gold <1>" not in made()


def test_nothing_comes_from_outside() -> None:
    assert not re.search(r"<script|<link|src=|https?://|url\(|@import", made())


def test_every_link_has_its_target_and_every_id_is_unique() -> None:
    tree = html.fromstring(made())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in tree.xpath("//a/@href")} <= set(ids)


def test_a_mistake_has_its_sentence_its_values_and_its_report() -> None:
    (found,) = html.fromstring(made()).xpath("//section[@id='place-sentence']//li[contains(@class, 'item')]")
    assert found.xpath(".//mark[@class='both']")[0].text_content() == "five <b>civilians</b>"
    told = " ".join(" ".join(found.itertext()).split())
    assert "annotated Idlib predicted Homs confidence 0.91" in told and told.endswith("doc")


def test_every_table_cell_has_a_header_and_headings_go_down_by_one() -> None:
    tree = html.fromstring(made())
    assert tree.xpath("//table") and not tree.xpath("//table[not(.//th[@scope])]")
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_no_mistakes_is_a_page_too() -> None:
    assert "Mistakes on" in page("gold", [compared([], [])], {})
