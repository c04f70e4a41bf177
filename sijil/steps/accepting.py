"""Who accepts having harmed civilians, read in the sentence around a claim and in nothing else.

A claim's speaker and actor are chosen among all that the report names and may be chosen wrongly; the grade "Confirmed"
must not rest on that. So the accepting words themselves have to stand in the sentence, behind the party's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from sijil.model.claim import Claim
from sijil.model.party import Party
from sijil.model.report import Text
from sijil.rules import load
from sijil.steps.parties import country_of, day_of, party_of

LONGEST = 600  # characters of a sentence that are looked at on either side of a claim
_END = re.compile(r"[.!?]['\"’”)]*(?=\s)|[\r\n]")


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
    sentence = _sentence(claim, content)
    for found in _pattern().finditer(sentence):
        before, behind = sentence[: found.start()], sentence[found.end() :]
        if _turned(before) or not (found["whole"] or _own(behind)):
            continue
        country, day = country_of(claim.at), published or day_of(claim, None)
        subject = re.split(r"[,;:]", before)[-1]
        words = " ".join(claim.speaker[:1]) if _pronoun(subject) else subject.strip()
        party = party_of(words, country, day)
        others = party_of(
            behind, country, day
        ).side  # "admitted that nine were killed in its town by ..." accepts nothing
        if party.side and others in ("", party.side):
            return replace(party, raw=f"{words} {found[0]}".strip())
    return None


def _sentence(claim: Claim, content: str) -> str:
    start, end = claim.span
    before = content[max(0, start - LONGEST) : start]
    cuts = [match.end() for match in _END.finditer(before)]
    after = _END.search(content[end : end + LONGEST] + "\n")
    return before[cuts[-1] if cuts else 0 :] + content[start : end + (after.start() if after else 0)]


@cache
def _pattern() -> re.Pattern[str]:
    rules = load("en/accepting")
    return re.compile(rf"\b(?:(?P<whole>{'|'.join(rules['whole'])})|(?:{'|'.join(rules['verbs'])}))\b", re.IGNORECASE)


def _turned(before: str) -> bool:
    return bool(set(_words(before)[-4:]) & set(load("en/accepting")["turned"]))


def _own(behind: str) -> bool:
    return bool(set(_words(behind)) & set(load("en/accepting")["own"]))


def _pronoun(subject: str) -> bool:
    return bool(set(_words(subject)) & set(load("en/accepting")["pronouns"]))


def _words(words: str) -> list[str]:
    return re.findall(r"[\w'’]+", words.casefold().replace("’", "'"))
