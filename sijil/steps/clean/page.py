"""Main text of HTML pages, by trafilatura, with the way back to the source; and what a page states about itself."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from sijil.decoding import scrub
from sijil.model.report import Block, Report, Text
from sijil.rules import load
from sijil.steps.clean import pasted
from sijil.steps.clean.origins import SourceText, plain_text

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_JSON_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_ROLES = {"head": "heading", "item": "item", "p": "body", "quote": "body", "code": "body"}

Paragraph = tuple[str, str]  # role, words


def metadata(report: Report) -> Report:
    """The report with day of publication, publisher and title as its page states them, where the caller gave none.

    Nothing is guessed: a day that stands in no metadata stays None. Reports that are no pages come back as they are.
    """
    if report.media != "text/html" or (report.published and report.source and report.title):
        return report
    tree = _tree(report.content)
    if tree is None:
        return report
    import trafilatura  # here, as it takes 0.3 s that commands which read no page need not wait for

    day = report.published or _published(tree)
    found = trafilatura.extract_metadata(tree, extensive=False)
    source, title = report.source or scrub(found.sitename or ""), report.title or scrub(found.title or "")
    return dataclasses.replace(report, published=day, source=source, title=title)


def main_text(report: Report) -> Text:
    """Headline and paragraphs of a page, comments and tables left out, one block each, with their origins.

    Where trafilatura finds no article (a fragment, a page nested beyond reason), all visible text is treated as pasted.
    """
    import trafilatura

    tree = _tree(report.content)
    page: Any = None
    if tree is not None:
        page = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False, deduplicate=False)
    paragraphs = _paragraphs(page.body) if page is not None and page.body is not None else []
    if not paragraphs:
        content, origins = plain_text(report.content)
        return Text(content, pasted.blocks(content), origins)
    return _laid_out(_with_headline(paragraphs, report.title), report)


def _tree(content: str) -> Any:
    """The page's tree; None where there is none to be had."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(content.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _published(tree: Any) -> date | None:
    """The day of publication by metadata tags, JSON-LD or, where all agree, <time datetime>; None otherwise."""
    stated: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        stated.setdefault(name.strip().lower(), tag.get("content") or "")
    days = [_day(stated.get(name, "")) for name in load("page")["published"]]
    scripts = (script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))
    days += [_day(day) for script in scripts for day in _JSON_DAY.findall(script)]
    times = {_day(time.get("datetime") or "") for time in tree.iter("time")}
    days += times if len(times) == 1 else []
    return next((day for day in days if day), None)


def _day(words: str) -> date | None:
    found = _DAY.match(words)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _paragraphs(body: Any) -> list[Paragraph]:
    """The extracted body as (role, words); a line break ends a paragraph."""
    found: list[Paragraph] = []
    roles, words = ["body"], [""]

    def flush() -> None:
        line = " ".join(scrub(words[0]).split())
        words[0] = ""
        if line:
            found.append((roles[-1], line))

    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in _ROLES
        if block or element.tag in ("lb", "list", "row", "cell", "table"):
            flush()
        if event == "start":
            if block:
                roles.append(_ROLES[element.tag])
            words[0] += element.text or ""
        else:
            if block:
                roles.pop()
            words[0] += (element.tail or "") if element is not body else ""
    flush()
    return found


def _with_headline(paragraphs: list[Paragraph], title: str) -> list[Paragraph]:
    """The page's headline first: its first heading where that is the title, else the title itself."""
    title = " ".join(title.split())
    role, words = paragraphs[0]
    if role == "heading" and (not title or _same(words, title)):
        return [("headline", words), *paragraphs[1:]]
    if not title or _same(words, title):
        return paragraphs
    rest = [paragraph for paragraph in paragraphs if paragraph != ("heading", title)]
    return [("headline", title), *rest]


def _same(words: str, title: str) -> bool:
    """Whether a heading is the title, which may have the site's name behind it."""
    return title.casefold().startswith(words.casefold()) or words.casefold().startswith(title.casefold())


def _laid_out(paragraphs: list[Paragraph], report: Report) -> Text:
    """Paragraphs put together, an empty line between them; those that are furniture to the eye get no block."""
    content = "\n\n".join(words for _, words in paragraphs)
    found = SourceText(report.content).origins([words for _, words in paragraphs])
    origins: list[int] = []
    blocks: list[Block] = []
    for (role, words), own in zip(paragraphs, found, strict=True):
        origins += [-1, -1] if blocks else []
        blocks.append(Block(len(origins), len(origins) + len(words), role))
        origins += own
    return Text(content, _kept(blocks, pasted.blocks(content)), tuple(origins))


def _kept(blocks: list[Block], seen: tuple[Block, ...]) -> tuple[Block, ...]:
    """Those of `blocks` that overlap one of `seen`; both in order."""
    kept: list[Block] = []
    at = 0
    for block in blocks:
        while at < len(seen) and seen[at].end <= block.start:
            at += 1
        if at < len(seen) and seen[at].start < block.end:
            kept.append(block)
    return tuple(kept)
