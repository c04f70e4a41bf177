"""Rules of the field and word lists as data: TOML that a domain expert can read and change."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The rules file `name` ("grades", "en/harm") as a dictionary. Treat it as read-only: it is shared.

    Raises FileNotFoundError where there is no such file.
    """
    path = files(__name__).joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
