"""The rules of a house: what its recorders make of words and of several figures (rules/assess)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sijil.model.figure import Figure
from sijil.rules import BrokenRules, named

FOLDER, DEFAULT = "assess", "sijil"
Ends = Literal["sources", "summed", "accounts", "lowest"]
ENDS: tuple[str, ...] = Ends.__args__  # type: ignore[attr-defined]
#: Ends that are made of accounts, each with the house's numbers for its words.
OF_ACCOUNTS = ("summed", "accounts")


@dataclass(frozen=True, slots=True)
class Stated:
    """Words with which a report states its own grade: one of `words` beside a verb, none of `without`."""

    grade: str
    words: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class House:
    """The fields of a file of rules/assess; `vague` is sorted, longest words first. `several`: the ends of several
    reports of one incident, where these are made otherwise than those of one report's accounts."""

    name: str
    ends: Ends
    several: Ends
    vague: tuple[tuple[str, Figure], ...] = ()
    unnumbered: Figure | None = None
    print_highest_low: bool = True
    best: bool = False
    beside: tuple[str, ...] = ()
    far: int = 0  # 0: no account is too far off
    far_floor: int = 0
    alone: int = 0  # 0: no account is set aside for being alone
    verbs: tuple[str, ...] = ()
    stated: tuple[Stated, ...] = ()


@cache
def house(name: str = DEFAULT) -> House:
    """The house of that name. Raises KeyError where there is none, BrokenRules where a team's file does not hold."""
    plain = named(FOLDER, name)
    try:
        return _house(plain)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise BrokenRules(f"{FOLDER}/{name}.toml", f"does not hold: {error}") from error


def _house(plain: Mapping[str, Any]) -> House:
    several = plain.get("several", plain["ends"])
    for ends in (plain["ends"], several):
        if ends not in ENDS:
            raise ValueError(f"ends is {ends!r}, not one of {', '.join(ENDS)}")
    words = sorted(plain.get("vague", {}), key=lambda text: (-len(text), text))
    given, stated = plain.get("unnumbered"), plain.get("stated", {})
    return House(
        name=str(plain["name"]),
        ends=plain["ends"],
        several=several,
        vague=tuple((text, _figure(plain["vague"][text])) for text in words),
        unnumbered=_figure(given) if given else None,
        print_highest_low=bool(plain.get("print_highest_low", True)),
        best=bool(plain.get("best", False)),
        beside=tuple(plain.get("beside", ())),
        far=int(plain.get("far", 0)),
        far_floor=int(plain.get("far_floor", 0)),
        alone=int(plain.get("alone", 0)),
        verbs=tuple(stated.get("verbs", ())),
        stated=tuple(
            Stated(row.get("grade", key), tuple(row["words"]), tuple(row.get("not_with", ())))
            for key, row in stated.items()
            if key != "verbs"
        ),
    )


def _figure(bounds: list[int]) -> Figure:
    low, high = bounds
    return Figure(low, high)
