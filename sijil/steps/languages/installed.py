"""All language packs: those that come with Sijil, then those that installed distributions announce.

A distribution announces a pack by an entry point of the group `sijil.languages`: its name is the language's code, its
value a `Pack` ("fr = my_package:PACK").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sijil.steps.languages.builtin import BUILTIN
from sijil.steps.languages.pack import Pack

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "sijil.languages"


def packs() -> tuple[Pack, ...]:
    """The packs that can be used, the built-in ones first, the others by code."""
    return _found()[0]


def refused() -> tuple[str, ...]:
    """One line for each announced pack that cannot be used: which, why, and what to do."""
    return _found()[1]


def announced() -> tuple[str, ...]:
    """Distribution and version of each pack that does not come with Sijil: other ones read otherwise."""
    return tuple(sorted(f"{one.name} {one.dist.name} {one.dist.version}" for one in _points() if one.dist))


@cache
def by_code() -> dict[str, Pack]:
    """The packs by the code of their language."""
    return {pack.code: pack for pack in packs()}


def _points() -> list[EntryPoint]:
    from importlib.metadata import entry_points  # 20 ms, which `--help` need not wait for

    return sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))


@cache
def _found() -> tuple[tuple[Pack, ...], tuple[str, ...]]:
    usable, lines = list(BUILTIN), []
    for point in _points():
        try:
            usable.append(_loaded(point, {pack.code for pack in usable}))
        except Exception as error:  # whatever somebody else's code does wrong must not stop the other languages
            why = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            lines.append(
                f"language pack {point.name} ({point.value}): left out, {why} - mend or remove its distribution"
            )
    return tuple(usable), tuple(lines)


def _loaded(point: EntryPoint, taken: set[str]) -> Pack:
    """The pack. Raises ValueError where it is none, has another code than announced, or reads a language once more."""
    pack = point.load()
    if not isinstance(pack, Pack):
        raise ValueError("it is no sijil.steps.languages.pack.Pack")
    if pack.code != point.name:
        raise ValueError(f"its code is {pack.code!r}")
    if pack.code in taken:
        raise ValueError(f"there is a pack for {pack.code!r} already")
    return pack
