"""PolNeAR: who says what in US political news, against the voices that the English pack finds.

*Sources with a voice*: one case for each annotated attribution that has a source and a content; right where the subject
of a voice (the words of who speaks) overlaps the source's span. PolNeAR also has thoughts, wishes and plans ("seems",
"wants"), which are no reports of harm, so there is a row for the cues that hold a plain word of saying.
*Voices on a source*: our voices whose subject overlaps the source of any annotated attribution.
"""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpora.measure import Document, Measure, Miss, rows_of, sentence_at
from benchmarks.corpora.reading import JOBS

FILE = "attribution.jsonl.gz"
Span = tuple[int, int]
SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|according to|add(?:s|ed|ing)?|report(?:s|ed|ing)?"
    r"|wr(?:ote|ites?|iting)|announc(?:es?|ed|ing)|claim(?:s|ed|ing)?|confirm(?:s|ed|ing)?|stat(?:es?|ed|ing)|not(?:es?|ed|ing)"
    r"|explain(?:s|ed)?|tweet(?:s|ed)?|den(?:y|ies|ied)|argu(?:es?|ed)|declar(?:es?|ed)|acknowledg(?:es?|ed)|insist(?:s|ed)?)\b",
    re.I,
)


def documents(folder: Path) -> Iterator[Document]:
    """All articles."""
    for row in rows_of(folder / FILE):
        yield Document(row["id"], row["text"], row["gold"]["attributions"])


def voices(found: Sequence[Document], jobs: int = JOBS) -> dict[str, list[tuple[Span, str]]]:
    """By document, each voice's subject [start, end) and its word of saying. Reads in `jobs` processes of their own."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs) as pool:
        return dict(pool.imap_unordered(_voices, [(d.doc, d.text) for d in found], chunksize=8))


def _voices(named: tuple[str, str]) -> tuple[str, list[tuple[Span, str]]]:
    from sijil.steps.clean import clean
    from sijil.steps.languages.en import look
    from sijil.steps.read import read_bytes
    from sijil.steps.reading.opinions import NoReader

    doc, content = named
    report = read_bytes(content.encode(), doc=doc, retrieval="corpus", media="text/plain")
    seen = look(report, clean(report), lambda *_: NoReader())
    return doc, [(voice.subject, voice.verb) for scene in seen.scenes for voice in scene.voices]


def measures(found: Sequence[Document], heard: Mapping[str, Sequence[tuple[Span, str]]]) -> list[Measure]:
    """Sources found, those with a word of saying, and how many of our voices speak."""
    every, saying = Measure("attribution", "sources with a voice"), Measure("attribution", "- with a word of saying")
    ours = Measure("attribution", "voices on a source")
    for document in found:
        told = [a for a in document.gold if a["source"] and a["content"]]
        mine = heard.get(document.doc, ())
        for attribution in told:
            spans = _spans(attribution["source"])
            miss = _miss(document, attribution, spans)
            right = any(_meet(subject, spans) for subject, _ in mine)
            every.count(right, miss)
            if SAYING.search(_cue(attribution)):
                saying.count(right, miss)
        all_spans = [span for attribution in told for span in _spans(attribution["source"])]
        for subject, verb in mine:
            words = f"[{document.text[slice(*subject)]}] " + sentence_at(document.text, subject[0])
            ours.count(_meet(subject, all_spans), Miss(f"verb: {verb}", document.doc, verb, words))
    return [every, saying, ours]


def _spans(part: Sequence[Mapping[str, Any]]) -> list[Span]:
    return [(start, end) for piece in part for start, end in piece["spans"]]


def _cue(attribution: Mapping[str, Any]) -> str:
    return " ".join(piece["text"] for piece in attribution["cue"])


def _meet(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _miss(document: Document, attribution: Mapping[str, Any], spans: Sequence[Span]) -> Miss:
    cue = _cue(attribution)
    source = attribution["source"][0]["text"]
    words = sentence_at(document.text, spans[0][0])
    return Miss(f"cue: {cue.lower()[:30]}", document.doc, f"{source} | {cue}", words)
