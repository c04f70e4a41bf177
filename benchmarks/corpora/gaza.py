"""Airwars on Gaza: assessments that quote who reported how many killed and injured.

*Printed numbers*: a pattern of this module's own, which knows nothing of Sijil's reading, looks for a number (figures,
or words up to ninety-nine) up to five words before a word of killing or injuring, with no mark of a clause between, or
right behind "killing", "injuring" and the like. Ages, times, years, parts of names ("@user12") and "one of" are no
numbers. One case for each number and measure of a document; right where a claim of that measure has it as a bound.

*With a speaker*: casualty claims with a number that name somebody who says so. Not each has one in the text; whether it
is the right one has to be read by hand: with --misses the row shows claims that have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.corpora.attribution import SAYING
from benchmarks.corpora.measure import Claim, Document, Measure, Miss, bounds, rows_of, sentence_at

FILE = "airwars-gaza.jsonl"
YEARS = range(1948, 2031)
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORD = "|".join([*sorted(_ONES[1:], key=len, reverse=True), *_TENS])
_TWO_WORDS = rf"(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES[1:10])})"
_NUMBER = rf"(?<![\w@#$./:,-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|{_TWO_WORDS}|{_WORD})(?![\w%/:]|[.,]\d|-\w)"
_KILLED, _INJURED = r"(?:killed|dead|died|deaths|martyred|martyrs|fatalities)", r"(?:injured|wounded|injuries|hurt)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NOT_BETWEEN = (
    rf"and\b|or\b|of\b|sources|years?\b|hours|days|am\b|pm\b|strikes?\b|houses?\b|homes?\b|\d|(?:{_MONTHS}|{_WORD})\b"
)
_GAP = rf"(?:\s+(?!{_NOT_BETWEEN})[\w’'-]+){{0,5}}?\s+"
_LEAD = r"(?:\s+(?:at\s+least|up\s+to|more\s+than|over|as\s+many\s+as|about|around|some|another|between))?\s+"
_JOINED = r"\s+(?:and|or)\s+(?:injured|wounded|killed)\b"  # one number for both: casualties not told apart
PATTERNS = {
    name: (
        re.compile(rf"{_NUMBER}(?={_GAP}{word}\b(?!{_JOINED}))", re.I),
        re.compile(rf"\b(?:{verb})(?:ing|ed){_LEAD}{_NUMBER}", re.I),
    )
    for name, word, verb in (("killed", _KILLED, "kill"), ("injured", _INJURED, "injur|wound"))
}
_NO_COUNT = re.compile(r"\s+(?:of\b|years?\b|months?\b|days?\b|hours?\b|sources?\b|am\b|pm\b|o’clock)|-year", re.I)
_MONTH = re.compile(rf"(?:{_MONTHS})\s*$")


def documents(folder: Path) -> Iterator[Document]:
    """All assessments that have a text."""
    for row in rows_of(folder / FILE):
        if row["text"]:
            yield Document(row["id"], row["text"], row["gold"])


def measures(found: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Measure]:
    """Printed numbers by measure, and the claims' speakers."""
    every = Measure("airwars-gaza", "printed numbers of killed and injured", aim=1.0)
    rows = {name: Measure("airwars-gaza", f"- {name}") for name in PATTERNS}
    spoken = Measure("airwars-gaza", "casualty figures with a speaker")
    unheard = Measure("airwars-gaza", "- in sentences with a word of saying")
    for document in found:
        said = [claim for claim in claims.get(document.doc, ()) if claim["kind"] == "casualty"]
        for (name, number), at in printed(document.text).items():
            miss = _miss(document, (name, number, at), said)
            every.count(miss is None, miss)
            rows[name].count(miss is None, miss)
        for claim in said:
            if claim.get("high") is not None or (claim.get("low") or 0) > 1:
                _count_speaker(document, claim, (spoken, unheard))
    return [every, *rows.values(), spoken, unheard]


def _count_speaker(document: Document, claim: Claim, rows: tuple[Measure, Measure]) -> None:
    """Counts the claim where it has a speaker; with one it is kept for reading by hand, as a miss of no class."""
    sentence = sentence_at(document.text, claim["span"][0], 420)
    spoken, unheard = rows
    words = f"[{claim['quote']}] {sentence}"
    said = bool(claim["speaker"])
    spoken.of, spoken.right = spoken.of + 1, spoken.right + said
    if said:
        spoken.misses.append(Miss("to read: is it this one?", document.doc, " < ".join(claim["speaker"]), words))
    if SAYING.search(sentence):
        unheard.count(said, Miss("no speaker", document.doc, "a speaker", words))


def printed(text: str) -> dict[tuple[str, int], int]:
    """(measure, number) → where it is printed first."""
    out: dict[tuple[str, int], int] = {}
    for name, patterns in PATTERNS.items():
        for m in (m for pattern in patterns for m in pattern.finditer(text)):
            number = _value(m["n"].lower())
            dated = _MONTH.search(text[: m.start("n")]) or (m["n"].isdigit() and number in YEARS)
            if not dated and not _NO_COUNT.match(text, m.end("n")):
                out.setdefault((name, number), m.start("n"))
    return out


def _value(word: str) -> int:
    if word[0].isdigit():
        return int(word.replace(",", ""))
    tens, _, ones = word.partition("-")
    return _TENS.get(tens, 0) + (_ONES.index(ones) if ones else 0 if tens in _TENS else _ONES.index(tens))


def _miss(document: Document, printed: tuple[str, int, int], said: Sequence[Claim]) -> Miss | None:
    name, number, at = printed
    having = [claim for claim in said if number in bounds(claim)]
    if any(claim.get("measure") == name for claim in having):
        return None
    near = [claim for claim in having if claim["span"][0] <= at < claim["span"][1]]
    over = [claim for claim in said if claim["span"][0] <= at < claim["span"][1]]
    if near:
        kind = f"{name}: measure is {near[0].get('measure')}"
    elif over:
        kind = f"{name}: other bounds"
    else:
        kind = f"{name}: no claim"
    return Miss(kind, document.doc, f"{number} {name}", sentence_at(document.text, at))
