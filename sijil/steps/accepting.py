"""Who accepts having harmed civilians, read in the sentence around a claim and in nothing else.

A claim's speaker and actor are chosen among all that the report names and may be chosen wrongly; the grade "Confirmed"
must not rest on that. So the accepting words themselves have to stand in the sentence, behind the party's name or, in a
language whose verbs come first, right before it (accepting.toml of the language's pack).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.report import Text
from sijil.rules import load
from sijil.steps.languages import language_of, pack_of
from sijil.steps.languages.pack import Pack
from sijil.steps.parties import country_of, day_of, party_of

LONGEST = 600  # characters of a sentence that are looked at on either side of a claim
_END = re.compile(r"[.!?؟]['\"’”)]*(?=\s)|[\r\n]")
_COMMA = re.compile("[,;:،؛]")
_STRETCH = "\u0640"
LONGEST_NAME = 8  # words of a party behind its verb


def with_acceptance(claims: Sequence[Claim], text: Text, published: date | None = None) -> tuple[Claim, ...]:
    """The claims of one report, `accepted_by` filled in where a party accepts harm to civilians by its own side.

    `published` is the report's day, on which who accepts belongs to its camp.
    """
    return tuple(
        replace(claim, accepted_by=_party(claim, text.content, published)) if harm(claim) else claim for claim in claims
    )


def harm(claim: Claim) -> bool:
    """Whether a claim tells of civilians harmed, by that name: "people" may be the accepting side's enemies."""
    civilian = ("civilians", *load("groups")["part"])
    some = claim.figure is None or claim.figure.high != 0
    return claim.kind == "casualty" and claim.status == "reported" and claim.group in civilian and some


def _party(claim: Claim, content: str, published: date | None) -> Party | None:
    """The party that accepts the claim in its sentence; None where none does, or the words name no known camp."""
    sentence = _plain(_sentence(claim, content))
    pack = pack_of(language_of(sentence))
    country, day = country_of(claim.at), published or day_of(claim, None)
    for found in _pattern(pack.code).finditer(sentence) if pack.rules("accepting") else ():
        before, behind = sentence[: found.start()], sentence[found.end() :]
        if _has(pack, "turned", _words(before)[-4:]) or not (found["whole"] or _own(pack, behind)):
            continue
        subject = _COMMA.split(before)[-1]
        words = " ".join(claim.speaker[:1]) if _has(pack, "pronouns", _words(subject)) else subject.strip()
        party = party_of(words, country, day)
        if not party.side:
            words, behind = _named_behind(pack, behind, country, day)
            party = party_of(words, country, day)
        # "admitted that nine were killed in its town by ..." accepts nothing
        others = party_of(behind, country, day).side
        if party.side and others in ("", party.side):
            return replace(party, raw=f"{words} {found[0]}".strip())
    return None


def _named_behind(pack: Pack, behind: str, country: str, day: date | None) -> tuple[str, str]:
    """The party's name right behind a verb, and the rest; "" where the language has it before, or none is there."""
    words = behind.split()
    stops = set(pack.rules("accepting").get("stops", ()))
    ahead = next((n for n, word in enumerate(words[: LONGEST_NAME + 1]) if word in stops), 0) if stops else 0
    name = " ".join(words[:ahead])
    return (name, " ".join(words[ahead:])) if name and party_of(name, country, day).side else ("", behind)


def _sentence(claim: Claim, content: str) -> str:
    start, end = claim.span
    before = content[max(0, start - LONGEST) : start]
    cuts = [match.end() for match in _END.finditer(before)]
    after = _END.search(content[end : end + LONGEST] + "\n")
    return before[cuts[-1] if cuts else 0 :] + content[start : end + (after.start() if after else 0)]


def _plain(sentence: str) -> str:
    """The sentence without marks that stand over letters, and stretching: rules are written without."""
    return "".join(char for char in sentence if char != _STRETCH and not unicodedata.combining(char))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    rules = pack_of(code).rules("accepting")
    spelt = str.maketrans(rules.get("spelt", {}))
    whole, verbs = ("|".join(word.translate(spelt) for word in rules[name]) for name in ("whole", "verbs"))
    joined = f"(?:{'|'.join(rules['joined'])})?" if rules.get("joined") else ""
    return re.compile(rf"\b{joined}(?:(?P<whole>{whole})|(?:{verbs}))\b", re.IGNORECASE)


def _has(pack: Pack, name: str, words: Sequence[str]) -> bool:
    return bool(set(words) & set(pack.rules("accepting")[name]))


def _own(pack: Pack, behind: str) -> bool:
    """Whether the words behind a verb tell of its subject's own side."""
    if pack.words is None:
        return _has(pack, "own", _words(behind))
    own = {forms[0] for word in pack.rules("accepting")["own"] for forms in pack.words(word)}
    return any(form in own for forms in pack.words(behind) for form in forms)


def _words(words: str) -> list[str]:
    return re.findall(r"[\w'’]+", words.casefold().replace("’", "'"))
