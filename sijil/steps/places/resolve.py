"""The places of one report, resolved together: countries and provinces first, then what lies inside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.place import Place
from sijil.steps.places.context import Context, gather
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.phrases import Phrase
from sijil.steps.places.resolver import Resolver, parsed


def resolve(
    claims: Sequence[Claim], gazetteer: Gazetteer, settled: Mapping[str, str] | None = None, home: str = ""
) -> tuple[Claim, ...]:
    """Fill `at` of all claims of one report.

    A claim without `place` is placed by its `within`; one with neither keeps `at` None. Nothing is lost: what cannot be
    resolved is a Place with an empty id and precision "unknown", the words in `raw`. `settled` are gazetteer ids that a
    register has for words, by their article key: they weigh, but do not decide alone. `home` names the publisher's
    country, which the report is about where its own places tell none.
    """
    resolver = Resolver(gazetteer, _context(claims, gazetteer, settled or {}, home))
    pairs = list(dict.fromkeys((claim.place, claim.within) for claim in claims if claim.place or claim.within))
    for place, within in pairs:  # first round: sure ones become neighbours for the rest
        resolver.place(place, within)
    resolver.forget()
    return tuple(
        replace(claim, at=resolver.place(claim.place, claim.within)) if claim.place or claim.within else claim
        for claim in claims
    )


def resolve_name(name: str, gazetteer: Gazetteer, within: str | None = None) -> Place:
    """One name on its own, for a person who asks (`sijil places find`)."""
    phrases = [*parsed(name, gazetteer), *parsed(within, gazetteer)]
    return Resolver(gazetteer, gather(phrases, gazetteer)).place(name, within)


def _context(claims: Sequence[Claim], gazetteer: Gazetteer, settled: Mapping[str, str], home: str) -> Context:
    wordings = dict.fromkeys(words for claim in claims for words in (claim.place, claim.within))
    context = replace(gather(_all(wordings, gazetteer), gazetteer), settled=settled)
    if home and not context.countries:
        context.countries |= {entry.country for entry in gazetteer.lookup(home)[:1] if entry.kind == "country"}
    return context


def _all(wordings: Iterable[str | None], gazetteer: Gazetteer) -> Iterator[Phrase]:
    for raw in wordings:
        for phrase in parsed(raw, gazetteer):
            yield phrase
            yield from parsed(phrase.within, gazetteer)
