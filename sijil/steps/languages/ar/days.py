"""What a time of a sentence dates: what happened, the saying of it, the rise of a toll, or an agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijil.steps.languages.ar.periods import times
from sijil.steps.languages.ar.text import Sentence, Word
from sijil.steps.languages.ar.timewords import senses
from sijil.steps.languages.ar.written import is_
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

#: Words between a word of saying and the day that dates it, and from that day to "that".
_SAID, _THAT = 14, 12
#: Words between "the toll rose" and its day, and between an agreement and its day.
_TOLL, _PACT = 12, 8


def whens(sentence: Sentence, clock: Clock, dateline: When | None = None) -> tuple[When, ...]:
    """Expressions of time of a sentence, with offsets of the main text.

    Days that date the saying ("قالت الوزارة يوم الجمعة إن"), a toll ("ارتفعت الحصيلة أمس") or the report (its dateline)
    are marked as of the report.
    """
    found = []
    for when in times(sentence.words, sentence.text, sentence.start, clock):
        printed = dateline is not None and when.start < dateline.end and when.end > dateline.start
        told = printed or not when.since and (_said(sentence, when) or _toll(sentence, when))
        pact = of_pact(sentence.words, sentence.at(when.start))
        found.append(replace(when, of_report=told, printed=printed, of_pact=pact))
    return tuple(found)


def _said(sentence: Sentence, when: When) -> bool:
    """A word of saying before the day, and "that" behind it, in one clause."""
    words = sentence.words
    first, last = sentence.at(when.start), sentence.at(when.end - 1)
    for at in range(first - 1, max(-1, first - _SAID), -1):
        if is_(words, at, "that") and not is_(words, at, "said"):
            return False
        if is_(words, at, "said"):
            break
    else:
        return False
    behind = "said_to" if is_(words, at, "pointing") else "said_about"
    return is_(words, last + 1, behind, "said_about") or any(
        "that" in senses(w) for w in words[last + 1 : last + _THAT]
    )


def _toll(sentence: Sentence, when: When) -> bool:
    """ "ارتفعت حصيلة القصف اليوم إلى خمسة": a single day beside the rise of a toll."""
    if when.days > 1 and when.period.known:
        return False
    first = sentence.at(when.start)
    known = [senses(word).keys() for word in sentence.words[max(0, first - _TOLL) : first]]
    return any("toll" in one for one in known) and any("rise" in one for one in known)


def of_pact(words: Sequence[Word], first: int) -> bool:
    """ "اتفاق وقف إطلاق النار الموقع في 5 آذار 2020": the day at word `first` dates the agreement."""
    known = [senses(word).keys() for word in words[max(0, first - _PACT) : first]]
    return any("pact" in one for one in known) and any("in_force" in one for one in known)
