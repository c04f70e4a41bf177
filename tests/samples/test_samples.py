"""The sample reports: manifest and folder agree, and no sentence was copied from the reports they are modelled on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sijil import samples
from sijil.steps.read import read_path

SHARED = Path(__file__).parents[3] / "shared"
MODELS = SHARED / "reports"
ARABIC_MODELS = [SHARED / "gold" / f"{part}-ar.reports.jsonl" for part in ("train", "dev")]
ARABIC = [one for one in samples.reports() if "ال" in one.path.read_text("utf-8", "ignore")]


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub(r"<[^>]*>", " ", text).lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_manifest_names_every_report_in_the_folder_once() -> None:
    listed = [sample.path.name for sample in samples.reports()]
    there = [path.name for path in samples.folder().iterdir() if path.suffix in {".txt", ".html"}]
    assert sorted(listed) == sorted(there)
    assert len(set(listed)) == len(listed)


def test_every_report_has_a_publisher_and_says_what_it_shows() -> None:
    assert all(sample.source and sample.note for sample in samples.reports())


def test_some_reports_have_no_known_date() -> None:
    dates = [sample.published for sample in samples.reports()]
    assert None in dates
    assert sum(day is not None for day in dates) > len(dates) / 2


def test_the_mess_is_kept_as_bytes() -> None:
    data = {sample.doc: sample.path.read_bytes() for sample in samples.reports()}
    assert b"\r\n" in data["alwaer-coastline-2017-03-08"]
    with pytest.raises(UnicodeDecodeError):
        data["madaya-courier-2016-01-12"].decode("utf-8")


@pytest.mark.skipif(not MODELS.is_dir(), reason="the reports that these are modelled on are not here")
def test_no_eight_words_in_a_row_are_taken_from_the_models() -> None:
    models = set[tuple[str, ...]]().union(*(runs(path.read_text(encoding="utf-8")) for path in MODELS.glob("*.txt")))
    shared = {sample.doc: runs(read_path(sample.path).content) & models for sample in samples.reports()}
    assert {doc: found for doc, found in shared.items() if found} == {}


@pytest.mark.skipif(not ARABIC_MODELS[0].is_file(), reason="the Arabic reports are not here")
def test_no_eight_words_in_a_row_are_taken_from_real_arabic_reports() -> None:
    lines = [line for path in ARABIC_MODELS for line in path.read_text(encoding="utf-8").splitlines()]
    models = set[tuple[str, ...]]().union(*(runs(json.loads(line)["text"]) for line in lines))
    shared = {sample.doc: runs(read_path(sample.path).content) & models for sample in ARABIC}
    assert {doc: found for doc, found in shared.items() if found} == {}


def test_arabic_comes_as_it_does_from_networks() -> None:
    """Words dodged past filters by spaces, dots and tatweel, direction marks, hashtags, emoji, both kinds of digits."""
    mess = "".join(sample.path.read_text(encoding="utf-8") for sample in ARABIC)
    for found in ("استشـ ـهاد", "قـ.ـصف", "اشتبـــاكات", "\u200f", "\u202b", "#حي_الوعر", "🔴", "١١٢", "Report Tweet"):
        assert found in mess
