"""Unnumbered claims of a sentence: kinds, quotes, status, object and what a figure or a denial takes away."""

from __future__ import annotations

import pytest

from sijil.model.report import Block, Text
from sijil.steps.languages.en.attacks import attack_words
from sijil.steps.languages.en.figures import figures
from sijil.steps.languages.en.parse import Sentence, sentences
from sijil.steps.languages.en.placenames import spots
from sijil.steps.languages.en.situations import situations
from sijil.steps.languages.en.situations.readings import readings
from sijil.steps.reading.draft import UNREAD, Draft
from sijil.steps.reading.scene import Scene


def scene(sentence: Sentence) -> Scene:
    """What the readings of situations use of a scene: places and attack words."""
    start, end, block = sentence.start, sentence.end, sentence.block
    return Scene(sentence.index, start, end, block.start, block.role, spots(sentence), attacks=attack_words(sentence))


def read(content: str) -> list[tuple[Draft, str]]:
    """The situations of a text of one block with their quotes."""
    found = sentences(Text(content, (Block(0, len(content), "body"),)))
    drafts = [d for s in found for d in situations(s, scene(s), [f for f in figures(s) if f.how != UNREAD])]
    return [(d, content[d.start : d.end]) for d in drafts]


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        ("Rebel fighters seized the town of Maaret, a commander said.", "control", "seized the town of Maaret"),
        ("The eastern villages are under the control of the militia.", "control", "under the control of the militia"),
        ("Army warplanes bombed the village of Kafr Zita on Sunday.", "attack", "bombed the village of Kafr Zita"),
        ("Fierce clashes between rebels and troops broke out near the airport.", "attack", "clashes between rebels"),
        ("The shelling caused massive damage to the main hospital.", "damage", "massive damage to the main hospital"),
        ("Residents suffer from severe shortages of food and fuel.", "access", "severe shortages of food and fuel"),
        ("Soldiers prevented aid from entering the district.", "access", "prevented aid from entering"),
        ("The two sides signed a ceasefire agreement in Geneva.", "agreement", "signed a ceasefire agreement"),
        ("The minister accused the rebels of breaking the law of war.", "blame", "accused the rebels"),
        ("The army denied the allegations.", "denial", "denied the allegations"),
    ],
)
def test_each_kind_is_read_with_its_clause(content: str, kind: str, words: str) -> None:
    assert any(d.kind == kind and words in quote for d, quote in read(content)), read(content)


def test_a_denial_is_denied_and_leaves_no_attack() -> None:
    found = read("A spokesman said there was no attack on the town of Hader.")
    assert [(d.kind, d.status) for d, _ in found] == [("denial", "denied")]


def test_threat_to_aid_is_projected_access() -> None:
    found = read("The militia threatened to target aid convoys.")
    assert [(d.kind, d.status) for d, _ in found] == [("access", "projected")]


def test_an_attack_that_the_figures_tell_is_not_repeated() -> None:
    found = read("Army warplanes bombed the village of Kafr Zita on Sunday, killing five civilians.")
    assert not [d for d, _ in found if d.kind == "attack"]


def test_damage_names_its_object_and_actor() -> None:
    (draft, _), *_ = read("Government warplanes hit a school in the town.")
    assert (draft.kind, draft.object, draft.actor) == ("damage", "school", "Government warplanes")


def test_quotes_lie_inside_their_sentence_and_name_their_reading() -> None:
    content = "Rebels seized the town. The army shelled the village of Hass and a truce collapsed."
    names = {reading.name for listed in readings().values() for reading in listed}
    for draft, quote in read(content):
        assert quote and quote == quote.strip() and draft.start <= draft.anchor < draft.end
        assert draft.how in names


@pytest.mark.parametrize("content", ["The weather was fine.", "He was born in 1960 in the capital.", "—", "3.5"])
def test_nothing_where_nothing_is_told(content: str) -> None:
    assert read(content) == []


def test_the_accused_and_not_the_speaker_is_the_actor_of_blame() -> None:
    (draft, _), *_ = read("The minister blamed the attack on rebel forces.")
    assert (draft.kind, draft.actor) == ("blame", "rebel forces")


def test_words_that_only_identify_are_no_control_claim() -> None:
    assert not [d for d, _ in read("Families fled to areas controlled by the army.") if d.kind == "control"]
