"""Who is at the terminal."""

from __future__ import annotations

import getpass


def me() -> str:
    """The user name that the machine knows, or "the terminal" where it knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "the terminal"
