"""Short texts read by the real parts of the English pack."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sijil.model.report import Block, Report, Text
from sijil.steps.languages.en.figures import figures
from sijil.steps.languages.en.parse import Sentence, sentences
from sijil.steps.reading.draft import UNREAD, Draft


def sentences_of(content: str) -> tuple[Sentence, ...]:
    """The sentences of a text of one body block."""
    return sentences(Text(content, (Block(0, len(content), "body"),)))


def sentence_of(content: str) -> Sentence:
    """The only sentence of a text."""
    (found,) = sentences_of(content)
    return found


def figures_of(content: str) -> list[Draft]:
    """The figures of all sentences of a text that the rules understand."""
    return [draft for draft in counts_of(content) if draft.how != UNREAD]


def counts_of(content: str) -> list[Draft]:
    """All counts of all sentences of a text, also those that no rule understands."""
    return [draft for sentence in sentences_of(content) for draft in figures(sentence)]


def told(content: str) -> list[tuple[object, ...]]:
    """(measure or kind, group, low, high) of each figure of a text."""
    return [(d.measure or d.kind, d.group, d.figure.low, d.figure.high) for d in figures_of(content) if d.figure]


def report_of(content: str, published: date | None = None, title: str = "") -> Report:
    """A pasted report in English."""
    when = datetime(2024, 1, 1, tzinfo=UTC)
    return Report("plain", b"", "0" * 64, "text/plain", "utf-8", content, when, "", published, "", title, "en")
