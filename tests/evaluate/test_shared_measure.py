"""The measure here and the shared one give the same digits, on real predictions and on spoilt ones."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sijil.evaluate.lines import read_file
from sijil.evaluate.matching import compare_all
from sijil.evaluate.scores import score
from sijil.evaluate.telling import lines
from sijil.evaluate.trust import trust

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
GOLD = SHARED / "dev.jsonl"

pytestmark = pytest.mark.skipif(not GOLD.is_file(), reason="the shared annotations are not beside the project")

Claims = list[dict[str, Any]]
Spoil = Callable[[Claims, random.Random], Claims]


def dropped(claims: Claims, dice: random.Random) -> Claims:
    return [claim for claim in claims if dice.random() < 0.7]


def shuffled(claims: Claims, dice: random.Random) -> Claims:
    return dice.sample(claims, len(claims))


def doubled(claims: Claims, dice: random.Random) -> Claims:
    return [claim for claim in claims for _ in range(dice.choice((1, 1, 2, 3)))]


def mixed(claims: Claims, dice: random.Random) -> Claims:
    """Each field but the quote taken from a random claim of the report, or left out."""
    out = []
    for claim in claims:
        names = [name for name in claim if name not in ("kind", "quote", "span", "id")]
        other = dice.choice(claims)
        kept = {name: (other if dice.random() < 0.3 else claim).get(name) for name in names if dice.random() < 0.9}
        out.append({"kind": claim["kind"], "quote": claim["quote"], **kept})
    return out


def requoted(claims: Claims, dice: random.Random) -> Claims:
    """Quotes cut short, widened beyond all measure, or emptied; places as lists; names in odd letters."""
    out = []
    for claim in claims:
        words = claim["quote"].split()
        quote = dice.choice((" ".join(words[: len(words) // 2]), claim["quote"] + " and more" * 40, "", claim["quote"]))
        place = claim.get("place")
        names = {"place": dice.choice(([place, "al-Bab’s"], place.upper(), ""))} if place else {}
        out.append({**claim, "quote": quote, "speaker": claim["speaker"] or [""], **names})
    return out


def silent(claims: Claims, dice: random.Random) -> Claims:
    return []


def told(printed: str) -> dict[str, list[str]]:
    """Numbers by the name before them."""
    found = {}
    for line in printed.splitlines():
        name, _, rest = re.sub(r"\s{2,}", "\t", line.strip()).partition("\t")
        if re.match(r"\d", rest):
            found[name] = re.findall(r"[\d.]+", rest)
    return found


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dev") / "read.jsonl"
    command = [sys.executable, "-m", "sijil", "extract", "--jsonl", SHARED / "dev.reports.jsonl", "--jobs", "2"]
    with out.open("w") as file:
        subprocess.run(command, stdout=file, check=True)
    return out


def assert_same(predicted: Path) -> None:
    command = [sys.executable, SHARED / "score.py", GOLD, predicted]
    theirs = told(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    compared = compare_all(read_file(GOLD), read_file(predicted))
    ours = told("\n".join(lines(score(compared), trust(compared))))
    assert len(theirs) == 12
    assert {name: ours[name] for name in theirs} == theirs


def test_on_what_sijil_reads(read: Path) -> None:
    assert_same(read)


def test_on_the_annotation_itself() -> None:
    assert_same(GOLD)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("spoil", [dropped, shuffled, doubled, mixed, requoted, silent])
@pytest.mark.parametrize("start", ["read", "gold"])
def test_on_spoilt_claims(read: Path, start: str, spoil: Spoil, seed: int, tmp_path: Path) -> None:
    dice = random.Random(f"{spoil.__name__} {seed}")
    spoilt = []
    for line in (read if start == "read" else GOLD).read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        if dice.random() < 0.95:  # some reports are not predicted at all
            spoilt.append(json.dumps({"doc": report["doc"], "claims": spoil(report["claims"], dice)}))
    (tmp_path / "spoilt.jsonl").write_text("\n".join(spoilt))
    assert_same(tmp_path / "spoilt.jsonl")
