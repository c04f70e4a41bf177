"""Options for what is decided about a draft as a whole: whose group the people are, and whether it is a claim at all."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.claim import GROUPS
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.ranking import Option, size_of
from sijil.steps.reading.scene import Scene


def groups(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene]) -> list[Option]:
    """Options for the group of a casualty: what the noun says, or what the report says of the same people elsewhere."""
    same = [d.group for d in before if d.kind == "casualty" and d.group and not d.part_of]
    here = [d.group for d in before if d.sentence == draft.sentence and d.group]
    facts = [f"noun-{draft.noun}", f"read-{draft.group}", f"last-{same[-1] if same else None}", f"here-{here[-1] if here else None}"]
    facts += [f"read-{draft.group}|last-{same[-1] if same else None}", f"read-{draft.group}|here-{here[-1] if here else None}"]
    facts += [f"read-{draft.group}|noun-{draft.noun}", f"read-{draft.group}|measure-{draft.measure}", f"read-{draft.group}|part{draft.part_of}"]
    facts += [f"civilians-before{min(same.count('civilians'), 3)}|read-{draft.group}", f"combatants-before{min(same.count('combatants'), 3)}|read-{draft.group}"]
    kinds = {kind for _, kind in scenes[draft.sentence].attacks}
    facts += [f"{kind}|read-{draft.group}" for kind in sorted(kinds)]
    return [Option(g, (f"is-{g}", f"same{g == draft.group}", *(f"{g}<{fact}" for fact in facts))) for g in GROUPS]


def keeps(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene], title: frozenset[str]) -> list[Option]:
    """Options for whether a draft is a claim: yes or no. `before` are the drafts kept so far, `title` the title's words."""
    scene = scenes[draft.sentence]
    facts = [f"how-{draft.how}", f"kind-{draft.kind}", f"measure-{draft.measure}", f"group-{draft.group}", f"size{size_of(draft)}", f"numbered{draft.numbered}"]
    facts += [f"{draft.how}|{draft.numbered}", f"{draft.how}|{draft.group}", f"{draft.how}|{draft.noun}", f"noun-{draft.noun}", f"{draft.kind}|{draft.numbered}|{draft.group}", f"status-{draft.status}|{draft.numbered}"]
    facts += [f"position{min(draft.sentence, 4)}", f"position{min(draft.sentence, 2)}|{draft.numbered}", f"part{draft.part_of}|{draft.numbered}", f"scope-{draft.scope}", f"length{min((draft.end - draft.start) // 40, 5)}"]
    facts += [f"role-{scene.role}", f"voices{bool(scene.voices)}|{draft.numbered}", f"attack-{draft.attack}", f"place{draft.place is not None}", f"speaker{bool(draft.speaker)}"]
    facts += [f"cue-{cue}" for cue in sorted(scene.cues)]
    facts += _repeats(draft, before)
    facts.append(f"title{_title(draft, scene, title)}")
    return [Option("yes", ()), Option("no", ("no", *facts))]


def _repeats(draft: Draft, before: Sequence[Draft]) -> list[str]:
    """How the draft repeats an earlier one: same bounds, same group, same speaker, or the same words counted twice."""
    out = []
    same = [d for d in before if d.kind == draft.kind and d.measure == draft.measure and d.sentence != draft.sentence]
    equal = [d for d in same if d.figure == draft.figure]
    if draft.kind == "casualty":
        equal = [d for d in equal if d.group == draft.group or "people" in (d.group, draft.group)]
    if equal:
        last = equal[-1]
        who = "same" if last.speaker == draft.speaker else "none" if not draft.speaker or not last.speaker else "other"
        out += ["repeat", f"repeat|{draft.numbered}", f"repeat|speaker-{who}", f"repeat|place{last.place == draft.place}", f"repeat|gap{min(draft.sentence - last.sentence, 4)}", f"repeat|big{(draft.figure is not None and (draft.figure.low or draft.figure.high or 0) > 9)}", f"repeat|{who}|{last.place == draft.place}|{draft.numbered}"]
    number = (draft.figure.low, draft.figure.high) if draft.figure else None
    if not equal and any(d.figure and number and (d.figure.low or d.figure.high) == (draft.figure.low or draft.figure.high) for d in same if draft.figure):
        out.append("near-repeat")
    if any(d.sentence == draft.sentence and d.start < draft.end and draft.start < d.end for d in before):
        out += ["overlaps", f"overlaps|{draft.how}", f"overlaps|{draft.kind}"]
    if not draft.numbered and any(d.sentence == draft.sentence and d.measure == draft.measure and d.numbered for d in before):
        out.append("beside-number")
    if not draft.numbered and same:
        out.append("vague-later")
    return out


def _title(draft: Draft, scene: Scene, title: frozenset[str]) -> str:
    """How far the sentence repeats the title, in quarters; only at the start of a report."""
    if draft.sentence > 2 or not title or not scene.words:
        return "-"
    return str(round(4 * len(title & scene.words) / len(title)))
