"""How a count stands to the one before it: as a part of it, or coordinated with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sijil.steps.languages.en.harm import Harm
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.words import words
from sijil.steps.reading.draft import Draft

# "five of them", "fifteen of the wounded", "Three children were among at least 19 killed".
_OF_THEM = re.compile(
    r"\s*(?:of (?:them|whom|these|those|the (?:dead|wounded|injured|victims|casualties|killed))\b"
    r"|[^.;]{0,40}?\b(?:were|was) among (?:at least |the |those )?(?:\d|dead|killed|victims|wounded))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The casualty figure before the one being read: its mention and its draft."""

    mention: Mention
    draft: Draft


def between(first: Mention, second: Mention) -> str:
    """The text between two mentions of one sentence, in lower case."""
    return first.sentence.between(first.end, second.start)


def is_part(whole: Mention, mention: Mention) -> bool:
    """Whether the mention is told as a part of the one before it: "including", "among them", "five of them women"."""
    gap = between(whole, mention)
    if any(mark in gap for mark in words("figures", "parts", "marks")):
        return not any(word in gap for word in words("figures", "parts", "other_harm"))
    ahead = mention.sentence.between(mention.start, mention.start + 40)
    if any(mark in ahead for mark in (" of them", " of whom", " of which")):
        return True
    return gap.strip() in (":", "—", "–", "(") and mention.number is not None


def of_them(mention: Mention) -> bool:
    """Whether the words after the mention make it a part: "five of them", "were among the 19 killed"."""
    text, at = mention.sentence.text.lower(), mention.end - mention.sentence.start
    number = mention.number.core_end if mention.number else at
    return _OF_THEM.match(text[number:]) is not None or _OF_THEM.match(text[at:]) is not None


def joined(before: Mention, mention: Mention) -> bool:
    """Whether two mentions are coordinated: "45 men and 20 women", "a woman, two children and a man"."""
    gap = between(before, mention).replace(",", " ").split()
    return len(gap) <= 4 and all(word in words("figures", "joints", "words") for word in gap)


def quote(mention: Mention, found: Harm, whole: Mention | None) -> tuple[int, int]:
    """From the mention to the trigger, whichever comes first; a part starts at its "including"."""
    start, end = mention.start, mention.end
    if whole is None:
        first, last = mention.sentence.span(found.trigger, found.trigger)
        return min(start, first), max(end, last)
    gap = between(whole, mention)
    mark = max(gap.rfind(mark) for mark in words("figures", "parts", "openings"))
    return (whole.end + mark if mark >= 0 else start), end
