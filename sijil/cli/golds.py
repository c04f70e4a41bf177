"""The reports that annotated claims belong to: found beside them, or where the user says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from sijil.cli.inputs import Given, read_all, read_lines
from sijil.errors import BadInput, BadReport
from sijil.evaluate.lines import Annotated
from sijil.model.report import Report

MANIFEST = "manifest.toml"


def reports_of(gold: Mapping[str, Annotated], path: Path, given: Path | None) -> list[Report | BadReport]:
    """The reports of the annotated claims in `path`, in the order of their source; others are left aside.

    `given` is a file of JSON lines, a manifest (TOML) or a folder; where it is None, GOLD.reports.jsonl or a
    manifest.toml beside GOLD. Reports of a folder get the day of publication that GOLD names, as nobody else does.
    Raises BadInput where there is no such source or it lacks reports of `gold`.
    """
    source = given or _beside(path)
    found = [one for one in _read(source, gold) if isinstance(one, BadReport) or one.doc in gold]
    there = {one.doc for one in found if isinstance(one, Report)}
    lacking = [doc for doc in gold if doc not in there]
    if lacking and not any(isinstance(one, BadReport) for one in found):
        names = ", ".join(lacking[:3]) + (f" and {len(lacking) - 3} more" if len(lacking) > 3 else "")
        raise BadInput(str(source), f"lacks reports that {path} annotates: {names}", "name their texts with --reports")
    return found


def _beside(path: Path) -> Path:
    choices = (path.with_suffix(".reports.jsonl"), path.parent / MANIFEST)
    for choice in choices:
        if choice.is_file():
            return choice
    raise BadInput(str(path), f"has no texts beside it ({' or '.join(map(str, choices))})", "name them with --reports")


def _read(source: Path, gold: Mapping[str, Annotated]) -> Iterable[Report | BadReport]:
    if source.is_dir() and (source / MANIFEST).is_file():
        source = source / MANIFEST
    if source.suffix == ".toml":
        return _listed(source, gold)
    if source.is_dir():
        return [_dated(one, gold) for one in read_all([str(source)], Given())]
    return read_lines(str(source), Given())


def _listed(manifest: Path, gold: Mapping[str, Annotated]) -> Iterable[Report | BadReport]:
    from sijil.samples import listed

    for sample in listed(manifest):
        if sample.doc in gold:
            yield from read_all([str(sample.path)], Given(sample.published, sample.source))


def _dated(one: Report | BadReport, gold: Mapping[str, Annotated]) -> Report | BadReport:
    """The report with the day of publication that its annotation names, unless it has one of its own."""
    if isinstance(one, BadReport) or one.published or one.doc not in gold or not gold[one.doc].published:
        return one
    try:
        return dataclasses.replace(one, published=date.fromisoformat(gold[one.doc].published))
    except ValueError:
        return BadReport(one.doc, f"its annotation's day is none: {gold[one.doc].published}", "write it as YYYY-MM-DD")
