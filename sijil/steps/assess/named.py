"""How many people of a group the text of an incident's only report names one by one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """`listed` stand there with what puts them into the group (an age below 18); `kin` belong to it by those around
    them, and `unsure` may belong to it. `opening` is where the report's first paragraph ends."""

    listed: int = 0
    kin: int = 0
    unsure: int = 0
    opening: int = 0

    @property
    def sure(self) -> int:
        """Those who belong to the group."""
        return self.listed + self.kin

    @property
    def all(self) -> int:
        """Those who may belong to it."""
        return self.sure + self.unsure


NOBODY = Named()
