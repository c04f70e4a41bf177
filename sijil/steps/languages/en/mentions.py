"""Mentions of people in a sentence: numbered ones, unnumbered ones, and nouns of harm that count people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijil.model.figure import Figure
from sijil.steps.languages.en.harm import adjective_measure, noun_measure
from sijil.steps.languages.en.numbers import Number, numbers
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.people import group_of, group_of_noun

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Mention:
    """A count in a sentence. Tokens [first, last] of the sentence's doc; `head` is the noun (or the number) counted.

    `group` is None where the words do not say who is meant. `number` is None for unnumbered people.
    """

    sentence: Sentence
    first: Token
    last: Token
    head: Token
    figure: Figure
    group: str | None
    number: Number | None = None
    noun: str = ""  # the counted noun in lower case; empty where the number stands alone

    @property
    def start(self) -> int:
        """Offset of the first character in the main text."""
        return self.sentence.offset(self.first)

    @property
    def end(self) -> int:
        """Offset after the last character in the main text."""
        return self.sentence.offset(self.last) + len(self.last.text)


_SKIP = {"of", "the", "other", "more", "additional", "further", "innocent", "unarmed", "at", "least", "its", "their", "his", "different", "young", "old", "new", "local", "killed", "wounded", "injured", "dead", "missing", "and", "alleged", "suspected", "-", "“", '"', "'", "foreign", "senior", "high", "ranking", "non", "pro", "anti", "’s", "'s", "these", "those", "them", "our", "over"}  # fmt: skip


def mentions(sentence: Sentence) -> tuple[Mention, ...]:
    """All mentions of the sentence in text order; numbered ones first where two would cover the same noun."""
    numbered = [m for n in numbers(sentence.text) if (m := _numbered(sentence, n)) is not None]
    taken = {t.i for m in numbered for t in sentence.tokens.doc[m.first.i : m.last.i + 1]}
    unnumbered = [m for m in _unnumbered(sentence) if m.head.i not in taken]
    return tuple(sorted(numbered + unnumbered, key=lambda m: m.head.i))


def _numbered(sentence: Sentence, number: Number) -> Mention | None:
    first = sentence.token_at(sentence.start + number.start)
    core = sentence.token_at(sentence.start + number.core)
    last = sentence.token_at(sentence.start + number.core_end - 1)
    if first is None or core is None or last is None:
        return None
    head, group = _counted(last)
    noun = head.text.lower() if head is not last else ""
    end = head if head.i > last.i else last
    return Mention(sentence, first, end, head, number.figure, group, number, noun)


_HARMED = {"casualties", "casualty", "deaths", "death", "injuries", "fatalities"}


def _counted(last: Token) -> tuple[Token, str | None]:
    """The noun that the number counts: the first known or likely noun within seven tokens after it, else the number."""
    doc = last.doc
    end = min(last.sent.end, last.i + 9)
    for token in doc[last.i + 1 : end]:
        word = token.text.lower()
        if word == "forces":
            return token, "combatants"
        group = group_of_noun(token)
        if group and token.i + 1 < end and noun_measure(doc[token.i + 1]) and doc[token.i + 1].text.lower() in _HARMED:
            continue
        if group and not (token.i + 1 < end and group_of_noun(doc[token.i + 1]) and doc[token.i + 1].text.lower() not in ("others", "lives")):
            return token, group_of(token)
        if group:
            continue
        if noun_measure(token) and word not in ("dead", "wounded", "injured", "killed", "missing", "body", "killing"):
            return token, group_of_adjective(token)
        if word in _SKIP and word not in ("and", "-") or word in ("-", "/"):
            continue
        if word == "and" and token.i == last.i + 1:
            break
        if token.pos_ in ("ADJ", "PROPN", "ADV") or (token.pos_ == "NOUN" and token.dep_ in ("compound", "nmod", "amod")) or token.dep_ in ("amod", "compound", "nmod", "poss"):
            continue
        if token.pos_ == "NOUN":
            return token, None
        break
    return last, None


def group_of_adjective(token: Token) -> str | None:
    """The group that stands before a noun of harm ("civilian casualties"), or None."""
    group = group_of(token)
    if group is None and token.i > token.sent.start:
        return group_of_noun(token.nbor(-1))
    return group


_ONE = {"a", "an", "one", "another"}


def _unnumbered(sentence: Sentence) -> Iterator[Mention]:
    for token in sentence.tokens:
        group = group_of_noun(token)
        word = token.text.lower()
        if group is None and not (noun_measure(token) and word in ("casualties", "deaths", "injuries", "fatalities")):
            continue
        if word in ("lives", "life", "staff", "police", "group", "family", "families") or _compound(token):
            continue
        group = group_of(token) if group else group_of_adjective(token)
        first = _start_of_phrase(token)
        singular = token.tag_ in ("NN", "NNP") and not word.endswith("men") and word not in ("children", "people", "women", "elderly")
        figure = Figure(1, 1) if singular else Figure(1, None)
        yield Mention(sentence, first, token, token, figure, group, None, word)


def _compound(token: Token) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and token.dep_ in ("compound", "poss", "nmod", "amod") and following.pos_ in ("NOUN", "PROPN", "PART")


def _start_of_phrase(token: Token) -> Token:
    start = token
    while start.i > token.sent.start and token.i - start.i < 4:
        left = start.nbor(-1)
        if left.pos_ not in ("ADJ", "DET", "NOUN", "PROPN", "NUM", "PRON") or left.dep_ in ("nsubj", "dobj", "pobj") or noun_measure(left) or adjective_measure(left):
            break
        start = left
    return start


def continued(mention: Mention, before: Mention) -> Mention:
    """The mention with the noun of the one before it ("four civilians were killed and 21 others wounded")."""
    return replace(mention, group=before.group)
