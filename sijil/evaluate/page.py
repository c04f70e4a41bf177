"""The page of every mistake: one file that needs no network and no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from sijil import METHOD_VERSION, __version__
from sijil.evaluate.causes import GROUPS, Cause, Mistake
from sijil.evaluate.fields import FIELDS
from sijil.evaluate.items import Item, item
from sijil.evaluate.matching import Compared
from sijil.evaluate.mistakes import mistakes
from sijil.evaluate.scores import Scores, score
from sijil.evaluate.trust import SURE, trust
from sijil.model.claim import KINDS
from sijil.model.report import Text

SITUATIONS = ("situations-missed", "situations-near", "situations-kind", "situations-spurious")
WHERE = ("sentence", "elsewhere", "nowhere", "needless")


@dataclass(frozen=True, slots=True)
class Section:
    """The mistakes of one cause."""

    cause: Cause
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Sections under one heading, the longest first; `count` is that of all their items."""

    key: str
    title: str
    meaning: str
    sections: tuple[Section, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """One report: its place in the page's list, its scores alone, and how many mistakes are listed for it."""

    number: int
    doc: str
    scores: Scores
    mistakes: int


def page(name: str, compared: Sequence[Compared], texts: Mapping[str, Text]) -> str:
    """The page for the annotated file `name`; `texts` are main texts by report, some may be missing."""
    found = [one for report in compared for one in mistakes(report, texts.get(report.doc))]
    numbers = {report.doc: number for number, report in enumerate(compared)}
    per_report = Counter(one.doc for one in found)
    rows = [Row(numbers[r.doc], r.doc, score([r]), per_report[r.doc]) for r in compared]
    template = _environment().get_template("mistakes.html")
    return template.render(
        name=name, scores=score(compared), trust=trust(compared), sure_from=SURE, fields=FIELDS,
        groups={group.key: group for group in _groups(found, numbers, texts)}, counts=_counts(found),
        kinds=KINDS, situations=SITUATIONS, where=WHERE, titles=GROUPS, method=METHOD_VERSION, version=__version__,
        rows=sorted(rows, key=lambda row: (-row.mistakes, row.doc)),
    )  # fmt: skip


def _groups(found: Sequence[Mistake], numbers: Mapping[str, int], texts: Mapping[str, Text]) -> list[Group]:
    groups = []
    for key, (title, meaning) in GROUPS.items():
        by_cause: dict[Cause, list[Item]] = {}
        for one in found:
            if one.cause.group == key:
                by_cause.setdefault(one.cause, []).append(item(one, numbers[one.doc], texts.get(one.doc)))
        sections = sorted((Section(cause, tuple(items)) for cause, items in by_cause.items()), key=_longest_first)
        groups.append(Group(key, title, meaning, tuple(sections), sum(len(one.items) for one in sections)))
    return groups


def _longest_first(section: Section) -> tuple[int, str]:
    return -len(section.items), section.cause.label


def _counts(found: Sequence[Mistake]) -> Counter[str]:
    """Mistakes by the key of their cause; those of situations of another kind also by the annotated kind alone."""
    counts = Counter(one.cause.key for one in found)
    counts.update(f"situations-kind-{m.gold.kind}" for m in found if m.cause.group == "situations-kind" and m.gold)
    return counts


def _environment() -> Environment:
    """Escaping always on: what a report says is never markup."""
    return Environment(
        loader=PackageLoader("sijil.evaluate"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
