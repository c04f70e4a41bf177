"""Two measures told of the same people ("killed or injured"), which makes them casualties not told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijil.steps.languages.en import harm
from sijil.steps.languages.en.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def with_joined(token: Token, measure: str) -> str:
    """The measure of "dead and wounded", "killed or injured", "dead or missing": not told apart unless counted anew."""
    if token.i + 2 >= token.sent.end or token.nbor(1).text.lower() not in ("or", "and", "/"):
        return measure
    joint, other = token.nbor(1).text.lower(), token.nbor(2)
    second = harm.adjective_measure(other) or harm.noun_measure(other) or harm.verb_measure(other)
    if second not in ("injured", "killed", "missing") or second == measure or measure not in ("killed", "injured"):
        return measure
    if _counted_anew(other):
        return measure
    return measure if joint == "and" and not _shares_subject(token) else "casualties"


def _counted_anew(other: Token) -> bool:
    """Whether a count of its own follows the second measure ("killed and wounded 17")."""
    after = other.nbor(1) if other.i + 1 < other.sent.end else None
    return after is not None and (after.like_num or after.text.lower() in words("victims", "counted_anew", "words"))


def _shares_subject(token: Token) -> bool:
    before = token.doc[max(token.sent.start, token.i - 4) : token.i]
    return any(left.text.lower() in ("were", "was", "been", "casualties", "including") for left in before)


def with_shared_object(verb: Token, measure: str) -> str:
    """The measure of the second verb of "killing and injuring dozens": both share the object."""
    if verb.i - 2 < verb.sent.start or verb.nbor(-1).text.lower() not in ("and", "or", "/"):
        return measure
    return "casualties" if {measure, harm.verb_measure(verb.nbor(-2))} == {"killed", "injured"} else measure
