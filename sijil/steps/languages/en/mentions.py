"""Mentions of people in a sentence: numbered ones, unnumbered ones, and nouns of harm that count people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijil.model.figure import Figure
from sijil.steps.languages.en.harm import adjective_measure, noun_measure, self_measure, verb_measure
from sijil.steps.languages.en.numbers import Number, numbers
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.people import group_of, group_of_adjective, group_of_noun
from sijil.steps.languages.en.tokens import following
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


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

    def behind(self, most: int) -> Span:
        """The up to `most` tokens of the sentence that stand before the mention."""
        return self.head.doc[max(self.head.sent.start, self.first.i - most) : self.first.i]

    def ahead(self, until: int) -> Span:
        """The tokens of the sentence after the mention, up to and without the one `until` places on from its last."""
        return self.head.doc[self.last.i + 1 : min(self.head.sent.end, self.last.i + until)]


def mentions(sentence: Sentence) -> tuple[Mention, ...]:
    """All mentions of the sentence in text order; numbered ones first where two would cover the same noun."""
    numbered = [m for n in numbers(sentence.text) if (m := _numbered(sentence, n)) is not None]
    taken = {t.i for m in numbered for t in sentence.tokens.doc[m.first.i : m.last.i + 1]}
    unnumbered = [m for m in _unnumbered(sentence) if m.head.i not in taken]
    taken |= {i for m in unnumbered for i in range(m.first.i, m.last.i + 1)}
    suffering = [m for m in _suffering(sentence) if m.head.i not in taken]
    return tuple(sorted(numbered + unnumbered + suffering, key=lambda m: m.head.i))


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


def _counted(last: Token) -> tuple[Token, str | None]:
    """The noun that the number counts: the first known or likely noun within eight tokens after it, else the number."""
    doc, end = last.doc, min(last.sent.end, last.i + 9)
    for token in doc[last.i + 1 : end]:
        if token.text.lower() == "forces":
            return token, "combatants"
        if group_of_noun(token):
            if token.i + 1 < end and _only_modifies(doc[token.i + 1]):
                continue
            return token, group_of(token)
        if noun_measure(token) and token.text.lower() not in words("people", "counted", "states"):
            return token, group_of_adjective(token)
        if not _passed_over(token):
            return (token if token.pos_ == "NOUN" else last), None
    return last, None


def _only_modifies(after: Token) -> bool:
    """Whether the noun before this token only modifies it: "12 civilian deaths", "three army officers"."""
    word = after.text.lower()
    if noun_measure(after) and word in words("people", "counted", "harms"):
        return True
    return group_of_noun(after) is not None and word not in ("others", "lives")


def _passed_over(token: Token) -> bool:
    """Whether a token may stand between a number and its noun."""
    if token.text.lower() in words("people", "counted", "between") or token.pos_ in ("ADJ", "PROPN", "ADV"):
        return True
    return token.dep_ in ("amod", "compound", "nmod", "poss")


def _unnumbered(sentence: Sentence) -> Iterator[Mention]:
    for token in sentence.tokens:
        word, group = token.text.lower(), group_of_noun(token)
        if group is None and not (word in words("people", "unnumbered", "harms") and noun_measure(token)):
            continue
        if word in words("people", "unnumbered", "never") or _compound(token):
            continue
        group = group_of(token) if group else group_of_adjective(token)
        figure = Figure(1, 1) if _singular(token) else Figure(1, None)
        yield Mention(sentence, _start_of_phrase(token), token, token, figure, group, None, word)


def _suffering(sentence: Sentence) -> Iterator[Mention]:
    """Those whom a verb of harm hits and no list of nouns names: "a priest was killed", "some were wounded"."""
    listed = words("people", "suffering", "pronouns")
    for verb in sentence.tokens:
        if not (verb_measure(verb) or self_measure(verb)):
            continue
        for token in verb.children:
            hit = (
                token.dep_ in ("nsubjpass", "dobj")
                or token.dep_ == "nsubj"
                and (verb.tag_ == "VBN" or self_measure(verb))
            )
            noun = token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("GPE", "LOC", "ORG", "DATE", "NORP")
            if hit and (noun or token.text.lower() in listed) and not noun_measure(token):
                word = token.text.lower()
                low = 3 if word in words("people", "suffering", "several") else 1
                figure = Figure(1, 1) if _singular(token) or word == "another" else Figure(low, None)
                yield Mention(sentence, _start_of_phrase(token), token, token, figure, None, None, word)


def _singular(token: Token) -> bool:
    word = token.text.lower()
    plural = word.endswith("men") or word in ("children", "people", "women", "elderly")
    return token.tag_ in ("NN", "NNP") and not plural


def _compound(token: Token) -> bool:
    after = following(token)
    belongs = token.dep_ in ("compound", "poss", "nmod", "amod")
    return belongs and after is not None and after.pos_ in ("NOUN", "PROPN", "PART")


def _start_of_phrase(token: Token) -> Token:
    start = token
    while start.i > token.sent.start and token.i - start.i < 4:
        left = start.nbor(-1)
        if left.pos_ not in ("ADJ", "DET", "NOUN", "PROPN", "NUM", "PRON") or left.dep_ in ("nsubj", "dobj", "pobj"):
            break
        if noun_measure(left) or adjective_measure(left):
            break
        start = left
    return start
