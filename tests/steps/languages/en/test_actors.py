"""By whom (guide: actor, in the text's words, shortest full form)."""

from __future__ import annotations

import pytest

from sijil.steps.languages.en.actors import doers
from tests.steps.languages.en.plain import sentence_of


def named(content: str) -> list[tuple[str, str]]:
    return [(doer.words, doer.how) for doer in doers(sentence_of(content))]


@pytest.mark.parametrize(
    ("content", "doer"),
    [
        ("Rebel fighters attacked the bridge.", ("Rebel fighters", "subject")),
        ("The bridge was shelled by government forces.", ("government forces", "by")),
        ("Regime airstrikes hit the bridge.", ("Regime", "noun")),
        ("Regime air strikes hit the bridge.", ("Regime", "noun")),
        ("The bridge was hit by Russian-backed regime forces.", ("Russian-backed regime forces", "by")),
    ],
)
def test_the_one_who_attacks_is_named_in_its_own_words(content: str, doer: tuple[str, str]) -> None:
    assert doer in named(content)


@pytest.mark.parametrize(
    "content",
    [
        "The figures were published by government forces.",
        "The area is held by rebel fighters.",
        "The bridge was used by rebel fighters.",
    ],
)
def test_by_whom_a_thing_is_told_held_or_used_is_no_doer(content: str) -> None:
    assert all(how == "named" for _, how in named(content))


def test_whom_an_attack_is_on_is_no_doer() -> None:
    assert all(how == "named" for words, how in named("Mortar fire on rebel fighters went on.") if "rebel" in words)
