"""The causes that mistakes are sorted by, and what each means."""

from __future__ import annotations

from dataclasses import dataclass

from sijil.evaluate.told import Told


@dataclass(frozen=True, slots=True)
class Cause:
    """`group` is one of GROUPS, `name` unique in it, `label` for people, `meaning` a sentence or ""."""

    group: str
    name: str
    label: str
    meaning: str = ""

    @property
    def key(self) -> str:
        """Unlike all others of the page; an anchor."""
        return f"{self.group}-{self.name}".replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that went wrong: an annotated claim, a predicted one, or both side by side.

    `field` is the one that is wrong; empty where the claims themselves do not meet.
    """

    cause: Cause
    doc: str
    gold: Told | None
    read: Told | None
    field: str = ""


#: Groups in the order of the page: heading and what is listed under it.
GROUPS = {
    "missed": ("Figures missed", "Annotated figures that nothing near was read for."),
    "near": ("Figures nearly right", "Annotated and predicted figure share words, but not all of their values."),
    "spurious": ("Figures that nobody annotated", "Predicted figures that no annotated one is near to."),
    "scope": ("Wrong scope", "Of figures found."),
    "status": ("Wrong status", "Of figures found."),
    "place": ("Wrong place", "Of figures found."),
    "dates": ("Wrong dates", "Of figures found."),
    "actor": ("Wrong actor", "Of figures found."),
    "attack": ("Wrong kind of attack", "Of figures found."),
    "speaker": ("Wrong speaker", "Of figures found."),
    "part_of": ("Wrong part", "Of figures found: whether one is part of another just given."),
    "situations-missed": ("Situations missed", "Annotated claims without a number that nothing near was read for."),
    "situations-near": ("Situations in other words", "The same kind was read there, but the quotes share too little."),
    "situations-kind": ("Situations of another kind", "The words were read, but as another kind of claim."),
    "situations-spurious": ("Situations that nobody annotated", "Predicted claims without a number."),
}

NO_NUMBER = Cause("missed", "none", "no number in its words", '"civilians were killed": one at least')
VAGUE = Cause("missed", "vague", "a number only in words like dozens", '"several", "dozens", "scores", "hundreds"')
ONE = Cause("missed", "one", "one person", '"a child", or a person by name')
NUMBERED = Cause("missed", "numbered", "with a number")
MISSED_AGAIN = Cause("missed", "again", "repeated", "Its values were found, for another claim of this report.")

NEAR: dict[tuple[str, ...], Cause] = {
    ("group",): Cause("near", "group", "only the group differs"),
    ("measure",): Cause("near", "measure", "only the measure differs"),
    ("bounds",): Cause("near", "bounds", "only the bounds differ"),
    ("kind",): Cause("near", "kind", "only the kind differs"),
}
NEAR_SEVERAL = Cause("near", "several", "more than one of them differs")

SPURIOUS_AGAIN = Cause("spurious", "again", "repeated", "Its values were found once already in this report.")
HEADLINE = Cause("spurious", "headline", "in the headline", "A headline that repeats the body adds nothing.")
UNNUMBERED = Cause("spurious", "unnumbered", "annotated, but without a number", "A situation stands in these words.")
BESIDE = Cause("spurious", "beside", "beside other claims", "The sentence has annotated claims, but not this one.")
NOTHING = Cause("spurious", "nothing", "no claim in its sentence", "No such event, or the text says nothing of harm.")

SWAP = Cause("actor", "swap", "the speaker given as perpetrator", "The gravest mistake: who reports it did not do it.")


def wrong_words(field: str, place: str) -> Cause:
    """A wrong name, date or attack, by where the annotated value's words stand (clues.where)."""
    label = {
        "sentence": "annotated value stands in the same sentence",
        "elsewhere": "annotated value stands elsewhere in the report",
        "nowhere": "annotated value's words stand nowhere",
    }[place]
    return Cause(field, place, label)


def needless(field: str) -> Cause:
    """A value where none was annotated."""
    return Cause(field, "needless", "nothing annotated")


def confused(field: str, gold: object, read: object) -> Cause:
    """A wrong value of a short list."""
    names = [str(one).lower() if one else "nothing" for one in (gold, read)]
    return Cause(field, "-".join(names), f"{names[0]} read as {names[1]}")


def of_kind(group: str, kind: str, read: str = "") -> Cause:
    """A situation of this kind; `read` is the kind it was taken for."""
    return Cause(group, f"{kind}-{read}", f"{kind} read as {read}") if read else Cause(group, kind, kind)
