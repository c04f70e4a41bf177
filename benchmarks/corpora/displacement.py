"""Excerpts of displacement news (IDETECT): one figure each, with its term and its unit. Only English ones are cases.

A figure is right where a claim of displacement, need or damage has it as a bound. Its term is right where the claim is
of the kind that the term names: damage for destroyed and damaged housing, displacement or need for all others, as the
annotators chose between those by feeling ("evacuated" or "relocated" of the same words). The unit is right where
households are told from people. Figures that the text does not print (sums, slips of the annotators) are cases, too, as
a class of misses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpora.measure import Claim, Document, Measure, Miss, bounds, rows_of, sentence_at

FILE = "displacement.jsonl"
MOVED = {"displacement", "need"}
HOUSING = {"Destroyed Housing", "Partially Destroyed Housing", "Uninhabitable Housing"}
_ENGLISH = frozenset(
    ("the", "of", "and", "in", "to", "were", "have", "has", "by", "from", "people", "as", "at", "are", "is", "was")
    + ("with", "total", "displaced", "homes")
)
_OTHER = frozenset(
    ("de", "la", "las", "los", "que", "una", "des", "les", "du", "et", "par", "dans", "con", "por", "em", "pelo", "da")
    + ("do", "za", "su")
)
_GAP = re.compile(r"(?<=\d)[ ,.\u00a0](?=\d{3}\b)")
_MILLION = re.compile(r"(\d+(?:\.\d+)?) (million|thousand)")


def documents(folder: Path) -> Iterator[Document]:
    """All English excerpts that have a figure."""
    for row in rows_of(folder / FILE):
        facts = row["gold"].get("facts") or [row["gold"]]
        kept = [fact for fact in facts if fact.get("figure")]
        if kept and _is_english(row["text"]):
            yield Document(row["id"], row["text"], kept)


def _is_english(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in _OTHER for word in words) <= sum(word in _ENGLISH for word in words)


def measures(found: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Measure]:
    """Figures, figures with their term, and those with their unit, too."""
    figure, term = Measure("displacement", "figure"), Measure("displacement", "figure and term", aim=0.80)
    printed = Measure("displacement", "- of figures that the text prints")
    unit = Measure("displacement", "figure, term and unit")
    for document in found:
        said = claims.get(document.doc, ())
        for fact in document.gold:
            having = [c for c in said if c["kind"] in (*MOVED, "damage") and int(fact["figure"]) in bounds(c)]
            fitting = [c for c in having if _is_term(fact["term"], c)]
            miss = _miss(document, fact, having, said)
            figure.count(bool(having))
            term.count(bool(fitting), miss)
            if _at(document.text, int(fact["figure"])) is not None:
                printed.count(bool(fitting))
            unit.count(any((c.get("unit") == "households") == (fact["unit"] == "Households") for c in fitting))
    return [term, printed, figure, unit]


def _is_term(term: str, claim: Claim) -> bool:
    if term in HOUSING:
        return bool(claim["kind"] == "damage")
    return claim["kind"] in MOVED


def _miss(document: Document, fact: Mapping[str, Any], having: Sequence[Claim], said: Sequence[Claim]) -> Miss:
    number, text = int(fact["figure"]), document.text
    sought = f"{number} {fact['unit']} {fact['term']}"
    at = _at(text, number)
    others = [c for c in said if number in bounds(c)]
    if having or others:
        kind = f"{fact['term']}: is {(having or others)[0]['kind']}"
    elif at is None:
        kind = "not printed"
    else:
        kind = f"{fact['term']}: no claim"
    return Miss(kind, document.doc, sought, sentence_at(text, at or 0))


def _at(text: str, number: int) -> int | None:
    """Where the number is printed, in figures or as "1.2 million"; None where it is not."""
    for m in re.finditer(r"\d[\d,. \u00a0]*\d|\d", text):
        if _GAP.sub("", m.group()).split(".")[0].replace(",", "").replace(" ", "") == str(number):
            return m.start()
        if any(part.isdigit() and int(part) == number for part in re.split(r"[ .]", _GAP.sub("", m.group()))):
            return m.start()
    for m in _MILLION.finditer(text):
        if round(float(m[1]) * (1_000_000 if m[2] == "million" else 1000)) == number:
            return m.start()
    return None
