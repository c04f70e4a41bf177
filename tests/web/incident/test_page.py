"""The page of one incident, over HTTP."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx

from sijil import pipeline
from sijil.register import Register
from sijil.steps.clean import clean
from sijil.web.words import said_by
from tests.builders import SARAQEB, World
from tests.web.conftest import served
from tests.web.incident.crowd import ID
from tests.web.people.conftest import Desk, token
from tests.web.sample import BULLETIN, COURIER, bulletin, courier, report
from tests.web.test_judging import Own, send

PAGE = "/incidents/I-courier-1"


def plain(page: str) -> str:
    """The words of a page without its markup."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page))).replace(" .", ".").replace(" ,", ",")


def part(page: str, id_: str) -> str:
    """A section of the page, by the id of its heading, up to the end of it."""
    return page[page.index(f'id="{id_}"') :].split("</section>")[0]


def nameless(path: Path) -> Path:
    """A register where a paper tells of a denial and not of who denies."""
    told = (
        (report(COURIER, "courier", "The Courier", date(2020, 1, 24)), courier),
        (report(BULLETIN, "bulletin", "State Bulletin", date(2020, 1, 25)), bulletin),
    )
    with Register.open(path) as register:
        for archived, said in told:
            text = clean(archived)
            register.add(archived, text, [replace(c, speaker=()) if c.kind == "denial" else c for c in said(text)])
        pipeline.derive(register)
    return path


def test_one_sentence_says_what_is_reported(client: httpx.Client) -> None:
    told = plain(client.get(PAGE).text.split('class="sentence">')[1].split("</p>")[0])
    assert told.strip().startswith(
        "4-5 civilians are reported killed (children: 3) in an airstrike on 23 January 2020 in Saraqeb, Idlib, Syria, "
        "going by "
    ), "a range is in no source's mouth"
    assert "Blamed: Syrian government forces. Denied by defence ministry." in told


def test_who_says_what_stands_by_source_with_the_words(client: httpx.Client) -> None:
    page = client.get(PAGE).text
    said = part(page, "said")
    assert said.count('class="telling"') == 2 and said.count('class="source"') == 2
    for words in (
        "Five civilians, three of them children, died on Thursday",
        "The Courier",
        "State Bulletin",
        "retrieved",
    ):
        assert words in said
    assert "Grade: Contested" in page and "2 independent sources" in page


def test_a_denial_stands_beside_what_it_denies(client: httpx.Client) -> None:
    page = client.get(PAGE).text
    denial = part(page, "disputes")
    assert denial.index("Five civilians, three of them") < denial.index("no aircraft had struck Saraqeb")
    assert 'href="#d-bulletin-1"' in part(page, "said") and 'id="d-bulletin-1"' in denial


def test_a_denial_whose_speaker_is_not_told_is_told_in_one_wording() -> None:
    world = World()
    killed = world.report("Harbour Post", "2020-01-24").killed("5", day="2020-01-23", at=SARAQEB, attack="airstrike")
    paper = world.report("Coastline", "2020-01-25")
    denial = paper.denies(killed, "the army rejected the charge", "2020-01-23")
    own = "a denial reported in Coastline, speaker not told"
    assert world.only().grade_reasons[1].startswith(f"{own} (2020-01-25): «")
    assert said_by(denial, paper.info) == own


def test_head_disputes_grade_and_sheet_tell_of_a_denial_alike(tmp_path: Path) -> None:
    with served(nameless(tmp_path / "denied.db")) as address, httpx.Client(base_url=address) as client:
        page, sheet = client.get(PAGE).text, client.get(f"{PAGE}/sheet").text
    own = "a denial reported in State Bulletin, speaker not told"
    head = plain(page.split('class="sentence">')[1].split("</p>")[0])
    assert head.endswith(f"Against it stands {own}."), head
    assert all(own in plain(part(page, id_)) for id_ in ("disputes", "grade")), "one wording everywhere"
    assert f"Against it stands {own}." in plain(sheet) and f"A{own[1:]} (" in plain(sheet)


def test_sources_that_differ_are_told_so_field_by_field(client: httpx.Client, crowd: httpx.Client) -> None:
    told = plain(part(client.get(PAGE).text, "said").split('id="differ"')[1].split("</dl>")[0])
    assert "Civilians killed 5 town's rescuers" in told and "Day" not in told
    said = part(crowd.get(f"/incidents/{ID}").text, "said")
    told = plain(said.split('id="differ"')[1].split("</dl>")[0])
    assert "Day 23 January 2020" in told and "24 January 2020 Relief Committee" in told
    assert "Who did it Syrian government forces" in told and "opposition fighters Relief Committee" in told
    page = "".join(crowd.get(f"/incidents/{ID}?part={n}").text for n in (1, 2, 3))
    days = re.findall(r'data-label="Happened"><p>(\d+) January 2020</p>( <a class="odds")?', page)
    assert {day for day, odd in days if odd} == {"24"} and len(days) == 41, "what most sources say is not marked"


def test_bounds_are_drawn_on_one_scale_and_what_is_set_aside_faint(client: httpx.Client) -> None:
    drawing = part(client.get(PAGE).text, "ranges")
    assert drawing.count('class="marks whole"') == 2 and drawing.count('class="marks source"') == 3
    axes = re.findall(r'<svg class="axis".*?</svg>', drawing)
    assert len(axes) == 2 and axes[0] == axes[1], "children are drawn on the scale of all who were killed"
    assert re.findall(r">(\d+)</text>", axes[0]) == ["0", "2", "4"]


def test_an_incident_of_many_sources_folds_and_pages(crowd: httpx.Client) -> None:
    page = crowd.get(f"/incidents/{ID}").text
    assert "going by 41 independent sources" in plain(page)
    said = part(page, "said")
    assert said.count('class="telling"') == 20 and "Part 1 of 3" in plain(said)
    assert 'href="/incidents/I-s0-1?part=2#said"' in said
    told = " ".join(plain(part(crowd.get(f"/incidents/{ID}?part={n}").text, "said")) for n in (1, 2, 3))
    assert "Wire Paper 0 (via 2 publishers) one source, 3 reports" in told and "2 reports more with the same" in told
    assert "40. " in told and "41. " in told
    assert "33 more" in plain(part(page, "ranges"))
    assert crowd.get(f"/incidents/{ID}?part=x").text.count('class="telling"') == 20


def test_the_list_that_one_came_from_stays(client: httpx.Client) -> None:
    page = client.get(f"{PAGE}?place=Idlib&part=1").text
    head = page[page.index("crumbs") : page.index("<h1>")]
    assert 'href="/?place=Idlib"' in head and "2 of 2" in plain(head)
    assert re.search(r'rel="prev" .*href="/incidents/I-bulletin-4\?place=Idlib"', head)
    assert 'name="back" value="/incidents/I-courier-1?place=Idlib"' in page


def test_another_incident_is_found_by_title_place_and_day(client: httpx.Client) -> None:
    def found(words: str) -> list[str]:
        page = client.get(PAGE, params={"find": words}).text
        return re.findall(r'type="radio" name="with" value="([^"]+)"', page)

    assert found("") == ["I-bulletin-4", "I-siege-4"]
    assert found("shelling Idlib") == ["I-bulletin-4"]
    assert found("2020-01-22") == ["I-bulletin-4"]
    assert found("nothing at all") == [] and found('"(') == []
    assert '<details name="deed" id="pair" data-key="m" open>' in client.get(PAGE, params={"find": "shelling"}).text


def test_history_tells_each_decision_and_what_took_it_back(own: Own) -> None:
    client, _ = own
    send(client, verb="grade", subject="I-courier-1", grade="Weak", reason="one voice <b>")
    send(client, verb="reject", subject="bulletin-3", reason="not of this raid")
    send(client, verb="withdraw", subject="1", reason="two voices after all")
    send(client, verb="comment", subject="I-courier-1", reason="ask the rescuers again")
    history = part(client.get(PAGE).text, "history")
    words = plain(history)
    assert "this incident graded Weak withdrawn one voice <b>" in words and "<b>" not in history
    assert "Withdrawn: two voices after all" in words and 'class="gone" id="j-1"' in history
    assert "four people died in <b>Saraqeb</b> rejected not of this raid" in words
    assert words.index("Comments") < words.index("ask the rescuers again")
    assert 'href="/judgements/2"' in history


def test_a_person_s_grade_is_shown_in_clear_and_the_method_s_apart(peopled: Desk) -> None:
    editor = peopled.log_in("editor")
    send(editor, verb="grade", subject="I-courier-1", grade="Weak", reason="Abu Khaled heard both", csrf=token(editor))
    box = plain(part(editor.get(PAGE).text, "grade"))
    line, rest = box.split("What the method says")
    assert "Graded Weak by Zaid on " in line and ": Abu Khaled heard both" in line and "withheld" not in line
    assert rest.strip().startswith("By method 0.3 it would be Contested, because "), rest
    assert "Zaid" not in rest and "graded Weak by one of the team" in plain(editor.get(f"{PAGE}/sheet").text)


def test_a_split_says_where_the_rest_is_by_its_title(own: Own) -> None:
    client, _ = own
    send(client, verb="split", subject="I-courier-1", claims=["bulletin-3"], reason="another street")
    head = client.get(PAGE).text.split("<h1>")[1].split("</header>")[0]
    assert re.search(r'What stood in it is also in <a href="/incidents/I-bulletin-3">Airstrike, Saraqeb', head), head


def test_what_was_merged_and_split_is_in_the_history_of_both(own: Own) -> None:
    client, _ = own
    send(client, verb="split", subject="I-courier-1", claims=["bulletin-3"], reason="another street")
    for page in (PAGE, "/incidents/I-bulletin-3"):
        assert "1 claim split off another street" in plain(part(client.get(page).text, "history"))
    send(client, verb="same", subject="I-courier-1", **{"with": "I-bulletin-4"}, reason="the same day after all")
    page = client.get("/incidents/I-bulletin-4").text
    assert "held to be one event with" in plain(part(page, "history")) and "is now part of" in page


def test_an_empty_incident_is_told_as_such(client: httpx.Client) -> None:
    page = client.get("/incidents/I-siege-4").text
    told = "12 civilians are reported injured in shelling in a place that nobody names, day not known"
    assert told in plain(page) and "going by an unnamed publisher (siege)." in plain(page)
    assert client.get("/incidents/I-nothing").status_code == 404
