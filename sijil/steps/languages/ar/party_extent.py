"""How far the name of an armed party goes in an Arabic sentence."""

from __future__ import annotations

from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.cut import OPENS, closes, quoted_words
from sijil.steps.languages.ar.party_nouns import (
    BREAK,
    PLAIN,
    TO,
    Noun,
    actions,
    further,
    noun_of,
    nouns,
    of,
    without_article,
)
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.speaker_names import head_of, listed, small
from sijil.steps.languages.ar.text import Sentence, Word

#: Words of a name at most, of a quotation that is a part of it, words that may follow a group's noun unlisted, and
#: parties joined by "and".
LONGEST, QUOTED, OPEN, JOINED = 14, 6, 2, 4


def last_of(sentence: Sentence, first: int, noun: Noun, joined: int = JOINED) -> tuple[int, tuple[int, str] | None]:
    """The last word of the name that begins at word `first`; of an arm also where its owner begins, and his lead."""
    words, last, chain = sentence.words, first, True
    left = OPEN if noun.kind == "group" and not words[first].key.startswith(("ال", "وال", "لل", "بال")) else 0
    inside_quotes = bool(OPENS.search(words[first].gap))
    while (at := last + 1) < len(words) and at - first < LONGEST and not BREAK.search(words[at].gap):
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
        elif word.key in of("tails") and (tail := _tail(sentence, at, joined)) is not None:
            if noun.kind == "platform" and word.key in of("tails", "owned") and tail[1]:
                return tail
            last, left = tail[0], 0
        elif noun.kind == "platform" and (known := noun_of(word)) and word.lead(known[0]) in TO:
            return last_of(sentence, at, known[1], joined)[0], (at, without_article(word, known[0]))
        elif _goes_on(words[last], word, chain):
            chain = chain and (known := noun_of(word)) is not None and known[1].kind != "names" and word.key[:2] != "ال"
            last, left = at, left if chain else 0
        elif left and _may_be_name(sentence, words[last], word, left):
            last, left = at, left - 1
        else:
            break
    return last, None


@cache
def _closings() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/actors")["further"]["closings"])


def _named_inside(sentence: Sentence, at: int) -> int:
    """How many words of a name stand in the quotation or brackets that open before word `at`; 0 where none does."""
    inside = quoted_words(sentence, at, QUOTED)
    named = inside <= QUOTED and not any(word.key in small() for word in sentence.words[at : at + inside])
    return inside if named else 0


def _goes_on(before: Word, word: Word, chain: bool) -> bool:
    """Whether a listed word goes on with a name: behind a word with the article only another with it can; a party's
    noun without it only in a `chain` of such nouns ("عناصر ميليشيا حزب الله")."""
    if head_of(before, frozenset(before.stems[-1:]), ("ال", "وال", "بال", "فال", "لل")) and word.key[:2] != "ال":
        return word.key.startswith("وال") and bool(head_of(word, further(), ("وال",)))
    if head_of(word, further(), PLAIN):
        return True
    known = noun_of(word)
    return known is not None and word.lead(known[0]) in (PLAIN if chain else ("ال",))


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
    return not verb and not written.endswith(("اً", "ًا")) and not head_of(word, actions(), ("", "و", "ب", "ل"))


def _and(sentence: Sentence, at: int, joined: int) -> int:
    """The last word of a further party joined by "and" at word `at`; `at` - 1 where none is."""
    words, word = sentence.words, sentence.words[at]
    if head_of(word, of("tails", "followers"), ("و",)):
        return at
    known = noun_of(word)
    if known is not None and word.lead(known[0]).startswith("و"):
        stem, noun = known
        last, _ = last_of(sentence, at, noun, joined)
        return last if last > at or stands_alone(word, stem, noun) else at - 1
    if word.key != "و" or at + 1 >= len(words):
        return at - 1
    if OPENS.search(words[at + 1].gap) and (inside := _named_inside(sentence, at + 1)):
        return at + inside
    known = noun_of(words[at + 1])
    plain = known is not None and words[at + 1].lead(known[0]) in PLAIN
    return last_of(sentence, at + 1, known[1], joined)[0] if known and plain else at - 1


def _tail(sentence: Sentence, at: int, joined: int) -> tuple[int, tuple[int, str] | None] | None:
    """The last word of "loyal to ..." at word `at`, and where the one it is loyal to begins with his lead."""
    words = sentence.words
    if at + 1 >= len(words) or BREAK.search(words[at + 1].gap):
        return None
    after = words[at + 1]
    if after.key in of("tails", "to") or after.key in of("tails", "adverbs"):
        return at + 1, None
    first = at + 2 if after.key in of("tails", "by") else at + 1
    if first >= len(words):
        return None
    known = noun_of(words[first])
    if known is not None:
        return last_of(sentence, first, known[1], max(0, joined - 1))[0], (
            first,
            without_article(words[first], known[0]),
        )
    if OPENS.search(words[first].gap) and (inside := _named_inside(sentence, first)):
        return first + inside - 1, (first, "")
    return (first, None) if after.key[:1] == "ل" and len(after.key) > 3 else None


def stands_alone(word: Word, stem: str, noun: Noun) -> bool:
    """Whether a noun is a party's name with nothing behind it."""
    if noun.kind in ("names", "people"):
        return True
    return word.lead(stem).endswith(("ال", "لل")) and stem not in of("lone")
