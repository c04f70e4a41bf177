"""The grade that a report states of itself, as recorders' assessments do: "has been graded as weak"."""

from __future__ import annotations

import re

from sijil.steps.assess.grade import GRADE_NAMES, StatedGrade
from sijil.steps.assess.house import House, Stated

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'”’)]*|\n|$)")


def stated(text: str, rules: House) -> StatedGrade | None:
    """The first grade that a sentence states, by the house's words (`stated` of rules/assess); None where none does."""
    for match in _SENTENCE.finditer(text) if rules.stated else ():
        words = match[0].casefold()
        if not any(re.search(rf"\b{re.escape(verb)}\b", words) for verb in rules.verbs):
            continue
        for row in rules.stated:
            level = next((grade for grade in GRADE_NAMES if grade == row.grade), None)
            if level and _says(row, words):
                return StatedGrade(level, match[0].strip())
    return None


def _says(row: Stated, words: str) -> bool:
    """Whether the sentence has words of the grade that stand for this report's harm."""
    return any(word in words for word in row.words) and not any(word in words for word in row.without)
