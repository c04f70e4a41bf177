"""The words of a speaker: where the name of a body, an outlet, a person or a source ends in an Arabic sentence."""

from __future__ import annotations

import re
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.cut import OPENS, cut, quoted_words
from sijil.steps.languages.ar.text import Sentence, Word, keys

#: Words of a speaker's name at most, and of a quotation that still is a name ("شبكة "عين الفرات"").
LONGEST, QUOTED = 12, 4

_STOPS = re.compile(r"[،,;؛:.!?؟|…\n*]|\s[-–—]+\s|://")
_MASDAR = re.compile(r"(?:است\w{2,}|ا\w{1,2}ت?\w{0,2}ا\w|ان\w{1,2}ا\w|ت\w{2}ي\w)(?:ه|ات|ها|هم)?")


@cache
def listed(section: str, name: str = "words", file: str = "ar/speech") -> frozenset[str]:
    """A list of words of a rules file, folded."""
    return keys(load(file)[section][name] if section else load(file)[name])


@cache
def small() -> frozenset[str]:
    """Small words at which any phrase ends (rules/ar/grammar.toml)."""
    lists = ("prepositions", "that", "relative", "times")
    return frozenset().union(*(listed("", name, "ar/grammar") for name in lists))


def head_of(word: Word, names: frozenset[str], leads: tuple[str, ...] = ("", "ال")) -> str:
    """The stem of a word that is in a list, if nothing but `leads` is written before it; "" for none."""
    return next((stem for stem in word.stems if stem in names and word.lead(stem) in leads), "")


def last_of_name(sentence: Sentence, first: int) -> int:
    """The last word of the speaker's name that begins at word `first`; `first` - 1 where none can begin there."""
    words = sentence.words
    if not _begins(words[first]):
        return first - 1
    source = bool(head_of(words[first], listed("heads", "sources"), ("", "ال", "ل", "لل", "ب", "بال")))
    last = first
    while (at := last + 1) < min(first + LONGEST, len(words)):
        if _ends(sentence, at, source) and not _holds_on(sentence, at, source):
            break
        last = at + quoted_words(sentence, at, QUOTED) - 1 if OPENS.search(words[at].gap) else at
    while last > first and words[last].key in small():
        last -= 1
    return last


def _begins(word: Word) -> bool:
    if word.key in small() or word.key[:1].isdigit():
        return False
    return not head_of(word, listed("heads", "never"), ("", "ال", "ب", "ل", "بال", "لل"))


def _ends(sentence: Sentence, at: int, source: bool) -> bool:
    """Whether the name has ended before word `at`."""
    word, gap = sentence.words[at], sentence.words[at].gap
    if _STOPS.search(gap) or head_of(word, small(), ("", "و", "ف")) or word.key in _closing():
        return True
    if OPENS.search(gap) and quoted_words(sentence, at, QUOTED) > QUOTED:
        return True
    if head_of(word, _things(), ("",)):
        return True
    if word.key[:1].isdigit():
        return " " in gap and word.key not in listed("name_numbers")
    return _hung(word, source) or _acts(sentence, word)


@cache
def _closing() -> frozenset[str]:
    return listed("closes") | listed("participles")


def _acts(sentence: Sentence, word: Word) -> bool:
    """Whether a word is a verb that "she" does, or an object ("بياناً"): neither stands in a name."""
    written = sentence.text[word.start - sentence.start : word.end - sentence.start]
    if written.endswith(("اً", "ًا")) or word.key in listed("verbs_behind"):
        return True
    she = word.key.endswith("ت") and not word.key.endswith("ات") and len(word.key) > 3 and word.key[:2] != "ال"
    return she and not OPENS.search(word.gap) and word.key not in listed("no_verbs")


def _hung(word: Word, source: bool) -> bool:
    """Whether an attached letter begins what is said ("باستشهاد ...") or who heard it ("لنورث برس")."""
    key = word.key
    if key in ("ل", "ب"):
        return True
    if key.startswith("بال") and len(key) > 5 or head_of(word, listed("", "begins", "ar/grammar"), ("ب",)):
        return True
    if key.startswith("ب") and any(happened(stem) for stem in word.stems if word.lead(stem) == "ب"):
        return True
    if key.startswith("ل") and any(word.lead(s) in ("ل", "لل") for s in word.stems):
        if head_of(word, listed("with_to"), ("ل", "لل")):
            return False
        return source or bool(head_of(word, listed("heads", "outlets"), ("ل", "لل")))
    return key.startswith("و") and len(word.stems) > 1 and not _joined(word)


def _joined(word: Word) -> bool:
    """Whether "and ..." goes on with the name: another body, or another adjective of sources."""
    if head_of(word, listed("heads"), ("و", "وال")) and word.lead(word.stems[-1]) != "و":
        return True
    return word.key.startswith("وا") and word.key.endswith(("ه", "ين")) or word.key in listed("with_and")


@cache
def _things() -> frozenset[str]:
    """Nouns of what happened, with which no name goes on."""
    return listed("heads", "never") | listed("happened")


def happened(stem: str) -> bool:
    """Whether a stem is a noun of what happened, by the list or by the form of a verbal noun."""
    return stem in listed("happened") or len(stem) > 4 and bool(_MASDAR.fullmatch(stem))


def _holds_on(sentence: Sentence, at: int, source: bool) -> bool:
    """Whether a name goes on over "in" or "from": "مصادر في الدفاع المدني", "منظمة حقوق الإنسان في عفرين"."""
    words = sentence.words
    if at + 1 >= len(words) or _STOPS.search(words[at].gap) or words[at].key not in listed("with_place", "over"):
        return False
    after = words[at + 1]
    if source and words[at].gap == " " and head_of(after, listed("heads")):
        return True
    last = words[at - 1].key in listed("with_place", "last")
    timed = after.key in small() or head_of(after, listed("with_place", "not_in"))
    return last and not timed


def name_said(sentence: Sentence, first: int, last: int, *, hung: bool = False) -> tuple[str, int, int]:
    """The name's words without letters attached before them and without quotes around all, and its offsets.

    `hung`: "to" is written together with the first word, whether or not a list knows it ("وفقاً لشهادات").
    """
    word = sentence.words[first]
    lead = _lead(word)
    return cut(sentence, first, last, "ل" if hung and not lead and word.key.startswith("ل") else lead)


def _lead(word: Word) -> str:
    """The attached letters before a name that are no part of it; the article stays."""
    heads = listed("heads")
    for stem in word.stems:
        if stem in heads and (lead := word.lead(stem)) not in ("", "ال"):
            return lead if lead.endswith("لل") else lead.removesuffix("ال")
    key = word.key
    return "لل" if key.startswith("لل") and len(key) > 4 else ""
