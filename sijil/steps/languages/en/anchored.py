"""Times that are counted from another time of the report: "a day earlier", "the following month", "since then",
"for the third day in a row", "shortly after the meeting".

The anchor is the nearest time of the sentence, before the words if there is one; else the last day told before; else,
for what is counted back, the report's own day. An event that only names itself ("the meeting") lends the day that
another sentence gives it. Where no anchor is known the words stay, without days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from sijil.model.period import Period, precision_of
from sijil.steps.languages.en.days import twice
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.shifts import Rule, rules
from sijil.steps.reading.calendar import Days, cut
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import Scene, When

#: An anchor this many sentences back is another event's.
_REACH = 4
#: Longest anchor, in days, of what is counted from a day, and of what is counted from any time.
_DAY, _ANY = 2, 400
#: Words after "shortly before" in which the event is named.
_NAMED = 8
#: "shortly before" an event; "hours later" is after what was told last.
_POINTS = re.compile(r"(?:before|after|following)$")


def anchored(scenes: Sequence[Scene], sentences: Sequence[Sentence], clock: Clock) -> tuple[Scene, ...]:
    """The scenes with the times that are counted from others, in text order; those may in turn be anchors."""
    out = list(scenes)
    for i, scene in enumerate(scenes):
        found = list(scene.whens)
        for rule, m in _matches(sentences[i].text):
            start, end = scene.start + m.start(), scene.start + m.end()
            if any(w.start < end and start < w.end for w in found):
                continue
            anchor = _anchor(rule, out, sentences, (i, start, end), clock)
            found.append(_when(m, rule.shift(m, anchor) if anchor else None, (start, end), clock))
            out[i] = replace(scene, whens=tuple(sorted(found, key=lambda w: w.start)))
    return tuple(out)


@cache
def _sign() -> re.Pattern[str]:
    """Words without which no rule matches."""
    words = "before after earlier later afterward following previous preceding prior next same that then day night"
    return re.compile(rf"\b(?:{'|'.join(words.split())})", re.I)


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    if _sign().search(text):
        for rule in rules():
            for m in rule.pattern.finditer(text):
                yield rule, m


def _when(m: re.Match[str], days: Days | None, place: tuple[int, int], clock: Clock) -> When:
    words = " ".join(m.group().split())
    since = words.lower() == "since then"
    if days and since and clock.end:
        days = days[0], max(days[0], clock.end)
    if days is None or clock.limit and days[0] > clock.limit:
        return When(*place, Period(None, None, "unresolved", m.group()), since)
    first, last = cut(days, clock.limit)
    age = (clock.base - last).days if clock.base else None
    return When(*place, Period(first, last, precision_of(first, last), m.group()), since, age=age)


def _anchor(
    rule: Rule, scenes: Sequence[Scene], sentences: Sequence[Sentence], at: tuple[int, int, int], clock: Clock
) -> Days | None:
    i, start, end = at
    longest = _ANY if rule.lasting else _DAY
    named = _named(sentences[i], end) if rule.of_event and _POINTS.search(sentences[i].between(start, end)) else ""
    if named and (day := _day_of(named, scenes, sentences, i)):
        return day
    here = [w for w in scenes[i].whens if _known(w, longest)]
    before = [w for w in here if w.end <= start]
    if before or here:
        return _span(_best(before) if before else here[0])
    for scene in reversed(scenes[max(0, i - _REACH) : i]) if not named else ():
        if told := [w for w in scene.whens if _known(w, longest)]:
            return _span(_best(told))
    return twice(clock.base) if rule.from_report else None


def _best(told: Sequence[When]) -> When:
    """The last one that dates an event, where there is one; of its readings the one that does not go on."""
    found = [w for w in told if not w.of_report] or told
    return next(w for w in sorted(found, key=lambda w: w.since) if w.start == found[-1].start)


def _known(when: When, longest: int) -> bool:
    return when.period.known and not when.ahead and (when.days <= longest or when.since and longest > _DAY)


def _span(when: When) -> Days:
    assert when.period.start and when.period.end
    return when.period.start, when.period.end


def _named(sentence: Sentence, at: int) -> str:
    """The noun of the event that follows "shortly before"; "" where none does."""
    after = [t for t in sentence.tokens if sentence.offset(t) >= at][:_NAMED]
    for token, following in zip_longest(after, after[1:]):
        if token.pos_ in ("NOUN", "PROPN") and (following is None or following.pos_ not in ("NOUN", "PROPN")):
            return str(token.lemma_).lower()
        if token.pos_ == "PUNCT":
            break
    return ""


def _day_of(named: str, scenes: Sequence[Scene], sentences: Sequence[Sentence], i: int) -> Days | None:
    """The day that the nearest other sentence that names an event gives it, those before first; else the day that was
    told last before such a sentence."""
    order = [*range(i - 1, -1, -1), *range(i + 1, len(scenes))]
    naming = [j for j in order if any(t.lemma_.lower() == named for t in sentences[j].tokens)]
    for j in naming:
        if told := _told(scenes[j]):
            return _span(told[0])
    before = (scene for j in naming for scene in reversed(scenes[max(0, j - _REACH) : j]))
    return next((_span(told[-1]) for scene in before if (told := _told(scene))), None)


def _told(scene: Scene) -> list[When]:
    """The days that a sentence gives to events."""
    return [w for w in scene.whens if _known(w, _DAY) and not w.of_report]
