"""What people said of two claims or incidents: that they are one event, that they are two, or that it is open.

A judgement on an incident is about the claim that its id is made of, so it holds however the groups change. Where
judgements contradict each other, the later one holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sijil.model.judgement import Judgement
from sijil.steps.judge import standing

PREFIX = "I-"
JOINING = ("same", "merge")
PARTING = ("different", "split")
#: How the reason of a judgement begins, in the incidents that it is about.
DONE = {
    "merge": "merged", "split": "split", "same": "held to be one event", "different": "held to be two events",
    "unsure": "left open", "reject": "rejected", "accept": "accepted",
}  # fmt: skip

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bond:
    """One standing judgement as pairs of claims that are of one event, and of two."""

    judgement: Judgement
    one: tuple[Pair, ...] = ()
    two: tuple[Pair, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that it is about, each once; for an open question those of the question."""
        pairs = (*self.one, *self.two) or ((anchor_of(self.judgement.subject), other(self.judgement)),)
        return tuple(dict.fromkeys(claim for pair in pairs for claim in pair if claim))


def incident_id(claim: str) -> str:
    """The id of the incident whose first claim this is."""
    return PREFIX + claim


def anchor_of(id_: str) -> str:
    """The claim id that an incident's id is made of; a claim's id is its own."""
    return id_.removeprefix(PREFIX)


def other(judgement: Judgement) -> str:
    """The claim that the judgement's `with` leads to."""
    return anchor_of(str(judgement.value.get("with", "")))


def bonds(judgements: Iterable[Judgement]) -> tuple[Bond, ...]:
    """The standing judgements on links, oldest first."""
    made = (_bond(judgement) for judgement in standing(judgements))
    return tuple(bond for bond in made if bond is not None)


def _bond(judgement: Judgement) -> Bond | None:
    pair = (anchor_of(judgement.subject), other(judgement))
    if judgement.verb in JOINING:
        return Bond(judgement, one=(pair,))
    if judgement.verb == "different":
        return Bond(judgement, two=(pair,))
    if judgement.verb == "split":
        listed = judgement.value.get("claims", [])
        leaving = [str(claim) for claim in listed] if isinstance(listed, list | tuple) else []
        staying = [claim for claim in (pair[0], *judgement.seen) if claim not in leaving]
        apart = tuple((stays, leaves) for stays in dict.fromkeys(staying) for leaves in leaving)
        return Bond(judgement, tuple((leaving[0], leaves) for leaves in leaving[1:]), apart)
    return Bond(judgement) if judgement.verb == "unsure" else None


def signed(judgement: Judgement, note: str = "") -> str:
    """Who decided what, when and why, in one line; the same line for every incident that it is about."""
    about = f" ({judgement.subject} and {judgement.value['with']})" if _names_both(judgement) else ""
    when = judgement.when.date().isoformat()
    return f"{DONE[judgement.verb]} by {judgement.who} on {when}{about}: {judgement.reason}{note}"


def _names_both(judgement: Judgement) -> bool:
    return judgement.verb in ("same", "different", "unsure")


class Wholes:
    """Things (claims, or events) in sets that are one, and which sets are held apart by which judgement."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, dict[str, Judgement]] = {}  # by root, both ways
        self.joined: dict[str, list[Judgement]] = {}  # the judgements that joined a set, by root

    def root(self, item: str) -> str:
        """The item that stands for the set."""
        found = item
        while (above := self._parent.get(found, found)) != found:
            found = above
        while self._parent.get(item, item) != found:
            self._parent[item], item = found, self._parent[item]
        return found

    def apart(self, a: str, b: str) -> Judgement | None:
        """The judgement that holds the two apart."""
        return self._apart.get(self.root(a), {}).get(self.root(b))

    def part(self, a: str, b: str, judgement: Judgement) -> None:
        """Holds the sets of two items apart; an earlier call stands."""
        for x, y in ((self.root(a), self.root(b)), (self.root(b), self.root(a))):
            self._apart.setdefault(x, {}).setdefault(y, judgement)

    def unite(self, a: str, b: str, judgement: Judgement | None = None) -> None:
        """Makes one set of two; what is apart from one of them is apart from both."""
        kept, gone = sorted((self.root(a), self.root(b)))
        if judgement is not None:
            self.joined.setdefault(kept, []).append(judgement)
        if kept == gone:
            return
        self._parent[gone] = kept
        self.joined.setdefault(kept, []).extend(self.joined.pop(gone, ()))
        for foe, why in self._apart.pop(gone, {}).items():
            self._apart[foe].pop(gone)
            self._apart.setdefault(kept, {}).setdefault(foe, why)
            self._apart[foe].setdefault(kept, why)


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds of people's judgements: sets that are one or apart, and which judgement another one overrules."""

    wholes: Wholes
    overruled: dict[int, int]  # judgement id → id of the later one that holds instead


def settle(found: Sequence[Bond], node: Callable[[str], str | None]) -> Settled:
    """Newest first, each pair unless it contradicts what newer ones say. `node`: what stands for a claim, None where
    there is nothing any more."""
    wholes, overruled = Wholes(), {}
    for bond in reversed(found):
        for one, pair in [*((False, p) for p in bond.two), *((True, p) for p in bond.one)]:
            a, b = node(pair[0]), node(pair[1])
            if a is None or b is None:
                continue
            against = wholes.apart(a, b) if one else _joiner(wholes, a, b)
            if against is not None and against is not bond.judgement:
                overruled[bond.judgement.id] = against.id
            elif one:
                wholes.unite(a, b, bond.judgement)
            elif wholes.root(a) != wholes.root(b):
                wholes.part(a, b, bond.judgement)
    return Settled(wholes, overruled)


def _joiner(wholes: Wholes, a: str, b: str) -> Judgement | None:
    """The latest judgement that made the two one."""
    if wholes.root(a) != wholes.root(b):
        return None
    return max(wholes.joined.get(wholes.root(a), ()), key=lambda judgement: judgement.id, default=None)
