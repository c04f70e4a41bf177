"""Annotations of public reports without their texts: every word of a claim is kept as an offset into the report.

usage: python standoff.py strip REPORTS.jsonl CLAIMS.jsonl OUT.jsonl
       python standoff.py join FAKES.jsonl STANDOFF.jsonl OUT.jsonl

"join" needs the corpus (FA-KES, CC BY 4.0, which is not part of this project) and writes OUT.jsonl and
OUT.reports.jsonl in the format of the annotation guide, which the training scripts read.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

#: Fields of a claim that hold words of the text; `speaker` is a list of them.
WORDS = ("quote", "place", "within", "actor", "side", "object")


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def stripped(claim: dict, text: str) -> dict:
    """The claim with [start, end] in place of words; words that stand nowhere in the text are left as they are."""
    quote = text.find(claim["quote"])
    out = {}
    for name, value in claim.items():
        if name in WORDS and isinstance(value, str):
            out[name] = located(value, text, max(quote, 0))
        elif name == "speaker" or isinstance(value, list) and name in WORDS:
            out[name] = [located(v, text, max(quote, 0)) for v in value]
        else:
            out[name] = value
    return out


def located(words: str, text: str, near: int) -> list[int] | str:
    """Where the words stand nearest to `near`."""
    found, at, lower = [], -1, text.lower()
    while (at := lower.find(words.lower(), at + 1)) >= 0:
        found.append(at)
    if not found:
        return words
    best = min(found, key=lambda i: (text[i : i + len(words)] != words, abs(i - near)))
    return [best, best + len(words)]


def joined(claim: dict, text: str) -> dict:
    def words(value: list[int] | str) -> str:
        return value if isinstance(value, str) else text[value[0] : value[1]]

    out = {}
    for name, value in claim.items():
        if name == "speaker" or name in WORDS and isinstance(value, list) and not isinstance(value[0], int):
            out[name] = [words(v) for v in value]
        else:
            out[name] = words(value) if name in WORDS else value
    return out


def day(report: dict) -> str | None:
    """The day that the corpus gives, for annotations that name no other: their annotators had no other."""
    try:
        return datetime.strptime(report["gold"]["fakes_csv"]["date"], "%m/%d/%y").date().isoformat()
    except (KeyError, TypeError, ValueError):
        return None


def main() -> int:
    what, first, second, out = sys.argv[1], *map(Path, sys.argv[2:])
    reports, claims = {r["doc"]: r for r in rows(first)}, rows(second)
    change = stripped if what == "strip" else joined
    changed = [{**c, "claims": [change(x, reports[c["doc"]]["text"]) for x in c["claims"]]} for c in claims]
    out.write_text("".join(json.dumps(c, ensure_ascii=False) + "\n" for c in changed), encoding="utf-8")
    if what == "join":
        names = ("doc", "source", "title", "text")
        mine = [(c, reports[c["doc"]]) for c in claims]
        told = [{"lang": "en", "published": c.get("published", day(r)), **{n: r[n] for n in names}} for c, r in mine]
        out.with_suffix(".reports.jsonl").write_text("".join(json.dumps(r) + "\n" for r in told), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
