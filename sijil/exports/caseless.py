"""Words of scripts without capitals: which of them are known to name nobody, and which speakers are bodies.

Capitals tell nothing there, so that a word is taken for a name unless the pack's lists have it: its privacy.toml says
which lists, and which of their words people bear as names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sijil.steps.languages import language_of, pack_of
from sijil.steps.parties import speaker_kind
from sijil.steps.places.names import exact_key

_SHORT = 4  # letters that must be left where something written together with a word is taken off: "بسام" is a name
_STEM = 4  # letters that a listed beginning must have to stand for any ending


class _Lists(NamedTuple):
    words: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    names: frozenset[str]
    as_written: frozenset[str]
    bodies: frozenset[str]
    graphic: frozenset[str]


def is_caseless(word: str) -> bool:
    """Whether a word's script has no capitals."""
    return word[:1].lower() == word[:1].upper()


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """A word folded, and what it may be without letters written together with it."""
    words = pack_of(language_of(word)).words
    told = [form for one in words(word) for form in one] if words else []
    return tuple(dict.fromkeys((exact_key(word), *told)))


@lru_cache(maxsize=65536)
def names_nobody(word: str) -> bool:
    """Whether a word is one of the lists that name nobody, and no name that people bear."""
    lists, key = _lists(language_of(word)), exact_key(word)
    if word in lists.as_written:
        return True
    if _is_name(word, lists):
        return False
    bare = (key.removesuffix(end) for end in lists.endings if key.endswith(end) and len(key) - len(end) >= _SHORT)
    return key in lists.words or key.startswith(lists.beginnings) or any(one in lists.words for one in bare)


@lru_cache(maxsize=8192)
def is_body(speaker: str) -> bool:
    """Whether a speaker is an office, a body or nobody in particular: by a word for one, and without a given name."""
    lists, words = _lists(language_of(speaker)), speaker.split()
    if speaker_kind(speaker):
        return True
    if any(_is_name(word, lists) for word in words):
        return False
    known = {form for word in words for form in forms(word)}
    said = f" {exact_key(speaker)} "
    named = any(body in known if " " not in body else f" {body} " in said for body in lists.bodies)
    return named or all(names_nobody(word) for word in words if exact_key(word))


def is_graphic(word: str) -> bool:
    """Whether a word is one of the pack's graphic ones."""
    lists = _lists(language_of(word))
    return any(form in lists.graphic for form in forms(word))


def _is_name(word: str, lists: _Lists) -> bool:
    return word not in lists.as_written and any(form in lists.names for form in forms(word))


@cache
def _lists(code: str) -> _Lists:
    pack = pack_of(code)
    rules = pack.rules("privacy")
    listed = [word for name in rules.get("lists", ()) for word in _strings(pack.rules(name))]
    listed += rules.get("words", ())
    known = {key for words in listed for key in exact_key(words).split()}
    starts = {key for words in listed for word in words.split() if word.endswith("*") and (key := exact_key(word))}
    return _Lists(
        frozenset(_joined(known, rules)),
        tuple(sorted(_joined({start for start in starts if len(start) >= _STEM}, rules))),
        tuple(rules.get("endings", ())),
        frozenset(key for name in _names(pack.rules("person_names"), rules) if (key := exact_key(name))),
        frozenset(rules.get("as_written", ())),
        frozenset(map(exact_key, rules.get("bodies", ()))),
        frozenset(map(exact_key, rules.get("graphic", ()))),
    )


def _joined(known: set[str], rules: dict[str, Any]) -> Iterator[str]:
    """The words, and all of them with what may be written together with them; a single letter before long ones only."""
    for word in known:
        yield word
        yield from (f"{before}{word}" for before in rules.get("before", ()))
        yield from (f"{letter}{word}" for letter in rules.get("letters", ()) if len(word) >= _SHORT)


def _names(listed: dict[str, Any], rules: dict[str, Any]) -> Iterator[str]:
    yield from _strings(listed)
    yield from rules.get("also_names", ())


def _strings(value: Any) -> Iterator[str]:
    """All texts in a rules file, keys of tables too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
