"""Every mistake of one report, each in one cause.

Of figures and situations alike: annotated = found + nearly right + missed, predicted = found + nearly right + spurious.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sijil.evaluate import causes
from sijil.evaluate.causes import Cause, Mistake
from sijil.evaluate.clues import where
from sijil.evaluate.fields import swapped, value, verdicts
from sijil.evaluate.matching import Compared, Pair
from sijil.evaluate.sentences import around, find
from sijil.evaluate.told import Told
from sijil.evaluate.wording import dice, shared, words
from sijil.model.report import Text
from sijil.rules import load

SAME_WORDS = 0.5  # part of the words from which two figures with different values are still told of one thing
SOME_WORDS = 0.15  # Dice from which two situations of a kind are
_SHORT_LISTS = ("scope", "status", "part_of")
_ONE = {"one", "single", "1"}


def mistakes(report: Compared, text: Text | None) -> tuple[Mistake, ...]:
    """In the order of the causes. Without the text, where words stand cannot be told: they count as nowhere."""
    return (*_figures(report, text), *_fields(report, text), *_situations(report))


def differences(gold: Told, read: Told) -> tuple[str, ...]:
    """Which of kind, measure, group and bounds differ; measure and group are compared within a kind only."""
    a, b = gold.values, read.values
    names = ("kind",) if a.kind != b.kind else tuple(n for n in ("measure", "group") if getattr(a, n) != getattr(b, n))
    return names if (a.low, a.high) == (b.low, b.high) else (*names, "bounds")


def _figures(report: Compared, text: Text | None) -> Iterator[Mistake]:
    gold = _left(report.gold, [pair.gold for pair in report.figures], numbered=True)
    read = _left(report.read, [pair.read for pair in report.figures], numbered=True)
    near = _nearest(gold, read, _figures_near)
    found = {pair.gold.values for pair in report.figures}
    for one in _left(gold, [pair.gold for pair in near], numbered=True):
        yield Mistake(causes.MISSED_AGAIN if one.values in found else _how_told(one), report.doc, one, None)
    for pair in near:
        yield Mistake(causes.NEAR.get(differences(*pair), causes.NEAR_SEVERAL), report.doc, *pair)
    for one in _left(read, [pair.read for pair in near], numbered=True):
        cause = causes.SPURIOUS_AGAIN if one.values in found else _why_spurious(report, text, one)
        yield Mistake(cause, report.doc, None, one)


def _figures_near(gold: Told, read: Told) -> float:
    """How near two figures with different values are, 0 for not at all: fewer differences first, then common words."""
    common = shared(gold.quote, read.quote)
    apart = differences(gold, read)
    if common < load("measure")["figure_quotes"] or (len(apart) > 1 and "bounds" in apart and common < SAME_WORDS):
        return 0.0
    return common + 3 - len(apart)  # three can differ at most


def _how_told(gold: Told) -> Cause:
    """How the text gives the number of a missed figure."""
    told = words(gold.quote)
    if any(char.isdigit() for char in gold.quote):
        return causes.NUMBERED
    if (gold.low, gold.high) == (1, None) and not told & _ONE:
        return causes.NO_NUMBER
    if gold.high is None:
        return causes.VAGUE if gold.low in (3, 20, 24, 40, 200, 2000) and not told & {"least"} else causes.NUMBERED
    return causes.ONE if (gold.low, gold.high) == (1, 1) else causes.NUMBERED


def _why_spurious(report: Compared, text: Text | None, read: Told) -> Cause:
    span = find(text, read) if text else None
    if text is None or span is None:
        return causes.NOTHING
    if any(block.role == "headline" and block.start <= span[0] < block.end for block in text.blocks):
        return causes.HEADLINE
    low, high = around(text, span)
    inside = [claim for claim in report.gold if (at := find(text, claim)) and at[0] < high and at[1] > low]
    if any(not claim.numbered and dice(claim.quote, read.quote) >= SAME_WORDS for claim in inside):
        return causes.UNNUMBERED
    return causes.BESIDE if inside else causes.NOTHING


def _fields(report: Compared, text: Text | None) -> Iterator[Mistake]:
    for pair in report.figures:
        for field, verdict in verdicts(*pair).items():
            if verdict is False:
                yield Mistake(_why_wrong(pair, field, text), report.doc, *pair, field)


def _why_wrong(pair: Pair, field: str, text: Text | None) -> Cause:
    gold, read = value(pair.gold, field), value(pair.read, field)
    if field in _SHORT_LISTS:
        names = ("part", "whole") if field == "part_of" else ("", "")
        return causes.confused(field, *(names[0] if one is True else one or names[1] for one in (gold, read)))
    if field == "actor" and swapped(*pair):
        return causes.SWAP
    if gold is None:
        return causes.needless(field)
    return causes.wrong_words(field, where(text, pair.gold, field) if text else "nowhere")


def _situations(report: Compared) -> Iterator[Mistake]:
    gold = _left(report.gold, [pair.gold for pair in report.situations], numbered=False)
    read = _left(report.read, [pair.read for pair in report.situations], numbered=False)
    near = _nearest(gold, read, lambda a, b: _floored(dice(a.quote, b.quote), SOME_WORDS) if a.kind == b.kind else 0.0)
    gold, read = _without(gold, read, near)
    other = _nearest(gold, read, lambda a, b: _floored(dice(a.quote, b.quote), load("measure")["situation_quotes"]))
    gold, read = _without(gold, read, other)
    for one in gold:
        yield Mistake(causes.of_kind("situations-missed", one.kind), report.doc, one, None)
    for pair in near:
        yield Mistake(causes.of_kind("situations-near", pair.gold.kind), report.doc, *pair)
    for pair in other:
        yield Mistake(causes.of_kind("situations-kind", pair.gold.kind, pair.read.kind), report.doc, *pair)
    for one in read:
        yield Mistake(causes.of_kind("situations-spurious", one.kind), report.doc, None, one)


def _left(claims: Iterable[Told], taken: Iterable[Told], numbered: bool) -> list[Told]:
    """The claims of that sort that are not taken; by identity, as a claim may be there twice."""
    gone = {id(claim) for claim in taken}
    return [claim for claim in claims if id(claim) not in gone and claim.numbered == numbered]


def _without(gold: list[Told], read: list[Told], pairs: Sequence[Pair]) -> tuple[list[Told], list[Told]]:
    return _left(gold, [p.gold for p in pairs], numbered=False), _left(read, [p.read for p in pairs], numbered=False)


def _nearest(gold: Sequence[Told], read: Sequence[Told], nearness: Callable[[Told, Told], float]) -> list[Pair]:
    """Pairs nearer than 0, the nearest first, each claim once."""
    near = sorted(((nearness(g, r), -i, -j) for i, g in enumerate(gold) for j, r in enumerate(read)), reverse=True)
    pairs: list[Pair] = []
    taken: set[int] = set()
    for score, i, j in near:
        pair = Pair(gold[-i], read[-j])
        if score > 0 and not {id(pair.gold), id(pair.read)} & taken:
            taken |= {id(pair.gold), id(pair.read)}
            pairs.append(pair)
    return pairs


def _floored(number: float, floor: float) -> float:
    return number if number >= floor else 0.0
