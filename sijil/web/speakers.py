"""Speakers in addresses: a body by its name, a private person by a key that does not tell it."""

from __future__ import annotations

from hashlib import sha256

from sijil.exports.privacy import is_body

PERSON = "person-"
DIGITS = 16  # hex digits; 64 bits tell the people of a register apart


def speaker_key(name: str) -> str:
    """What stands for a speaker in an address: pages that blur a name should not link to it in clear.

    Who knows a name can make its key; nobody reads the name from it.
    """
    return name if is_body(name) else PERSON + sha256(name.encode()).hexdigest()[:DIGITS]
