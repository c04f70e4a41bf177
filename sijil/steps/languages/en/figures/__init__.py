"""Figures of a sentence: numbered and unnumbered harm to people, counts of strikes, displaced people, needs, damage."""

from __future__ import annotations

from dataclasses import replace

from sijil.steps.languages.en.counts import other_count
from sijil.steps.languages.en.figures.casualties import casualty
from sijil.steps.languages.en.figures.parts import Told, joined
from sijil.steps.languages.en.figures.zero import with_zero
from sijil.steps.languages.en.harm import any_measure
from sijil.steps.languages.en.mentions import Mention, mentions
from sijil.steps.languages.en.numerals import value_of
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.reading.draft import UNREAD, Draft


def figures(sentence: Sentence, listed: str | None = None) -> tuple[Draft, ...]:
    """Drafts of all figures that one sentence may give, in text order.

    `listed` is the measure that a list announces ("The dead are as follows:"); an item without a word of harm has it.
    Counts that no rule understands are drafts of how "unread", without a measure: the trained reader decides on them.
    """
    drafts: list[Draft] = []
    last: Told | None = None
    for mention in mentions(sentence):
        mention = _under_bound(mention, last.mention) if last else mention
        draft = casualty(mention, last) or other_count(mention) or _item(mention, listed)
        if draft is None:
            drafts.append(_unread(mention))
            continue
        if draft.kind == "casualty":
            last = Told(mention, draft)
        drafts.append(draft)
    return with_zero(sentence, drafts)


def _unread(mention: Mention) -> Draft:
    """A count of which the rules cannot say what it counts; its quote reaches to the nearest word of harm."""
    start, end = _to_harm(mention)
    return Draft(
        "casualty", start, end, mention.sentence.index, mention.sentence.offset(mention.head), UNREAD,
        group=mention.group or "people", figure=mention.figure, noun=mention.noun,
        numbered=mention.number is not None,
    )  # fmt: skip


def _to_harm(mention: Mention) -> tuple[int, int]:
    """From the mention to the nearest word of harm within twelve words of its sentence, or the mention alone."""
    told = [t for t in (*mention.behind(12), *mention.ahead(13)) if any_measure(t)]
    if not told:
        return mention.start, mention.end
    nearest = min(told, key=lambda t: abs(t.i - mention.head.i))
    start, end = mention.sentence.span(nearest, nearest)
    return min(start, mention.start), max(end, mention.end)


def _under_bound(mention: Mention, before: Mention) -> Mention:
    """A bound reaches over figures coordinated under it: "at least 45 men and 20 women" is 20 and up (guide)."""
    number, first = mention.number, before.number
    if number is None or first is None or number.bound or number.vague or not joined(before, mention):
        return mention
    if first.bound == "high":
        return replace(mention, figure=replace(mention.figure, low=None))
    if first.bound != "low":
        return mention
    bare = value_of(before.sentence.text[first.core : first.core_end])
    step = (before.figure.low or 0) - bare
    return replace(mention, figure=replace(mention.figure, low=(mention.figure.low or 0) + step, high=None))


def _item(mention: Mention, listed: str | None) -> Draft | None:
    """What an item of a list counts, as part of what the list announces."""
    if listed is None or mention.group is None or mention.number is None and mention.figure.high is None:
        return None
    return Draft(
        "casualty", mention.start, mention.end, mention.sentence.index, mention.start, "listed", measure=listed,
        group=mention.group, figure=mention.figure, part_of=True, noun=mention.noun,
        numbered=mention.number is not None,
    )  # fmt: skip
