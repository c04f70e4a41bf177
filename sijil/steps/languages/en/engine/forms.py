"""Part of speech, features and lemma of words, remembered: what spaCy's attribute ruler and lemmatizer find for a word.

Both look at one word, its tag and some of its relations, and say the same each time, but took 11 to 18 ms for a report
of 370 words. Here they are asked once for each word, tag and relation: 2 ms. The few rules over two words ("let 's")
are asked for each pair of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.tokens import Doc

from sijil.steps.languages.en.engine.wordrules import Word, WordRules

if TYPE_CHECKING:
    from spacy.language import Language

#: Words remembered, at most; then all are forgotten. One takes about 0.5 kB.
MOST = 100_000

_SET = [TAG, POS, MORPH, LEMMA, DEP]
_OTHER = "other"  # stands for all relations that no rule asks for
Key = tuple[int, ...]  # form, tag and relation of a word; or those of two words in a row and which one is meant


class WordForms:
    """Sets the forms of documents that have tags and relations, as the two components do, and remembers them."""

    def __init__(self, nlp: Language) -> None:
        """Takes the components "attribute_ruler" and "lemmatizer" of a loaded pipeline.

        Raises ValueError where a rule goes over more than two words.
        """
        self._vocab = nlp.vocab
        self._rules = WordRules(nlp.get_pipe("attribute_ruler"))
        self._lemmatizer = _indexed(nlp.get_pipe("lemmatizer"))
        self._asked = {nlp.vocab.strings.add(dep) for dep in self._rules.relations}
        self._other = nlp.vocab.strings.add(_OTHER)
        self._known: dict[Key, tuple[int, ...]] = {}
        self._begins: set[Key] = set()  # words with which a rule over two words may begin
        self._ends: set[Key] = set()

    def __call__(self, doc: Doc) -> None:
        """Sets tag, part of speech, features, lemma and relation of all words of a document."""
        if len(self._known) > MOST:
            self._known.clear()
        raw: Any = doc.to_array([ORTH, TAG, DEP])
        words: list[Key] = [(form, tag, dep if dep in self._asked else self._other) for form, tag, dep in raw.tolist()]
        self._learn(words)
        keys = list(words)
        for i, word in enumerate(words[:-1]):
            if word in self._begins and words[i + 1] in self._ends:
                keys[i], keys[i + 1] = (*word, *words[i + 1], 0), (*word, *words[i + 1], 1)
        self._learn(keys)
        found: Any = np.array([self._known[key] for key in keys], dtype=np.uint64).reshape(-1, len(_SET))
        found[:, -1] = np.where(found[:, -1] == self._other, raw[:, -1], found[:, -1])
        doc.from_array(_SET, found)

    def _learn(self, keys: Sequence[Key]) -> None:
        """Finds the forms of unknown words: by the rules, and the lemma, where they set none, by the lemmatizer."""
        keys = [key for key in dict.fromkeys(keys) if key not in self._known]
        if not keys:
            return
        rows, strings = [], self._vocab.strings
        for key in keys:
            words = [self._word(key[i : i + 3]) for i in range(0, len(key) - 1, 3)]
            which = key[6] if len(words) > 1 else 0
            sets = {TAG: key[3 * which + 1], DEP: key[3 * which + 2]} | self._rules.of(words, which)
            rows.append((strings[key[3 * which]], [sets.get(name, 0) for name in _SET]))
            if len(words) == 1:
                self._begins |= {key} if self._rules.may_pair(words[0], 0) else set()
                self._ends |= {key} if self._rules.may_pair(words[0], 1) else set()
        doc = Doc(self._vocab, words=[text for text, _ in rows])
        values: Any = np.array([values for _, values in rows], dtype=np.uint64)
        doc.from_array(_SET, values)
        found = self._lemmatizer(doc).to_array(_SET).tolist()
        self._known.update(zip(keys, map(tuple, found), strict=True))

    def _word(self, key: Key) -> Word:
        form, tag, dep = (self._vocab.strings[name] for name in key)
        return Word(tag, form.lower(), dep, form.isspace())


def _indexed(lemmatizer: Any) -> Any:
    """The lemmatizer with sets of lemmas in place of lists, in which finding a word took 0.1 ms."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part, lemmas in index.items():
        index[part] = frozenset(lemmas)
    return lemmatizer
