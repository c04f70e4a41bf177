"""The names of one text resolved together, in the light of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sijil.model.place import Place
from sijil.rules import load
from sijil.steps.places.choose import whereabouts
from sijil.steps.places.context import Context
from sijil.steps.places.entry import Entry
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.names import article_key
from sijil.steps.places.resolver import Resolver
from sijil.steps.places.survey import Named, Survey, survey

#: A name as it is looked up, and the larger place named right behind it, "" for none.
Name = tuple[str, str]


def resolve_together(names: Sequence[Name], gazetteer: Gazetteer, around: Entry | None = None) -> tuple[Place, ...]:
    """The place of each name of one text, in order; a name that stands there several times is given several times.

    Nearly every name that the gazetteer has is answered, as the text as a whole speaks for one of its meanings.
    `around` is a larger place that all of them are known to lie in.
    """
    resolver = resolver_of(names, gazetteer, around)
    return tuple(resolver.place(name, within or None) for name, within in names)


def resolver_of(names: Sequence[Name], gazetteer: Gazetteer, around: Entry | None = None) -> Resolver:
    """What resolves the names of one text, which were weighed together; a single name only where hardly another place
    is meant by it."""
    surveyed = survey(_named(names), gazetteer, around.country if around else "")
    least = float(load("placing")["limits"]["alone_likely"]) if len(names) == 1 else 0.0
    return Resolver(gazetteer, _context(surveyed, least), around)


def _named(names: Sequence[Name]) -> list[Named]:
    times = Counter(name for name, _ in names)
    behind: Mapping[str, set[str]] = {name: set() for name in times}
    for name, within in names:
        if within:
            behind[name].add(within)
    return [Named(name, count, frozenset(behind[name])) for name, count in times.items()]


def _context(surveyed: Survey, least: float) -> Context:
    """Countries and provinces that hold a name's worth or more of the text; what each name means so likely or more."""
    likely = float(load("placing")["limits"]["likely"])
    kept = {article_key(name): found for name, found in surveyed.meant.items() if found[1] >= least}
    context = Context(
        countries={code for code, count in surveyed.countries.items() if count >= 1 and code},
        provinces={region for region, count in surveyed.provinces.items() if count >= 1 and region[1]},
        meant={key: entry.id for key, (entry, _, _) in kept.items()},
        doubts={key: whereabouts(other) for key, (_, share, other) in kept.items() if other and share < likely},
    )
    for entry, share, _ in kept.values():
        if share >= likely:
            context.placed(entry)
    context.fixed = True
    return context
