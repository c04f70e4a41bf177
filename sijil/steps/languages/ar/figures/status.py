"""Whether harm is told as happened, as foretold or as denied, by the words around it in its clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.phrases import Phrases
from sijil.steps.languages.ar.text import Word, wordset

#: Words before harm, and behind those harmed, in which its status is told.
_LEFT, _RIGHT = 8, 4


def status_of(words: Sequence[Word], at: int, end: int) -> str:
    """The status of harm told at word `at` to people that end before word `end`.

    "نفت مقتل مدنيين" and "مقتل مدنيين عارٍ عن الصحة" deny it; denying that one did it ("نفت مسؤوليتها عن قصف قتل ...")
    does not. "توقع سقوط قتلى" foretells it.
    """
    for i in range(end, min(end + _RIGHT, len(words))):
        if "،" in words[i].gap:
            break
        if _untrue().at(words, i):
            return "denied"
    for i in range(at - 1, max(-1, at - 1 - _LEFT), -1):
        if not wordset("harm", "status", "not_it").isdisjoint(words[i].stems) or any(
            mark in words[i + 1].gap for mark in "،؛:"
        ):
            break
        if words[i].key.lstrip("وف") in wordset("harm", "status", "denying"):
            return "denied"
        if words[i].key.lstrip("وف") in wordset("harm", "status", "foretelling"):
            return "projected"
    return "reported"


@cache
def _untrue() -> Phrases[bool]:
    return Phrases((words, True) for words in load("ar/harm")["status"]["untrue"])
