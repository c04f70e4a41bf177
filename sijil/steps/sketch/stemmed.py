"""The rarer words of a text in a script without capitals, whose words are written together with others: its names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from sijil.rules import load
from sijil.steps.languages import languages_in, pack_of
from sijil.steps.languages.pack import Pack
from sijil.steps.places.names import article_key
from sijil.steps.sketch.rarity import commonest, frequency_of

Stems = tuple[str, ...]
_AND = "\u0648\u0641"  # letters that mean "and" and "so"
_LEFT = 3  # letters of a word at least, without its ending
_JOINED = 4  # letters of a word that may be joined to them: fewer are mostly its own


def stemmed(text: str, pack: Pack, known: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Rare words, each as it stands without what is written before it, with its rarity in tenths.

    None is `known` or in the pack's list of what reports of many attacks tell (its story.toml).
    """
    rules, words = load("story")["names"], list(pack.words(text)) if pack.words else []
    alone, general, endings = {stems[0] for stems in words}, _general(pack), pack.rules("story").get("endings", {})
    for stems in dict.fromkeys(words):
        name = _name(stems, alone)
        if len(name) < rules["shortest"] or not known.isdisjoint(stems):
            continue
        if not general.isdisjoint(_without(stems, endings.get("of_words", ()))):
            continue
        frequency = commonest(_without(stems, endings.get("of_names", ())))
        if frequency <= rules["rare"]:
            yield name, round(10 * (rules["zero"] - frequency))


def opening(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The words that texts open with, in scripts whose packs take words apart, with their rarity in tenths, by word.

    Function words are left out. Each word is what it is most often without what is written together with it.
    """
    rules, found = load("story")["words"], dict[str, int]()
    for text in texts:
        for pack in filter(lambda pack: pack.words, map(pack_of, languages_in(text))):
            for stems in islice(pack.words(text) if pack.words else (), rules["first"]):
                word = max(stems, key=frequency_of)
                if len(word) >= rules["shortest"] and frequency_of(word) <= rules["commonest"]:
                    found[word] = round(10 * (load("story")["names"]["zero"] - frequency_of(word)))
    return tuple(sorted(found.items()))


def _without(stems: Stems, endings: Iterable[str]) -> Iterator[str]:
    """The stems, and what is left of them without one of the endings."""
    yield from stems
    for stem in stems:
        yield from (stem[: -len(end)] for end in endings if stem.endswith(end) and len(stem) - len(end) >= _LEFT)


def _name(stems: Stems, alone: Collection[str]) -> str:
    """The word without its article, and without what else may be written before it where the text has it so, too."""
    whole = stems[0][1:] if stems[0][0] in _AND and len(stems[0]) > _JOINED else stems[0]
    return article_key(next((stem for stem in stems[1:] if stem in alone), whole))


@cache
def _general(pack: Pack) -> frozenset[str]:
    """All that the words of its list may be, so that each form of them is found."""
    listed: Sequence[str] = pack.rules("story").get("words", {}).get("general", ())
    return frozenset(stems[0] for word in listed for stems in (pack.words(word) if pack.words else ()))
