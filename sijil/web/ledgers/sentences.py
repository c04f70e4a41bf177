"""Sentences that the ledgers make, as patterns (web/sentences.py tells how): labels of conditions by rules/access.toml,
and why a figure or a breach stands where it stands."""

from __future__ import annotations

from functools import cache

from sijil.rules import load
from sijil.web.language import N_

#: Why a figure of displacement stands where it stands (steps/tally/displacement.py, triangulation.py).
FIGURES = (
    N_("a warning or forecast: it is in no observed figure"),
    N_("said not to have happened: it is in no observed figure"),
    N_("a share, not a number of people: it is in no sum"),
    N_("said to have happened"),
    N_("people living there or in need at a time: a stock"),
    N_("“%(words)s” tells of people displaced at a time: a stock"),
    N_("people driven out during a time: a flow"),
    N_("recommended for its place and time: %(inners)s"),
    N_("triangulation for its place and time: %(inners)s"),
    N_("superseded for its place and time: %(inners)s"),
    N_("the only source for this place and time"),
    N_("its source gave another figure, which goes before it"),
    N_("told again: the figure of %(name)s"),
    N_("beside %(name)s: %(inner)s"),
    N_("nothing tells them apart, and it came first"),
    N_("beside it: %(figure)s by the report itself (%(name)s)"),
    N_("beside it: %(figure)s by %(name)s (%(name2)s)"),
)
#: Why claims belong to an agreement (steps/tally/agreements.py).
AGREEMENTS = (
    N_("%(number)s claims of attacks and harm after %(day)s are claimed as violations, because their reports speak of"
       " breaches of it (%(inners)s)"),
    N_("the report itself: %(quote)s"),
)  # fmt: skip
OWN = (*FIGURES, *AGREEMENTS)


@cache
def of_rules() -> tuple[str, ...]:
    """What rules/access.toml calls conditions, and rules/displacement.toml its reasons."""
    access = load("access")
    labels = dict.fromkeys([*access["labels"].values(), *access["eased"].values()])
    because = [criterion["because"] for criterion in load("displacement")["criterion"]]
    return (*(label.format(item="%(things)s") for label in labels), *because)


def things() -> tuple[str, ...]:
    """The things and people that conditions name."""
    access = load("access")
    return tuple(dict.fromkeys([*access["items"], *access["people"], *access["general"].values()]))
