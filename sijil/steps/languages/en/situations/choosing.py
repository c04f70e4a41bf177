"""Which clauses of a report are situations, of which kind, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.situations.beside import excludes
from sijil.steps.languages.en.situations.clauses import Candidate, drafted
from sijil.steps.reading.choice import Value, Weights, likelihoods
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.kinds import SITUATIONS, kinds
from sijil.steps.reading.scene import Scene

#: Below this probability a clause is no situation; less is enough where a reading of rules/ says the same. Found on dev
#: with weights that had not seen it: situation F1 0.597 with one threshold, 0.609 with two.
KEEP = 0.4
KEEP_READ = 0.2


def chosen(
    found: Sequence[Candidate], taken: Sequence[Draft], at: tuple[Sentence, Scene], weights: Weights
) -> tuple[Draft, ...]:
    """The situations of one sentence in text order; of stretches that overlap, the likeliest of a kind stays."""
    sentence, scene = at
    likely: list[tuple[float, Draft]] = []
    for candidate in found:
        if _idle(candidate):
            continue
        answers = _negated(
            likelihoods(kinds(candidate.draft, candidate.rules, taken, scene), weights["kind"]), candidate
        )
        kind = max(SITUATIONS, key=lambda k: answers[k])
        least = KEEP_READ if any(d.kind == kind for d in candidate.rules) else KEEP
        if answers[kind] >= least:
            draft = drafted(candidate, kind, sentence, scene)
            likely.append((answers[kind], replace(draft, confidence=round(answers[kind], 3))))
    return _apart([draft for _, draft in sorted(likely, key=lambda pair: (-pair[0], pair[1].start))], sentence)


#: How much likelier than any kind "none" has to be for the trained reader (in nats) for a stretch to be passed over
#: where no rule reads it either: four of five are, with the same situations on dev, in a fifth of the time.
IDLE = 5.0


def _idle(candidate: Candidate) -> bool:
    told = candidate.draft.told.get("kind")
    if candidate.rules or not told:
        return False
    return told[None] - max(value for kind, value in told.items() if kind is not None) > IDLE


def _negated(answers: Mapping[Value, float], candidate: Candidate) -> dict[Value, float]:
    """The likelihoods where a reading found words of denial: what they would tell without these is denied by them.

    "There was no attack" looks much like an attack to a network; "no" and "denied" are for rules.
    """
    out = dict(answers)
    if any(draft.kind == "denial" for draft in candidate.rules):
        for kind in ("attack", "control", "damage", "blame"):
            out["denial"] += out[kind]
            out[kind] = 0.0
    return out


def _apart(likely: Sequence[Draft], sentence: Sentence) -> tuple[Draft, ...]:
    """The drafts that leave room for each other, likeliest first; a relative clause belongs to what it follows."""
    kept: list[Draft] = []
    for draft in likely:
        if not any(excludes(other, draft) or _continues(other, draft, sentence) for other in kept):
            kept.append(draft)
    return tuple(sorted(kept, key=lambda d: (d.start, d.end)))


def _continues(first: Draft, second: Draft, sentence: Sentence) -> bool:
    """Whether one of two drafts of a kind is a relative clause right behind the other ("the truce, which ...")."""
    first, second = sorted((first, second), key=lambda d: d.start)
    gap = sentence.between(first.end, second.start)
    relative = sentence.between(second.start, second.end).startswith(("which ", "that ", "who "))
    return first.kind == second.kind and relative and len(gap.strip(" ,")) == 0
