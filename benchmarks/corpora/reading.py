"""Documents through `sijil extract`, as a user would run it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.corpora.measure import Claim, Document

JOBS = 2


def claims_of(documents: Sequence[Document], jobs: int = JOBS) -> dict[str, list[Claim]]:
    """The claims of each document by its `doc`, which must be unique; one without an answer is left out.

    Raises RuntimeError where the command fails for another reason than a bad report.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.jsonl"
        path.write_text("".join(map(_line, documents)), encoding="utf-8")
        command = [sys.executable, "-m", "sijil", "extract", "--jsonl", str(path), "--jobs", str(jobs)]
        done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 2):
        raise RuntimeError(done.stderr[-2000:])
    answers = map(json.loads, done.stdout.splitlines())
    return {answer["doc"]: answer["claims"] for answer in answers}


def _line(document: Document) -> str:
    plain = {"doc": document.doc, "text": document.text, "title": document.title, "source": document.source}
    return json.dumps(plain, ensure_ascii=False) + "\n"


def sampled(documents: Iterable[Document], sample: int, without: frozenset[str]) -> list[Document]:
    """Those not in `without`; where `sample` is not 0, that many of them, spread evenly over the corpus."""
    kept = [document for document in documents if document.doc not in without]
    if not 0 < sample < len(kept):
        return kept
    return [kept[i * len(kept) // sample] for i in range(sample)]
