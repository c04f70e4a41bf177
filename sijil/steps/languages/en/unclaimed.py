"""Whom an English text lists one by one as killed, by group."""

from __future__ import annotations

from collections.abc import Mapping

from sijil.steps.languages.en.listed import listed
from sijil.steps.languages.en.offspring import offspring
from sijil.steps.reading.unclaimed import Named


def named(text: str) -> Mapping[str, Named]:
    """The people listed with an age, and sons and daughters without one."""
    people, young = [one for one in listed(text) if one.dead], [one.young for one in offspring(text)]
    children = Named(sum(one.child for one in people), sum(young), len(young) - sum(young), text.find("\n"))
    return {"civilians": Named(len(people)), "children": children}
