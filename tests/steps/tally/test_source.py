"""One source: what it said, who contradicts it, how its figures stand, and what people decided."""

from __future__ import annotations

from datetime import date

from sijil.model.ledger import Judged, SourceSaid, Standing
from sijil.steps.tally import sources
from sijil.steps.tally.source import judged, of_source, rejected, source_said
from tests.builders import ALWAER, SARAQEB, World

OBSERVATORY = "Syrian Observatory for Human Rights"


def said(world: World, name: str, role: str = "speaker") -> SourceSaid:
    """What the source of that name said."""
    found = world.findings()
    rows = sources(found)
    row = next(row for row in rows if (row.role, row.name) == (role, name))
    return source_said(row, of_source(found.claims, found.reports, role, name), found)


def market() -> World:
    """A strike on which three speakers differ, told in two publishers' reports, and one that a single speaker tells."""
    world = World()
    post = world.report("Harbour Post", "2020-01-24")
    post.killed("43", day="2020-01-23", at=SARAQEB, attack="airstrike", by="SOHR")
    post.killed("39", day="2020-01-23", at=SARAQEB, attack="airstrike", by="White Helmets")
    post.killed("2", day="2020-01-20", at=ALWAER, by="SOHR")
    wire = world.report("Meridian Wire", "2020-02-01")
    wire.killed("43", day="2020-01-23", at=SARAQEB, attack="airstrike", by="SOHR")
    return world


def test_kinds_and_months_are_counted_and_others_that_print_it_are_known() -> None:
    found = said(market(), OBSERVATORY)
    assert found.kinds == (("casualty", 3),)
    assert found.months == ((date(2020, 1, 1), 2), (date(2020, 2, 1), 1))
    assert len(found.repeated) == 1 and found.row.alone == 1


def test_a_figure_that_excludes_its_own_and_a_denial_contradict_it() -> None:
    world = market()
    first = world.told[0].claims[0]
    world.report("State Agency", "2020-01-25").denies(first, "no such strike", at=SARAQEB, by="defence ministry")
    found = said(world, OBSERVATORY)
    assert [(one.claim, one.other, one.how) for one in found.against] == [
        ("R1-1", "R3-1", "denied"), ("R1-1", "R1-2", "figure"), ("R2-1", "R1-2", "figure"),
    ]  # fmt: skip
    assert said(world, next(one.by for one in found.against if one.how == "denied")).denies == 1


def test_figures_stand_by_the_range_of_their_incident_and_what_is_alone_is_counted_apart() -> None:
    standing = said(market(), OBSERVATORY).standing
    assert standing == Standing(below=0, inside=2, above=0, alone=1)


def test_a_publisher_speaks_in_its_own_voice_or_quotes() -> None:
    world = market()
    world.told[1].says("access", "no aid came in", at=ALWAER)
    found = said(world, "Meridian Wire", "publisher")
    assert (found.row.claims, found.own_voice) == (2, 1)


def test_what_people_decided_is_counted_by_claims_and_what_was_withdrawn_is_not() -> None:
    world = market()
    world.judge("accept", "R1-1")
    world.judge("correct", "R1-1", low=42)
    world.judge("reject", "R1-2")
    back = world.judge("reject", "R1-3")
    world.judge("withdraw", str(back.id))
    world.judge("accept", "R2-1")
    world.judge("reject", "R2-1")
    assert judged(world.claims, world.decided) == Judged(4, accepted=1, corrected=1, rejected=2, untouched=1)
    assert rejected(world.decided) == ("R1-2", "R2-1")
