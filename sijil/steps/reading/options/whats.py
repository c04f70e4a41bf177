"""Options for what a count is: harm of one measure, another kind of claim, or none (a repeat, no harm at all)."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import UNREAD, Draft
from sijil.steps.reading.options.shared import opinion, size_of
from sijil.steps.reading.scene import Scene

#: Measures of casualties, and the other kinds that have a number.
MEASURES = ("killed", "injured", "missing", "held", "casualties")
KINDS = ("displacement", "need", "attack", "damage", "control")
NONE = "none"


def whats(draft: Draft, before: Sequence[Draft], scenes: Sequence[Scene], title: frozenset[str]) -> list[Option]:
    """What a count may be. `before` are the drafts kept so far, `title` the words of the title."""
    scene = scenes[draft.sentence]
    facts = [*_of_draft(draft), *_of_place(draft, scene), *_repeats(draft, before), *_beside(draft, before)]
    facts.append(f"title{_title(draft, scene, title)}")
    none = Option(NONE, ("no", *(f"no|{f}" for f in facts)), opinion(draft, "what", None))
    return [none, *(Option(what, _for(what, draft), opinion(draft, "what", what)) for what in (*MEASURES, *KINDS))]


def read_as(draft: Draft) -> str:
    """What the rules take the count for: a measure, another kind, or "unread"."""
    return draft.how if draft.how == UNREAD else draft.measure or draft.kind if draft.kind == "casualty" else draft.kind


def _for(what: str, draft: Draft) -> tuple[str, ...]:
    read = read_as(draft)
    agrees = f"read{read == what}"
    return (
        f"is-{what}", agrees, f"{agrees}|{draft.how}", f"{agrees}|{what}", f"{what}<read-{read}",
        f"{what}<noun-{draft.noun}", f"{what}<group-{draft.group}", f"{what}<how-{draft.how}",
    )  # fmt: skip


def _of_draft(draft: Draft) -> list[str]:
    """How it was read, and what it counts."""
    how, numbered = draft.how, draft.numbered
    out = [f"how-{how}", f"kind-{draft.kind}", f"measure-{draft.measure}", f"group-{draft.group}"]
    out += [f"size{size_of(draft)}", f"numbered{numbered}", f"{how}|{numbered}", f"{how}|{draft.group}"]
    out += [f"{how}|{draft.noun}", f"noun-{draft.noun}", f"{draft.kind}|{numbered}|{draft.group}"]
    return [*out, f"status-{draft.status}|{numbered}"]


def _of_place(draft: Draft, scene: Scene) -> list[str]:
    """Where in the report it stands, and what was found for it."""
    numbered = draft.numbered
    out = [f"position{min(draft.sentence, 4)}", f"position{min(draft.sentence, 2)}|{numbered}"]
    out += [f"part{draft.part_of}|{numbered}", f"scope-{draft.scope}"]
    out += [f"length{min((draft.end - draft.start) // 40, 5)}", f"role-{scene.role}"]
    out += [f"voices{bool(scene.voices)}|{numbered}", f"attack-{draft.attack}"]
    out += [f"place{draft.place is not None}", f"speaker{bool(draft.speaker)}"]
    return [*out, *(f"cue-{cue}" for cue in sorted(scene.cues))]


def _repeats(draft: Draft, before: Sequence[Draft]) -> list[str]:
    """How the draft repeats an earlier one: same bounds, same group, same speaker."""
    same = _alike(draft, before)
    equal = [d for d in same if d.figure == draft.figure]
    if draft.kind == "casualty":
        equal = [d for d in equal if d.group == draft.group or "people" in (d.group, draft.group)]
    if not equal:
        near = draft.figure is not None and any(d.figure and _number(d) == _number(draft) for d in same)
        return ["near-repeat"] if near else []
    last, numbered = equal[-1], draft.numbered
    who = "same" if last.speaker == draft.speaker else "none" if not draft.speaker or not last.speaker else "other"
    place = last.place == draft.place
    out = ["repeat", f"repeat|{numbered}", f"repeat|speaker-{who}", f"repeat|place{place}"]
    out += [f"repeat|gap{min(draft.sentence - last.sentence, 4)}", f"repeat|big{(_number(draft) or 0) > 9}"]
    return [*out, f"repeat|{who}|{place}|{numbered}"]


def _alike(draft: Draft, before: Sequence[Draft]) -> list[Draft]:
    """Earlier drafts of other sentences with the same kind and measure."""
    return [d for d in before if (d.kind, d.measure) == (draft.kind, draft.measure) and d.sentence != draft.sentence]


def _number(draft: Draft) -> int | None:
    return (draft.figure.low or draft.figure.high) if draft.figure else None


def _beside(draft: Draft, before: Sequence[Draft]) -> list[str]:
    """Whether the same words, or the same people, are counted already."""
    out = []
    here = [d for d in before if d.sentence == draft.sentence]
    if any(d.start < draft.end and draft.start < d.end for d in here):
        out += ["overlaps", f"overlaps|{draft.how}", f"overlaps|{draft.kind}"]
    if not draft.numbered and any(d.measure == draft.measure and d.numbered for d in here):
        out.append("beside-number")
    if not draft.numbered and _alike(draft, before):
        out.append("vague-later")
    return out


def _title(draft: Draft, scene: Scene, title: frozenset[str]) -> str:
    """How far the sentence repeats the title, in quarters; only at the start of a report."""
    if draft.sentence > 2 or not title or not scene.words:
        return "-"
    return str(round(4 * len(title & scene.words) / len(title)))
