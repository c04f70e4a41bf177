"""Near-copies among reports: a wire printed twice, its wording changed a little, is one report told again.

They are told by what stays when words are changed: the numbers, the names, and the rarer words of the claims.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from sijil.model.claim import Claim
from sijil.rules import load
from sijil.steps import who
from sijil.steps.where import place_key

Facts = Mapping[str, frozenset[str]]  # numbers, names, words
KINDS = ("numbers", "names", "words")
MOST = 50  # reports compared under one number: a number that more of them give tells nothing


def copies(claims: Iterable[Claim]) -> dict[str, str]:
    """Report → the report that it repeats, for near-copies only; the first by id where several repeat each other.

    Two reports are copies where they share enough numbers, and of the numbers, the names and the words that the shorter
    one gives each the larger share, rare ones weighing more (rules/sources.toml). Order of `claims` changes nothing.
    """
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_doc[claim.doc].append(claim)
    facts = {doc: _facts(by_doc[doc]) for doc in sorted(by_doc)}
    rare = _rarity(facts)
    original: dict[str, str] = {}
    for a, b in _pairs(facts):
        if _alike(facts[a], facts[b], rare):
            first = original.get(a, a)
            original[b] = min(first, original.get(b, first))
    return original


def _facts(claims: Sequence[Claim]) -> Facts:
    numbers = {_number(claim) for claim in claims if claim.figure}
    names = {place_key(words) for claim in claims for words in (claim.place, claim.within) if words}
    names |= {word.casefold() for claim in claims for word in (who.speaker(claim), claim.actor) if word}
    words = {word for claim in claims for word in re.findall(r"[^\W\d]{5,}", claim.quote.casefold())}
    return {"numbers": frozenset(numbers - {""}), "names": frozenset(names - {""}), "words": frozenset(words)}


def _number(claim: Claim) -> str:
    """A count as a key; "" for one, which is told of everything."""
    figure = claim.figure
    if figure is None or max(figure.low or 0, figure.high or 0) < 2:
        return ""
    return f"{claim.kind} {claim.measure} {figure.low} {figure.high}"


def _rarity(facts: Mapping[str, Facts]) -> dict[tuple[str, str], float]:
    """How much each fact tells: the fewer reports give it, the more."""
    seen = Counter((kind, fact) for own in facts.values() for kind in KINDS for fact in own[kind])
    return {key: log(1 + len(facts) / count) for key, count in seen.items()}


def _pairs(facts: Mapping[str, Facts]) -> list[tuple[str, str]]:
    """Pairs of reports that share enough numbers, in order."""
    by_number: dict[str, list[str]] = defaultdict(list)
    for doc, own in facts.items():
        for number in own["numbers"]:
            by_number[number].append(doc)
    shared: Counter[tuple[str, str]] = Counter()
    for docs in by_number.values():
        if len(docs) <= MOST:
            shared.update((a, b) for n, a in enumerate(docs) for b in docs[n + 1 :])
    return sorted(pair for pair, count in shared.items() if count >= load("sources")["copied_numbers"])


def _alike(a: Facts, b: Facts, rare: Mapping[tuple[str, str], float]) -> bool:
    least = load("sources")["copied_share"]
    return all(_share(a[kind], b[kind], kind, rare) >= least for kind in KINDS)


def _share(a: frozenset[str], b: frozenset[str], kind: str, rare: Mapping[tuple[str, str], float]) -> float:
    """Of what the shorter one gives, how much the other gives too; 1 where one of them gives nothing."""
    shorter = min(sum(rare[kind, fact] for fact in sorted(own)) for own in (a, b))
    return sum(rare[kind, fact] for fact in sorted(a & b)) / shorter if shorter else 1.0
