"""What each word of a sentence is to the rules of situations: one look-up a word, however many lists name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.endings import Endings, canonical
from sijil.steps.languages.ar.phrases import Hit
from sijil.steps.languages.ar.situations.readings import Reading, readings
from sijil.steps.languages.ar.text import Sentence, Word

_Meaning = tuple[str | Reading, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of a sentence: what lists name it, alone or with words behind it.

    `roles` are those of [clause] and [objects], with the longest expression of each; `classes` those of [classes];
    `readings` what it may carry up to word `end`, in the list's order.
    """

    roles: Mapping[str, Hit[_Meaning]] = field(default_factory=dict)
    classes: frozenset[str] = frozenset()
    readings: tuple[Reading, ...] = ()
    end: int = 0

    def carries(self, *kinds: str) -> bool:
        """Whether it may carry a situation of one of the kinds, or of any where none is asked for."""
        return any(not kinds or reading.kind in kinds for reading in self.readings)

    @property
    def lead(self) -> str:
        """The letters written before what it carries ("و")."""
        hit = self.roles.get(_CARRIED)
        return hit.lead if hit is not None else ""


_NOTHING = Mark()
#: The role of the best expression that carries something.
_CARRIED = "carried"


def marks_of(sentence: Sentence) -> tuple[Mark, ...]:
    """The marks of a sentence's words in order."""
    return tuple(_mark(sentence.words, at) for at in range(len(sentence.words)))


def _mark(words: Sequence[Word], at: int) -> Mark:
    hits = tuple(_table().every(words, at))
    if not hits:
        return _NOTHING
    roles: dict[str, Hit[_Meaning]] = {}
    classes: set[str] = set()
    carried: set[Reading] = set()
    end = at
    for hit in hits:
        for meaning in hit.meaning:
            if isinstance(meaning, Reading):
                carried.add(meaning)
                roles.setdefault(_CARRIED, hit)
                end = max(end, hit.end)
            elif meaning.startswith(_CLASS):
                classes.add(meaning[len(_CLASS) :])
            else:
                roles.setdefault(meaning, hit)
    return Mark(roles, frozenset(classes), tuple(sorted(carried, key=lambda reading: reading.rank)), end)


_CLASS = "class "


@cache
def _table() -> Endings[_Meaning]:
    """Every expression of rules/ar/situations.toml with all that it is to them."""
    table: dict[str, _Meaning] = {}
    first: dict[str, str] = {}  # of entries spelt in two ways, the one that is listed first
    for entry, meaning in _listed():
        key = first.setdefault(canonical(entry), entry)
        table[key] = (*table.get(key, ()), meaning)
    return Endings(table)


def _listed() -> Iterator[tuple[str, str | Reading]]:
    rules = load("ar/situations")
    for part in ("clause", "objects"):
        for name, entries in rules[part].items():
            if isinstance(entries, list):
                yield from ((entry, name) for entry in entries)
    for name, entries in rules["classes"].items():
        yield from ((entry, _CLASS + name) for entry in entries)
    for reading, row in zip(readings(), rules["reading"], strict=True):
        yield from ((entry, reading) for entry in row["words"])
