"""MUC-4: newswire of 1988-1991 from Latin America in upper case. How many victims has each attack?

*Victims per template*: one case for each template that is not optional and each measure (killed, injured) for which the
key gives a number of everybody (no "several"). It is right where a claim of that measure has the template's number as a
bound, or where each victim or group of victims of the key is found by itself: a group of more than one by a claim with
its number, a single person by a claim of exactly one person in whose sentence a word of the person's name or
description stands.

*Without template*: documents that tell of no attack in the sense of MUC (no military clash, no crime, no generality). A
casualty claim there may still be right by our guide; the row counts the documents that have none, and the misses are
the claims by what they tell of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora.measure import Claim, Document, Measure, Miss, bounds, rows_of, sentence_at

FILE = "muc4.jsonl.gz"
EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
_LITTLE = frozenset(("THE", "AND", "FOR", "FROM", "WITH", "SON", "DAUGHTER", "FORMER", "NEW"))


@dataclass(frozen=True, slots=True)
class Victims:
    """A person or group of a template: how many, and the words of names and descriptions in upper case."""

    number: int
    words: frozenset[str]
    named: str


def documents(folder: Path) -> Iterator[Document]:
    """All messages."""
    for row in rows_of(folder / FILE):
        yield Document(row["id"], row["text"], row["gold"]["incidents"])


def measures(found: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Measure]:
    """Victims of templates, by measure too, and the documents without template."""
    every = Measure("muc4", "victims per template", aim=0.55)
    rows = {name: Measure("muc4", f"- {name}") for name in EFFECTS}
    several = Measure("muc4", "- templates of two or more")
    quiet = Measure("muc4", "no template: no casualty claim")
    for document in found:
        said = [claim for claim in claims.get(document.doc, ()) if claim["kind"] == "casualty"]
        if not document.gold:
            quiet.of += 1
            quiet.right += not said
            quiet.misses += [_told(document, claim) for claim in said]
        for incident in document.gold:
            for name in EFFECTS if not incident["optional_template"] else ():
                total = _total(incident, name)
                if total:
                    miss = _miss(document, _victims(incident, name), total, (name, said))
                    for row in (every, rows[name], *([several] if total > 1 else [])):
                        row.count(miss is None, miss)
    return [every, *rows.values(), several, quiet]


def _total(incident: Mapping[str, Any], name: str) -> int:
    """The key's number of everybody, 0 where it gives none."""
    counts = incident["derived_counts"][name]
    return counts["max"] if counts and counts["exact_from_key"] and not counts["has_unquantified"] else 0


def _victims(incident: Mapping[str, Any], name: str) -> list[Victims]:
    hurt = {v for effect in incident["hum_effects"] if EFFECTS[name] in effect["values"] for v in effect["refs"]}
    out = []
    for entry in incident["hum_numbers"]:
        if hurt & set(entry["refs"]) and entry["values"][0].isdigit():
            told = [d for d in incident["hum_descriptions"] if set(d["refs"]) & set(entry["refs"])]
            words = {w for text in [*entry["refs"], *(v for d in told for v in d["values"])] for w in _words(text)}
            out.append(Victims(int(entry["values"][0]), frozenset(words), entry["refs"][0]))
    return out


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Z]{3,}", text.upper())) - _LITTLE


def _miss(
    document: Document, victims: Sequence[Victims], total: int, told: tuple[str, Sequence[Claim]]
) -> Miss | None:  # fmt: skip
    name, claims = told
    fitting = [claim for claim in claims if claim.get("measure") == name]
    if any(total in bounds(claim) for claim in fitting if total > 1):
        return None
    lost = [one for one in victims if not any(_is(document, one, claim) for claim in fitting)]
    if victims and not lost:
        return None
    first = lost[0] if lost else None
    sought = f"{total} {name}" + (f", of them {first.number} {first.named}" if first else "")
    at = _place(document.text, first) if first else None
    words = sentence_at(document.text, at) if at is not None else ""
    return Miss(_kind(first, name, words, (document, claims)), document.doc, sought, words)


def _kind(first: Victims | None, name: str, words: str, told: tuple[Document, Sequence[Claim]]) -> str:
    document, claims = told
    if first is None:
        return "only the total is in the key"
    who = "one person" if first.number == 1 else "a group"
    if any(_is(document, first, claim) for claim in claims):
        return f"{who}: other measure"
    return f"{who}: no claim"


def _is(document: Document, victims: Victims, claim: Claim) -> bool:
    if victims.number > 1:
        return victims.number in bounds(claim)
    one = (claim.get("low"), claim.get("high")) == (1, 1)
    return one and bool(_words(sentence_at(document.text, claim["span"][0])) & victims.words)


def _place(text: str, victims: Victims) -> int | None:
    """Where the victims' words and a word of harm stand in one sentence, else where their words stand first."""
    places = [
        m.start() for w in sorted(victims.words, key=len, reverse=True) for m in re.finditer(rf"\b{w}\b", text, re.I)
    ]
    harm = re.compile(r"kill|murder|assassin|dead|death|die|wound|injur|hurt", re.I)
    return next((at for at in places if harm.search(sentence_at(text, at))), places[0] if places else None)


def _told(document: Document, claim: Claim) -> Miss:
    """What a casualty claim of a document without template tells of."""
    kind = str(claim.get("measure")) if claim.get("measure") not in EFFECTS else ""
    if not kind:
        kind = "combatants" if claim.get("group") == "combatants" else ""
    if not kind:
        kind = claim["status"] if claim["status"] != "reported" else ""
    if not kind:
        kind = "total" if claim.get("scope") == "total" else "without number" if _vague(claim) else "one incident"
    bounds_told = f"{claim.get('low')}-{claim.get('high')} {claim.get('measure')} {claim.get('group')}"
    return Miss(kind, document.doc, bounds_told, f"[{claim['quote']}] " + sentence_at(document.text, claim["span"][0]))


def _vague(claim: Claim) -> bool:
    return claim.get("low") == 1 and claim.get("high") is None
