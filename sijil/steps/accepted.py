"""The claims that incidents and ledgers are made of: as people left them, with the denials linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sijil.model.claim import Claim
from sijil.model.judgement import Judgement
from sijil.steps.added import present
from sijil.steps.denials import across, answered_all
from sijil.steps.judge import apply


def left(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """The claims of whole reports as people left them and as their own report answers them, no other report asked."""
    return answered_all(apply(present(claims, judgements), judgements))


def accepted(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """Rejected claims dropped, corrected ones changed, denials linked across reports; in the order given."""
    return across(left(claims, judgements))
