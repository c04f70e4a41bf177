"""Language packs of other distributions: found by their entry points, used by the real command, refused in one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TOY = Path(__file__).parents[2] / "toy_language"
FRENCH = "Le 3 mars, une frappe a tué cinq civils à Saraqeb."
ENGLISH = "Five civilians were killed in an airstrike on Saraqeb on 3 March 2020."


def sijil(folder: Path, *words: object, path: Path = TOY, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The real command in an empty folder, with what is installed under `path` beside Sijil."""
    environment = os.environ | {"PYTHONPATH": str(path), "SIJIL_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "sijil", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=folder, env=environment)


def extracted(folder: Path, lines: list[dict[str, str]], path: Path = TOY) -> tuple[list[list[dict[str, Any]]], str]:
    told = "\n".join(json.dumps(line) for line in lines)
    done = sijil(folder, "extract", "--jsonl", "-", path=path, stdin=told)
    return [json.loads(line)["claims"] for line in done.stdout.splitlines()], done.stderr


def distribution(folder: Path, points: str, **modules: str) -> Path:
    """A distribution in `folder` that announces language packs."""
    info = folder / "other-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[sijil.languages]\n{points}\n")
    for name, code in modules.items():
        (folder / f"{name}.py").write_text(code)
    return folder


def test_a_report_in_the_toy_language_becomes_claims_with_place_and_day(tmp_path: Path) -> None:
    (claims,), said = extracted(tmp_path, [{"doc": "one", "text": FRENCH, "published": "2020-03-04"}])
    assert said == ""
    (claim,) = claims
    told = ("kind", "measure", "group", "low", "high", "place", "start", "end", "attack", "quote")
    assert [claim[name] for name in told] == [
        "casualty", "killed", "civilians", 5, 5, "Saraqeb", "2020-03-03", "2020-03-03", "airstrike", "tué cinq civils",
    ]  # fmt: skip
    assert claim["resolved"]["place"]["name"] == "Saraqib"
    assert FRENCH[slice(*claim["span"])] == claim["quote"]


def test_each_report_is_read_by_the_pack_of_its_language(tmp_path: Path) -> None:
    texts = [ENGLISH, FRENCH, "Der Markt von Saraqeb.", "Погибли пять человек."]
    found, said = extracted(tmp_path, [{"doc": str(n), "text": text} for n, text in enumerate(texts)])
    assert [[claim["quote"] for claim in claims] for claims in found] == [
        ["Five civilians were killed"], ["tué cinq civils"], [],
    ]  # fmt: skip
    assert said.startswith("3: no language pack reads 'und' - give reports in: en") and said.endswith(", fr\n")


def test_what_a_language_does_not_tell_is_stated(tmp_path: Path) -> None:
    (claims,), _ = extracted(tmp_path, [{"doc": "one", "text": "Saraqeb: cinq civils morts", "lang": "fr-FR"}])
    assert [claim["measure"] for claim in claims] == ["killed"]


def test_furniture_of_the_language_and_english_furniture_are_left_out(tmp_path: Path) -> None:
    lines = [FRENCH, "Partager", "Follow us on Twitter", "Selon la défense civile, deux enfants sont morts."]
    lines += ["Laisser un commentaire", "Douze civils morts à Homs."]
    (claims,), _ = extracted(tmp_path, [{"doc": "one", "text": "\n".join(lines), "published": "2020-03-04"}])
    assert [(claim["quote"], claim["speaker"]) for claim in claims] == [
        ("tué cinq civils", []), ("deux enfants sont morts", ["défense civile"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("points", "code", "why"),
    [
        ("de = missing_module:PACK", "", "ModuleNotFoundError: No module named 'missing_module'"),
        ("de = broken:PACK", "PACK = 1", "ValueError: it is no sijil.steps.languages.pack.Pack"),
        ("de = broken:PACK", "from sijil.steps.languages.pack import Pack\nPACK = Pack('nl', 'LATIN')",
         "ValueError: its code is 'nl'"),
        ("en = broken:PACK", "from sijil.steps.languages.pack import Pack\nPACK = Pack('en', 'LATIN')",
         "ValueError: there is a pack for 'en' already"),
    ],
)  # fmt: skip
def test_a_pack_that_cannot_be_used_is_named_in_one_line_and_the_others_go_on(
    tmp_path: Path, points: str, code: str, why: str
) -> None:
    path = distribution(tmp_path, points, broken=code)
    (claims,), said = extracted(tmp_path, [{"doc": "one", "text": ENGLISH}], path)
    assert len(claims) == 1
    name, _, value = points.partition(" = ")
    assert said.splitlines() == [f"language pack {name} ({value}): left out, {why} - mend or remove its distribution"]


def test_the_gloss_of_a_language_without_stems_is_looked_up_word_by_word(tmp_path: Path) -> None:
    code = "from sijil.steps.languages.gloss import gloss; print(gloss('Plusieurs quartiers assiégés de la ville'))"
    environment = os.environ | {"PYTHONPATH": str(TOY)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert done.stdout.strip() == "several quartiers siege de la ville", done.stderr


def test_several_processes_find_the_packs_too(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(FRENCH)
    (tmp_path / "two.txt").write_text(ENGLISH)
    done = sijil(tmp_path, "extract", "--jobs", 2, "one.txt", "two.txt")
    assert [len(json.loads(line)["claims"]) for line in done.stdout.splitlines()] == [1, 1], done.stderr


def test_what_was_read_with_another_pack_is_made_anew(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", "from sijil.pipeline.rules import rules_hash; print(rules_hash())"]
    with_toy = subprocess.run(asked, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(TOY)})
    without = subprocess.run(asked, capture_output=True, text=True)
    assert with_toy.stdout and without.stdout and with_toy.stdout != without.stdout
