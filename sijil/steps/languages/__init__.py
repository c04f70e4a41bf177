"""Language packs, beside each other: each reads the main text of a report in its language into drafts of claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from sijil.errors import BadReport
from sijil.model.period import Period
from sijil.model.report import Report, Text
from sijil.steps.languages import en
from sijil.steps.languages.en import hints
from sijil.steps.reading.draft import Draft

Pack = Callable[[Report, Text], tuple[Draft, ...]]

#: Language code → pack. A new language is a new entry here and a folder beside en/.
PACKS: dict[str, Pack] = {"en": en.read}
#: Language code → the days that a text tells, for packs that can tell them without reading all of it.
DAYS: dict[str, Callable[[Report, Text], tuple[date, ...]]] = {"en": en.told}

#: Language code → what words of a report may mean, and the period that words of time mean in it: for a person's form.
HINTS: dict[str, Callable[[str], dict[str, Any]]] = {"en": hints.hints}
TIMES: dict[str, Callable[[str, Report, Text], Period | None]] = {"en": hints.period}


def hints_of(quote: str, report: Report, text: Text) -> dict[str, Any]:
    """Fields of claim JSON that words of a report may mean; {} where no pack can tell."""
    guess = HINTS.get(_language(report, text))
    return guess(quote) if guess else {}


def period_of(words: str, report: Report, text: Text) -> Period | None:
    """The period that words of time mean in a report; None where they mean none, or no pack can tell."""
    reading = TIMES.get(_language(report, text))
    return reading(words, report, text) if reading else None


def pack_for(report: Report, text: Text) -> Pack:
    """The pack for a report: by its stated language, else by its script. Raises BadReport where there is none."""
    lang = _language(report, text)
    if lang not in PACKS:
        raise BadReport(report.doc, f"no language pack reads {lang!r}", f"give reports in: {', '.join(PACKS)}")
    return PACKS[lang]


def told_days(report: Report, text: Text) -> tuple[date, ...]:
    """The single days that a report tells, each once, in order; () where no pack can tell them."""
    told = DAYS.get(_language(report, text))
    return told(report, text) if told else ()


def _language(report: Report, text: Text) -> str:
    return (report.lang or language_of(text.content)).split("-")[0].lower()


def language_of(content: str) -> str:
    """ "ar" where most letters are Arabic, "und" where most are of another script than Latin, else "en"."""
    letters = re.findall(r"[^\W\d_]", content[:5000])
    if not letters:
        return "en"
    arabic = sum("\u0600" <= c <= "\u06ff" for c in letters)
    latin = sum(c < "\u0250" for c in letters)
    if arabic > len(letters) / 2:
        return "ar"
    return "en" if latin > len(letters) / 2 else "und"
