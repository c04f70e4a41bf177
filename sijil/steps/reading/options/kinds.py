"""Options for what a clause tells without a figure: one kind of situation, or nothing of interest."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import opinion
from sijil.steps.reading.options.whats import NONE
from sijil.steps.reading.scene import Scene

SITUATIONS = ("access", "damage", "control", "agreement", "blame", "denial", "attack", "displacement")


def kinds(clause: Draft, rules: Sequence[Draft], taken: Sequence[Draft], scene: Scene) -> list[Option]:
    """What a clause may tell: `rules` are what the readings of rules/ make of it, `taken` its sentence's figures."""
    facts = [*_of_clause(clause, scene), *_beside(clause, taken)]
    facts += [f"rules{min(len(rules), 2)}", *sorted({f"rule-{d.how}" for d in rules})]
    out = [Option(NONE, ("no", *(f"no|{f}" for f in facts)), opinion(clause, "kind", None))]
    for kind in SITUATIONS:
        mine = [d for d in rules if d.kind == kind]
        features = [f"is-{kind}", f"{kind}<{clause.noun}", f"rule{bool(mine)}", f"{kind}<rule{bool(mine)}"]
        features += [f"{kind}<figures{_told(taken)}", f"exact{any(_same(clause, d) for d in mine)}"]
        features += [f"{kind}<{f}" for f in _beside(clause, taken)]
        features += sorted({f"{kind}<as-{d.kind}" for d in rules})
        out.append(Option(kind, tuple(features), opinion(clause, "kind", kind)))
    return out


def _of_clause(clause: Draft, scene: Scene) -> list[str]:
    size = min((clause.end - clause.start) // 30, 6)
    out = [f"size{size}", f"position{min(clause.sentence, 3)}", f"role-{scene.role}", f"attacks{bool(scene.attacks)}"]
    out += [
        f"places{min(len(scene.spots), 3)}",
        f"share{round(4 * (clause.end - clause.start) / (scene.end - scene.start))}",
    ]
    return [*out, f"lemma-{clause.noun}", *(f"cue-{cue}" for cue in sorted(scene.cues))]


def _beside(clause: Draft, taken: Sequence[Draft]) -> list[str]:
    """How the clause stands to the figures of its sentence."""
    over = [d for d in taken if d.start < clause.end and clause.start < d.end]
    out = [f"over-{kind}" for kind in sorted({d.kind for d in over})]
    return [*out, f"harm{_told(taken)}|over{bool(over)}"]


def _told(taken: Sequence[Draft]) -> bool:
    return any(d.kind in ("casualty", "attack") for d in taken)


def _same(first: Draft, second: Draft) -> bool:
    return (first.start, first.end) == (second.start, second.end)
