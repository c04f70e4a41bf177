"""Who accepts in so many words that its own side harmed civilians."""

from __future__ import annotations

import pytest

from sijil.model.claim import Claim
from sijil.model.report import Block, Text
from sijil.steps.accepting import with_acceptance
from tests.builders import SARAQEB, figure

MANSURA = (
    "After fifteen months the US-led coalition has acknowledged that its aircraft killed 40 civilians in a strike on a "
    "school near Mansura, west of Raqqa."
)


def accepted(sentence: str, quote: str, group: str = "civilians", speaker: str = "") -> str:
    """The side that accepts what `quote` says; "" for none."""
    content = f"Something before it. {sentence} On Saturday something else."
    at = content.index(quote)
    claim = Claim(
        "C-1", "R1", 1, "casualty", quote, (at, at + len(quote)), measure="killed", group=group,
        figure=figure("40"), speaker=(speaker,) if speaker else (), at=SARAQEB,
    )  # fmt: skip
    (found,) = with_acceptance((claim,), Text(content, (Block(0, len(content), "body"),)))
    return found.accepted_by.side if found.accepted_by else ""


@pytest.mark.parametrize(
    ("sentence", "quote", "side"),
    [
        (MANSURA, "killed 40 civilians", "us-coalition"),
        ("Russia admitted that one of its jets killed 40 civilians in Saraqeb.", "killed 40 civilians", "russia"),
        ("Turkey apologised for the strike that killed 40 civilians.", "killed 40 civilians", "turkey"),
        ("Russia said that 40 civilians were killed by its enemies.", "40 civilians were killed", ""),
        ("Russia has not admitted that its jets killed 40 civilians.", "killed 40 civilians", ""),
        ("Turkey admitted that 40 civilians were killed in its sector by the Islamic State.", "40 civilians were", ""),
        ("Monitors confirmed that 40 civilians died in their town.", "40 civilians died", ""),
    ],
)
def test_only_words_that_say_so_accept(sentence: str, quote: str, side: str) -> None:
    assert accepted(sentence, quote) == side


@pytest.mark.parametrize(
    ("sentence", "quote", "side"),
    [
        ("اعترف التحالف الدولي بمقتل 40 مدنياً في غاراته على البلدة.", "مقتل 40 مدنياً", "us-coalition"),
        ("التحالف الدولي يعترف بمقتل 40 مدنياً بغاراته على البلدة.", "مقتل 40 مدنياً", "us-coalition"),
        ("وأقرّت روسيا بأن طائراتها قتلت 40 مدنياً في سراقب.", "قتلت 40 مدنياً", "russia"),
        ("أعلن تنظيم الدولة مسؤوليته عن مقتل 40 مدنياً في سراقب.", "مقتل 40 مدنياً", "islamic-state"),
        ("لم تعترف روسيا بمقتل 40 مدنياً في غاراتها.", "مقتل 40 مدنياً", ""),
        ("اعترفت روسيا بمقتل 40 مدنياً في غاراتها التي نفذتها تركيا.", "مقتل 40 مدنياً", ""),
        ("اعترف التحالف الدولي بمقتل 40 مدنياً في البلدة.", "مقتل 40 مدنياً", ""),
        ("قالت روسيا إن 40 مدنياً قتلوا في غاراتها.", "40 مدنياً قتلوا", ""),
        ("В Саракибе погибли 40 мирных жителей.", "погибли 40", ""),
    ],
)
def test_arabic_words_that_say_so_accept(sentence: str, quote: str, side: str) -> None:
    assert accepted(sentence, quote) == side


def test_people_may_be_enemies_so_accepting_them_accepts_no_harm_to_civilians() -> None:
    assert accepted("The US-led coalition acknowledged that it killed 40 people.", "killed 40 people", "people") == ""


def test_a_speaker_who_was_read_wrongly_accepts_nothing() -> None:
    sentence = "On Saturday a new air strike killed a woman, the Observatory reported."
    assert accepted(sentence, "killed a woman", "women", "Walid Muallem") == ""


def test_it_is_the_speaker() -> None:
    sentence = "It admitted later that its aircraft killed 40 civilians."
    assert accepted(sentence, "killed 40 civilians", speaker="US-led coalition") == "us-coalition"
