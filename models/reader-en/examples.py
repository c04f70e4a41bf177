"""Write what the network learns from: word pieces, marks, and which option of each field is the annotated one.

usage: python models/reader-en/examples.py OUT.json SET.jsonl …
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from gold import Case, agrees, anchored, best_of, cases, figure, value_of, what_of

from sijil.steps.languages.en import clauses
from sijil.steps.languages.en.marks import marks
from sijil.steps.reading.options import FIELDS as OPTIONS
from sijil.steps.reading.options.voices import words_at
from sijil.steps.reading.scene import Voice
from sijil.steps.reading.trained.encoder import pieces, word_pieces
from sijil.steps.reading.trained.labels import ATTACKS, GROUPS, KINDS, SITUATIONS, read_rows
from sijil.steps.reading.trained.reader import mentions_of

FIELDS = ("place", "dates", "actor", "speaker")


def of_case(case: Case) -> dict:
    seen, found = case.seen, word_pieces("sijil.steps.languages.en").of(case.report.content)
    starts, ends = found.starts, found.ends

    def at(start: int, end: int) -> tuple[int, int]:
        return pieces(starts, ends, start, end)

    mentions = mentions_of(seen.scenes)
    return {
        "doc": case.report.doc,
        "ids": found.ids,
        "marks": [(*at(a, b), column) for a, b, column in marks(seen.sentences, seen.scenes, seen.counts)],
        "sentences": [at(s.start, s.end) for s in seen.scenes],
        "mentions": {f: [(*at(*place), s, place) for place, s in listed] for f, listed in mentions.items()},
        "counts": [
            {"at": at(d.start, d.end), "s": d.sentence, "read": read_rows(d), "key": (d.start, d.end, d.anchor),
             "right": right_count(case, i)}
            for i, d in enumerate(seen.counts)
        ],
        "clauses": list(of_clauses(case, at)),
        "drafts": list(of_drafts(case, at, mentions)),
    }  # fmt: skip


def right_count(case: Case, index: int) -> dict | None:
    """Rows of the annotated answers for a count; None where it is no claim."""
    if index not in case.counted:
        return None
    claim = case.gold[case.counted[index]]
    if what_of(claim) not in KINDS:
        return None
    return {
        "kind": KINDS.index(what_of(claim)),
        "group": GROUPS.index(claim["group"]) if claim.get("group") else -100,
        "scope": {"incident": 0, "total": 1}.get(claim.get("scope"), -100),
        "part": int(bool(claim.get("part_of"))),
        "attack": ATTACKS.index(claim.get("attack")),
    }


def of_clauses(case: Case, at):
    situations, content = [c for c in case.gold if not figure(c)], case.report.content
    figures = [d for i, d in enumerate(case.seen.counts) if i in case.counted]
    rows = []
    for _, listed, _ in clauses(case.seen, figures):
        rows += [(c.draft, *best_of(c.draft, situations, content)) for c in listed]
    most = {i: max((share for _, share, j in rows if i == j), default=0) for i in range(len(situations))}
    for draft, share, index in rows:
        kind = situations[index]["kind"] if share >= 0.4 else None
        unsure = 0.4 <= share < 0.5 and share < most[index] or kind not in SITUATIONS
        yield {
            "at": at(draft.start, draft.end), "word": at(draft.anchor, draft.anchor + 1), "s": draft.sentence,
            "key": (draft.start, draft.end), "right": -100 if unsure else SITUATIONS.index(kind),
        }  # fmt: skip


def of_drafts(case: Case, at, mentions: dict):
    """All counts, and the annotated situations; `right` are the indexes of mentions, -1 for none."""
    of = {j: i for i, j in case.counted.items()}
    asked = [(d, case.gold[case.counted[i]] if i in case.counted else None) for i, d in enumerate(case.seen.counts)]
    for j, claim in enumerate(case.gold):
        draft = anchored(claim, case.seen, None, case.report.content) if j not in of else None
        if draft is not None:
            asked.append((draft, claim))
    for draft, claim in asked:
        yield {
            "at": at(draft.start, draft.end), "s": draft.sentence, "key": (draft.start, draft.end, draft.anchor),
            "right": {f: right_mentions(case, draft, claim, f, mentions[f]) for f in FIELDS} if claim else None,
        }  # fmt: skip


def right_mentions(case: Case, draft, claim: dict, field: str, listed: list) -> list[int]:
    index = {place: i for i, (place, _) in enumerate(listed)}
    out = set()
    for option in OPTIONS[field](replace(draft, scope=None), case.seen.scenes, None):
        if agrees(field, claim, value_of(field, option, case.seen.scenes)):
            value = option.value
            if value is None:
                out.add(-1)
            else:
                out.add(index[words_at(value) if isinstance(value, Voice) else (value.start, value.end)])
    return sorted(out)


def main() -> int:
    out, sets = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    out.write_text(json.dumps([of_case(case) for case in cases(sets, {})]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
