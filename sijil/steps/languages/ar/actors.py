"""By whom in Arabic: parties' names, and whether the sentence makes each the doer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.party_names import Party, nations, noun_of, parties, with_endings
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.speaker_names import head_of, listed
from sijil.steps.languages.ar.text import Sentence, Word
from sijil.steps.languages.ar.verbs import Form, forms
from sijil.steps.reading.scene import Doer

#: Words stepped over between a party and its verb or its noun of attack.
STEPS = 6

_BREAK = re.compile(r"[،,;؛:.!?؟|…\n]")
_AND = ("", "و", "ف")
_ANY = ("", "ال", "ب", "بال", "و", "وال", "ل", "لل", "ف", "وب", "فال")


def doers(sentence: Sentence) -> tuple[Doer, ...]:
    """Parties of the sentence in text order, and nations whose attack it names ("قصف تركي").

    `how` is "by", "noun" or "subject" for doers; "target" is what is struck, "holds" who holds a place, "named" the
    rest: the doer of a harm often stands as a mere name in another sentence.
    """
    found = list(parties(sentence))
    taken = {at for party in found for at in range(party.first, party.last + 1)}
    out = [Doer(p.words, p.start, p.end, _role(sentence, p)) for p in found]
    out += _nations(sentence, taken)
    return tuple(sorted(out, key=lambda d: d.start))


def _list(section: str, name: str = "words") -> frozenset[str]:
    return listed(section, name, "ar/actors")


def _role(sentence: Sentence, party: Party) -> str:
    """How a party stands in its sentence; see `doers`."""
    if role := _led(sentence, party):
        return role
    if role := _after_verb(sentence, party):
        return role
    if role := _after_noun(sentence, party):
        return role
    if _before_verb(sentence, party):
        return "subject"
    return "target" if _struck(sentence, party) else "named"


@cache
def _leads() -> Phrases[str]:
    rules = load("ar/actors")["by"]
    table = [(words, "by") for words in rules["words"]] + [(words, "from") for words in rules["from"]]
    return Phrases([*table, *((words, "holds") for words in rules["holds"])])


def _led(sentence: Sentence, party: Party) -> str:
    """The role that words right before the party give it: "على يد", "من مناطق سيطرة", "اشتباكات بين"."""
    words, first = sentence.words, party.first
    if first == 0:
        return ""
    before = words[first - 1].key
    if before == "بين" and party.last > first:
        return "by" if _near(words, first - 1, _list("sides")) else ""
    hit = _leads().before(words, first, 5)
    if hit is not None and (party.lead in ("", "و") or hit.meaning == "by" or party.lead in ("ل", "لل")):
        if hit.meaning == "holds" and _near(words, hit.first, _list("nouns")) and _from(words, hit.first):
            return "noun"
        if hit.meaning != "from":
            return hit.meaning
        return "noun" if _near(words, hit.first, _list("nouns")) and _from(words, hit.first) else ""
    if before == "من" and _noun_before(words, first - 1):
        return "noun"
    return ""


def _from(words: Sequence[Word], at: int) -> bool:
    """Whether "from" or "its source" stands at most two words before word `at`."""
    return any(w.key in ("من", "مصدره", "مصدرها") for w in words[max(0, at - 2) : at])


def _near(words: Sequence[Word], at: int, names: frozenset[str]) -> bool:
    """Whether a listed noun stands before word `at`, in the same clause."""
    for i in range(at - 1, max(-1, at - 9), -1):
        if head_of(words[i], names, _ANY):
            return True
    return False


def _noun_before(words: Sequence[Word], at: int) -> str:
    """The noun of attack right before word `at`, adjectives and times stepped over; "" for none."""
    for i in range(at - 1, max(-1, at - 1 - STEPS), -1):
        if re.search(r"[.!?؟:|\n]", words[i + 1].gap):
            return ""
        if noun := head_of(words[i], _list("nouns") | _list("nouns", "unsure"), _ANY):
            return noun
        if not (head_of(words[i], _manner(), ("", "ال", "و", "وال")) or words[i].key in _times()):
            return ""
    return ""


@cache
def _manner() -> frozenset[str]:
    return with_endings("manner") | nations()


@cache
def _times() -> frozenset[str]:
    return listed("", "times", "ar/grammar")


def _after_noun(sentence: Sentence, party: Party) -> str:
    """A noun of attack before the party ("قصف قوات النظام"); "استهداف" needs what is struck behind it."""
    words = sentence.words
    if party.lead not in ("", "ل", "لل") or party.first == 0:
        return ""
    noun = _noun_before(words, party.first)
    if not noun:
        return ""
    if noun in _list("nouns", "unsure") and party.lead == "":
        return "noun" if _has_object(sentence, party.last + 1) else "target"
    return "noun"


def _has_object(sentence: Sentence, at: int) -> bool:
    """Whether a noun follows that can be what is struck: "استهداف جيش الاحتلال محيط المدينة"."""
    if at >= len(sentence.words):
        return False
    word = sentence.words[at]
    if re.search(r"[.!?؟:|\n]", word.gap):
        return False
    return word.key not in listed("", "prepositions", "ar/grammar") and not word.key.startswith(("ب", "في"))


@cache
def _verbs() -> dict[str, Form]:
    return forms(load("ar/actors")["verbs"]["words"])


def _verb(word: Word) -> Form | None:
    known = _verbs()
    return next((known[stem] for stem in word.stems if stem in known and word.lead(stem) in _AND), None)


def _after_verb(sentence: Sentence, party: Party) -> str:
    """ "قصفت قوات النظام": the subject behind its verb; "قصف استهدف قوات النظام": what the subject before it struck."""
    words = sentence.words
    if party.lead:
        return ""
    for i in range(party.first - 1, max(-1, party.first - 2 - STEPS), -1):
        if form := _verb(words[i]):
            direct = i == party.first - 1
            if form.object and direct:
                return "by"
            if form.object:
                return ""
            if not direct and re.search(r"[.!?؟:|\n]", words[i + 1].gap):
                return ""
            fits = party.noun.gender in ("any", form.who) or form.who == "they"
            if not fits or _has_subject(sentence, i):
                return "target" if direct else ""
            return "subject"
        if not _adverb(words, i):
            return ""
    return ""


def _adverb(words: Sequence[Word], at: int) -> bool:
    """Whether a word may part a verb from its subject: a time, or "with ..." and its adjectives."""
    word = words[at]
    if word.key in _times() or word.key in _list("steps") or word.key[:1].isdigit():
        return True
    if word.key.startswith("ب") and len(word.stems) > 1:
        return True
    return at > 0 and word.key.startswith("ال") and words[at - 1].key.startswith("ب")


def _has_subject(sentence: Sentence, at: int) -> bool:
    """Whether the verb at word `at` has its subject before it: a noun of attack or a party in the same clause."""
    words = sentence.words
    verb = words[at]
    if at == 0 or verb.key[:1] in "وف" and len(verb.stems) > 1 or _BREAK.search(verb.gap):
        return False
    for i in range(at - 1, max(-1, at - 1 - STEPS), -1):
        if head_of(words[i], _list("nouns"), _ANY) or noun_of(words[i]):
            return True
        steps = words[i].key in _times() or words[i].key in _list("steps")
        if not (steps or head_of(words[i], _manner(), ("", "ال"))) or _BREAK.search(words[i].gap):
            return bool(head_of(words[i], _list("nouns"), _ANY))
    return False


def _before_verb(sentence: Sentence, party: Party) -> bool:
    """ "قوات النظام تقصف": the subject before its verb."""
    words = sentence.words
    before = words[party.first - 1].key if party.first else ""
    if party.lead not in ("", "و", "ف") or before in _list("struck"):
        return False
    for i in range(party.last + 1, min(party.last + 1 + STEPS, len(words))):
        if re.search(r"[.!?؟:|\n]", words[i].gap):
            return False
        if (form := _verb(words[i])) is not None:
            return not form.object and not (words[i].key[:1] in "وف" and len(words[i].stems) > 1 and i > party.last + 1)
        if not (words[i].key in _times() or words[i].key in _list("steps")):
            return False
    return False


def _struck(sentence: Sentence, party: Party) -> bool:
    """Whether the party is what is struck, or its people or places are."""
    words = sentence.words
    if party.first == 0:
        return False
    before = words[party.first - 1]
    if before.key in _list("struck") or head_of(before, _list("struck", "nouns"), _ANY):
        return True
    of = before.key == "من" and party.first > 1
    return of and bool(head_of(words[party.first - 2], _list("struck", "nouns"), _ANY))


def _nations(sentence: Sentence, taken: set[int]) -> Iterator[Doer]:
    """Nations by whose adjective an attack is named: "قصف جوي تركي", "الغارات الإسرائيلية"."""
    words = sentence.words
    for at, word in enumerate(words):
        if at in taken or not head_of(word, nations(), ("", "ال")):
            continue
        if at and head_of(words[at - 1], nations(), ("", "ال", "و")) and at - 1 not in taken:
            continue
        if _noun_before(words, at):
            yield Doer(sentence.said(word.start, word.end), word.start, word.end, "noun")
