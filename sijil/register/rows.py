"""How records lie in the rows of the register, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sijil.decoding import content_of
from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.model.report import Block, Report, ReportInfo, Text
from sijil.model.sketch import Sketch
from sijil.record import Json, canonical, digest, from_json, to_plain

INFO_COLUMNS = "id, doc, source, title, published, lang, sha256, retrieved, retrieval, media"
SKETCHED_COLUMNS = INFO_COLUMNS + ", json"  # of reports joined with sketches
REPORT_COLUMNS = "data, encoding, " + INFO_COLUMNS
TEXT_COLUMNS = "report, content, blocks, origins, sha256"
CLAIM_COLUMNS = "id, report, number, quote, start, stop, json, sha256"
JUDGEMENT_COLUMNS = "id, verb, subject, value, who, at, reason, seen"

Row = tuple[Any, ...]


def report_id(sha256: str) -> str:
    """The id that a report has in a register."""
    return f"R-{sha256[:12]}"


def report_row(report: Report) -> Row:
    """Values of REPORT_COLUMNS."""
    published = report.published.isoformat() if report.published else None
    return (
        report.data, report.encoding, report_id(report.sha256), report.doc, report.source, report.title, published,
        report.lang, report.sha256, report.retrieved.isoformat(), report.retrieval, report.media,
    )  # fmt: skip


def report_info(row: Row) -> ReportInfo:
    """The record of a row of INFO_COLUMNS."""
    id_, doc, source, title, published, lang, sha256, retrieved, retrieval, media = row
    day = date.fromisoformat(published) if published else None
    moment = datetime.fromisoformat(retrieved)
    return ReportInfo(id_, doc, source, title, day, lang, sha256, moment, retrieval, media)


def sketched_info(row: Row) -> ReportInfo:
    """The record of a row of SKETCHED_COLUMNS; a report that has no sketch yet has an empty one."""
    *info, plain = row
    kept = from_json(Sketch, plain) if plain else Sketch()
    return replace(report_info(tuple(info)), sketch=kept)


def sketch_row(id_: str, sketch: Sketch) -> Row:
    """Values of a row of sketches: report, json."""
    return id_, canonical(to_plain(sketch))


def report(row: Row) -> Report:
    """The record of a row of REPORT_COLUMNS; its content is decoded from the bytes."""
    data, encoding, *rest = row
    info = report_info(tuple(rest))
    return Report(
        info.doc, data, info.sha256, info.media, encoding, content_of(data, info.media, encoding), info.retrieved,
        info.retrieval, info.published, info.source, info.title, info.lang,
    )  # fmt: skip


def report_digest(row: Row) -> str:
    """Hash of a row of REPORT_COLUMNS but for the bytes, which have their own."""
    return digest(list(row[1:]))


def text_row(id_: str, text: Text) -> Row:
    """Values of TEXT_COLUMNS."""
    blocks = canonical([[block.start, block.end, block.role] for block in text.blocks])
    origins = None if text.origins is None else canonical(_runs(text.origins))
    return id_, text.content, blocks, origins, text_digest(text.content, blocks, origins)


def text_digest(content: str, blocks: str, origins: str | None) -> str:
    """Hash of the values that make up a main text."""
    return digest({"content": content, "blocks": blocks, "origins": origins})


def text(row: Row) -> Text:
    """The record of a row of TEXT_COLUMNS."""
    _, content, blocks, origins, _ = row
    spans = tuple(Block(start, end, role) for start, end, role in json.loads(blocks))
    return Text(content, spans, None if origins is None else _unrun(json.loads(origins), len(content)))


def claim_row(claim: Claim) -> Row:
    """Values of CLAIM_COLUMNS."""
    plain = canonical(to_plain(claim))
    return claim.id, claim.doc, claim.number, claim.quote, *claim.span, plain, digest(plain)


def claim(plain: str) -> Claim:
    """The record of the `json` of a claim's row."""
    return from_json(Claim, plain)


def judgement_row(judgement: Judgement) -> Row:
    """Values of JUDGEMENT_COLUMNS."""
    moment = judgement.when.isoformat()
    return (
        judgement.id, judgement.verb, judgement.subject, canonical(judgement.value), judgement.who, moment,
        judgement.reason, canonical(list(judgement.seen)) if judgement.seen else None,
    )  # fmt: skip


def judgement(row: Row) -> Judgement:
    """The record of a row of JUDGEMENT_COLUMNS."""
    id_, verb, subject, value, who, at, reason, seen = row
    beside = tuple(json.loads(seen)) if seen else ()
    return Judgement(id_, verb, subject, json.loads(value), who, datetime.fromisoformat(at), reason, beside)


def judgement_body(row: Row) -> Json:
    """What the log keeps of a judgement's row: all of it, but no `seen` where there is none."""
    body = dict(zip(JUDGEMENT_COLUMNS.split(", "), row, strict=True))
    return {name: value for name, value in body.items() if name != "seen" or value is not None}


def _runs(origins: tuple[int, ...]) -> list[list[int]]:
    """Offsets as runs [start, origin, length]; characters without an origin are in none."""
    runs: list[list[int]] = []
    for index, origin in enumerate(origins):
        if origin < 0:
            continue
        last = runs[-1] if runs else None
        if last and last[0] + last[2] == index and last[1] + last[2] == origin:
            last[2] += 1
        else:
            runs.append([index, origin, 1])
    return runs


def _unrun(runs: list[list[int]], length: int) -> tuple[int, ...]:
    origins = [-1] * length
    for start, origin, count in runs:
        origins[start : start + count] = range(origin, origin + count)
    return tuple(origins)
