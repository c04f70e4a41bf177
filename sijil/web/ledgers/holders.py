"""The map of who is said to hold what: letters for holders, and a feature for each place that has a shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sijil.model.ledger import ControlState, ControlWord
from sijil.web import words
from sijil.web.geo import candidates, feature, geometry, key_of, ring_of, style
from sijil.web.language import N_, gettext, language
from sijil.web.ledgers import told as wording
from sijil.web.places import Places

Json = dict[str, Any]
# for translators: the letters that stand for parties, first those that are used most
LETTERS = N_("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def letters(states: Iterable[ControlState]) -> dict[str, str]:
    """A letter for each holder, A for the one that is named for most places; after Z come AA, AB …"""
    counts = Counter(state.words[0].holder for state in states)
    others = dict.fromkeys(word.holder for state in states for word in state.words)
    names = [*sorted(counts, key=lambda name: (-counts[name], name)), *(name for name in others if name not in counts)]
    return {name: _letter(n) for n, name in enumerate(names)}


def _letter(n: int) -> str:
    known = gettext(LETTERS)
    before = n // len(known)
    return (known[before - 1] if before else "") + known[n % len(known)]


def mark(state: ControlState, named: Mapping[str, str]) -> str:
    """What stands for a place's state: "A" holds or takes it, "(A)" besieges, nears or leaves it; "A v B" where
    speakers disagree, "A / B" where their words of other days differ; "A v ?" where it is only denied."""
    own = list(dict.fromkeys(_one(word, named) for word in state.words if word.holding)) or [
        _one(state.words[0], named)
    ]
    first = _one(state.words[0], named)
    if not (state.disagree or state.differ):
        return first
    others = [one for one in own if one != first]
    # for translators: between letters of parties that speakers name against each other
    return (gettext(" v ") if state.disagree else " / ").join([first, *(others[:2] or [gettext("?")])])


def _on_map(sign: str) -> str:
    """MapLibre sets words from right to left, but mirrors no brackets: they are given as they are to be seen."""
    return sign.translate({ord("("): ")", ord(")"): "("}) if language().dir == "rtl" else sign


def _one(word: ControlWord, named: Mapping[str, str]) -> str:
    letter = named[word.holder]
    return letter if word.holding else f"({letter})"


def on_map(states: Sequence[ControlState], named: Mapping[str, str], places: Places) -> tuple[Json, dict[str, int]]:
    """GeoJSON of the places that have a shape, areas first, and by the key of each the index of its state.

    Properties are those of the overview's map (web/geo.py): points, rings and areas are drawn by how precisely a place
    is known, an area's middle never. `short` and `along` begin with the mark.
    """
    features, keys = [], dict[str, int]()
    for n, state in enumerate(states):
        shape = geometry(state.at, places)
        if state.at is None or shape is None or (key := key_of(state.at)) in keys:
            continue
        keys[key] = n
        sign = _on_map(mark(state, named))
        told: Json = {
            "key": key, "place": words.where(state.at), "short": f"{sign} · {wording.place_of(state)}", "along": sign,
            "known": words.precision(state.at), "style": style(state.at, shape), "count": 1,
        }  # fmt: skip
        also = {"radius": ring_of(state.at), "review": state.at.review, "candidates": candidates(state.at),
                "disputed": state.disagree}  # fmt: skip
        features.append(feature(shape, told | {name: value for name, value in also.items() if value}))
    features.sort(key=lambda one: one["geometry"]["type"] == "Point")
    return {"type": "FeatureCollection", "features": features}, keys
