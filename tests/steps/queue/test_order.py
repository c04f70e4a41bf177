"""The order of the queue, pairs in it, and what is weighed anew when something changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.steps.accepted import accepted
from sijil.steps.link.across import Link
from sijil.steps.link.heirs import Leads
from sijil.steps.link.score import Score
from sijil.steps.queue import Item, Known, Queue, after
from sijil.steps.tally import Findings
from tests.builders import SARAQEB, Told, World

DAY = "2020-01-23"


def known(world: World, weak: Iterable[Link] = (), claims: Iterable[Claim] | None = None) -> Known:
    left = accepted(world.claims if claims is None else claims, world.decided)
    found = replace(world.findings(), claims=left)
    by_report = {told.info.id: tuple(c for c in left if c.doc == told.info.id) for told in world.told}
    return Known(found, by_report, tuple(world.decided), Leads(found.incidents, world.decided), lambda: weak)


def doubtful(world: World) -> tuple[Told, Told]:
    """Two reports of one place and day whose figures leave them apart."""
    one, other = world.report("Courier", "2020-01-24"), world.report("Bulletin", "2020-01-24")
    one.killed("40", day=DAY, at=SARAQEB, attack="airstrike", by="rescuers")
    other.killed("3", day=DAY, at=SARAQEB, attack="chemical", by="doctors")
    return one, other


def keys(queue: Queue) -> list[str]:
    return [item.key for item in queue.items]


def test_the_heaviest_item_comes_first_and_each_can_be_found() -> None:
    world = World()
    doubtful(world)
    queue = Queue(known(world))
    weights = [item.weight for item in queue.items]
    assert weights == sorted(weights, reverse=True) and len(set(keys(queue))) == len(weights)
    assert all(queue.find(item.key) is item for item in queue.items) and queue.find("nobody") is None
    for place, item in enumerate(queue.items):
        assert after(queue.items, item.weight, item.key) == place + 1


def test_two_incidents_that_may_be_one_wait_until_somebody_decides() -> None:
    world = World()
    doubtful(world)
    (pair,) = (item for item in Queue(known(world)).items if item.kind == "pair")
    assert pair.reasons == ("the same place and day, told with other figures or another kind of attack",)
    assert Queue(known(world)).pair_with(pair.subjects[0]) == pair
    for verb in ("unsure", "different", "same"):
        world.decided.clear()
        world.judge(verb, pair.subjects[0], **{"with": pair.subjects[1]})  # type: ignore[arg-type]
        queue = Queue(known(world))
        assert not [item for item in queue.items if item.kind == "pair"], verb
        assert queue.looked == 1


def test_the_people_who_would_be_counted_twice_are_at_stake() -> None:
    few, many = World(), World()
    doubtful(few)
    doubtful(many)[1].killed("30", day=DAY, at=SARAQEB, attack="chemical", by="doctors")
    weights = [next(i for i in Queue(known(world)).items if i.kind == "pair").harm for world in (few, many)]
    assert weights[0] < weights[1]


def test_an_unknown_day_makes_a_pair_less_pressing() -> None:
    world = World()
    one, other = world.report("Courier", "2020-01-24"), world.report("Bulletin", "2020-01-25")
    one.killed("40", day=DAY, at=SARAQEB, attack="airstrike", by="rescuers")
    other.killed("40", at=SARAQEB, attack="airstrike", by="doctors")
    (pair,) = (item for item in Queue(known(world)).items if item.kind == "pair")
    assert pair.reasons[0].endswith("is not known") and pair.doubt == 0.4


def test_reports_that_few_points_made_one_incident_wait_too() -> None:
    world = World()
    one, other = (world.report(name, "2020-01-24") for name in ("Courier", "Bulletin"))
    for told in (one, other):
        told.killed("40", day=DAY, at=SARAQEB, attack="airstrike", by="rescuers")
    assert len(world.incidents()) == 1
    weak = Link("R1-1", "R2-1", Score(4.2, ("same day (+2)",)))
    (join,) = (item for item in Queue(known(world, [weak])).items if item.kind == "join")
    assert join.subjects == ("R1-1", "R2-1") and join.reasons == (
        "linked with 4.2 points where 4 are asked",
        "same day (+2)",
    )
    world.judge("same", "R1-1", **{"with": "R2-1"})
    assert not [item for item in Queue(known(world, [weak])).items if item.kind == "join"]


def test_a_link_that_holds_nothing_together_is_no_item() -> None:
    world = World()
    doubtful(world)
    weak = Link("R1-1", "R2-1", Score(4.2, ()))
    assert not [item for item in Queue(known(world, [weak])).items if item.kind == "join"]


T = TypeVar("T")
VERBS = ("accept", "reject", "comment", "withdraw", "same", "grade")


@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 3)), max_size=6))
def test_a_queue_that_is_kept_up_is_the_one_that_is_made_anew(decisions: list[tuple[str, int]]) -> None:
    world = World()
    one, other = doubtful(world)
    one.killed("2", "children", day=DAY, at=SARAQEB, part_of=True, by="rescuers")
    other.says("denial", "it was not us", status="denied", denies=("R1-1",))
    kept, last = Queue(first := known(world)), first
    claims = [claim.id for claim in world.claims]
    for verb, n in decisions:
        _decide(world, verb, claims[n])
        last = _same_objects(last, known(world))
        kept = Queue(last, kept)
        assert kept.items == Queue(last).items


def _decide(world: World, verb: str, claim: str) -> Judgement:
    if verb == "withdraw":
        return world.judge("withdraw", str(len(world.decided) or 9))
    if verb == "same":
        return world.judge("same", "I-R1-1", **{"with": "I-R2-1"})
    if verb == "grade":
        return world.judge("grade", "I-R1-1", grade="Contested")
    return world.judge(verb, claim)  # type: ignore[arg-type]


def _same_objects(old: Known, new: Known) -> Known:
    """`new` with the objects of `old` wherever they are equal, as a snapshot keeps them."""
    incidents = tuple(_kept(one, old.incidents.get(one.id)) for one in new.findings.incidents)
    graded = {id_: _kept(one, old.findings.assessments.get(id_)) for id_, one in new.findings.assessments.items()}
    claims = {doc: _kept(own, old.claims.get(doc)) for doc, own in new.claims.items()}
    found = Findings(new.findings.claims, incidents, graded, new.findings.reports)
    return Known(found, claims, new.judgements, new.leads, new.weak)


def _kept(now: T, before: T | None) -> T:
    return before if before is not None and before == now else now


def test_items_are_equal_by_what_they_say() -> None:
    assert Item("claim", ("a",), 0.5, 2.0, 1.0, ()) == Item("claim", ("a",), 0.5, 2.0, 1.0, ())
