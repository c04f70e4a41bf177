"""What a time of a sentence dates: what happened, the saying of it, the rise of a toll, or an agreement."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.periods import periods
from sijil.steps.languages.en.words import one_of, words
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

if TYPE_CHECKING:
    from spacy.tokens import Token


def whens(sentence: Sentence, clock: Clock, dateline: When | None = None) -> tuple[When, ...]:
    """Expressions of time of a sentence, with offsets of the main text.

    Days that date the saying ("said on Friday"), a toll ("rose to 12 on Thursday") or the report (its dateline) are
    marked as of the report. What a sentence tells as said on an earlier day is counted from that day: a total told
    "last month" ends with it.
    """
    found = _marked(sentence, clock, dateline)
    until = {w.period.end for w in found if w.of_report and w.period.end and clock.base and w.period.end < clock.base}
    if len(until) != 1 or clock.base is None:
        return found
    told = _marked(sentence, replace(clock, base=until.pop()), dateline)
    kept = [w for w in found if w.of_report]
    kept += [_aged(w, clock.base) for w in told if all(w.end <= k.start or k.end <= w.start for k in kept)]
    return tuple(sorted(kept, key=lambda w: w.start))


def _aged(when: When, base: date) -> When:
    return replace(when, age=(base - when.period.end).days) if when.period.end else when


def _marked(sentence: Sentence, clock: Clock, dateline: When | None) -> tuple[When, ...]:
    found = []
    for when in periods(sentence.text, clock):
        lead = sentence.text[: when.start]
        moved = replace(when, start=when.start + sentence.start, end=when.end + sentence.start)
        printed = dateline is not None and moved.start < dateline.end and moved.end > dateline.start
        told = printed or _said().search(lead) is not None or not when.since and _by_parse(sentence, moved)
        found.append(replace(moved, of_pact=_in_force().search(lead) is not None, of_report=told, printed=printed))
    return tuple(found)


@cache
def _said() -> re.Pattern[str]:
    """ "said late on ", "told the agency " before a day: it dates the saying."""
    said = one_of(load("en/dates")["said"]["words"])
    return re.compile(
        rf"\b(?:{said}|told\s+\S+(?:\s+\S+)?)\s+(?:late\s+|early\s+)?(?:on\s+|in a statement\s+(?:on\s+)?)?$", re.I
    )


@cache
def _in_force() -> re.Pattern[str]:
    """ "the truce took effect on " before a day: it dates the agreement."""
    dates = load("en/dates")["pact"]
    pact = rf"(?:{one_of(dates['nouns'])})(?: of| from| since)?"
    return re.compile(rf"\b(?:{one_of(dates['in_force'])}|{pact})\s+(?:on\s+|from\s+|since\s+)?$", re.I)


def _by_parse(sentence: Sentence, when: When) -> bool:
    """Whether the time hangs on a word of saying, or on the rise of a toll."""
    verb = _verb(sentence, when)
    if verb is None:
        return False
    subjects = {t.lemma_.lower() for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")}
    if verb.lemma_ in words("dates", "toll", "verbs"):
        return not subjects.isdisjoint(words("dates", "toll", "nouns"))
    return verb.lemma_ in words("dates", "said", "lemmas") and bool(subjects) and subjects.isdisjoint(
        words("dates", "said", "not_subjects")
    )  # fmt: skip


def _verb(sentence: Sentence, when: When) -> Token | None:
    """The verb on which the time's words hang; None where they hang on a noun ("Tuesday's attack")."""
    token = sentence.token_at(when.start)
    while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
        outside = not when.start <= sentence.offset(token) < when.end
        if outside and token.pos_ in ("NOUN", "PROPN"):
            return None
    return token if token is not None and token.pos_ in ("VERB", "AUX") else None
