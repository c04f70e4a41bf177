"""What training needs of a language pack: a report looked at, its clauses, its title's words, and all decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sijil.steps.languages import ar, en
from sijil.steps.languages.ar.seen import look, words_of_title
from sijil.steps.languages.ar.situations.choosing import clauses
from sijil.steps.languages.en.scenes import words_of


@dataclass(frozen=True)
class Trained:
    """`look(report, text, reader)` gives what there is to decide on; a pack without a trained reader passes it over."""

    look: Callable[..., Any]
    clauses: Callable[..., Any]
    title: Callable[[str], frozenset[str]]
    decided: Callable[..., Any]


PACKS = {
    "en": Trained(
        lambda report, text, reader: en.look(report, text, lambda *_: reader), en.clauses, words_of, en.decided
    ),
    "ar": Trained(lambda report, text, reader: look(report, text), clauses, words_of_title, ar.decided),
}
