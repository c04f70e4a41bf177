"""Language packs, beside each other: each reads the main text of a report in its language into drafts of claims.

`pack.py` says what a pack is, `builtin.py` lists those that come with Sijil, docs/add-a-language.md how to add one.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sijil.errors import BadReport
from sijil.model.period import Period
from sijil.model.report import Report, Text
from sijil.steps.languages.installed import by_code, packs, refused
from sijil.steps.languages.pack import Pack
from sijil.steps.languages.telling import language, language_of, languages_in, stated

if TYPE_CHECKING:
    from sijil.steps.reading.draft import Draft

__all__ = [
    "drafts", "hints_of", "language", "language_of", "languages_in", "listed", "pack_of", "packs", "period_of",
    "refused", "stated", "told_days",
]  # fmt: skip

_NEUTRAL = Pack("und", "")  # tells nothing and finds nothing


def drafts(report: Report, text: Text) -> tuple[Draft, ...]:
    """The claims of a report as its language's pack reads them. Raises BadReport where no pack reads it."""
    lang = language(text, report.lang)
    read = pack_of(lang).read
    if read is None:
        able = ", ".join(pack.code for pack in packs() if pack.read)
        raise BadReport(report.doc, f"no language pack reads {lang!r}", f"give reports in: {able}")
    return read(report, text)


def pack_of(code: str) -> Pack:
    """The pack of a language; one that tells nothing where there is none."""
    return by_code().get(code, _NEUTRAL)


@cache
def listed(name: str, *keys: str) -> tuple[str, ...]:
    """The words of one list of all packs' files `name`, each once: for steps that look up words of any language."""
    found: dict[str, None] = {}
    for pack in packs():
        table: Any = pack.rules(name)
        for key in keys:
            table = table.get(key, {})
        found |= dict.fromkeys(map(str, table))
    return tuple(found)


def hints_of(quote: str, report: Report, text: Text) -> dict[str, Any]:
    """Fields of claim JSON that words of a report may mean; {} where no pack can tell."""
    return pack_of(language(text, report.lang)).hints(quote)


def period_of(words: str, report: Report, text: Text) -> Period | None:
    """The period that words of time mean in a report; None where they mean none, or no pack can tell."""
    return pack_of(language(text, report.lang)).period(words, report, text)


def told_days(report: Report, text: Text) -> tuple[date, ...]:
    """The single days that a report tells, each once, in order; () where no pack can tell them."""
    return pack_of(language(text, report.lang)).told(report, text)
