"""Forms of Arabic verbs, made from their past and present, so that lists name each verb once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sijil.steps.languages.ar.text import fold

Who = Literal["he", "she", "they"]

_OBJECTS = ("ه", "ها", "هم", "هما")


@dataclass(frozen=True, slots=True)
class Form:
    """A finite form: `verb` is the past as listed, `who` its subject's number and gender before a subject.

    `present` forms without a subject are often passive ("يُذكر أن"). `object` is True with a pronoun hung on it.
    """

    verb: str
    who: Who
    present: bool = False
    object: bool = False


def forms(entries: Iterable[str]) -> dict[str, Form]:
    """Folded forms of verbs, each entry "past present", further words being other pasts ("ألقى يلقي ألقت")."""
    found: dict[str, Form] = {}
    for entry in entries:
        for form, made in _of(entry.split()):
            found.setdefault(form, made)
    return found


def _of(words: list[str]) -> Iterator[tuple[str, Form]]:
    verb = words[0]
    for word in words:
        key = fold(word)
        if key.startswith("ي") and word != verb:
            yield from _hung(key, Form(verb, "he", present=True))
            yield from _hung("ت" + key[1:], Form(verb, "she", present=True))
            yield from _hung(key + "ون", Form(verb, "they", present=True))
        else:
            yield from _past(key, verb)


def _past(key: str, verb: str) -> Iterator[tuple[str, Form]]:
    yield from _hung(key, Form(verb, "she" if key.endswith("ت") else "he"))
    bare = key[:-1] if key.endswith("ي") else key
    if not key.endswith("ت"):
        yield from _hung(bare + "ت", Form(verb, "she"))
        yield bare + "تا", Form(verb, "she")
    yield bare + "وا", Form(verb, "they")
    yield from ((f"{bare}و{hung}", Form(verb, "they", object=True)) for hung in _OBJECTS)
    yield bare + "ا", Form(verb, "they")


def _hung(key: str, form: Form) -> Iterator[tuple[str, Form]]:
    yield key, form
    open_ = key[:-1] + "ا" if key.endswith("ي") and not form.present else key
    yield from ((open_ + hung, Form(form.verb, form.who, form.present, object=True)) for hung in _OBJECTS)
