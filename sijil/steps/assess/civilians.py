"""What each source says of civilians as a whole: "people" count as civilians, fighters among them do not, and parts
(children, women …) stand for the whole where a source gives no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.assess.sources import Voices
from sijil.steps.assess.words import Said, Word, said
from sijil.steps.bounds import above, add, subtract


def civilians(heard: Voices, claims: Sequence[Claim]) -> Said:
    """One word a source. `claims` are the incident's casualty claims of one measure, all groups."""
    result = Said()
    for source in dict.fromkeys(heard.source[claim.id] for claim in claims):
        result += _of(heard, [claim for claim in claims if heard.source[claim.id] == source])
    return result


def _of(heard: Voices, claims: Sequence[Claim]) -> Said:
    """The word of one source from all its claims of the measure; none where it tells of fighters alone."""
    own, claims = claims, _wholes(claims)
    named = [c for c in claims if c.group == "civilians"]
    people = [c for c in claims if c.group in load("groups")["civilian"] and c not in named]
    if named:
        found = said(heard, named)
        found += Said((), tuple((c.id, "the same source says how many of the people were civilians") for c in people))
    elif people:
        found = _without_fighters(heard, said(heard, people), claims)
    else:
        return _from_parts(heard, claims)
    found += Said((), tuple((c.id, "a part of the people whom the same source counts") for c in own if c not in claims))
    return replace(found, words=tuple(_at_least_parts(word, heard, claims) for word in found.words))


def _wholes(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims without parts told under their whole's own group: "seven were killed, three of the dead ..."."""
    whole = {c.group for c in claims if not c.part_of and c.group in load("groups")["civilian"]}
    return [c for c in claims if not (c.part_of and c.group in whole)]


def _without_fighters(heard: Voices, found: Said, claims: Sequence[Claim]) -> Said:
    """People less the fighters that the same source counts among them; all of them where the fighters are more."""
    fighters = said(heard, [c for c in claims if c.group == "combatants" and c.part_of])
    if not fighters.words or not found.words:
        return found
    word, armed = found.words[0], fighters.words[0].figure
    if above(armed.low, word.figure.high):  # counts of something else, or misread: no reason to lower anything
        odd = f"{armed.words()} fighters are more than the {word.figure.words()} of {word.source}"
        return replace(found, words=(replace(word, reason=f"{word.reason}; {odd}: not taken off; to be looked at"),))
    reason = f"{word.reason}, {armed.words()} of them fighters"
    return replace(found, words=(replace(word, figure=subtract(word.figure, armed), reason=reason),))


def _from_parts(heard: Voices, claims: Sequence[Claim]) -> Said:
    """Children and women added up, or the largest other part: a floor of the whole."""
    figure, used = _parts(heard, claims)
    if figure is None:
        return Said()
    source = heard.source[claims[0].id]
    names = ", ".join(dict.fromkeys(c.group or "" for c in used))
    reason = f"{source} gives {figure.words()}, told only by parts ({names})"
    return Said((Word(source, figure, used, reason, partial=True),))


def _parts(heard: Voices, claims: Sequence[Claim]) -> tuple[Figure | None, tuple[Claim, ...]]:
    """What the parts come to at least, with the claims used. Groups that may share people are not added up."""
    groups = load("groups")
    by_group = {group: said(heard, [c for c in claims if c.group == group]) for group in groups["part"]}
    words = {group: found.words[0] for group, found in by_group.items() if found.words}
    disjoint = [words[group] for group in groups["apart"] if group in words]
    options = [(add([w.figure for w in disjoint]), tuple(c for w in disjoint for c in w.claims))] if disjoint else []
    options += [(w.figure, w.claims) for group, w in words.items() if group not in groups["apart"]]
    return max(options, key=lambda option: option[0].low or 0, default=(None, ()))


def _at_least_parts(word: Word, heard: Voices, claims: Sequence[Claim]) -> Word:
    """The word with its floor raised to what the source's own parts come to, where they are more."""
    parts, _ = _parts(heard, claims)
    low = parts.low if parts else None
    figure = word.figure
    if low is None or low <= (figure.low or 0) or (figure.high is not None and low > figure.high):
        return word
    return replace(word, figure=replace(figure, low=low), reason=f"{word.reason}, its parts come to at least {low}")
