"""Verbs of saying in an Arabic sentence: who their subject is, before or behind them, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.cut import OPENS, quoted_words
from sijil.steps.languages.ar.speaker_names import (
    QUOTED,
    happened,
    head_of,
    last_of_name,
    listed,
    name_said,
    small,
)
from sijil.steps.languages.ar.text import Sentence, Word
from sijil.steps.languages.ar.verbs import Form, forms
from sijil.steps.languages.ar.voiced import pointing, voice
from sijil.steps.reading.scene import Voice

#: Words behind a verb of saying among which "that" stands, with so many commas between; words before it among which its
#: subject does; words stepped over to its subject; words between it and "from".
AHEAD, COMMAS, BACK, STEPS, FROM = 24, 4, 12, 6, 6

BREAK = re.compile(r"[،,;؛:.!?؟|…\n]")
_END = re.compile(r"[.!?؟:|\n]")
_AND = ("", "و", "ف")
_QUOTED = "quoted"


def said(sentence: Sentence) -> Iterator[Voice]:
    """Attributions that verbs of saying and participles ("adding that") make, in text order."""
    for at, word in enumerate(sentence.words):
        if head_of(word, listed("participles"), _AND):
            if that_after(sentence, at) is not None or _tells(sentence, at + 1):
                yield pointing(sentence, at, "added")
        elif (known := verb_of(word)) is not None and (made := _of_verb(sentence, at, *known)) is not None:
            yield made


@cache
def _verbs() -> dict[str, tuple[str, Form]]:
    rules = load("ar/speech")["verbs"]
    return {key: (kind, form) for kind, entries in rules.items() for key, form in forms(entries).items()}


def verb_of(word: Word) -> tuple[str, Form] | None:
    """The class and form of a verb of saying, or None."""
    known = _verbs()
    return next((known[stem] for stem in word.stems if stem in known and word.lead(stem) in _AND), None)


def _of_verb(sentence: Sentence, at: int, kind: str, form: Form) -> Voice | None:
    """The attribution that a verb of saying makes, or None."""
    clause = at > 0 and sentence.words[at - 1].key in listed("according", "clause")
    if form.object and not clause:
        return None  # "إضافة", "تابعة" are no verbs
    first, that = _subject_after(sentence, at), that_after(sentence, at)
    if kind == _QUOTED:
        return _quoted(sentence, at, first, clause)
    if first is not None and (last := last_of_name(sentence, first)) >= first and (that is None or last < that):
        sure = that is not None or clause or _opens_quote(sentence, last)
        if head_of(sentence.words[first], listed("heads")) or sure and kind in listed("kinds", "open"):
            return voice(sentence, at, kind, (first, last), whole=clause)
    if (before := _subject_before(sentence, at)) is not None:
        return voice(sentence, at, kind, before)
    if form.present or that is None and form.verb in listed("kinds", "never_alone"):
        return None
    return pointing(sentence, at, kind) if that is not None or clause or _tells(sentence, at + 1) else None


def _opens_quote(sentence: Sentence, last: int) -> bool:
    """Whether a colon or a quotation follows the name at once."""
    if last + 1 >= len(sentence.words):
        return False
    gap = sentence.words[last + 1].gap
    return ":" in gap or bool(OPENS.search(gap)) and quoted_words(sentence, last + 1, QUOTED) > QUOTED


def _subject_after(sentence: Sentence, at: int) -> int | None:
    """Where the subject behind a verb begins, times and "for his part" stepped over; None for no subject."""
    words = sentence.words
    for i in range(at + 1, min(at + 1 + STEPS, len(words))):
        key, gap = words[i].key, words[i].gap
        if _END.search(gap) or OPENS.search(gap) and quoted_words(sentence, i, QUOTED) > QUOTED:
            return None
        this = key in listed("same", "before") and i + 1 < len(words) and head_of(words[i + 1], listed("heads"))
        if not (this or key in listed("between") or key in _times() or key[:1].isdigit()):
            return None if key in small() else i
    return None


@cache
def _times() -> frozenset[str]:
    return listed("", "times", "ar/grammar")


def that_after(sentence: Sentence, at: int) -> int | None:
    """The word "that" which a verb at word `at` leads to, in its clause; None for none."""
    words, commas = sentence.words, 0
    for i in range(at + 1, min(at + 1 + AHEAD, len(words))):
        if words[i].key in listed("", "that", "ar/grammar"):
            return i
        commas += sum(map(words[i].gap.count, "،,"))
        if commas > COMMAS or re.search(r"[.!?؟\n]", words[i].gap) or i > at + 1 and verb_of(words[i]):
            return None
    return None


def _tells(sentence: Sentence, at: int) -> bool:
    """Whether what was said begins at word `at`: "to", "about" or "of" a verbal noun."""
    if at >= len(sentence.words):
        return False
    word = sentence.words[at]
    if word.key in listed("kinds", "tells") and not BREAK.search(word.gap):
        return True
    return word.key.startswith("ب") and any(word.lead(s) == "ب" and happened(s) for s in word.stems)


def _subject_before(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The speaker that stands before its verb: "وكان المرصد السوري أشار", "القيادة المركزية تعلن"."""
    words = sentence.words
    for first in range(max(0, at - BACK), at):
        opens = first == 0 or BREAK.search(words[first].gap) or words[first - 1].key in listed("before", "openers")
        if not opens or not head_of(words[first], listed("heads"), ("", "ال", "و", "وال")):
            continue
        last = last_of_name(sentence, first)
        if first <= last < at and all(_stepped(w) for w in words[last + 1 : at]):
            return first, last
        if last >= at and not any(BREAK.search(w.gap) for w in words[first + 1 : at + 1]):
            return first, at - 1
    return None


def _stepped(word: Word) -> bool:
    return word.key in _times() or word.key in listed("before", "steps")


def _quoted(sentence: Sentence, at: int, first: int | None, clause: bool) -> Voice | None:
    """ "نقلت سانا عن مصدر عسكري قوله": whom it quotes, then who does; "وفق ما نقلت سانا": who does."""
    words = sentence.words
    outlet = None
    if first is not None and (end := last_of_name(sentence, first)) >= first:
        outlet = first, end
    outlet = outlet or _subject_before(sentence, at)
    named = outlet is not None and bool(head_of(words[outlet[0]], listed("heads")))
    start = outlet[1] + 1 if outlet and outlet[1] > at else at + 1
    behind = range(start, min(start + FROM, len(words) - 1))
    from_ = next((i for i in behind if words[i].key in listed("according", "from")), None)
    if from_ is None or (last := last_of_name(sentence, from_ + 1)) <= from_:
        told = clause or that_after(sentence, at) is not None
        return voice(sentence, at, "said", outlet, whole=clause) if outlet and named and told else None
    made = voice(sentence, at, _QUOTED, (from_ + 1, last))
    if outlet is None or not named:
        return made
    return replace(made, chain=(*made.chain, name_said(sentence, *outlet)[0]), start=words[at].start)
