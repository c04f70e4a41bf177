"""Place, time, doer, attack, scope and speaker of each draft: the best-scored mention of the whole report, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sijil.steps.reading import judging, ranking
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.ranking import Option, choose
from sijil.steps.reading.scene import Doer, Scene, Spot, Voice, When

Weights = Mapping[str, Mapping[str, float]]

#: Fields in the order in which they are decided: each may look at those before it.
OPTIONS: dict[str, Callable[[Draft, Sequence[Scene], Draft | None], list[Option]]] = {
    "scope": ranking.scopes,
    "attack": ranking.attacks,
    "place": ranking.places,
    "dates": ranking.times,
    "actor": ranking.actors,
    "speaker": ranking.speakers,
}

#: Kinds of claims for which a field is asked at all (annotation guide).
_NO_SCOPE = ("need", "access", "damage", "control", "agreement", "blame", "denial")
_NO_ATTACK = ("need", "access", "control", "agreement")


def fill(drafts: Sequence[Draft], scenes: Sequence[Scene], weights: Weights) -> tuple[Draft, ...]:
    """The drafts with their fields; parts and coordinated figures take those of the figure they belong to."""
    out: list[Draft] = []
    for draft in drafts:
        whole = out[-1] if out and out[-1].sentence == draft.sentence and draft.how in ("part", "joined") else None
        last = out[-1] if out else None
        out.append(_as(draft, whole) if whole and whole.kind == draft.kind else _filled(draft, scenes, weights, last))
    return tuple(out)


def _as(draft: Draft, whole: Draft) -> Draft:
    return replace(
        draft, place=whole.place, within=whole.within, period=whole.period, actor=whole.actor,
        attack=whole.attack, speaker=whole.speaker, scope=whole.scope, status=whole.status,
    )  # fmt: skip


def _given(draft: Draft, scenes: Sequence[Scene]) -> Draft:
    """What rules decide before the ranker is asked.

    The day on which an agreement came into force dates the agreement and nothing else. Blame, denial and agreement name their
    own doer or none: who is accused or cleared is never carried over from another sentence.
    """
    pact = [w for w in scenes[draft.sentence].whens if w.of_pact and w.period.known]
    if draft.kind == "agreement" and pact:
        draft = replace(draft, period=pact[0].period, end=max(draft.end, pact[0].end))
    named = [s for s in scenes[draft.sentence].spots if s.of_event and draft.start <= s.start < draft.end]
    if draft.figure is None and named and draft.kind not in ("blame", "denial"):
        draft = replace(draft, place=named[0].name, within=within(named[0], draft, scenes))
    return draft


def _asked(field: str, draft: Draft) -> bool:
    if field == "scope":
        return draft.scope is None and draft.kind not in _NO_SCOPE
    if field == "attack":
        return draft.attack is None and draft.kind not in _NO_ATTACK
    if field == "actor":
        return draft.actor is None and draft.kind not in ("blame", "denial", "agreement")
    if field == "dates":
        return draft.period is None
    if field == "place":  # a dated agreement without a place of its own holds for more than the place told last
        return draft.place is None and not (draft.kind == "agreement" and draft.period is not None)
    return not (field == "speaker" and draft.speaker)


def _here_only(draft: Draft, scenes: Sequence[Scene]) -> bool:
    """Blame and shares have the place of their sentence or none; so has a total whose sentence names an area ("in X")."""
    if draft.kind == "blame" or draft.figure and draft.figure.unit == "percent":
        return True
    return draft.scope == "total" and any(s.of_event and s.lead in ("in", "across", "throughout") for s in scenes[draft.sentence].spots)


def _filled(draft: Draft, scenes: Sequence[Scene], weights: Weights, last: Draft | None) -> Draft:
    draft = _given(draft, scenes)
    for field, options in OPTIONS.items():
        if not _asked(field, draft):
            continue
        offered = options(draft, scenes, last)
        if field == "place" and _here_only(draft, scenes):
            offered = [o for o in offered if o.value is None or o.value in scenes[draft.sentence].spots]
        best, _ = choose(offered, weights[field], lambda o: _meaning(field, o, scenes))
        draft = _with(draft, field, best, scenes)
    return draft


#: Below this probability a draft is no claim: the best figure F1 in cross-validation over the train reports.
KEEP = 0.5


def settle(drafts: Sequence[Draft], scenes: Sequence[Scene], title: frozenset[str], weights: Weights) -> tuple[Draft, ...]:
    """The figures that are claims, with their group and confidence. Drafts of other kinds pass as they are."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.figure is None:
            kept.append(draft)
            continue
        draft = grouped(draft, kept, scenes, weights)
        answer, sure = choose(judging.keeps(draft, kept, scenes, title), weights["keep"])
        probability = sure if answer.value == "yes" else 1 - sure
        if probability >= KEEP:
            kept.append(replace(draft, confidence=round(probability, 3)))
    return tuple(kept)


def grouped(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene], weights: Weights) -> Draft:
    """The casualty with the group that the whole report supports."""
    if draft.kind != "casualty" or draft.group in ("children", "women"):
        return draft
    best, _ = choose(judging.groups(draft, before, scenes), weights["group"])
    return replace(draft, group=str(best.value))


def _with(draft: Draft, field: str, option: Option, scenes: Sequence[Scene]) -> Draft:
    value = option.value
    if isinstance(value, Spot):
        return replace(draft, place=value.name, within=within(value, draft, scenes))
    if isinstance(value, When):
        return replace(draft, period=value.period)
    if isinstance(value, Doer):
        return replace(draft, actor=value.words)
    if isinstance(value, Voice):
        return replace(draft, speaker=chain_of(value, scenes))
    if isinstance(value, str):
        return replace(draft, attack=value) if field == "attack" else replace(draft, scope=value)
    return draft


def value_of(field: str, option: Option, scenes: Sequence[Scene]) -> object:
    """What an option says of a field: words, an attack kind, a scope, a pair of ISO days or a chain of speakers."""
    value = option.value
    if isinstance(value, Spot):
        return value.name
    if isinstance(value, When):
        days = (value.period.start, value.period.end)
        return (days[0].isoformat(), days[1].isoformat()) if days[0] and days[1] else None
    if isinstance(value, Doer):
        return value.words
    return chain_of(value, scenes) if isinstance(value, Voice) else value


def _meaning(field: str, option: Option, scenes: Sequence[Scene]) -> object:
    """What makes two mentions the same answer: names without case, days, the speaker nearest the fact."""
    if field == "attack":  # kinds stand in nearly every sentence; adding them up buried the one beside the claim
        return id(option)
    value = value_of(field, option, scenes)
    if isinstance(value, tuple):
        return value[0].lower() if field == "speaker" and value else value
    return value.lower() if isinstance(value, str) else value


def within(spot: Spot, draft: Draft, scenes: Sequence[Scene]) -> str | None:
    """The larger place of a spot: the one told with it, here or elsewhere in the report, else a wider one of its sentence."""
    if spot.within or spot.level <= 1:
        return spot.within
    for scene in scenes:
        for other in scene.spots:
            if other.within and other.name.lower() == spot.name.lower():
                return other.within
    wider = [s for s in scenes[draft.sentence].spots if s.of_event and 0 < s.level < spot.level and s.name != spot.name]
    return min(wider, key=lambda s: s.level).name if wider else None


def chain_of(voice: Voice, scenes: Sequence[Scene]) -> tuple[str, ...]:
    """The speakers of an attribution, a pointing word followed back to a name, outlets that relay it added."""
    chain = voice.chain or referent(voice, scenes)
    here = next((s for s in scenes if s.start <= voice.verb_at < s.end), None)
    for other in here.voices if here else ():
        if other is not voice and other.chain and other.verb_at > voice.verb_at and " " in other.verb:
            chain += tuple(n for n in other.chain if n not in chain)
    return chain[:3]


def referent(voice: Voice, scenes: Sequence[Scene]) -> tuple[str, ...]:
    """The last speaker named before a pointing word ("he", "the monitor"), else the first one after it."""
    before = [v for s in scenes for v in s.voices if v.chain and v.verb_at < voice.verb_at]
    if before:
        return before[-1].chain
    return next((v.chain for s in scenes for v in s.voices if v.chain), ())
