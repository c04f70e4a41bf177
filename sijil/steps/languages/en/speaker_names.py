"""Names of speakers: the noun phrase of who speaks, a person and the body spoken for, the outlet that was told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Parse relations that lead out of a speaker's own name.
_OUTSIDE = frozenset(
    ("relcl", "appos", "acl", "punct", "cc", "conj", "prep", "advcl", "parataxis", "advmod", "dep", "predet")
)


def noun_phrase(head: Token) -> list[Token]:
    """The head with its modifiers and "of"/"for" phrases, without relative clauses and appositions."""
    keep, stack = {head.i}, [head]
    while stack:
        token = stack.pop()
        inside = [c for c in token.children if c.dep_ not in _OUTSIDE or _part_of_name(c, token, head)]
        keep.update(c.i for c in inside)
        stack += inside
    return list(head.doc[min(keep) : max(keep) + 1])[:14]


def _part_of_name(child: Token, token: Token, head: Token) -> bool:
    """ "Observatory for Human Rights", "Ministry of Health", "Britain-based"."""
    if child.dep_ == "prep":
        return child.text.lower() in ("of", "for") and token.i <= head.i + 8
    return child.dep_ == "punct" and child.text in ("-", "–")


def chain_of_names(subject: Token, span: Sequence[Token], verb: Token) -> tuple[str, ...]:
    """At most three names from the one nearest the fact outwards: person, body, outlet told."""
    person, body = _person(span)
    names = [person, body] if person else [clean_name(text_of(span)), *bodies(subject)]
    return tuple(dict.fromkeys(n for n in (*names, *_told(verb)) if n))[:3]


# "director of the Syrian Observatory for Human Rights" behind a name, where the parse has lost it.
_OF_BODY = re.compile(
    r"\W{0,3}(?:(?:the|a|an|who is)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:head|director|chief|founder|spokes\w+|chair\w+|member|activist|official)\s+(?:of|for|at|with|from)\s+(?:the\s+)?"
    r"((?:[A-Z][\w'’-]*)(?:\s+(?:(?:of|for|and|in)\s+)?[A-Z][\w'’-]*)*)"
)


def with_body(chain: tuple[str, ...], after: str) -> tuple[str, ...]:
    """A lone name with the body that the words behind it give."""
    told = _OF_BODY.match(after) if len(chain) == 1 else None
    name = clean_name(told[1]) if told else ""
    return (*chain, name) if name and name not in chain else chain


def _person(span: Sequence[Token]) -> tuple[str, str]:
    """("Salim Haddad", "Relief Council") of "head of the Relief Council's office Salim Haddad", else ("", "")."""
    first = len(span)
    while first > 0 and span[first - 1].ent_type_ == "PERSON":
        first -= 1
    if len(span) - first < 2 or not any(t.pos_ in ("NOUN", "PROPN") for t in span[:first]):
        return "", ""
    body = max(_proper_runs(span[:first]), key=len)
    return clean_name(text_of(span[first:])), clean_name(text_of(body))


def _proper_runs(span: Sequence[Token]) -> list[list[Token]]:
    """Runs of proper nouns that are no titles, with "for" and "of" inside them."""
    runs: list[list[Token]] = [[]]
    for token in span:
        proper = token.pos_ == "PROPN" and token.text.lower() not in words("speech", "titles", "words")
        inside = token.text.lower() in ("for", "of") and len(runs[-1]) > 1
        if proper or inside:
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    return runs


def bodies(subject: Token) -> list[str]:
    """The body somebody speaks for: "Karim Saad, spokesman for the National Relief Front"."""
    for child in subject.children:
        if child.dep_ in ("appos", "compound", "nmod") and child.pos_ in ("NOUN", "PROPN"):
            for noun in _spoken_for(child):
                return [clean_name(text_of(noun_phrase(noun)))]
    return []


def _spoken_for(role: Token) -> Iterator[Token]:
    for prep in role.children:
        if prep.dep_ == "prep" and prep.text.lower() in ("for", "of", "at", "with"):
            yield from (c for c in prep.children if c.dep_ == "pobj" and any(t.pos_ == "PROPN" for t in c.subtree))


def _told(verb: Token) -> list[str]:
    """The outlet that was told: "told AFP"."""
    for child in verb.children if verb.lemma_ == "tell" else ():
        if child.dep_ in ("dobj", "dative") and any(t.pos_ == "PROPN" for t in [child, *child.lefts]):
            return [clean_name(text_of(noun_phrase(child)))]
    return []


def text_of(span: Sequence[Token]) -> str:
    """The text from the first of the tokens to the last."""
    return str(span[0].doc[span[0].i : span[-1].i + 1].text) if span else ""


def clean_name(name: str) -> str:
    """A speaker's name without articles, "Britain-based", "monitoring group" and the like."""
    name = re.sub(r"\s+", " ", name).strip(" ,.;:\"'“”()")
    before = None
    while name != before:
        before = name
        for lead in _longest_first("before"):
            if name.lower().startswith(lead + " ") and len(name) > len(lead) + 2:
                name = name[len(lead) + 1 :].lstrip(" -")
        for tail in _longest_first("after"):
            if name.lower().endswith(" " + tail) and len(name.split()) > len(tail.split()) + 1:
                name = name[: -len(tail) - 1].rstrip(" ,")
    return re.sub(r"(?:’s|'s)$", "", name)


@cache
def _longest_first(where: str) -> tuple[str, ...]:
    return tuple(sorted(words("speech", "trim", where), key=lambda w: (-len(w), w)))
