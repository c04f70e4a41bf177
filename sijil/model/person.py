"""Who uses the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the register. `role` is one of rules/roles.toml. `removed` is None for one who may come in."""

    name: str
    role: str
    added: datetime
    removed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """One row of the access log: `who` did `what` (look, export, log-in, log-out, refused, user), and with what."""

    when: datetime
    who: str
    what: str
    body: dict[str, object]
