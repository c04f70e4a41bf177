"""Attributions that the parse missed, heard on the surface: reports that have lost their commas are parsed badly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.speaker_names import clean_name, with_body
from sijil.steps.languages.en.words import one_of, words
from sijil.steps.parties import speaker_kind
from sijil.steps.reading.scene import Voice

_CAPITAL = r"[A-Z][\w'’.-]*"
#: A run of capitalised words with the small ones that names of bodies have: "Syrian Observatory for Human Rights".
_RUN = rf"{_CAPITAL}(?:\s+(?:(?:for|of|and|in|the)\s+){{0,2}}\(?{_CAPITAL}\)?)*"
_RIGHT = re.compile(rf"\s+(?:\w+\s+)??(?:the\s+)?({_RUN})")
_LEFT = re.compile(
    rf"({_RUN})(?:\s+(?:group|monitor|agency|network|organi[sz]ation))?(?:\s+(?:also|has|had|have))?\s+$"
)
_LONGEST = 90  # characters beside a verb in which its speaker's name has to stand


def heard(sentence: Sentence, found: Sequence[Voice]) -> Iterator[Voice]:
    """Attributions beside those `found`: known bodies right beside a verb of saying, people quoted by others, and
    names right behind what they said."""
    for voice in (*_quoted(sentence), *_known(sentence), *_behind(sentence)):
        if not any(_same(voice, other) for other in found):
            yield voice


def _same(voice: Voice, other: Voice) -> bool:
    """Whether both are one attribution; a longer chain is another."""
    if len(voice.chain) > len(other.chain) and other.verb != voice.verb:
        return False
    return voice.subject[0] < other.subject[1] and other.subject[0] < voice.subject[1]


def _known(sentence: Sentence) -> Iterator[Voice]:
    """ "the SOHR added", "said the Syrian Observatory for Human Rights", where the parse took another subject."""
    text = sentence.text
    for verb in _verbs().finditer(text):
        left = _LEFT.search(text, max(0, verb.start() - _LONGEST), verb.start())
        right = _RIGHT.match(text, verb.end())
        inverted = verb.group() in _inverted()  # "blamed the army" and "told Reuters" name somebody else behind
        for run, ends in ((left, True), (right if inverted else None, False)):
            at = _body(text, run.span(1), ends) if run else None
            if at:
                yield _voice(sentence, (text[slice(*at)],), at, verb)
                break


def _body(text: str, run: tuple[int, int], ends: bool) -> tuple[int, int] | None:
    """The longest known body at the end or the beginning of a run of capitalised words."""
    starts = [m.start() + run[0] for m in re.finditer(r"\b\w", text[run[0] : run[1]])]
    stops = [m.end() + run[0] for m in re.finditer(r"[\w)]\b|\)", text[run[0] : run[1]])]
    spans = [(start, run[1]) for start in starts] if ends else [(run[0], stop) for stop in reversed(stops)]
    return next((span for span in spans if _is_body(clean_name(text[slice(*span)]))), None)


def _is_body(name: str) -> bool:
    """Whether a name is that of a speaker of rules/speakers.toml or has a word in it that names of bodies have."""
    said = re.sub(r"\s*\([^)]*\)?$", "", name).lower().split()
    return bool(speaker_kind(name)) or len(said) > 1 and not words("speech", "bodies", "words").isdisjoint(said)


def _quoted(sentence: Sentence) -> Iterator[Voice]:
    """ "SANA quoted a police source as saying": the source, by the one who quotes it."""
    for m in _QUOTED.finditer(sentence.text):
        names = tuple(clean_name(m[group]) for group in ("who", "by"))
        if all(names):
            yield _voice(sentence, names, m.span("who"), m)


_QUOTED = re.compile(
    rf"(?P<by>{_RUN}(?:\s+(?:reporter|correspondent|agency|television|TV|news agency|state television|state TV))?)\s+"
    r"(?:(?:also|has|had)\s+)?(?:quoted|quotes|quoting|cited|cites|citing)\s+"
    r"(?P<who>[^\"“”.;:]{3,80}?)\s+as\s+(?:saying|telling|reporting|confirming|stating)\b"
)
_BEHIND = re.compile(rf"[\"”]\s*(?P<who>{_CAPITAL}(?:\s+(?:al-|el-)?[A-Z][\w'’-]*){{1,3}})(?P<after>\W.{{0,120}})")


def _behind(sentence: Sentence) -> Iterator[Voice]:
    """ "... were killed" Rami Abdel Rahman head of the Observatory: a name with its body right behind what was said."""
    for m in _BEHIND.finditer(sentence.text):
        chain = with_body((clean_name(m["who"]),), m["after"])
        if len(chain) > 1:
            yield _voice(sentence, chain, m.span("who"), m)


def _voice(sentence: Sentence, chain: tuple[str, ...], at: tuple[int, int], said: re.Match[str]) -> Voice:
    verb_at = sentence.start + (said.start("who") if "who" in said.groupdict() else said.start())
    subject = (sentence.start + at[0], sentence.start + at[1])
    names = tuple(clean_name(name) for name in chain)
    return Voice(names, sentence.start, sentence.end, "say", verb_at, "", subject, frozenset(), len(chain) > 1)


@cache
def _verbs() -> re.Pattern[str]:
    strong = sorted(words("speech", "verbs", "strong"))
    said = one_of([form for verb in strong for form in _forms(verb)])
    return re.compile(rf"\b(?:{said}|puts? the (?:death )?(?:toll|number|figure)(?= at\b))\b")


@cache
def _inverted() -> frozenset[str]:
    return frozenset(form for verb in words("speech", "verbs", "inverted") for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    """The forms that have a subject: said, says."""
    irregular: dict[str, list[str]] = load("en/speech")["irregular"]
    if verb in irregular:
        return tuple(irregular[verb])
    third = verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in "aeou" else verb + "s"
    past = verb + "d" if verb[-1] == "e" else verb[:-1] + "ied" if third.endswith("ies") else verb + "ed"
    return past, third
