"""docs/add-a-language.md against the toy pack that it walks through, and against what a pack is."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

from sijil.rules import names
from sijil.steps.languages.pack import Pack
from tests.steps.languages.test_installed import FRENCH, TOY, extracted

DOC = (Path(__file__).resolve().parents[3] / "docs" / "add-a-language.md").read_text(encoding="utf-8")
SHOWN = re.compile(r"^`([\w./-]+)`\n\n```\w*\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def shown() -> dict[str, str]:
    """The files that the page shows, by name; parts of one put together."""
    files: dict[str, list[str]] = {}
    for name, text in SHOWN.findall(DOC):
        files.setdefault(name, []).append(text)
    return {name: "\n\n\n".join(parts) for name, parts in files.items()}


def test_the_page_shows_the_toy_as_it_is() -> None:
    for name, text in shown().items():
        assert text == (TOY / name).read_text(encoding="utf-8").strip("\n"), name


def test_the_page_shows_every_file_of_the_toy() -> None:
    files = {str(path.relative_to(TOY)) for path in TOY.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert shown().keys() == {name for name in files if not name.endswith("METADATA")}


def test_the_claim_that_the_page_shows_is_what_the_command_gives(tmp_path: Path) -> None:
    assert f"echo '{FRENCH}' | sijil extract - --published 2020-03-04" in DOC
    (told,) = re.findall(r"```json\n(.*?)```", DOC, re.DOTALL)
    (claims,), _ = extracted(tmp_path, [{"doc": "one", "text": FRENCH, "published": "2020-03-04"}])
    assert claims[0].items() >= json.loads(told).items()


def test_every_field_of_a_pack_and_every_list_that_the_page_names_is_there() -> None:
    table = DOC[DOC.index("| field |") : DOC.index("## 3.")]
    assert {field.name for field in fields(Pack)} == set(re.findall(r"`(\w+)`", table)) - {"later"}
    lists = re.findall(r"^\| `(\w+)\.toml` \|", DOC, re.MULTILINE)
    assert set(lists) <= {*names("en"), *names("ar")}
