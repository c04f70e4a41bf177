"""Forms of Arabic verbs from their past and present."""

from __future__ import annotations

from sijil.steps.languages.ar.text import fold
from sijil.steps.languages.ar.verbs import Form, forms


def test_forms_of_a_verb() -> None:
    known = forms(["قصف يقصف", "ألقى يلقي"])
    for word, form in (
        ("قصفت", Form("قصف", "she")),
        ("قصفوا", Form("قصف", "they")),
        ("قصفته", Form("قصف", "she", object=True)),
        ("تقصف", Form("قصف", "she", present=True)),
        ("يقصفون", Form("قصف", "they", present=True)),
        ("ألقت", Form("ألقى", "she")),
        ("ألقاها", Form("ألقى", "he", object=True)),
        ("يلقي", Form("ألقى", "he", present=True)),
    ):
        assert known[fold(word)] == form
    assert fold("قصير") not in known
