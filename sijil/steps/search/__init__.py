"""Searching: words folded alike in what is kept and what is asked, questions as people type them, and where they stand
in the text as archived."""

from sijil.steps.search.asking import Asked, OtherNames, asked, expression, with_names
from sijil.steps.search.kept import claim_names, incident_names, place_names, within
from sijil.steps.search.marking import Excerpt, Run, excerpt, found_in, marks, whole
from sijil.steps.search.words import folded_names, folded_text

__all__ = [
    "Asked", "Excerpt", "OtherNames", "Run", "asked", "claim_names", "excerpt", "expression", "folded_names",
    "folded_text", "found_in", "incident_names", "marks", "place_names", "whole", "with_names", "within",
]  # fmt: skip
