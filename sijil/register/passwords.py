"""Passwords: kept only as argon2id (RFC 9106, its second recommended setting, as argon2-cffi has it)."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from sijil.errors import BadInput
from sijil.rules import load

if TYPE_CHECKING:
    from argon2 import PasswordHasher


def hashed(password: str) -> str:
    """The password in argon2's own notation. Raises BadInput where it is too short or too long (rules/roles.toml)."""
    limits, plain = load("roles")["login"], _plain(password)
    if len(plain) < limits["shortest"]:
        raise BadInput("the password", f"has fewer than {limits['shortest']} characters", "take a few words together")
    if len(plain) > limits["longest"]:
        raise BadInput("the password", f"has more than {limits['longest']} characters")
    return _hasher().hash(plain)


def fits(kept: str, password: str) -> bool:
    """Whether the password is the one kept. Takes as long where nothing is kept ("") as where something is."""
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > load("roles")["login"]["longest"]:
        password = ""
    try:
        return _hasher().verify(kept or _nobodys(), _plain(password)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def _plain(password: str) -> str:
    """One form for letters that keyboards compose in different ways."""
    return unicodedata.normalize("NFKC", password)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash("nobody's")
