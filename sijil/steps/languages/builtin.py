"""The packs that come with Sijil, declared without loading them."""

from __future__ import annotations

from sijil.steps.languages.pack import Pack, later

_EN, _AR = "sijil.steps.languages.en", "sijil.steps.languages.ar"

ENGLISH = Pack(
    code="en",
    script="LATIN",
    read=later(f"{_EN}:read"),
    told=later(f"{_EN}.told:told"),
    hints=later(f"{_EN}.hints:hints"),
    period=later(f"{_EN}.hints:period"),
    find=later(f"{_EN}.toponyms:find"),
    named=later(f"{_EN}.unclaimed:named"),
    uncounted=later(f"{_EN}.uncounted:uncounted"),
)

ARABIC = Pack(
    code="ar",
    script="ARABIC",
    read=later(f"{_AR}:read"),
    told=later(f"{_AR}.told:told"),
    hints=later(f"{_AR}.hints:hints"),
    period=later(f"{_AR}.told:period"),
    find=later(f"{_AR}.toponyms:find"),
    words=later(f"{_AR}.stems:stems"),
)

BUILTIN = (ENGLISH, ARABIC)
