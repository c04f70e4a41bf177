"""How: the kinds of attack that the words of a sentence name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.endings import Endings, listing
from sijil.steps.languages.ar.text import Sentence, Word


@dataclass(frozen=True, slots=True)
class _Told:
    """An attack word: words [first, end) of its sentence. `sure`: it says its kind itself; `back`: it points back."""

    first: int
    end: int
    kind: str
    sure: bool
    back: bool = False


def attack_words(sentence: Sentence) -> tuple[tuple[int, str], ...]:
    """(offset in the main text, attack kind) of every attack word of the sentence, in text order.

    The kind is empty where attacks are told of which it is not said, or of all kinds.
    """
    return _placed(sentence, _read(sentence.words))


def attacks_of(found: Sequence[Sentence]) -> tuple[tuple[tuple[int, str], ...], ...]:
    """`attack_words` of each sentence of a report; "the bombing" alone is of the kind of the bombing told before it."""
    last: str | None = None
    out = []
    for sentence in found:
        told = []
        for word in _read(sentence.words):
            if word.back and not word.sure and last is not None:
                word = replace(word, kind=last)
            elif word.sure and word.kind in _BOMBING:
                last = word.kind
            told.append(word)
        out.append(_placed(sentence, told))
    return tuple(out)


#: The kind of attacks in the rules of which the kind is not said; an empty one to those who read attack words.
_UNSAID = "unsaid"


def names_attack(words: Sequence[Word], at: int) -> bool:
    """Whether a word, alone or with those behind it, names a kind of attack."""
    hit = _listed().at(words, at)
    return hit is not None and hit.meaning[0] != ""


#: What "the bombing" may be.
_BOMBING = ("airstrike", "shelling", "explosive", "chemical")


def _placed(sentence: Sentence, told: Iterable[_Told]) -> tuple[tuple[int, str], ...]:
    """Each with its offset; a word beside another of its kind adds nothing ("قصف جوي", "قذائف الهاون")."""
    out: list[tuple[int, str]] = []
    end, before = -9, ""
    for word in told:
        if word.first > end or word.kind != before:
            out.append((sentence.words[word.first].start, "" if word.kind == _UNSAID else word.kind))
        end, before = word.end, word.kind
    return tuple(out)


def _read(words: Sequence[Word]) -> list[_Told]:
    """The attack words in order; an unsure one has the kind of the nearest sure one that may say more of it."""
    told = list(_without_means(tuple(_words_of(words)), words))
    sure = [word for word in told if word.sure]
    read = [word if word.sure else _surer(word, sure, words) for word in told]
    return [replace(word, kind=_UNSAID, sure=True) if _mixed(read, at, words) else word for at, word in enumerate(read)]


def _mixed(told: Sequence[_Told], at: int, words: Sequence[Word]) -> bool:
    """Whether an unsure word and one of another kind beside it are attacks of all kinds: "explosions and attacks"."""
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(told) or told[one].sure or told[other].sure:
            continue
        joined = told[other].first == told[one].end and words[told[other].first].key[:1] == "و"
        if joined and told[one].kind != told[other].kind:
            return True
    return False


def _without_means(told: Sequence[_Told], words: Sequence[Word]) -> Iterator[_Told]:
    """The attack words without the weapons that a clash told before them was fought with."""
    within, reach = int(load("ar/attacks")["fought_with"]["within"]), -1
    for word in told:
        if word.kind == "clash":
            reach = word.end + within
        means = word.first < reach and _means().at(words, word.first) is not None
        if means and words[word.first].key[0] in "بو" and len(words[word.first].stems) > 1:
            reach = max(reach, word.end + 2)
        else:
            yield word


def _surer(word: _Told, sure: Sequence[_Told], words: Sequence[Word]) -> _Told:
    """An unsure word with the kind of the nearest sure one that may say more of it, if there is one within reach."""
    rules = load("ar/attacks")
    window, able = int(rules["window"][word.kind]), rules["refined"][word.kind]
    at = bisect_left(sure, word.first, key=lambda other: other.first)
    ahead = next((o for o in sure[at : at + window] if o.kind in able), None)
    behind = next((o for o in reversed(sure[max(0, at - window) : at]) if o.kind in able), None)
    to_ahead = ahead.first - word.end if ahead is not None else window + 1
    to_behind = word.first - behind.end if behind is not None else window + 1
    near_behind = to_behind <= window // 2 + 1 and to_behind <= to_ahead
    if behind is not None and near_behind and not _turns_at(words, word.first):
        return replace(word, kind=behind.kind, sure=True)
    if ahead is not None and to_ahead <= window:
        return replace(word, kind=ahead.kind, sure=True)
    return word


def _turns_at(words: Sequence[Word], at: int) -> bool:
    """Whether a word begins another event than the one before it: "and bombed", "while planes bombed"."""
    lead = words[at].key[:1] == "و" and len(words[at].stems) > 1
    return lead or at > 0 and bool(_turns().at(words, at - 1))


def _words_of(words: Sequence[Word]) -> Iterator[_Told]:
    at, listed = 0, _listed()
    while at < len(words):
        hit = listed.at(words, at)
        if hit is None:
            at += 1
            continue
        kind, sure = hit.meaning
        if kind:
            back = not sure and _definite(words[at]) and _pointing().at(words, at) is not None
            yield _Told(at, hit.end, kind, sure, back)
        at = hit.end


def _definite(word: Word) -> bool:
    """Whether a word has the article, alone or behind other letters ("القصف", "للقصف", "بالقصف")."""
    return any(stem.startswith(("ال", "لل")) for stem in word.stems)


@cache
def _listed() -> Endings[tuple[str, bool]]:
    """Every entry with its kind and whether it says it by itself; entries of no attack have none."""
    rules: Mapping[str, Mapping[str, Sequence[str]]] = load("ar/attacks")
    found: dict[str, tuple[str, bool]] = dict.fromkeys(rules["no_attack"]["words"], ("", True))
    for sure in (True, False):
        for kind, entries in rules["kinds" if sure else "unsure"].items():
            for entry in entries:
                found.setdefault(entry, (kind, sure))
    return Endings(found)


@cache
def _means() -> Endings[bool]:
    return listing(load("ar/attacks")["fought_with"]["words"])


@cache
def _turns() -> Endings[bool]:
    return listing(load("ar/attacks")["turns"]["words"])


@cache
def _pointing() -> Endings[bool]:
    return listing(load("ar/attacks")["bombing"]["words"])
