"""The language of the desk, of the request at hand: its words are marked in English here and there, and translated in
locale/*/LC_MESSAGES/sijil.po (GNU gettext, read as it is: no file has to be compiled). docs/translating.md tells how.

A request's language is a context variable: requests that run at once, in one thread or several, never share it.
"""

from __future__ import annotations

import gettext as catalogues
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Language:
    """`code` is an ISO 639-1 code, `name` what its own speakers call it, `dir` the direction of its script."""

    code: str
    name: str
    dir: str


LANGUAGES: dict[str, Language] = {
    one.code: one for one in (Language("en", "English", "ltr"), Language("ar", "العربية", "rtl"))
}
SOURCE = "en"  # the language that the words are marked in
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ARABIC = re.compile("[\u0620-\u064a]")
#: What is filled into a message, but for numbers and what stands inside a tag.
_FILLED = re.compile(r"%\((?!(?:num|number|day|month|year|km|low|high|all)\))\w+\)s(?![^<>]*>)")
_CURRENT: ContextVar[str] = ContextVar("language", default=SOURCE)


def language() -> Language:
    """That of the request at hand; English outside of one."""
    return LANGUAGES[_CURRENT.get()]


@contextmanager
def speaking(code: str) -> Iterator[Language]:
    """Whatever is worded inside is worded in this language."""
    token = _CURRENT.set(code)
    try:
        yield LANGUAGES[code]
    finally:
        _CURRENT.reset(token)


def gettext(text: str, **values: object) -> str:
    """A marked text in the language of the moment, its %(name)s filled from `values`; English where it has none."""
    found = catalogue(_CURRENT.get()).gettext(text)
    return found % values if values else found


def pgettext(context: str, text: str, **values: object) -> str:
    """The same for a word that means several things: `context` says which."""
    found = catalogue(_CURRENT.get()).pgettext(context, text)
    return found % values if values else found


def ngettext(singular: str, plural: str, number: int, **values: object) -> str:
    """A marked text in the form that its `number` takes (Arabic has six); `%(num)s` is the number itself, "1,204"."""
    found = catalogue(_CURRENT.get()).ngettext(singular, plural, number)
    return found % {"num": f"{number:,}", **values}


def N_(text: str) -> str:
    """Marks a constant, which is translated where it is shown: by gettext, or by the Words that hold it."""
    return text


def many(singular: str, plural: str) -> tuple[str, str]:
    """Marks a constant with its plural, for ngettext."""
    return singular, plural


class Words(Mapping[str, str]):
    """Labels by their key, in the language of the moment in which they are asked for."""

    def __init__(self, marked: Mapping[str, str]) -> None:
        self._marked = marked

    def __getitem__(self, key: str) -> str:
        return gettext(self._marked[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._marked)

    def __len__(self) -> int:
        return len(self._marked)

    def only(self, keys: Iterable[str]) -> Words:
        """Those of these keys, in their order."""
        return Words({key: self._marked[key] for key in keys})


def isolated(name: str) -> str:
    """A name of other people's, on a page that runs from right to left: Latin words would else pull the signs and
    numbers beside them into their own direction (Unicode bidirectional algorithm, UAX 9: first strong isolate)."""
    return f"\u2068{name}\u2069" if language().dir == "rtl" and _LATIN.search(name) else name


def po_file(code: str) -> Path:
    """Where the words of a language are."""
    return LOCALE / code / "LC_MESSAGES" / "sijil.po"


@cache
def catalogue(code: str) -> catalogues.NullTranslations:
    """The words of a language, read once; English needs none. What is marked as fuzzy counts as not translated."""
    if code == SOURCE:
        return catalogues.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, _read(code))
    compiled.seek(0)
    return catalogues.GNUTranslations(compiled)


@cache
def _read(code: str) -> Catalog:
    """The catalogue with what is filled in isolated (`isolated`), where the script runs from right to left."""
    with po_file(code).open("rb") as file:
        found = read_po(file, locale=code)
    for one in found if LANGUAGES[code].dir == "rtl" else ():
        strings = one.string if isinstance(one.string, list | tuple) else [one.string]
        told = tuple(_set(text or "") for text in strings)
        if one.id:
            one.string = told if isinstance(one.string, list | tuple) else told[0]
    return found


def _set(text: str) -> str:
    """A translation with what is filled in isolated. One without letters of its own begins with a mark of direction, as
    it would else take that of what surrounds nothing but isolates: from left to right."""
    mark = "" if _ARABIC.search(_FILLED.sub("", text)) else "\u200f"
    return mark + _FILLED.sub("\u2068\\g<0>\u2069", text)


@cache
def script_words(code: str) -> dict[str, str]:
    """What the scripts of the pages say (static/*.js): text → its translation. Empty for English."""
    if code == SOURCE:
        return {}
    own = (one for one in _read(code) if any(name.endswith(".js") for name, _ in one.locations))
    return {str(one.id): str(one.string) for one in own if one.id and one.string and not one.fuzzy}
