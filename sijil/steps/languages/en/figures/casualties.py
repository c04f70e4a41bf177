"""Casualty figures: people killed, injured, missing or held, and what ellipsis and parts take from the one before."""

from __future__ import annotations

from sijil.steps.languages.en.figures.parts import Told, between, is_part, joined, of_them, quote
from sijil.steps.languages.en.harm import Harm, adjective_measure, denied, noun_measure, projected
from sijil.steps.languages.en.mentions import Mention
from sijil.steps.languages.en.tokens import before
from sijil.steps.languages.en.victims import harm_of
from sijil.steps.languages.en.words import words
from sijil.steps.reading.draft import Draft

#: Groups that a later count of the sentence may continue without naming them again.
_CONTINUED = ("civilians", "people", "combatants", "children", "medics")


def casualty(mention: Mention, last: Told | None) -> Draft | None:
    """The draft of the harm to the people mentioned, or None; `last` is the casualty read before in the sentence."""
    if mention.figure.unit == "percent":
        return None
    part = last is not None and is_part(last.mention, mention)
    found, group = _harm(mention, last, part), _group(mention, last)
    if found is None or group is None or not _people(mention):
        return None
    status = "denied" if denied(found.trigger) else "projected" if projected(found.trigger) else "reported"
    if mention.number is None and (status != "reported" or _generic(mention, found)):
        return None
    start, end = quote(mention, found, last.mention if last and part else None)
    continues = found.how == "joined" and last is not None and last.draft.part_of
    return Draft(
        "casualty", start, end, mention.sentence.index, mention.sentence.offset(found.trigger), found.how,
        status=status, measure=found.measure, group=group, figure=mention.figure,
        part_of=part or found.how == "among" or of_them(mention) or continues,
        noun=mention.noun, numbered=mention.number is not None,
    )  # fmt: skip


def _harm(mention: Mention, last: Told | None, part: bool) -> Harm | None:
    """What the sentence tells of the people; parts and coordinated counts take the harm of the figure before them."""
    found = harm_of(mention)
    if last is None:
        return found
    measure, coordinated = last.draft.measure or "killed", joined(last.mention, mention)
    own = adjective_measure(mention.head) if part else None
    if own:  # "50 casualties, including 20 dead"
        return Harm(own, mention.head, "part")
    if part and (found is None or found.how in ("predicate after", "parse", "toll", "lives")):
        return Harm(measure, found.trigger if found else mention.head, "part")
    if found is None or (last.draft.part_of and coordinated and found.how in ("predicate after", "parse")):
        return Harm(measure, mention.head, "joined") if coordinated else None
    return found


def _people(mention: Mention) -> bool:
    """Whether the counted noun can be a victim: people, a noun of harm, or no noun at all."""
    return bool(mention.group or not mention.noun or noun_measure(mention.head))


def _generic(mention: Mention, found: Harm) -> bool:
    """Unnumbered people in a general statement ("attacks that kill civilians"), beside a mere modifier, or told before.

    "The deaths come on top of ..." points back to figures that were given; it gives none.
    """
    trigger = found.trigger
    if found.how == "harm noun" and mention.first.text.lower() in words("figures", "pointing", "words"):
        return True
    if trigger.tag_ in ("VB", "VBP", "VBZ") or found.how == "toll":
        return True
    if found.how == "modifier":
        return mention.head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr")
    gerund = found.how == "verb before" and trigger.tag_ == "VBG"
    return gerund and before(trigger) in words("figures", "before_gerunds", "words")


def _group(mention: Mention, last: Told | None) -> str | None:
    """Whose group: that of the noun; "others" and a bare number continue the noun before them (guide: ellipsis)."""
    others = mention.noun in ("others", "other")
    if mention.group and not others:
        return mention.group
    if last is not None and last.draft.group in _CONTINUED and len(between(last.mention, mention)) < 120:
        if not last.draft.part_of:
            return last.draft.group
        if others:
            return "people"
    if mention.noun and not mention.group and noun_measure(mention.head) is None:
        return None
    return mention.group or "people"
