"""Place, time, doer, attack, scope and speaker of each draft: the best-scored mention of the whole report, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sijil.model.period import Period
from sijil.steps.reading.choice import Option, Value, Weights, choose
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options import FIELDS
from sijil.steps.reading.placing import goes_on, narrowed
from sijil.steps.reading.scene import Doer, Scene, Spot, Voice, When
from sijil.steps.reading.wording import chain_of, within

#: Kinds of claims for which a field is not asked at all (annotation guide).
_NO_SCOPE = ("need", "access", "damage", "control", "agreement", "blame", "denial")
_NO_ATTACK = ("need", "access", "control", "agreement")


#: Sentences whose mentions are looked at together in very long texts, and how many more on either side. All annotated
#: reports are shorter; without the limit time grows with the square of a text's length.
STRETCH, MARGIN = 150, 75


def fill(drafts: Sequence[Draft], scenes: Sequence[Scene], weights: Weights) -> tuple[Draft, ...]:
    """The drafts with their fields; parts and coordinated figures take those of the figure they belong to."""
    if len(scenes) <= STRETCH + 2 * MARGIN:
        return _fill(drafts, scenes, weights)
    out: list[Draft] = []
    for first in range(0, len(scenes), STRETCH):
        start = max(0, first - MARGIN)
        seen = [replace(s, index=s.index - start) for s in scenes[start : first + STRETCH + MARGIN]]
        own = [replace(d, sentence=d.sentence - start) for d in drafts if first <= d.sentence < first + STRETCH]
        out += [replace(d, sentence=d.sentence + start) for d in _fill(own, seen, weights)]
    return tuple(out)


def _fill(drafts: Sequence[Draft], scenes: Sequence[Scene], weights: Weights) -> tuple[Draft, ...]:
    out: list[Draft] = []
    for draft in drafts:
        last = predecessor(draft, out, scenes)
        if last and draft.how in ("part", "joined") and (last.sentence, last.kind) == (draft.sentence, draft.kind):
            out.append(_as(draft, last))
        else:
            out.append(_filled(draft, scenes, weights, last))
    return tuple(out)


def predecessor(draft: Draft, done: Sequence[Draft], scenes: Sequence[Scene]) -> Draft | None:
    """The draft whose answers are likely again: the one before, or the one that announced the draft's list."""
    if not done or scenes[draft.sentence].role != "item" or done[-1].sentence == draft.sentence:
        return done[-1] if done else None
    return next((d for d in reversed(done) if scenes[d.sentence].role != "item"), done[-1])


def _as(draft: Draft, whole: Draft) -> Draft:
    return replace(
        draft, place=whole.place, within=whole.within, period=whole.period, recognised=whole.recognised,
        actor=whole.actor, attack=whole.attack, speaker=whole.speaker, scope=whole.scope, status=whole.status,
    )  # fmt: skip


def _filled(draft: Draft, scenes: Sequence[Scene], weights: Weights, last: Draft | None) -> Draft:
    draft = narrowed(_given(draft, scenes), scenes)
    carried = last if last is not None and goes_on(draft, scenes, last) else None
    for field, options in FIELDS.items():
        if not _asked(field, draft):
            continue
        if field == "place" and carried is not None:
            draft = replace(draft, place=carried.place, within=carried.within)
            continue
        offered = options(draft, scenes, last)
        if field == "place" and _here_only(draft, scenes):
            offered = [o for o in offered if o.value is None or o.value in scenes[draft.sentence].spots]
        best, _ = choose(offered, weights[field], partial(_meaning, field, scenes))
        draft = _with(draft, field, best.value, scenes)
    return replace(draft, recognised=_recognised(draft, scenes[draft.sentence]))


def _recognised(draft: Draft, scene: Scene) -> Period | None:
    """When the claim was established or said: the nearest day of its sentence that dates the saying or a toll."""
    said = [w for w in scene.whens if w.of_report and not w.printed and not w.ahead]
    return min(said, key=lambda w: abs(w.start - draft.anchor)).period if said else None


def _here_only(draft: Draft, scenes: Sequence[Scene]) -> bool:
    """Blame and shares have the place of their sentence or none; a total has the area that its sentence gives."""
    if draft.kind == "blame" or draft.figure and draft.figure.unit == "percent":
        return True
    spots = scenes[draft.sentence].spots
    return draft.scope == "total" and any(s.of_event and s.lead in ("in", "across", "throughout") for s in spots)


def _meaning(field: str, scenes: Sequence[Scene], option: Option) -> object:
    """What makes two mentions one answer: the name without case, the days, the speaker nearest the fact.

    Kinds of attack stand in nearly every sentence: adding them up buried the one beside the claim (dev 0.72 to 0.70).
    """
    match option.value:
        case Spot(name=words) | Doer(words=words):
            return words.lower()
        case When(period=period):
            return (period.start, period.end) if period.known else None
        case Voice():
            chain = chain_of(option.value, scenes)
            return chain[0].lower() if chain else ()
    return id(option) if field == "attack" else option.value


def _given(draft: Draft, scenes: Sequence[Scene]) -> Draft:
    """What rules decide before the ranker is asked.

    The day on which an agreement came into force dates the agreement and nothing else. Blame and denial name their own
    place or none; a situation happens at the place that its own words name.
    """
    scene = scenes[draft.sentence]
    pact = [w for w in scene.whens if w.of_pact and w.period.known and not w.ahead]
    if draft.kind == "agreement" and pact:
        draft = replace(draft, period=pact[0].period, end=max(draft.end, pact[0].end))
    named = [s for s in scene.spots if s.of_event and draft.start <= s.start < draft.end]
    if draft.figure is None and named and draft.kind not in ("blame", "denial"):
        draft = replace(draft, place=named[0].name, within=within(named[0], draft, scenes))
    return draft


def _asked(field: str, draft: Draft) -> bool:
    """Whether a field is still open and makes sense for the draft's kind.

    Who is accused or cleared is never carried over from another sentence; a dated agreement without a place of its own
    holds for more than the place told last.
    """
    if field == "scope":
        return draft.scope is None and draft.kind not in _NO_SCOPE
    if field == "attack":
        return draft.attack is None and draft.kind not in _NO_ATTACK
    if field == "actor":
        return draft.actor is None and draft.kind not in ("blame", "denial", "agreement")
    if field == "dates":
        return draft.period is None
    if field == "place":
        return draft.place is None and not (draft.kind == "agreement" and draft.period is not None)
    return not draft.speaker


def _with(draft: Draft, field: str, value: Value, scenes: Sequence[Scene]) -> Draft:
    """The draft with the value chosen for a field; None leaves it open."""
    match value:
        case Spot():
            return replace(draft, place=value.name, within=within(value, draft, scenes))
        case When():
            return replace(draft, period=value.period)
        case Doer():
            return replace(draft, actor=value.words)
        case Voice():
            return replace(draft, speaker=chain_of(value, scenes))
        case str():
            return replace(draft, attack=value) if field == "attack" else replace(draft, scope=value)
    return draft
