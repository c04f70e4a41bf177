"""Days that are counted from the day told before them: "في اليوم التالي", "قبل ذلك بيومين", "مساء اليوم نفسه".

The anchor is the last day told before them in their sentence, else in one of the sentences before; without one the
words stay, without days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sijil.model.period import Period
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.languages.ar.timewords import phrase_at, senses
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import Scene, When

#: An anchor this many sentences back is another event's.
_REACH = 4


def anchored(scenes: Sequence[Scene], sentences: Sequence[Sentence], clock: Clock) -> tuple[Scene, ...]:
    """The scenes with the days that are counted from others, in text order; those may in turn be anchors."""
    out = list(scenes)
    for i, sentence in enumerate(sentences):
        found = list(out[i].whens)
        for start, end, shift in _told(sentence):
            if all(w.end <= start or end <= w.start for w in found):
                anchor = _anchor(found, start, out[max(0, i - _REACH) : i])
                found.append(_when((start, end), sentence.said(start, end), anchor, shift, clock))
                out[i] = replace(out[i], whens=tuple(sorted(found, key=lambda w: w.start)))
    return tuple(out)


def _told(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """(start, end, days from the anchor) of each expression of a sentence."""
    for i, word in enumerate(sentence.words):
        if "phrase" in senses(word) and (named := phrase_at(sentence.words, i)) and named[0] == "anchored":
            yield *sentence.span(i, named[2] - 1), int(named[1])


def _anchor(here: Sequence[When], start: int, before: Sequence[Scene]) -> date | None:
    told = [w for w in here if w.end <= start and _single(w)]
    for scene in reversed(before):
        told = told or [w for w in scene.whens if _single(w)]
    return told[-1].period.start if told else None


def _single(when: When) -> bool:
    return when.days == 1 and not when.since and not when.ahead and not when.printed


def _when(place: tuple[int, int], said: str, anchor: date | None, shift: int, clock: Clock) -> When:
    day = anchor + timedelta(days=shift) if anchor else None
    if day is None or clock.limit and day > clock.limit:
        return When(*place, Period(None, None, "unresolved", said))
    return When(*place, Period(day, day, "day", said), age=(clock.base - day).days if clock.base else None)
