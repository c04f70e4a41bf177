"""Which clauses of an Arabic report are situations, of which kind, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sijil.steps.languages.ar.seen import Seen
from sijil.steps.languages.ar.situations import situations
from sijil.steps.languages.ar.situations.clauses import Candidate, candidates
from sijil.steps.languages.ar.situations.drafting import draft_of
from sijil.steps.languages.ar.situations.readings import Reading
from sijil.steps.languages.ar.text import Sentence
from sijil.steps.reading.choice import Weights, likelihoods
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.kinds import SITUATIONS, kinds
from sijil.steps.reading.scene import Scene

#: Below this probability a clause is no situation; less is enough where a reading of rules/ says the same. The readings
#: are worth more than what 120 reports teach: situation F1, cross-validated, is .769 on train-ar and .733 on own-ar at
#: .4 and .25, .784 and .743 here, .784 and .755 with the readings alone (dev-ar .673, .673, .667).
KEEP, KEEP_READ = 0.6, 0.15


def clauses(
    seen: Seen, figures: Sequence[Draft]
) -> Iterator[tuple[Sentence, tuple[Candidate, ...], tuple[Draft, ...]]]:
    """(sentence, its clauses with what rules read in them, its figures) of body and list items."""
    for sentence in seen.sentences:
        if sentence.block.role in ("body", "item"):
            taken = tuple(d for d in figures if d.sentence == sentence.index)
            read = situations(sentence, seen.scenes[sentence.index], taken)
            yield sentence, candidates(sentence, read), taken


def chosen(
    found: Sequence[Candidate], taken: Sequence[Draft], at: tuple[Sentence, Scene], weights: Weights
) -> tuple[Draft, ...]:
    """The situations of one sentence in text order; of clauses that overlap, the likeliest of a kind stays."""
    sentence, scene = at
    likely: list[Draft] = []
    for candidate in found:
        answers = likelihoods(kinds(candidate.draft, candidate.rules, taken, scene), weights["kind"])
        kind = max(SITUATIONS, key=lambda k: answers[k])
        least = KEEP_READ if any(d.kind == kind for d in candidate.rules) else KEEP
        if answers[kind] >= least:
            draft = drafted(candidate, kind, sentence, scene)
            likely.append(replace(draft, confidence=round(answers[kind], 3)))
    kept: list[Draft] = []
    for draft in sorted(likely, key=lambda d: (-d.confidence, d.start)):
        if not any(d.kind == draft.kind and d.start < draft.end and draft.start < d.end for d in kept):
            kept.append(draft)
    return tuple(sorted(kept, key=lambda d: (d.start, d.end)))


def drafted(candidate: Candidate, kind: str, sentence: Sentence, scene: Scene) -> Draft:
    """The situation of that kind: as the rules read it, else with the clause as its quote."""
    mine = next((d for d in candidate.rules if d.kind == kind), None)
    if mine is not None:
        return mine
    at = sentence.at(candidate.draft.anchor)
    return draft_of(Reading("trained", kind, 999), at, candidate.carried.clause, sentence, scene)
