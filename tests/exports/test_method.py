"""The method is one page, named by every tally, assessment and export with its version."""

from __future__ import annotations

from sijil import METHOD_VERSION
from sijil.exports.method import WHERE, method_page


def test_the_page_is_of_the_version_that_numbers_name() -> None:
    assert method_page().startswith(f"# Method, version {METHOD_VERSION}\n")
    assert METHOD_VERSION in WHERE


def test_the_page_says_what_a_recorder_publishes() -> None:
    headings = [
        line.removeprefix("## ").split(" (")[0] for line in method_page().splitlines() if line.startswith("## ")
    ]
    assert {"Definitions", "Sources", "Ranges", "Grades", "Totals", "What is not counted"} <= set(headings)
