"""`sijil link`: lines in, the incidents of each report out."""

from __future__ import annotations

import json

from tests.cli.conftest import Sijil

WIRE = "SARAQEB, Syria - Five civilians were killed on Thursday in an air strike on Saraqeb, residents said."
PAPER = "Five civilians died on Thursday when a warplane struck Saraqeb, the mayor told the Harbour Post."
OTHER = "Three children were killed on Thursday by shelling of Douma, doctors said."


def line(doc: str, text: str) -> bytes:
    return json.dumps({"doc": doc, "text": text, "published": "2020-01-24"}).encode() + b"\n"


def test_two_reports_of_one_strike_share_an_incident(sijil: Sijil) -> None:
    outcome = sijil("link", "--jsonl", "-", stdin=line("a", WIRE) + line("b", OTHER) + line("c", PAPER))
    assert outcome.code == 0, outcome.err
    a, b, c = (json.loads(row) for row in outcome.out.splitlines())
    assert [row["doc"] for row in (a, b, c)] == ["a", "b", "c"]
    assert a["incidents"] == c["incidents"] and len(a["incidents"]) == 1
    assert b["incidents"] != a["incidents"] and b["also"] == []


def test_bad_lines_and_a_name_given_twice_are_told_and_the_rest_linked(sijil: Sijil) -> None:
    outcome = sijil("link", "--jsonl", "-", stdin=line("a", WIRE) + b"no JSON\n" + line("a", OTHER) + line("a", WIRE))
    assert outcome.code == 2
    assert [json.loads(row)["doc"] for row in outcome.out.splitlines()] == ["a"]
    assert any("line 2" in said for said in outcome.lines)
    assert "a: is given twice with different content - name each report once" in outcome.lines
