"""Questions as people type them: words, "phrases", -words and begin*; whatever else is typed are words, too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from sijil.rules import load
from sijil.steps.places.sounds import is_arabic
from sijil.steps.search.words import folded_text, words_in

_QUOTES = '"“”„«»'
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-−])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<word>[^\s{_QUOTES}]+))"
)
_TYPED = 200  # characters of a word; longer ones are none

Way = tuple[str, ...]
#: Folded words → the other names (folded) of the places that they name, none where they name none.
OtherNames = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for. It is found where any of its `ways` stands: keys that follow one another (words.py); with
    `prefix` the last one only begins the word there. `plain` is the folded word where a name may begin or go on."""

    ways: tuple[Way, ...]
    prefix: bool = False
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Terms of which all must be found, or else one of the `names`, the other names of what they name together."""

    terms: tuple[Term, ...]
    names: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: every group is to be found, none of `without`. Without groups nothing is."""

    groups: tuple[Group, ...] = ()
    without: tuple[Term, ...] = ()


def asked(question: str) -> Asked:
    """What a question asks for; never an error. Where all its words are to be left out, they are looked for instead."""
    rules = load("search")
    wanted, without = list[Term](), list[Term]()
    for piece in _PIECE.finditer(question[: rules["longest"]]):
        terms = without if piece["minus"] else wanted
        phrase, word = piece["phrase"], piece["word"]
        term = _word(word[:_TYPED]) if word else _phrase(phrase)
        if term and len(wanted) + len(without) < rules["most_terms"]:
            terms.append(term)
    if not wanted:
        wanted, without = without, []
    return Asked(tuple(Group((term,)) for term in dict.fromkeys(wanted)), tuple(dict.fromkeys(without)))


def with_names(question: Asked, others: OtherNames) -> Asked:
    """The question with the other names of the places that its words name, the longest run of words first."""
    plain, found, at = [group.terms[0].plain for group in question.groups], list[Group](), 0
    while at < len(question.groups):
        until, names = _named(plain, at, others)
        terms = tuple(term for group in question.groups[at:until] for term in group.terms)
        found.append(Group(terms, names))
        at = until
    return replace(question, groups=tuple(found))


def expression(question: Asked) -> str:
    """The question in the language of SQLite's FTS5 (its documentation, chapter 3); "" where it asks for nothing.

    Every string in it is made of letters and digits alone, so nothing that people type is ever syntax.
    """
    if not question.groups:
        return ""
    wanted = " AND ".join(_group(group) for group in question.groups)
    if not question.without:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(_term(term) for term in question.without)})"


def _group(group: Group) -> str:
    own = " AND ".join(_term(term) for term in group.terms)
    return f"(({own}) OR {_term(Term(group.names))})" if group.names else f"({own})"


def _term(term: Term) -> str:
    star = " *" if term.prefix else ""
    return f"({' OR '.join(chr(34) + ' '.join(way) + chr(34) + star for way in term.ways)})"


def _named(plain: Sequence[str], at: int, others: OtherNames) -> tuple[int, tuple[Way, ...]]:
    """Where the longest name that begins at a word ends, and its other names; the next word and none for no name."""
    for until in range(min(len(plain), at + load("search")["name_words"]), at, -1):
        run = plain[at:until]
        names = sorted(set(others(" ".join(run))) - {" ".join(run)}) if all(run) else []
        if names:
            ways = (way for name in names if name for way in _ways(tuple(name.split())))
            return until, tuple(dict.fromkeys(ways))
    return at + 1, ()


def _word(typed: str) -> Term | None:
    """The term of one word as typed; None where there is nothing in it to look for."""
    keys = tuple(key for word in words_in(typed) for key in word.keys)
    if not keys:
        return None
    prefix = typed.endswith("*") and len(keys[-1]) >= load("search")["prefix"]
    return Term(tuple(dict.fromkeys(_ways(keys))), prefix, "" if prefix else " ".join(keys))


def _phrase(typed: str) -> Term | None:
    """Words in quotes are meant as they stand; only the first may have "and" and the like joined to it."""
    keys = tuple(folded_text(typed).split())
    if not keys:
        return None
    first = [f"{joined}{keys[0]}" for joined in _joined()] if is_arabic(keys[0]) else [keys[0]]
    return Term(tuple((one, *keys[1:]) for one in first))


def _ways(keys: Way) -> Iterable[Way]:
    """A word as it may be written: "al-Waer", "Alwaer"; المشفى, والمشفى, بالمشفى, مشفى."""
    yield keys
    names, rules = load("name_keys"), load("search")
    first = keys[0]
    if len(keys) > 1 and first in names["articles"]:
        yield keys[1:]
        yield (first + keys[1], *keys[2:])
    for article in rules["latin_joined"]:
        if first.startswith(article) and len(first) - len(article) >= rules["latin_rest"]:
            yield (article, first.removeprefix(article), *keys[1:])
    if is_arabic(first):
        for stem, joined in product(_stems(first), _joined(articles=True)):
            yield (joined + stem, *keys[1:])


def _stems(key: str) -> list[str]:
    """The word, and without its article, also where "and" or "to" is joined before that."""
    rules = load("search")
    for before in _joined(articles=True):
        stem = key.removeprefix(before)
        if before.endswith((rules["article"], rules["after_to"])) and stem != key and len(stem) >= rules["rest"]:
            return [key, stem]
    return [key]


@cache
def _joined(articles: bool = False) -> tuple[str, ...]:
    """What may stand joined before an Arabic word, the longest first; with `articles` those with the article, too."""
    rules = load("search")
    firsts, seconds = ("", *rules["joined_first"]), ("", *rules["joined_second"])
    found = {one + two for one in firsts for two in seconds}
    if articles:
        found |= {one + two + rules["article"] for one in firsts for two in seconds}
        found |= {one + rules["after_to"] for one in firsts}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))
