"""Who says what in Arabic: attributions of a sentence, with the stretch of text that each covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.said import BREAK, said, that_after, verb_of
from sijil.steps.languages.ar.speaker_names import head_of, last_of_name, listed, small
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.languages.ar.voiced import voice
from sijil.steps.reading.scene import Voice

#: Words of a name before a colon at most, with what may stand before it; words between a statement and its sources.
COLON, MADE = 12, 7

#: Classes whose phrases stand behind what was said as well as before it.
_PHRASES = ("according to", "quoted")


def voices(sentence: Sentence) -> tuple[Voice, ...]:
    """Attributions of the sentence in text order: verbs of saying, "according to", and a name with a colon.

    A voice without a chain has the pronoun "same": its speaker is the one told last.
    """
    found = sorted([*said(sentence), *_according(sentence), *_colon(sentence)], key=lambda v: v.verb_at)
    out: list[Voice] = []
    for one in found:
        if out and _overlap(out[-1].subject, one.subject):
            continue
        made = replace(one, end=_own_clause(sentence, one)) if one.verb == "documented" else one
        before = out[-1] if out else None
        if before is not None and before.start < made.start < before.end and made.verb not in _PHRASES:
            out[-1] = replace(before, end=made.start)  # what one says ends where the next begins to speak
        out.append(made)
    return tuple(_relayed(sentence, one, out) for one in out)


def _relayed(sentence: Sentence, one: Voice, all_: Sequence[Voice]) -> Voice:
    """ "كشفت صحيفة ... بحسب زميل": the source that an outlet gives comes first, then the outlet."""
    if one.verb not in _PHRASES or not one.chain or _outlet(sentence, one):
        return one
    outlet = next(
        (v for v in all_ if v is not one and v.verb not in _PHRASES and v.chain and _outlet(sentence, v)), None
    )
    return replace(one, chain=(*one.chain, outlet.chain[0]), verb="quoted") if outlet else one


def _outlet(sentence: Sentence, one: Voice) -> bool:
    word = sentence.words[sentence.at(one.subject[0])]
    return bool(head_of(word, listed("heads", "relays"), ("", "ال", "ل", "لل")))


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _own_clause(sentence: Sentence, one: Voice) -> int:
    """Where what was observed ends: "رصد نشطاء المرصد قصفاً ...، كما قصفت ..." goes on in the report's own voice."""
    words, at = sentence.words, sentence.at(one.verb_at)
    if that_after(sentence, at) is not None or one.start < one.verb_at:
        return one.end
    turns = (w.start for w in words[at + 1 :] if w.key in listed("turns") and BREAK.search(w.gap))
    return next(turns, one.end)


@cache
def _phrases() -> Phrases[str]:
    rules = load("ar/speech")["according"]
    return Phrases((phrase, kind) for kind in _PHRASES for phrase in rules[kind])


def _according(sentence: Sentence) -> Iterator[Voice]:
    """ "بحسب X", "نقلاً عن X" and the other phrases of the list; they cover the whole sentence."""
    words = sentence.words
    for at in range(len(words) - 1):
        hit = _phrases().at(words, at)
        if hit is None or hit.lead not in ("", "و", "ف"):
            continue
        first = hit.end
        if first < len(words) and words[first].key in listed("according", "before_name"):
            first += 1
        if first >= len(words) or words[first].key in listed("according", "clause") or verb_of(words[first]):
            continue
        hung = words[hit.end - 1].key in listed("according", "with_to") and first == hit.end
        if (maker := _maker(sentence, first)) is not None:
            first, hung = maker, words[maker - 1].key not in listed("statements", "of")
        if (last := last_of_name(sentence, first)) >= first:
            yield voice(sentence, at, hit.meaning, (first, last), whole=True, hung=hung)


def _maker(sentence: Sentence, at: int) -> int | None:
    """Where the maker of a statement at word `at` begins ("بيان لـ ...", "معلومات من مصادر"); None for none."""
    words = sentence.words
    if at >= len(words) or not head_of(words[at], listed("statements"), ("", "ال", "ل", "لل")):
        return None
    i = at + 1
    while i < len(words) - 1 and words[i].key in listed("statements", "steps") and not BREAK.search(words[i].gap):
        i += 1
    if i >= len(words) or BREAK.search(words[i].gap):
        return None
    behind = range(i + 1, min(i + MADE, len(words)))
    from_ = (n for n in behind if words[n - 1].key == "من" and head_of(words[n], listed("heads", "sources")))
    if (source := next(from_, None)) is not None:
        return source
    if words[i].key in listed("statements", "of"):
        return i + 1 if i + 1 < len(words) else None
    if head_of(words[i], listed("heads"), ("ل", "لل")):
        return i
    made = i > at + 1 and words[i - 1].key.endswith("ه") and head_of(words[i], listed("heads"))
    return i if made else None


def _colon(sentence: Sentence) -> Iterator[Voice]:
    """A name and a colon before what it says, at the head of a line ("عاجل | مراسلنا: ...")."""
    words = sentence.words
    colon = next((i for i, word in enumerate(words[1 : COLON + 1], 1) if ":" in word.gap), None)
    if colon is None or "::" in words[colon].gap:
        return
    begun = (i for i in range(1, colon) if re.search(r"[|]", words[i].gap) or words[i - 1].key in listed("opening"))
    first = max(begun, default=0)
    head = head_of(words[first], listed("heads"))
    if not head or head in listed("heads", "no_colon"):
        return
    last = last_of_name(sentence, first)
    if last == colon - 1 or first <= last and words[last + 1].key in small():
        yield voice(sentence, first, "colon", (first, last))
