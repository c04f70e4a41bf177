"""The keys of the review queue: the same on the pages, in their list, and in docs/review.md."""

from __future__ import annotations

import re
from pathlib import Path

import httpx

import sijil.web

PAGE = Path(__file__).parents[2] / "docs" / "review.md"
TEMPLATES = Path(sijil.web.__file__).parent / "templates"


def test_pages_list_and_docs_name_the_same_keys(client: httpx.Client) -> None:
    documented = set(re.findall(r"`(\S)`", " ".join(re.findall(r"^\| (`.*?) \|", PAGE.read_text(), flags=re.M))))
    written = " ".join(path.read_text() for path in TEMPLATES.glob("*review*.html"))
    held = re.findall(r'data-key="(\w)"', written) + re.findall(r'decide\("\w+", _\("[^"]+"\), "(\w)"', written)
    assert {*held, "?", "/"} == documented
    listed = client.get("/review").text.split('id="keys"')[1].split("</dl>")[0]
    assert set(re.findall(r"<kbd>(\S)</kbd>", listed)) - {"↑", "↓"} == documented
