"""Word pieces of texts for pretrain.py, one after another.

usage: python models/reader-en/texts.py OUT.npz FILE.jsonl … (lines with a "text"; .gz is read, too)
"""

from __future__ import annotations

import gzip
import json
import sys

import numpy as np

from sijil.steps.reading.trained.encoder import word_pieces


def main() -> int:
    out, *paths = sys.argv[1:]
    ids: list[int] = []
    offsets = [0]
    for path in paths:
        with gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf-8") as lines:
            for line in lines:
                ids += word_pieces("sijil.steps.languages.en").of(json.loads(line)["text"]).ids
                offsets.append(len(ids))
    np.savez_compressed(out, ids=np.array(ids, "uint16"), off=offsets)
    return 0


if __name__ == "__main__":
    sys.exit(main())
