"""Figures of a sentence: numbered and unnumbered harm to people, and counts of strikes, displaced people, needs and damage."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.en.counts import other_count
from sijil.steps.languages.en.harm import Harm, noun_measure, projected
from sijil.steps.languages.en.mentions import Mention, mentions
from sijil.steps.languages.en.numbers import value_of
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.victims import harm_of
from sijil.steps.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS = ("including", "among", "included", "includes", "of them", "of whom", "mostly", "mainly", "most of", "majority", "half of", "along with", "comprising")
_VAGUE = {"people", "others", "persons", "other", "victims", "individuals", "man", "men", "members", "ones", "", "bodies", "injuries", "deaths", "casualties", "fatalities"}


def figures(sentence: Sentence, listed: str | None = None) -> tuple[Draft, ...]:
    """Drafts of all figures that one sentence gives, in text order.

    `listed` is the measure that a list announces ("The dead are as follows:"); a list item without a word of harm has it.
    """
    drafts: list[Draft] = []
    last: tuple[Mention, Draft] | None = None
    for mention in mentions(sentence):
        mention = _under_bound(mention, last[0]) if last else mention
        draft = _casualty(mention, last) or other_count(mention) or _item(mention, listed)
        if draft is None:
            continue
        if draft.kind == "casualty":
            last = (mention, draft)
        drafts.append(draft)
    return tuple(_zero(sentence, tuple(drafts)))


def _under_bound(mention: Mention, before: Mention) -> Mention:
    """A bound reaches over figures coordinated under it: "at least 45 men and 20 women" is 20 and up (guide)."""
    number, first = mention.number, before.number
    if number is None or first is None or number.bound or number.vague or first.bound not in ("low", "high") or not _joined(before, mention):
        return mention
    value = mention.figure.low or 0
    step = (before.figure.low or 0) - value_of_core(before) if first.bound == "low" else 0
    figure = replace(mention.figure, low=value + step, high=None) if first.bound == "low" else replace(mention.figure, low=None)
    return replace(mention, figure=figure)


def value_of_core(mention: Mention) -> int:
    """The bare number of a mention, without what its bound adds."""
    number = mention.number
    words = mention.sentence.text[number.core : number.core_end] if number else ""
    return value_of(words) if words else 0


def _item(mention: Mention, listed: str | None) -> Draft | None:
    if listed is None or mention.group is None or mention.number is None and mention.figure.high is None:
        return None
    sentence = mention.sentence
    return Draft(
        "casualty", mention.start, mention.end, sentence.index, mention.start, "listed", measure=listed, group=mention.group,
        figure=mention.figure, part_of=True, noun=mention.noun, numbered=mention.number is not None,
    )  # fmt: skip


def _casualty(mention: Mention, last: tuple[Mention, Draft] | None) -> Draft | None:
    if mention.figure.unit == "percent":
        return None
    part = last is not None and _part(last[0], mention)
    found = harm_of(mention)
    if last is not None and part and (found is None or found.how in ("predicate after", "parse", "toll", "lives")):
        found = Harm(last[1].measure or "killed", found.trigger if found else mention.head, "part")
    if last is not None and last[1].part_of and found is not None and found.how == "predicate after" and _joined(last[0], mention):
        found = None
    if last is not None and found is None and _joined(last[0], mention):
        found = Harm(last[1].measure or "killed", mention.head, "joined")
    if found is None or not _countable(mention, found):
        return None
    if mention.number is None and _generic(mention, found):
        return None
    group = _group(mention, last)
    if group is None:
        return None
    start, end = _quote(mention, found, last if part else None)
    status = "projected" if projected(found.trigger) else "reported"
    if status == "projected" and mention.number is None:
        return None
    return Draft(
        "casualty", start, end, mention.sentence.index, mention.sentence.offset(found.trigger), found.how,
        status=status, measure=found.measure, group=group, figure=mention.figure,
        part_of=part or found.how == "among" or _of_them(mention) or (found.how == "joined" and last is not None and last[1].part_of),
        noun=mention.noun, numbered=mention.number is not None,
    )  # fmt: skip


_OF_THEM = re.compile(r"\s*(?:of (?:them|whom|these|those|the (?:dead|wounded|injured|victims|casualties|killed))\b|[^.;]{0,40}?\b(?:were|was) among (?:at least |the |those )?(?:\d|dead|killed|victims|wounded))")


def _of_them(mention: Mention) -> bool:
    """"five of them", "fifteen of the wounded", "Three children were among at least 19 killed"."""
    at = mention.end - mention.sentence.start
    number = mention.number.core_end if mention.number else at
    text = mention.sentence.text
    return _OF_THEM.match(text[number:].lower()) is not None or _OF_THEM.match(text[at:].lower()) is not None


def _countable(mention: Mention, found: Harm) -> bool:
    """Whether the counted noun can be a victim: people, a noun of harm, or no noun at all."""
    if mention.group or mention.number is None and noun_measure(mention.head):
        return True
    if not mention.noun or noun_measure(mention.head):
        return True
    return False


def _generic(mention: Mention, found: Harm) -> bool:
    """Unnumbered people in a general statement ("attacks that kill civilians"), or a trigger that is only a modifier."""
    trigger = found.trigger
    if trigger.tag_ in ("VB", "VBP", "VBZ") or found.how in ("toll",):
        return True
    if found.how == "modifier":
        return mention.head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr")
    if found.how == "verb before" and trigger.tag_ == "VBG" and doc_of(trigger) in ("of", "for", "from", "at", "by", "in", "with", "against", "stop", "about"):
        return True
    return False


def doc_of(token: Token) -> str:
    """The word before a token in lower case."""
    return token.nbor(-1).text.lower() if token.i > token.sent.start else ""


def _group(mention: Mention, last: tuple[Mention, Draft] | None) -> str | None:
    if mention.group and mention.noun not in ("others", "other"):
        return mention.group
    if last is not None:
        between = mention.sentence.text[last[0].end - mention.sentence.start : mention.start - mention.sentence.start].lower()
        if last[1].group in ("civilians", "people", "combatants", "children", "medics") and len(between) < 120:
            if not last[1].part_of or mention.noun in ("others", "other"):
                return last[1].group if not last[1].part_of else "people"
    if mention.noun and not mention.group and noun_measure(mention.head) is None:
        return None
    return mention.group or "people"


def _between(a: Mention, b: Mention) -> str:
    return a.sentence.text[a.end - a.sentence.start : b.start - a.sentence.start].lower()


@cache
def _markers() -> tuple[str, ...]:
    return tuple(_PARTS)


def _part(whole: Mention, mention: Mention) -> bool:
    """Whether the mention is told as a part of the one before it: "including", "among them", "five of them women"."""
    between = _between(whole, mention)
    after = mention.sentence.text[mention.start - mention.sentence.start : mention.start - mention.sentence.start + 60].lower()
    if any(mark in between for mark in ("including", "among them", "among whom", "included", "mostly", "mainly", "most of them", "majority of", "half of them")):
        return not any(word in between for word in (" wounded ", " injured ", " wounding ", " injuring ", " killing ", "killed "))
    if " of them" in after[:40] or " of whom" in after[:40] or " of which" in after[:40]:
        return True
    return bool(between.strip() in (":", "—", "–", "(", "- ") and mention.number)


def _joined(before: Mention, mention: Mention) -> bool:
    """Whether the mention is coordinated with the one before it: "45 men and 20 women", "a woman, two children and a man"."""
    words = _between(before, mention).replace(",", " ").split()
    return len(words) <= 4 and all(w in ("and", "as", "well", "a", "also", "or", "plus", "with", "along", "his", "her", "their", "&", "another", "in", "addition", "to") for w in words)


def _quote(mention: Mention, found: Harm, whole: tuple[Mention, Draft] | None) -> tuple[int, int]:
    """From the mention to the trigger, whichever comes first; a part starts at its "including"."""
    sentence = mention.sentence
    start, end = mention.start, mention.end
    if whole is not None:
        text = sentence.text[whole[0].end - sentence.start : start - sentence.start].lower()
        marks = [text.rfind(mark) for mark in ("including", "among", "mostly", "mainly", "most of")]
        if max(marks) >= 0:
            start = whole[0].end + max(marks)
        return start, end
    at = sentence.offset(found.trigger)
    return min(start, at), max(end, at + len(found.trigger.text))


_NO_HARM = ("no casualties", "no injuries", "no deaths", "no fatalities", "no one was", "no human casualties", "no civilian casualties", "without casualties", "no loss of life", "no reports of casualties", "nobody was", "no reported casualties", "no victims", "no immediate reports of casualties", "no report of casualties", "without causing casualties", "no one has been", "no civilian deaths", "no one died", "no wounded")


def _zero(sentence: Sentence, drafts: tuple[Draft, ...]) -> list[Draft]:
    """"no casualties were reported" is 0 to 0; what the readers made of the same words is dropped."""
    text = sentence.text.lower()
    out = list(drafts)
    for phrase in _NO_HARM:
        at = text.find(phrase)
        if at < 0:
            continue
        start, end = sentence.start + at, sentence.start + at + len(phrase)
        measure = "injured" if "injur" in phrase or "wounded" in phrase else "killed" if "death" in phrase or "fatal" in phrase or "life" in phrase or "died" in phrase else "casualties"
        if "no one" in phrase or "nobody" in phrase:
            rest = text[at : at + 40]
            measure = "killed" if "killed" in rest and "injured" not in rest and "hurt" not in rest else "injured" if ("hurt" in rest or "injured" in rest) and "killed" not in rest else "casualties"
            if "killed" not in rest and "hurt" not in rest and "injured" not in rest:
                continue
        group = "civilians" if "civilian" in phrase else "people"
        out = [d for d in out if d.end <= start or d.start >= end + 12]
        zero = Draft("casualty", start, end, sentence.index, start, "zero", measure=measure, group=group, figure=Figure(0, 0))
        out.append(zero)
        break
    return sorted(out, key=lambda d: d.start)


def numbered(draft: Draft) -> bool:
    """Whether the figure has more than the bare "at least one" of unnumbered people."""
    return draft.figure is not None and (draft.figure.low, draft.figure.high) != (1, None)


def with_group(draft: Draft, group: str) -> Draft:
    """The draft with another group."""
    return replace(draft, group=group)


@cache
def household_words() -> frozenset[str]:
    """Nouns that make a figure one of households instead of persons."""
    return frozenset(load("en/counts")["households"]["words"])
