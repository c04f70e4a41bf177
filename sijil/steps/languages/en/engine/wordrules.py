"""The rules of spaCy's attribute ruler, applied to words instead of texts: spaCy's matcher took 10 ms a report.

Rules are tried in their order; a later one has precedence, as in spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Asked = Mapping[str, Any]  # conditions of one token of a pattern: {"TAG": "DT", "LOWER": {"IN": ["a", "an"]}}


class Word(NamedTuple):
    """What rules ask of a word."""

    tag: str
    lower: str
    dep: str
    space: bool


Test = tuple[int, Callable[[Any], Any]]  # the number of a field of Word, and what it must fulfil
_FIELDS = {"TAG": 0, "LOWER": 1, "DEP": 2, "IS_SPACE": 3}


class _Rule(NamedTuple):
    number: int
    tests: tuple[tuple[Test, ...], ...]  # of one or two words in a row
    place: int  # of the word that it sets something for
    sets: Mapping[int, int]  # attribute → value, as spaCy's numbers


class WordRules:
    """All rules, found by the tag or the form that they ask for."""

    def __init__(self, ruler: Any) -> None:
        """Takes a loaded attribute ruler. Raises ValueError where a rule goes over more than two words."""
        self.relations: set[str] = set()  # that any rule asks for
        self._by: dict[object, list[_Rule]] = {}
        self._pairs: list[_Rule] = []
        for number, (pattern, index, sets) in enumerate(_patterns(ruler)):
            if len(pattern) > 2:
                raise ValueError("an attribute ruler with a rule over more than two words")
            rule = _Rule(number, tuple(tuple(_tests(asked)) for asked in pattern), index, sets)
            self._pairs += [rule] if len(pattern) == 2 else []
            for sought in _sought(pattern[index]):
                self._by.setdefault(sought, []).append(rule)
            for asked in pattern:
                self.relations.update(value for values in _listed(asked.get("DEP")).values() for value in values)

    def may_pair(self, word: Word, which: int) -> bool:
        """Whether a word may be the first (0) or second (1) of a rule over two words."""
        return any(_fits(rule.tests[which], word) for rule in self._pairs)

    def of(self, words: Sequence[Word], index: int) -> dict[int, int]:
        """What the rules set for one of one or two words in a row."""
        word, found = words[index], dict[int, int]()
        for rule in sorted(r for key in (word.tag, word.lower, None) for r in self._by.get(key, ())):  # by number
            if len(rule.tests) == 1:
                fits = _fits(rule.tests[0], word)
            else:
                fits = len(words) == 2 and rule.place == index and all(map(_fits, rule.tests, words))
            if fits:
                found.update(rule.sets)
        return found


def _patterns(ruler: Any) -> Iterator[tuple[Sequence[Asked], int, Mapping[int, int]]]:
    for rule, sets in zip(ruler.patterns, ruler.attrs, strict=True):
        for pattern in rule["patterns"]:
            yield pattern, rule["index"], sets


def _sought(asked: Asked) -> Sequence[object]:
    """By what a rule is found: the tags or the forms that it lists, else None. No tag is a form in lower case."""
    for name in ("TAG", "LOWER"):
        listed = _listed(asked.get(name))
        if listed.keys() == {"IN"}:
            return tuple(listed["IN"])
    return (None,)


def _tests(asked: Asked) -> Iterator[Test]:
    for name, condition in asked.items():
        for kind, values in _listed(condition).items():
            yield _FIELDS[name], _TESTS[kind](values)


_TESTS: dict[str, Callable[[Any], Callable[[Any], Any]]] = {
    "IN": lambda values: frozenset(values).__contains__,
    "NOT_IN": lambda values: lambda value: value not in values,
    "REGEX": lambda values: re.compile(values).search,
}


def _listed(condition: Any) -> dict[str, Any]:
    """A condition in its long form: "DT" is {"IN": ["DT"]}."""
    if condition is None or isinstance(condition, dict):
        return condition or {}
    return {"IN": [condition]}


def _fits(tests: tuple[Test, ...], word: Word) -> bool:
    for field, test in tests:  # noqa: SIM110 - half the time of all()
        if not test(word[field]):
            return False
    return True
