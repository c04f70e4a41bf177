"""Casualty figures of an Arabic sentence: people killed, injured, missing or held, counted or not."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from sijil.model.figure import Figure
from sijil.steps.languages.ar.figures.linked import Link, Told, coordinated, harm_of, other_kind
from sijil.steps.languages.ar.figures.mentions import Mention, mentions
from sijil.steps.languages.ar.figures.named import item, named
from sijil.steps.languages.ar.figures.status import status_of
from sijil.steps.languages.ar.figures.zero import zeros
from sijil.steps.languages.ar.harm import Harm, harms, within
from sijil.steps.languages.ar.text import Sentence, wordset
from sijil.steps.reading.draft import UNREAD, Draft


@dataclass(frozen=True, slots=True)
class Read:
    """A draft with the mention that it was read from."""

    mention: Mention
    draft: Draft


def figures(sentence: Sentence, listed: str | None = None) -> tuple[Draft, ...]:
    """Drafts of all casualty figures that one sentence may give, in text order.

    `listed` is the measure that a list announces ("الشهداء:"); an item without a word of harm has it. Counts that no
    rule understands are drafts of how "unread".
    """
    if listed and (person := item(sentence, listed)):
        return (person,)
    if any(not wordset("harm", "illness", "words").isdisjoint(word.stems) for word in sentence.words):
        return ()
    found = harms(sentence.words)
    none = tuple(zeros(sentence))
    read: list[Read] = []
    behind = {harm.end for harm in found.values()}
    for mention in mentions(sentence.words, within(found), found):
        if mention.others and mention.number is None and not _others_of(sentence, mention, behind):
            continue
        draft = _draft(sentence, mention, found, read, listed)
        if draft is not None and not any(zero.start <= draft.start < zero.end for zero in none):
            read.append(Read(mention, draft))
    drafts = [one.draft for one in read]
    drafts += [d for d in named(sentence, found, [one.mention for one in read]) if not _over(d, drafts)]
    drafts += none[:1]
    return tuple(sorted(drafts, key=lambda d: (d.start, d.end)))


def _others_of(sentence: Sentence, mention: Mention, behind: Container[int]) -> bool:
    """Whether "others" are people: right behind a word of harm, or coordinated; not in "وفي سياق آخر"."""
    return mention.first in behind or sentence.words[mention.first].key[:1] == "و"


def _over(draft: Draft, others: Sequence[Draft]) -> bool:
    return any(draft.start < d.end and d.start < draft.end and d.measure == draft.measure for d in others)


def _draft(
    sentence: Sentence, mention: Mention, found: dict[int, Harm], read: Sequence[Read], listed: str | None
) -> Draft | None:
    last = next((one for one in reversed(read) if one.draft.measure), None)
    told = harm_of(sentence.words, mention, found, Told(last.mention, last.draft) if last else None)
    if told is None and listed and (mention.group or mention.number) and not mention.others:
        told = Link(listed, "listed", mention.first)
    if told is None and mention.number and mention.group and not mention.others:
        return _other(sentence, mention) or _unread(sentence, mention)
    if told is None:
        return None
    group = _group(mention, read)
    continues = told.how == "joined" and last is not None and last.draft.part_of
    figure = _under(sentence, mention, found, last)
    part = told.how in ("part", "among") or continues or mention.of_them
    start, end = _quote(sentence, mention, told.at, told.opening)
    return Draft(
        "casualty", start, end, sentence.index, sentence.words[told.at].start, told.how, measure=told.measure,
        group=group, figure=figure, part_of=part, noun=mention.noun,
        numbered=mention.numbered, status=status_of(sentence.words, told.at, mention.end),
    )  # fmt: skip


def _other(sentence: Sentence, mention: Mention) -> Draft | None:
    """People who fled, or who live under siege."""
    kind = other_kind(sentence.words, mention)
    if kind is None:
        return None
    start, end = sentence.span(mention.first, mention.end - 1)
    measure = "displaced" if kind == "displacement" else None
    return Draft(
        kind, start, end, sentence.index, start, "count", measure=measure, figure=mention.figure, noun=mention.noun
    )


def _unread(sentence: Sentence, mention: Mention) -> Draft:
    start, end = sentence.span(mention.first, mention.end - 1)
    return Draft(
        "casualty", start, end, sentence.index, start, UNREAD, group=mention.group or "people", figure=mention.figure,
        noun=mention.noun, numbered=mention.numbered,
    )  # fmt: skip


def _group(mention: Mention, read: Sequence[Read]) -> str:
    """Whose group: that of the noun; "others" and a bare number continue the noun of the whole before them."""
    if mention.group and not mention.others:
        return mention.group
    whole = next((one.draft.group for one in reversed(read) if not one.draft.part_of), None)
    return whole or mention.group or "people"


def _under(sentence: Sentence, mention: Mention, found: dict[int, Harm], last: Read | None) -> Figure:
    """A bound reaches over figures coordinated under it: "at least 45 men and 20 women" is 20 and up (guide)."""
    number = mention.number
    before = last.mention.number if last else None
    if number is None or before is None or last is None or number.bound or number.vague:
        return mention.figure
    if before.bound in ("over", "at_least") and coordinated(last.mention, mention, sentence.words, found):
        step = 1 if before.bound == "over" else 0
        return replace(mention.figure, low=(mention.figure.low or 0) + step, high=None)
    return mention.figure


def _quote(sentence: Sentence, mention: Mention, at: int, opening: int | None) -> tuple[int, int]:
    """From the word of harm to the end of the mention, or the other way round; a part from its "among them"."""
    first = mention.first if opening is None else opening
    if opening is None:
        first = min(first, at)
    return sentence.span(first, max(mention.end - 1, at if opening is None else 0))
