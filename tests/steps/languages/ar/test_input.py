"""Arabic as it comes: marks, stretching, digits, direction marks and encodings change no figure of a report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest

from sijil.model.claim import Claim
from sijil.model.report import Report, Text
from sijil.samples import Sample, reports
from sijil.steps.claims import claims
from sijil.steps.clean import clean
from sijil.steps.clean.page import metadata
from sijil.steps.read import read_bytes

LETTER = "\u0621-\u064a"
TO_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
TO_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def stretched(text: str) -> str:
    """A stretching mark behind every second letter of a word that joins to the next one."""
    return re.sub(rf"(?<=[{LETTER}])([بتثجحخسشصضطظعغفقكلمنهي])(?=[{LETTER}])", "\\1\u0640", text)


def marked(text: str) -> str:
    """A mark behind every letter that stands within a word and has none; no vowel, which could make a dual."""
    return re.sub(rf"([{LETTER}])(?=[{LETTER}])", "\\1\u0652", text)


def bare(text: str) -> str:
    """No marks but the vowel that tells a dual ("عاملَين"), no hamza on alif, ha for ta marbuta, ya for alif maqsura: as
    quick posts are typed."""
    return re.sub("[\u064b-\u0652\u0670](?!ين)", "", text).translate(str.maketrans("أإآةى", "اااهي"))


def directed(text: str) -> str:
    """Direction marks around every word that white space stands around, but for parts of broken words."""
    whole = r"(?<!\S)(?<!\u0640 )([\u0621-\u063a\u0641-\u0652]+)(?!\S)(?! \u0640)"
    return re.sub(whole, "\u200f\\1\u202c", text)


CHANGES: dict[str, Callable[[str], str]] = {
    "stretched": stretched, "marked": marked, "bare": bare, "directed": directed,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "eastern digits": lambda text: text.translate(TO_EASTERN),
    "western digits": lambda text: text.translate(TO_WESTERN),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
}  # fmt: skip
SAMPLES = {one.doc: one for one in reports() if "ال" in one.path.read_text("utf-8", "ignore")}
PASTED = sorted(doc for doc, one in SAMPLES.items() if one.path.suffix == ".txt")


def read(sample: Sample, data: bytes) -> tuple[Report, Text, tuple[Claim, ...]]:
    report = metadata(read_bytes(data, doc=sample.doc, retrieval="test", published=sample.published))
    text = clean(report)
    return report, text, claims(report, text)


def figures(found: tuple[Claim, ...]) -> list[tuple]:
    return [(c.kind, c.measure, c.group, c.figure.low, c.figure.high) for c in found if c.figure]


@pytest.mark.parametrize("doc", sorted(SAMPLES))
def test_quotes_are_the_bytes_own_text(doc):
    report, text, found = read(SAMPLES[doc], SAMPLES[doc].path.read_bytes())
    assert found
    for claim in found:
        start, end = claim.span
        assert text.content[start:end] == claim.quote
        first, last = text.origin(start), text.origin(end - 1)
        assert (report.content[first], report.content[last]) == (claim.quote[0], claim.quote[-1])
        if text.origins is None:
            assert SAMPLES[doc].path.read_bytes().decode("utf-8")[start:end] == claim.quote


@pytest.mark.parametrize("change", sorted(CHANGES))
@pytest.mark.parametrize("doc", PASTED)
def test_how_it_is_written_changes_no_figure(doc, change):
    """But those of less than even confidence: distances between words are measured in characters."""
    text = SAMPLES[doc].path.read_text(encoding="utf-8")
    as_is = read(SAMPLES[doc], text.encode())[2]
    changed = read(SAMPLES[doc], CHANGES[change](text).encode())[2]
    assert not set(figures(sure(as_is))) - set(figures(changed))
    assert not set(figures(sure(changed))) - set(figures(as_is))


def sure(found: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(c for c in found if c.confidence >= 0.5)


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("doc", PASTED)
def test_in_what_bytes_it_comes_changes_no_figure(doc, encoding):
    text = SAMPLES[doc].path.read_text(encoding="utf-8").translate(TO_WESTERN)
    text = text.encode(encoding, errors="ignore").decode(encoding)  # windows-1256 has no emoji
    sample = SAMPLES[doc]
    assert figures(read(sample, text.encode(encoding))[2]) == figures(read(sample, text.encode())[2])
