"""Which rules made derived rows: what other rules made cannot be continued, only made anew."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

import sijil
from sijil.rules import TEAM
from sijil.steps.languages.installed import announced

MADE_BY = ("model", "rules", "steps")  # folders of the package whose code and data decide what is derived
#: ... but these: what people look at first, and who may do what, change no derived row.
APART = ("queue/", "queue.toml", "roles.toml")


def rules_hash() -> str:
    """A hash of the rules, shipped and the team's own, of the steps that carry them out, and of installed packs."""
    return _hash(os.environ.get(TEAM, ""))


@cache
def _hash(team: str) -> str:
    """About 20 ms, once a process."""
    home = Path(sijil.__file__).parent
    folders = [home / name for name in MADE_BY] + ([Path(team)] if team else [])
    found = hashlib.sha256("\n".join(announced()).encode())
    for n, folder in enumerate(folders):
        for file in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".toml")):
            name = file.relative_to(folder).as_posix()
            if name.startswith(APART):
                continue
            found.update(f"{n} {name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()[:16]
