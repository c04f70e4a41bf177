"""Fields filled from the mentions of a report, whatever the language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sijil.model.figure import Figure
from sijil.model.period import Period
from sijil.steps.reading.choice import Option, choose
from sijil.steps.reading.draft import UNREAD, Draft
from sijil.steps.reading.fields import MARGIN, STRETCH, fill
from sijil.steps.reading.options import FIELDS
from sijil.steps.reading.scene import Doer, Scene, Spot, Voice, When
from sijil.steps.reading.settling import calibrated, settle
from sijil.steps.reading.wording import chain_of

DAY = Period(date(2020, 1, 2), date(2020, 1, 2), "day", "on Thursday")
TOWN = Spot("Amara", 3, 20, 25, within="Hama")
SCENE = Scene(
    0, 0, 90, 0, "body", spots=(TOWN,), whens=(When(60, 71, DAY, age=0),),
    voices=(Voice(("Horizon Monitor",), 0, 90, "say", 80, subject=(75, 79)),),
    doers=(Doer("regime forces", 40, 53, "by"),), attacks=((30, "shelling"),),
)  # fmt: skip
KILLED = Draft("casualty", 0, 15, 0, 5, "verb before", measure="killed", group="civilians", figure=Figure(5, 5))
#: Weights that want the mentions of the draft's own sentence.
NEAR = {field: {"d0": 1.0} for field in FIELDS} | {"scope": {"incident": 1.0}}


def test_the_mentions_of_the_sentence_fill_the_fields() -> None:
    (draft,) = fill([KILLED], [SCENE], NEAR)
    assert (draft.place, draft.within, draft.period) == ("Amara", "Hama", DAY)
    assert (draft.actor, draft.attack, draft.speaker) == ("regime forces", "shelling", ("Horizon Monitor",))
    assert draft.scope == "incident"


def test_none_leaves_every_field_open() -> None:
    weights = {field: {"none": 1.0} for field in FIELDS}
    (draft,) = fill([KILLED], [SCENE], weights)
    assert (draft.place, draft.period, draft.actor, draft.attack, draft.speaker) == (None, None, None, None, ())


def test_a_part_takes_the_fields_of_its_whole() -> None:
    part = replace(KILLED, start=16, end=19, how="part", group="children", part_of=True)
    whole, told = fill([KILLED, part], [SCENE], NEAR)
    assert (told.place, told.period, told.speaker, told.scope) == (
        whole.place,
        whole.period,
        whole.speaker,
        whole.scope,
    )


def test_blame_takes_no_doer_from_elsewhere() -> None:
    (draft,) = fill([Draft("blame", 0, 15, 0, 5, "accuses")], [SCENE], NEAR)
    assert draft.actor is None and draft.scope is None


def test_the_day_of_a_pact_dates_the_agreement_and_nothing_else() -> None:
    scene = replace(SCENE, whens=(replace(SCENE.whens[0], of_pact=True),))
    pact, harm = fill([Draft("agreement", 0, 15, 0, 5, "signs"), KILLED], [scene], NEAR)
    assert (pact.period, harm.period) == (DAY, None)


def test_a_share_takes_only_a_place_of_its_own_sentence() -> None:
    share = replace(KILLED, kind="displacement", figure=Figure(50, 50, unit="percent"), sentence=1)
    empty = Scene(1, 90, 180, 0, "body")
    (draft,) = fill([share], [SCENE, empty], {field: {"d-1": 1.0} for field in FIELDS})
    assert draft.place is None


def test_a_pointing_word_is_followed_back_and_its_relay_added() -> None:
    pointing = Voice((), 90, 180, "say", 100, "the monitor")
    relay = Voice(("AFP",), 90, 180, "according to", 150)
    later = Scene(1, 90, 180, 90, "body", voices=(pointing, relay))
    assert chain_of(pointing, [SCENE, later]) == ("Horizon Monitor", "AFP")


def test_the_first_option_wins_a_tie_and_probabilities_are_shared() -> None:
    best, sure = choose([Option("a", ("x",)), Option("b", ("x",))], {"x": 3.0})
    assert (best.value, sure) == ("a", 0.5)


def test_only_what_is_likely_a_claim_stays() -> None:
    weights = {"group": {}, "what": {"no|how-toll": 9.0, "readTrue": 5.0}, "part": {}}
    kept = settle([KILLED, replace(KILLED, how="toll")], [SCENE], frozenset(), weights)
    assert [(d.how, d.measure) for d in kept] == [("verb before", "killed")]


def test_the_trained_reader_says_what_an_unread_count_is() -> None:
    told = {"what": {None: -5.0, "injured": -0.1, "killed": -3.0}}
    unread = replace(KILLED, how=UNREAD, measure=None, told=told)
    (kept,) = settle([unread], [SCENE], frozenset(), {"group": {}, "what": {"trained": 2.0}, "part": {}})
    assert (kept.kind, kept.measure, kept.group) == ("casualty", "injured", "civilians")


def test_a_count_may_be_of_strikes_after_all() -> None:
    told = {"what": {None: -5.0, "attack": -0.1}}
    weights = {"group": {}, "what": {"trained": 2.0}, "part": {}}
    (kept,) = settle([replace(KILLED, told=told)], [SCENE], frozenset(), weights)
    assert (kept.kind, kept.measure, kept.group, kept.part_of) == ("attack", None, None, False)


def test_confidence_follows_the_trust_that_likelihoods_earned() -> None:
    trust = {"0.0": 0.0, "0.5": 0.2, "1.0": 0.9}
    assert [round(calibrated(x, trust), 2) for x in (0.0, 0.25, 0.5, 0.75, 1.0)] == [0.0, 0.1, 0.2, 0.55, 0.9]
    assert calibrated(0.3, {}) == 0.3


def test_a_very_long_text_is_read_in_stretches_and_loses_no_draft() -> None:
    many = 2 * (STRETCH + 2 * MARGIN)
    scenes = [Scene(i, 100 * i, 100 * i + 99, 0, "body") for i in range(many)]
    drafts = [Draft("casualty", 100 * i, 100 * i + 9, i, 100 * i, "test") for i in range(many)]
    filled = fill(drafts, scenes, {field: {} for field in FIELDS})
    assert [(d.sentence, d.start) for d in filled] == [(d.sentence, d.start) for d in drafts]
