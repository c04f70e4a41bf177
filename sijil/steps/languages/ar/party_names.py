"""Names of armed parties and authorities in an Arabic sentence: where each begins and how far it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sijil.rules import load
from sijil.steps.languages.ar.cut import OPENS, closes, cut, quoted_words
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.speaker_names import head_of, listed, small
from sijil.steps.languages.ar.text import Sentence, Word, fold, keys
from sijil.steps.languages.ar.verbs import forms

Kind = Literal["force", "group", "platform", "people", "names"]

#: Words of a name at most, of a quotation that is a part of it, words that may follow a group's noun unlisted, and
#: parties joined by "and".
LONGEST, QUOTED, OPEN, JOINED = 14, 6, 2, 4

_BREAK = re.compile(r"[،,;؛:.!?؟|…\n+*]|\s[-–—]+\s|://|_\s|\s_")
_TO = ("ل", "لل")
_ATTACHED = ("", "ب", "ل", "و", "ال")
_PLAIN = ("", "ال")
_ALONE = ("ل", "ب", "و")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that begins a party's name: what follows it by `kind`, and the gender of a verb before it."""

    kind: Kind
    gender: str  # "he", "she", "any"


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
    last, owner = _last(sentence, at, noun)
    if stem in _list("civil", "of") and _civil(sentence, at, last):
        return None
    lead = _without_article(word, stem)
    if last == at and not _stands_alone(word, stem, noun):
        return None
    first, own_lead = owner if owner else (at, lead)
    if at and not lead and sentence.words[at - 1].key in _ALONE:
        at, lead = at - 1, sentence.words[at - 1].key  # "لـ “قسد”"
    return Party(at, last, noun, lead, *cut(sentence, first, _unjudged(sentence, first, last), own_lead))


def _unjudged(sentence: Sentence, first: int, last: int) -> int:
    """The last word of a name without adjectives that only judge ("الجيش التركي المحتل")."""
    while last > first + 1 and sentence.words[last].key in _list("tails", "judging"):
        last -= 1
    return last


def _civil(sentence: Sentence, at: int, last: int) -> bool:
    """Whether the words behind "council" or "unknown" tell of towns, or of somebody's identity."""
    return any(head_of(word, _list("civil"), _PLAIN) for word in sentence.words[at + 1 : last + 2])


@cache
def _never() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/actors")["never"]["words"])


def _only_with(sentence: Sentence, at: int, noun: Noun) -> bool:
    """Whether an arm is only with what it was done ("بالمدفعية الثقيلة", "بقذائف المدفعية"), or "armed" an adjective
    ("هجوم مسلح")."""
    words = sentence.words
    if noun.kind == "people":
        return at > 0 and words[at].key in _list("adjective") and bool(head_of(words[at - 1], _violence(), _ATTACHED))
    if noun.kind != "platform" or _owned(sentence, at):
        return False
    with_it = words[at].key.startswith(("بال", "وبال"))
    return with_it or at > 0 and bool(head_of(words[at - 1], _list("manner", "with"), ("", "ب", "و")))


def _list(section: str, name: str = "words") -> frozenset[str]:
    return listed(section, name, "ar/actors")


@cache
def _violence() -> frozenset[str]:
    return _list("nouns") | _list("sides") | _list("nouns", "unsure")


def _owned(sentence: Sentence, at: int) -> bool:
    """Whether the words behind an arm say whose it is."""
    for word in sentence.words[at + 1 : at + 5]:
        if _BREAK.search(word.gap):
            return False
        known = noun_of(word)
        if known is not None and (word.lead(known[0]) in _TO or not sentence.words[at].key.startswith(("ال", "بال"))):
            return True
        if head_of(word, nations(), _PLAIN) or word.key in _list("tails"):
            return True
        if not head_of(word, _further(), _PLAIN):
            return False
    return False


def _stands_alone(word: Word, stem: str, noun: Noun) -> bool:
    if noun.kind in ("names", "people"):
        return True
    return word.lead(stem).endswith(("ال", "لل")) and stem not in _list("lone")


def _without_article(word: Word, stem: str) -> str:
    """The letters attached before a name; "and" and "in" with the article leave it in the name."""
    lead = word.lead(stem)
    return lead if lead.endswith("لل") else lead.removesuffix("ال")


@cache
def nouns() -> dict[str, Noun]:
    """Stems that begin a party's name."""
    rules = load("ar/actors")
    kinds: tuple[Kind, ...] = ("names", "people", "platform", "group", "force")
    found: dict[str, Noun] = {}
    for kind in kinds:
        for gender, entries in rules[kind].items():
            for entry in entries:
                found.setdefault(fold(entry.split()[0]), Noun(kind, gender))
    return found


def noun_of(word: Word) -> tuple[str, Noun] | None:
    """The longest stem of a word that begins a party's name, with its noun; None for none."""
    table = nouns()
    return next(((stem, table[stem]) for stem in word.stems if stem in table), None)


@cache
def _further() -> frozenset[str]:
    rules = load("ar/actors")
    return keys([*rules["further"]["words"], *rules["people"]["any"]]) | nations()


@cache
def nations() -> frozenset[str]:
    """Adjectives of nations in all their forms."""
    return with_endings("nations")


@cache
def with_endings(section: str) -> frozenset[str]:
    """Words of a section of rules/ar/actors.toml in all their forms."""
    rules = load("ar/actors")[section]
    bases, endings = rules["words"], rules["endings"]
    return keys([base + ending for base in bases for ending in endings])


@cache
def _closings() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/actors")["further"]["closings"])


def _last(sentence: Sentence, first: int, noun: Noun, joined: int = JOINED) -> tuple[int, tuple[int, str] | None]:
    """The last word of the name that begins at word `first`; of an arm also where its owner begins, and his lead."""
    words, last, chain = sentence.words, first, True
    left = OPEN if noun.kind == "group" and not words[first].key.startswith(("ال", "وال", "لل", "بال")) else 0
    inside_quotes = bool(OPENS.search(words[first].gap))
    while (at := last + 1) < len(words) and at - first < LONGEST and not _BREAK.search(words[at].gap):
        word = words[at]
        if inside_quotes and closes(word.gap) and not OPENS.search(word.gap):
            break
        if OPENS.search(word.gap):
            inside = _named_inside(sentence, at)
            if not inside:
                break
            last, left = at + inside - 1, 0
        elif hit := _closings().at(words, at):
            last = hit.end - 1
        elif joined and (end := _and(sentence, at, joined - 1)) > last:
            last = end
        elif word.key in _list("tails") and (tail := _tail(sentence, at, joined)) is not None:
            if noun.kind == "platform" and word.key in _list("tails", "owned") and tail[1]:
                return tail
            last, left = tail[0], 0
        elif noun.kind == "platform" and (known := noun_of(word)) and word.lead(known[0]) in _TO:
            return _last(sentence, at, known[1], joined)[0], (at, _without_article(word, known[0]))
        elif _goes_on(words[last], word, chain):
            chain = chain and (known := noun_of(word)) is not None and known[1].kind != "names" and word.key[:2] != "ال"
            last, left = at, left if chain else 0
        elif left and _may_be_name(sentence, words[last], word, left):
            last, left = at, left - 1
        else:
            break
    return last, None


def _named_inside(sentence: Sentence, at: int) -> int:
    """How many words of a name stand in the quotation or brackets that open before word `at`; 0 where none does."""
    inside = quoted_words(sentence, at, QUOTED)
    named = inside <= QUOTED and not any(word.key in small() for word in sentence.words[at : at + inside])
    return inside if named else 0


def _goes_on(before: Word, word: Word, chain: bool) -> bool:
    """Whether a listed word goes on with a name: behind a word with the article only another with it can; a party's
    noun without it only in a `chain` of such nouns ("عناصر ميليشيا حزب الله")."""
    if head_of(before, frozenset(before.stems[-1:]), ("ال", "وال", "بال", "فال", "لل")) and word.key[:2] != "ال":
        return word.key.startswith("وال") and bool(head_of(word, _further(), ("وال",)))
    if head_of(word, _further(), _PLAIN):
        return True
    known = noun_of(word)
    return known is not None and word.lead(known[0]) in (_PLAIN if chain else ("ال",))


def _may_be_name(sentence: Sentence, before: Word, word: Word, left: int) -> bool:
    """Whether an unlisted word may be the name behind a group's noun ("لواء القدس", "فصيل السلطان مراد")."""
    if left < OPEN and word.key[:2] != "ال" and before.key[:2] != "ال" or before.key in nouns() and left < OPEN:
        return False
    if word.key in small() or word.key[:1].isdigit() or word.key.startswith(("بال", "لل", "وال")):
        return False
    if head_of(word, listed("", "begins", "ar/grammar"), ("", "ب", "ل", "و")):
        return False
    written = sentence.text[word.start - sentence.start : word.end - sentence.start]
    verb = word.key.endswith("ت") and not word.key.endswith("ات") or word.key[:1] in ("ي", "ت") and left < OPEN
    return not verb and not written.endswith(("اً", "ًا")) and not head_of(word, _actions(), ("", "و", "ب", "ل"))


@cache
def _actions() -> frozenset[str]:
    rules = load("ar/actors")
    verbs = frozenset(forms(rules["verbs"]["words"]))
    return verbs | keys([*rules["nouns"]["words"], *rules["nouns"]["unsure"]]) | with_endings("manner")


def _and(sentence: Sentence, at: int, joined: int) -> int:
    """The last word of a further party joined by "and" at word `at`; `at` - 1 where none is."""
    words, word = sentence.words, sentence.words[at]
    if head_of(word, _list("tails", "followers"), ("و",)):
        return at
    known = noun_of(word)
    if known is not None and word.lead(known[0]).startswith("و"):
        stem, noun = known
        last, _ = _last(sentence, at, noun, joined)
        return last if last > at or _stands_alone(word, stem, noun) else at - 1
    if word.key != "و" or at + 1 >= len(words):
        return at - 1
    if OPENS.search(words[at + 1].gap) and (inside := _named_inside(sentence, at + 1)):
        return at + inside
    known = noun_of(words[at + 1])
    plain = known is not None and words[at + 1].lead(known[0]) in _PLAIN
    return _last(sentence, at + 1, known[1], joined)[0] if known and plain else at - 1


def _tail(sentence: Sentence, at: int, joined: int) -> tuple[int, tuple[int, str] | None] | None:
    """The last word of "loyal to ..." at word `at`, and where the one it is loyal to begins with his lead."""
    words = sentence.words
    if at + 1 >= len(words) or _BREAK.search(words[at + 1].gap):
        return None
    after = words[at + 1]
    if after.key in _list("tails", "to") or after.key in _list("tails", "adverbs"):
        return at + 1, None
    first = at + 2 if after.key in _list("tails", "by") else at + 1
    if first >= len(words):
        return None
    known = noun_of(words[first])
    if known is not None:
        return _last(sentence, first, known[1], max(0, joined - 1))[0], (
            first,
            _without_article(words[first], known[0]),
        )
    if OPENS.search(words[first].gap) and (inside := _named_inside(sentence, first)):
        return first + inside - 1, (first, "")
    return (first, None) if after.key[:1] == "ل" and len(after.key) > 3 else None
