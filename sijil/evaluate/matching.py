"""Which predicted claim is which annotated one, report by report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sijil.evaluate.lines import Annotated
from sijil.evaluate.told import Told
from sijil.evaluate.wording import dice, shared
from sijil.rules import load


class Pair(NamedTuple):
    """An annotated claim and the predicted one that was taken for it."""

    gold: Told
    read: Told


@dataclass(frozen=True, slots=True)
class Compared:
    """One report: its annotated and its predicted claims, and who met whom.

    `figures` are the pairs with the same values, `lax` those with the same values but for the group, `situations` those
    without a number. Each claim is in at most one pair of a kind.
    """

    doc: str
    gold: tuple[Told, ...]
    read: tuple[Told, ...]
    figures: tuple[Pair, ...]
    lax: tuple[Pair, ...]
    situations: tuple[Pair, ...]


def compare_all(gold: Mapping[str, Annotated], read: Mapping[str, Annotated]) -> tuple[Compared, ...]:
    """Every annotated report, by name; one that was not predicted has no predicted claims. Others are left aside."""
    return tuple(compare(doc, gold[doc].claims, read[doc].claims if doc in read else ()) for doc in sorted(gold))


def compare(doc: str, gold: tuple[Told, ...], read: tuple[Told, ...]) -> Compared:
    """The claims of one report held against each other."""
    rules = load("measure")
    numbered = [claim for claim in gold if claim.numbered], [claim for claim in read if claim.numbered]
    others = [claim for claim in gold if not claim.numbered], [claim for claim in read if not claim.numbered]
    floor = rules["figure_quotes"]
    return Compared(
        doc, gold, read,
        figures=_pairs(*numbered, lambda a, b: shared(a.quote, b.quote) if a.values == b.values else 0.0, floor),
        lax=_pairs(*numbered, lambda a, b: shared(a.quote, b.quote) if _same_but_group(a, b) else 0.0, floor),
        situations=_pairs(
            *others, lambda a, b: dice(a.quote, b.quote) if a.kind == b.kind else 0.0, rules["situation_quotes"]
        ),
    )  # fmt: skip


def _same_but_group(a: Told, b: Told) -> bool:
    return a.values._replace(group=None) == b.values._replace(group=None)


def _pairs(
    gold: Sequence[Told], read: Sequence[Told], nearness: Callable[[Told, Told], float], floor: float
) -> tuple[Pair, ...]:
    """Nearest first, each claim once, none nearer than `floor`.

    Of equally near pairs the last ones of the report come first: the shared measure does it so, and the order decides
    which fields are compared.
    """
    near = ((nearness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read))
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    pairs = []
    for _, i, j in sorted((one for one in near if one[0] >= floor), reverse=True):
        if i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            pairs.append(Pair(gold[i], read[j]))
    return tuple(pairs)
