"""What a language pack is: all that the rest of Sijil knows of a language, and nothing that it has to know."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sijil.rules import load

if TYPE_CHECKING:  # a pack is declared without loading what it reads with
    from datetime import date

    from sijil.model.period import Period
    from sijil.model.report import Report, Text
    from sijil.steps.places.tagging.mention import Finder
    from sijil.steps.reading.draft import Draft
    from sijil.steps.reading.unclaimed import Named, Uncounted


def later(path: str) -> Callable[..., Any]:
    """The function "package.module:name", imported when it is first called: declaring a pack loads no model."""

    @cache
    def found() -> Callable[..., Any]:
        module, _, name = path.partition(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]

    def call(*given: Any) -> Any:
        return found()(*given)

    return call


def _none(*_: Any) -> None:
    return None


def _nothing(*_: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Pack:
    """One language. Only `code` and `script` are needed; what a pack leaves out tells nothing and finds nothing.

    `code` is the ISO 639 code that reports state, `script` the first word of its letters' Unicode names ("LATIN").
    `home` is the package that holds its word lists as NAME.toml; sijil/rules/CODE where empty.
    """

    code: str
    script: str
    home: str = ""
    #: Drafts of all claims of a report, offsets in the main text. None: reports in the language are refused.
    read: Callable[[Report, Text], tuple[Draft, ...]] | None = None
    #: The single days that a report tells, each once, in order: reports of one story share them.
    told: Callable[[Report, Text], tuple[date, ...]] = lambda report, text: ()
    #: What words of a report may mean, as fields of claim JSON, and the period that words of time mean: for a form.
    hints: Callable[[str], dict[str, Any]] = _nothing
    period: Callable[[str, Report, Text], Period | None] = _none
    #: The toponyms of a text (places/tagging/mention.py). None: texts in the language are not tagged.
    find: Finder | None = None
    #: The words of a text in order, folded, each with what it may be without letters written together with it, the
    #: whole first. None: words stand as they are, and capitals tell names.
    words: Callable[[str], Iterable[tuple[str, ...]]] | None = None
    #: Whom a text lists one by one as killed, by group, and harm that it tells without a number, by measure.
    named: Callable[[str], Mapping[str, Named]] = _nothing
    uncounted: Callable[[str, str], Uncounted | None] = _none

    def rules(self, name: str) -> dict[str, Any]:
        """The pack's word list `name` ("furniture", "denying"); {} where it has none. Read only, as it is shared."""
        return _rules(self.home, self.code, name)


@cache
def _rules(home: str, code: str, name: str) -> dict[str, Any]:
    try:
        if not home:
            return load(f"{code}/{name}")
        return tomllib.loads(files(home).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
