"""Small questions about tokens of a parsed sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def before(token: Token) -> str:
    """The word before a token in lower case; "" at the start of its sentence."""
    return token.nbor(-1).text.lower() if token.i > token.sent.start else ""


def following(token: Token) -> Token | None:
    """The token after this one in its document, or None."""
    return token.nbor(1) if token.i + 1 < len(token.doc) else None


def has_child(token: Token, *relations: str) -> bool:
    """Whether one of the parse relations leads down from the token."""
    return any(child.dep_ in relations for child in token.children)
