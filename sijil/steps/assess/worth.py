"""What a claim's figure is worth to a house: vague words as its numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.assess.house import House
from sijil.steps.languages.gloss import gloss


def worth(claim: Claim, house: House) -> Claim:
    """The claim with the house's figure for its vague words; as it is where it counts."""
    figure = claim.figure
    if figure is None or counted(claim):
        return claim
    if figure.low == 1:
        return replace(claim, figure=house.unnumbered) if house.unnumbered else claim
    text = f" {' '.join(_words(claim.quote))} "
    known = load("en/numbers")["vague"]
    meant = (own for words, own in house.vague if known.get(words) in (None, figure.low) and f" {words} " in text)
    return replace(claim, figure=next(meant, figure))


def counted(claim: Claim) -> bool:
    """Whether the figure is a number that the words give, and no "several", "dozens" or a mere plural."""
    figure = claim.figure
    if figure is None or figure.high is not None or figure.low is None:
        return figure is not None
    words = _words(claim.quote)
    vague = any(" ".join(words).startswith(several) for several in load("en/numbers")["vague"])
    if figure.low == 1 and words[:1] in (["a"], ["an"], ["another"]) and not vague:
        return True
    return bool(set(words) & _numerals(figure)) or not (figure.low == 1 or figure.low in _vague())


def _numerals(figure: Figure) -> set[str]:
    """How the low of an open figure may be written; "more than 20" is a low of 21."""
    units = load("en/numbers")["units"]
    near = {figure.low, (figure.low or 1) - 1}
    return {str(number) for number in near} | {word for word, value in units.items() if value in near}


def _vague() -> set[int]:
    return set(load("en/numbers")["vague"].values())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", gloss(text))
