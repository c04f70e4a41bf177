"""A report as it came, and its main text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sijil.model.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Report:
    """One article, statement or post. `data` are the bytes as received, never changed; `sha256` is their hash.

    `content` is the bytes' own text: `data` decoded by `encoding`, or the "text" value of a JSON line. Every offset in
    Sijil leads back to it. `published` is None where nobody knows it; nothing is guessed from it then.
    """

    doc: str
    data: bytes
    sha256: str
    media: str  # "text/plain", "text/html" or "application/json"
    encoding: str
    content: str
    retrieved: datetime
    retrieval: str  # how it came: "file /path", "jsonl /path line 3", "url https://..."
    published: date | None = None
    source: str = ""  # the publisher
    title: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item of the main text: characters [start, end) of `Text.content`."""

    start: int
    end: int
    role: str  # "headline", "heading", "body", "item", "dateline"


@dataclass(frozen=True, slots=True)
class Text:
    """The main text of a report. Blocks are in order and do not overlap; what lies between them is furniture.

    For pasted text `content` is `Report.content` itself. For HTML it is the extracted text, and `origins[i]` is the
    offset in `Report.content` of character i (-1 where the extractor put in a character of its own, such as a newline).
    """

    content: str
    blocks: tuple[Block, ...]
    origins: tuple[int, ...] | None = None

    def origin(self, index: int) -> int:
        """Offset in the report's own content of character `index` of the main text; -1 if it has none."""
        return index if self.origins is None else self.origins[index]


@dataclass(frozen=True, slots=True)
class ReportInfo:
    """What the later steps and the desk need to know of a report, without its bytes.

    `id` is the report's id in the register ("R-" and the first 12 hex digits of its SHA-256; `doc` in a stateless run).
    `sketch` is derived from its text.
    """

    id: str
    doc: str
    source: str
    title: str
    published: date | None
    lang: str
    sha256: str
    retrieved: datetime
    retrieval: str
    media: str = "text/plain"
    sketch: Sketch = Sketch()
