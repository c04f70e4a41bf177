"""Names of armed parties and authorities in an Arabic sentence, letters and weapons around them taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.cut import cut
from sijil.steps.languages.ar.party_extent import last_of, stands_alone
from sijil.steps.languages.ar.party_nouns import BREAK, PLAIN, TO, Noun, further, nations, noun_of, of, without_article
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.speaker_names import head_of
from sijil.steps.languages.ar.text import Sentence

_ATTACHED = ("", "ب", "ل", "و", "ال")
_ALONE = ("ل", "ب", "و")


@dataclass(frozen=True, slots=True)
class Party:
    """A party's name: words `first` to `last` of its sentence, its noun and the letters attached before it.

    `words` are its own, at [start, end) of the main text: of an arm with its owner the owner's ("طائرة تابعة لـ").
    """

    first: int
    last: int
    noun: Noun
    lead: str
    words: str
    start: int
    end: int


def parties(sentence: Sentence) -> Iterator[Party]:
    """Every party's name of the sentence, in text order; names joined by "and" are one."""
    at = 0
    while at < len(sentence.words):
        found = _party(sentence, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.last + 1


def _party(sentence: Sentence, at: int) -> Party | None:
    word = sentence.words[at]
    known = noun_of(word)
    if known is None or _never().at(sentence.words, at) or _only_with(sentence, at, known[1]):
        return None
    stem, noun = known
    last, owner = last_of(sentence, at, noun)
    if stem in of("civil", "of") and _civil(sentence, at, last):
        return None
    lead = without_article(word, stem)
    if last == at and not stands_alone(word, stem, noun):
        return None
    first, own_lead = owner if owner else (at, lead)
    if at and not lead and sentence.words[at - 1].key in _ALONE:
        at, lead = at - 1, sentence.words[at - 1].key  # "لـ “قسد”"
    return Party(at, last, noun, lead, *cut(sentence, first, _unjudged(sentence, first, last), own_lead))


def _unjudged(sentence: Sentence, first: int, last: int) -> int:
    """The last word of a name without adjectives that only judge ("الجيش التركي المحتل")."""
    while last > first + 1 and sentence.words[last].key in of("tails", "judging"):
        last -= 1
    return last


def _civil(sentence: Sentence, at: int, last: int) -> bool:
    """Whether the words behind "council" or "unknown" tell of towns, or of somebody's identity."""
    return any(head_of(word, of("civil"), PLAIN) for word in sentence.words[at + 1 : last + 2])


@cache
def _never() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/actors")["never"]["words"])


def _only_with(sentence: Sentence, at: int, noun: Noun) -> bool:
    """Whether an arm is only with what it was done ("بالمدفعية الثقيلة", "بقذائف المدفعية"), or "armed" an adjective
    ("هجوم مسلح")."""
    words = sentence.words
    if noun.kind == "people":
        return at > 0 and words[at].key in of("adjective") and bool(head_of(words[at - 1], _violence(), _ATTACHED))
    if noun.kind != "platform" or _owned(sentence, at):
        return False
    with_it = words[at].key.startswith(("بال", "وبال"))
    return with_it or at > 0 and bool(head_of(words[at - 1], of("manner", "with"), ("", "ب", "و")))


@cache
def _violence() -> frozenset[str]:
    return of("nouns") | of("sides") | of("nouns", "unsure")


def _owned(sentence: Sentence, at: int) -> bool:
    """Whether the words behind an arm say whose it is."""
    for word in sentence.words[at + 1 : at + 5]:
        if BREAK.search(word.gap):
            return False
        known = noun_of(word)
        if known is not None and (word.lead(known[0]) in TO or not sentence.words[at].key.startswith(("ال", "بال"))):
            return True
        if head_of(word, nations(), PLAIN) or word.key in of("tails"):
            return True
        if not head_of(word, further(), PLAIN):
            return False
    return False
