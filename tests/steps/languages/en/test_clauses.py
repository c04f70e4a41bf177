"""Clauses that may tell a situation, and which of them are chosen."""

from __future__ import annotations

from dataclasses import replace

from sijil.steps.languages.en.situations import situations
from sijil.steps.languages.en.situations.choosing import chosen
from sijil.steps.languages.en.situations.clauses import candidates
from sijil.steps.reading.scene import Scene
from tests.steps.languages.en.plain import sentence_of

CONTENT = "Army warplanes bombed the village of Kafr Zita while residents queued for bread."
SENTENCE = sentence_of(CONTENT)
SCENE = Scene(0, 0, len(CONTENT), 0, "body")
FOUND = candidates(SENTENCE, situations(SENTENCE, SCENE, []))


def test_every_verb_and_noun_offers_its_stretch_once() -> None:
    stretches = [(c.draft.start, c.draft.end) for c in FOUND]
    assert len(stretches) == len(set(stretches)) > 3
    assert any(CONTENT[a:b].startswith("residents queued") for a, b in stretches)


def test_rules_stand_beside_the_stretch_that_they_read() -> None:
    (bombed,) = [c for c in FOUND if c.draft.noun == "bomb"]
    assert [d.kind for d in bombed.rules] == ["attack"]


def test_without_weights_nothing_is_chosen() -> None:
    assert chosen(FOUND, [], (SENTENCE, SCENE), {"kind": {}}) == ()


def test_of_overlapping_stretches_the_likeliest_stays_with_the_doer_that_rules_found() -> None:
    told = [replace(c, draft=replace(c.draft, told={"kind": {None: -4.0, "attack": -1.0}})) for c in FOUND]
    weights = {"kind": {"trained": 2.0, "exactTrue": 1.0}}
    (draft, *others) = chosen(told, [], (SENTENCE, SCENE), weights)
    assert draft.kind == "attack" and draft.actor and "warplanes" in draft.actor
    assert all(d.start >= draft.end or d.end <= draft.start for d in others)
