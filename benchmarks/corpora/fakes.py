"""FA-KES: the headline count of killed civilians, combatants, children and women that a crowd read in a report.

A count is asked for where the crowd gave one and agreed on it (`gold.agree`). It is right where a claim of people
killed has it as one of its bounds ("more than 84" has 84, too) and a group that fits: combatants for combatants,
children and women for theirs, anybody but combatants for civilians. It is one of the claims: nothing is said of the
others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.corpora.measure import Claim, Document, Measure, Miss, bounds, rows_of, sentence_at

FILE = "fakes.jsonl"
GROUPS = {
    "civilians": {"civilians", "people", "children", "women", "medics", "journalists"},
    "noncivilians": {"combatants"},
    "children": {"children"},
    "women": {"women"},
}


def documents(folder: Path) -> Iterator[Document]:
    """All articles, named as in ../gold."""
    for row in rows_of(folder / FILE):
        yield Document(row["doc"], row["text"], row["gold"], row["title"], row["source"])


def measures(found: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Measure]:
    """One row over all fields, then one a field."""
    every = Measure("fakes", "headline counts of killed", aim=0.90)
    rows = {name: Measure("fakes", f"- {name}") for name in GROUPS}
    for document in found:
        for name in GROUPS:
            number = document.gold[f"{name}_killed"]
            if not number or document.gold["agree"].get(f"{name}_killed") is not True:
                continue
            miss = _miss(document, name, number, claims.get(document.doc, ()))
            every.count(miss is None, miss)
            rows[name].count(miss is None, miss)
    return [every, *rows.values()]


def _miss(document: Document, name: str, number: int, claims: Sequence[Claim]) -> Miss | None:
    """None where a claim has the count; else what is nearest to it."""
    having = [claim for claim in claims if claim["kind"] == "casualty" and number in bounds(claim)]
    killed = [claim for claim in having if claim.get("measure") == "killed"]
    if any(claim.get("group") in GROUPS[name] for claim in killed):
        return None
    words = str(document.gold[f"{name}_text"])
    sought = f"{number} {name} killed (crowd: {words!r})"
    if killed:
        groups = ", ".join(sorted({str(claim.get("group")) for claim in killed}))
        return Miss(f"{name}: group is {groups}", document.doc, sought, _around(document, killed[0]))
    if having:
        measure = having[0].get("measure")
        return Miss(f"{name}: measure is {measure}", document.doc, sought, _around(document, having[0]))
    at = _at(document.text, words, number)
    if at is None:
        return Miss(f"{name}: not printed so", document.doc, sought, document.title)
    return Miss(f"{name}: no claim", document.doc, sought, sentence_at(document.text, at))


def _around(document: Document, claim: Claim) -> str:
    return f"[{claim['quote']}] " + sentence_at(document.text, claim["span"][0])


def _at(text: str, words: str, number: int) -> int | None:
    """Where the crowd's words or the number stand first."""
    for sought in (re.escape(words), rf"\b{number}\b"):
        if m := re.search(sought, text, re.I):
            return m.start()
    return None
