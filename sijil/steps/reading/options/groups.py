"""Options for whose group the people of a casualty are."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.model.claim import GROUPS
from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import opinion
from sijil.steps.reading.scene import Scene


def groups(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene]) -> list[Option]:
    """Options for the group of a casualty: what the noun says, or what the report says of the same people elsewhere."""
    same = [d.group for d in before if d.kind == "casualty" and d.group and not d.part_of]
    here = [d.group for d in before if d.sentence == draft.sentence and d.group]
    read, noun = f"read-{draft.group}", f"noun-{draft.noun}"
    last, beside = f"last-{same[-1] if same else None}", f"here-{here[-1] if here else None}"
    facts = [noun, read, last, beside, f"{read}|{last}", f"{read}|{beside}", f"{read}|{noun}"]
    facts += [f"{read}|measure-{draft.measure}", f"{read}|part{draft.part_of}"]
    facts += [f"{group}-before{min(same.count(group), 3)}|{read}" for group in ("civilians", "combatants")]
    facts += [f"{kind}|{read}" for kind in sorted({kind for _, kind in scenes[draft.sentence].attacks})]
    return [
        Option(
            g, (f"is-{g}", f"same{g == draft.group}", *(f"{g}<{fact}" for fact in facts)), opinion(draft, "group", g)
        )
        for g in GROUPS
    ]
