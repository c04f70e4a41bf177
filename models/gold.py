"""Annotated reports beside what a language pack sees in them: which count, clause or mention is the annotated one.

Used by the training scripts of this folder; the texts stay where they are.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from packs import PACKS, Trained

from sijil.model.report import Report, Text
from sijil.steps.clean.pasted import blocks
from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.opinions import NoReader
from sijil.steps.reading.scene import Doer, Scene, Spot, Voice, When
from sijil.steps.reading.wording import chain_of

# Words that say nothing of whether two names are one, as in the gold's own score.
STOP_WORDS = """
    the a an of in on at to by and or for from with was were is are be been that this it its his her their as has have
    had said forces force city town village province governorate district neighbourhood neighborhood countryside area
    near
"""
STOP = frozenset(STOP_WORDS.split())


def words(text: str) -> set[str]:
    text = "".join(c for c in unicodedata.normalize("NFKD", str(text).lower()) if not unicodedata.combining(c))
    found = [w for w in re.findall(r"[^\W_]+", re.sub(r"[’'`ʿʾ]", "", text)) if w not in ("al", "el", "s")]
    return set([w for w in found if w not in STOP] or found)


def alike(a: str, b: str) -> bool:
    x, y = words(a), words(b)
    return bool(x & y) and len(x & y) / min(len(x), len(y)) >= 0.5


def agrees(field: str, gold: dict, value: object) -> bool:
    if field == "dates":
        return (gold.get("start"), gold.get("end")) == (value or (None, None))
    if field == "speaker":
        chain = gold.get("speaker") or []
        return (not chain and not value) or bool(chain and value and alike(chain[0], value[0]))
    theirs = gold.get(field)
    if field in ("place", "actor"):
        return (not theirs and not value) or bool(theirs and value and alike(str(theirs), str(value)))
    return theirs == value


def value_of(field: str, option: Option, scenes: tuple[Scene, ...]) -> object:
    """What an option says of a field: words, an attack kind, a scope, a pair of ISO days or a chain of speakers."""
    match option.value:
        case Spot(name=name):
            return name
        case When(period=period):
            return (period.start.isoformat(), period.end.isoformat()) if period.start and period.end else None
        case Doer(words=said):
            return said
        case Voice() as voice:
            return chain_of(voice, scenes)
    return option.value


def report_of(row: dict) -> Report:
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    return Report(
        row["doc"], b"", "", "text/plain", "utf-8", row["text"], datetime.min, "", published,
        row.get("source") or "", row.get("title") or "", row.get("lang") or "en",
    )  # fmt: skip


def annotated(sets: list[Path]) -> Iterator[tuple[Report, Text, list[dict]]]:
    """(report, main text, claims) of every annotated report of SET.jsonl with SET.reports.jsonl."""
    for path in sets:
        gold = {r["doc"]: r["claims"] for r in lines(path)}
        for row in lines(path.with_suffix(".reports.jsonl")):
            if row["doc"] in gold:
                yield report_of(row), Text(row["text"], blocks(row["text"])), gold[row["doc"]]


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def anchored(claim: dict, seen: Any, count: Draft | None, text: str) -> Draft | None:
    """The count that reads the annotated claim, or a draft made of the annotation where there is none."""
    if count is not None:
        return count
    at = text.find(claim["quote"])
    end = at + len(claim["quote"])
    scene = next((s for s in seen.scenes if s.start <= at < s.end), None)
    if at < 0 or scene is None:
        return None
    draft = Draft(
        claim["kind"], at, end, scene.index, (at + end) // 2, "gold", measure=claim.get("measure"),
        status=claim["status"], scope=claim.get("scope"), attack=claim.get("attack"),
        part_of=bool(claim.get("part_of")), group=claim.get("group"),
    )  # fmt: skip
    return reader_of(seen).mentions([draft])[0]


def what_of(claim: dict) -> str:
    return claim["measure"] if claim["kind"] == "casualty" else claim["kind"]


def figure(claim: dict) -> bool:
    return claim.get("low") is not None or claim.get("high") is not None


@dataclass(frozen=True)
class Case:
    """A report, what the reader sees in it, its annotated claims, and which count reads which of them."""

    report: Report
    seen: Any
    gold: list[dict]
    counted: dict[int, int]  # index of the count → index of the claim
    pack: Trained = PACKS["en"]

    @property
    def title(self) -> frozenset[str]:
        """The words of the report's title."""
        return self.pack.title(self.report.title)


def reader_of(seen: Any) -> Any:
    """The reader whose opinions a pack asked for; none of a pack without one."""
    return getattr(seen, "reader", None) or NoReader()


def cases(sets: list[Path], opinions: dict, language: str = "en") -> list[Case]:
    """The reports of the sets with the opinions of a reader that did not see them, where there are some."""
    out = []
    for report, text, gold in annotated(sets):
        written = Written(opinions[report.doc]) if report.doc in opinions else NoReader()
        seen = PACKS[language].look(report, text, written)
        out.append(Case(report, seen, gold, matched(seen.counts, gold, report.content), PACKS[language]))
    return out


class Near(dict):
    """Opinions by place in the text; a place that was a little different when they were written is found, too."""

    def get(self, key, default=None):
        if key in self or not isinstance(key, tuple):
            return super().get(key, default)
        near = [v for k, v in self.items() if k is not None and k[0] < key[1] and key[0] < k[1]]
        return max(near, default=default)


class Written:
    """A reader whose opinions of a report were written to a file."""

    def __init__(self, rows: dict) -> None:
        self._counts = {tuple(r[:3]): {f: dict(map(tuple, t)) for f, t in r[3].items()} for r in rows["counts"]}
        self._mentions = {
            tuple(r[:3]): {f: Near({tuple(k) if k else None: v for k, v in t}) for f, t in r[3].items()}
            for r in rows["mentions"]
        }
        self._clauses = {(a, b): {"kind": dict(map(tuple, t))} for a, b, t in rows["clauses"]}

    def counts(self, drafts):
        return tuple(self._with(d, self._counts.get((d.start, d.end, d.anchor))) for d in drafts)

    def mentions(self, drafts):
        return tuple(self._with(d, self._mentions.get((d.start, d.end, d.anchor))) for d in drafts)

    def clauses(self, drafts):
        return tuple(self._with(d, self._clauses.get((d.start, d.end))) for d in drafts)

    @staticmethod
    def _with(draft: Draft, told: dict | None) -> Draft:
        return replace(draft, told={**draft.told, **told}) if told else draft


def best_of(draft: Draft, situations: list[dict], content: str) -> tuple[float, int]:
    """The annotated situation whose words the clause shares most (Dice), where the two overlap."""
    mine, best = words_in(content[draft.start : draft.end]), (0.0, -1)
    for i, claim in enumerate(situations):
        at = content.find(claim["quote"])
        if at < 0 or draft.end <= at or draft.start >= at + len(claim["quote"]):
            continue
        theirs = words_in(claim["quote"])
        best = max(best, (2 * len(mine & theirs) / max(1, len(mine) + len(theirs)), i))
    return best


def words_in(text: str) -> set[str]:
    text = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return {w for w in re.findall(r"[^\W_]+", re.sub(r"[’'`ʿʾ]", "", text)) if w not in ("al", "el", "s")}


def matched(drafts: tuple[Draft, ...], gold: list[dict], content: str) -> dict[int, int]:
    """Index of each count → index of the claim that it reads: same bounds, shared words, likest first."""
    pairs = []
    for i, d in enumerate(drafts):
        for j, c in enumerate(gold):
            at = content.find(c["quote"])
            if not figure(c) or (d.figure.low, d.figure.high) != (c.get("low"), c.get("high")):
                continue
            if at < 0 or d.start >= at + len(c["quote"]) or d.end <= at:
                continue
            mine, theirs = words_in(c["quote"]), words_in(content[d.start : d.end])
            share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
            same = (d.kind == c["kind"]) * 2 + (d.measure == c.get("measure")) + (d.group == c.get("group"))
            pairs.append((share + same, -i, -j))
    out: dict[int, int] = {}
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in out and -j not in out.values():
            out[-i] = -j
    return out
