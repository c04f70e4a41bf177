"""Every mistake in one cause, and in the right one."""

from __future__ import annotations

import pytest

from sijil.evaluate.mistakes import mistakes
from sijil.evaluate.told import Told
from sijil.model.report import Text
from tests.evaluate.telling import at_least, compared, killed, situation, text

TEXT = text(
    "Raids killed five civilians and a child in Saraqeb on Monday, SOHR said. The town lies in Idlib. Aid was blocked.",
    headline="Raids kill five civilians",
)


def causes(gold: list[Told], read: list[Told], content: Text = TEXT) -> list[str]:
    return [one.cause.key for one in mistakes(compared(gold, read), content)]


@pytest.mark.parametrize(
    ("gold", "cause"),
    [
        (at_least("civilians were killed", 1), "missed-none"),
        (at_least("dozens were killed", 24), "missed-vague"),
        (at_least("at least three killed", 3), "missed-numbered"),
        (killed("a child was killed", 1), "missed-one"),
        (killed("killed five civilians", 5), "missed-numbered"),
        (killed("24 killed", 24), "missed-numbered"),
    ],
)
def test_missed_figures_by_how_the_text_gives_the_number(gold: Told, cause: str) -> None:
    assert causes([gold], []) == [cause]


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"group": "people"}, "near-group"),
        ({"measure": "injured"}, "near-measure"),
        ({"high": None}, "near-bounds"),
        ({"kind": "attack", "measure": None, "group": None}, "near-kind"),
        ({"group": "people", "measure": "injured"}, "near-several"),
    ],
)
def test_near_misses_by_what_differs(fields: dict[str, object], cause: str) -> None:
    read = killed("five civilians", 5, **fields) if "high" not in fields else at_least("five civilians", 5)
    assert causes([killed("killed five civilians", 5)], [read]) == [cause]


def test_repeats_on_either_side() -> None:
    said = killed("killed five civilians", 5)
    assert causes([said, killed("five others elsewhere", 5)], [said]) == ["missed-again"]
    assert causes([said], [said, killed("kill five civilians", 5)]) == ["spurious-again"]


@pytest.mark.parametrize(
    ("read", "gold", "cause"),
    [
        (killed("Raids kill five civilians", 5), [], "spurious-headline"),
        (killed("The town lies in Idlib", 3), [], "spurious-nothing"),
        (killed("a child", 1), [killed("killed five civilians", 5)], "spurious-beside"),
        (at_least("Aid was blocked", 1), [situation("access", "Aid was blocked")], "spurious-unnumbered"),
    ],
)
def test_spurious_figures_by_what_stands_there(read: Told, gold: list[Told], cause: str) -> None:
    assert cause in causes(gold, [read])


@pytest.mark.parametrize(
    ("gold", "read", "cause"),
    [
        ({"place": "Saraqeb"}, {"place": "Idlib"}, "place-sentence"),
        ({"place": "Idlib"}, {}, "place-elsewhere"),
        ({"place": "Aleppo"}, {"place": "Idlib"}, "place-nowhere"),
        ({}, {"place": "Idlib"}, "place-needless"),
        ({"start": "2020-01-06", "end": "2020-01-06"}, {}, "dates-sentence"),
        ({"start": "2020-01-07", "end": "2020-01-07"}, {}, "dates-nowhere"),
        ({"attack": "chemical"}, {"attack": "shelling"}, "attack-nowhere"),
        ({"scope": "total"}, {"scope": "incident"}, "scope-total-incident"),
        ({"part_of": True}, {}, "part_of-part-whole"),
        ({"status": "denied"}, {"status": "reported"}, "status-denied-reported"),
        ({"speaker": ["SOHR"], "actor": "regime"}, {"speaker": ["SOHR"], "actor": "SOHR"}, "actor-swap"),
    ],
)
def test_wrong_fields_by_where_the_right_value_stands(
    gold: dict[str, object], read: dict[str, object], cause: str
) -> None:
    quote = "killed five civilians"
    assert causes([killed(quote, 5, **gold)], [killed(quote, 5, **read)]) == [cause]


def test_situations_missed_in_other_words_of_another_kind_and_spurious() -> None:
    gold = [situation("access", "Aid was blocked"), situation("damage", "the school was hit")]
    assert causes(gold, []) == ["situations-missed-access", "situations-missed-damage"]
    wide = situation("access", "Aid was refused to the people of the whole town")
    assert causes(gold[:1], [wide]) == ["situations-near-access"]
    assert causes(gold[1:], [situation("attack", "the school was hit")]) == ["situations-kind-damage-attack"]
    assert causes([], gold) == ["situations-spurious-access", "situations-spurious-damage"]


def test_nothing_is_lost_or_told_twice() -> None:
    gold = [killed(f"{n} civilians killed", n) for n in (2, 3, 4, 5)] + [at_least("civilians died", 1)]
    read = [killed("2 civilians killed", 2), killed("3 civilians killed", 3, group="people"), killed("nine", 9)]
    report = compared(gold, read)
    told = mistakes(report, TEXT)
    by_group = [one.cause.group for one in told]
    assert len(report.figures) + by_group.count("near") + by_group.count("missed") == len(gold)
    assert len(report.figures) + by_group.count("near") + by_group.count("spurious") == len(read)


def test_without_the_text_mistakes_are_still_told() -> None:
    report = compared([killed("five", 5, place="Idlib")], [killed("five", 5), killed("a raid", 9)])
    assert {one.cause.key for one in mistakes(report, None)} == {"place-nowhere", "spurious-nothing"}
