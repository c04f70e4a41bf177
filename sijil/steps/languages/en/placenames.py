"""Names of places in a sentence, as words: where they stand, how narrow they are, and what larger place they lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.capitals import Run, is_capital, runs
from sijil.steps.languages.en.knownplaces import known_level, pattern
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.languages.en.words import one_of, words
from sijil.steps.reading.scene import Spot

if TYPE_CHECKING:
    from spacy.tokens import Token


def spots(sentence: Sentence) -> tuple[Spot, ...]:
    """All place names of the sentence in text order, each with what it is said to lie in."""
    found = [spot for run in runs(sentence) if (spot := _spot(_narrowed(run))) is not None]
    found += [*_by_adjective(sentence), *_areas(sentence)]
    found += [spot for spot in _known(sentence) if not any(spot.start < s.end and s.start < spot.end for s in found)]
    return tuple(_nested(sorted(found, key=lambda s: s.start), sentence))


def _known(sentence: Sentence) -> Iterator[Spot]:
    """Names that the project's lists know, where capitals and prepositions alone did not show them."""
    for m in pattern().finditer(sentence.text):
        first, last = (sentence.token_at(sentence.start + at) for at in (m.start(), m.end() - 1))
        if first is not None and last is not None and m.group().lower() not in _list("not_places"):
            yield _named(Run(sentence, first, last), m.group(), known_level(m.group()))


def _by_adjective(sentence: Sentence) -> Iterator[Spot]:
    """ "the Syrian population", "Syrian territories": a country named by its adjective."""
    countries = load("en/placewords")["demonyms"]
    for m in _adjectives().finditer(sentence.text):
        name = m.group() if m[2].lower().startswith("territor") else countries[m[1].lower()]
        yield Spot(name, 0, sentence.start + m.start(), sentence.start + m.end())


def _areas(sentence: Sentence) -> Iterator[Spot]:
    """ "the “de-escalation zone”": areas that agreements drew, named in small letters."""
    for m in _area_names().finditer(sentence.text):
        first, last = (sentence.token_at(sentence.start + at) for at in (m.start(), m.end() - 1))
        if first is not None and last is not None:
            yield _named(Run(sentence, first, last), m.group(), load("en/placewords")["levels"]["region"])


@cache
def _area_names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(load('en/placewords')['areas']['words'])})\b", re.I)


@cache
def _adjectives() -> re.Pattern[str]:
    countries = one_of(load("en/placewords")["demonyms"])
    return re.compile(rf"\b({countries})\s+(population|territory|territories|soil|people)\b", re.I)


def _list(name: str) -> frozenset[str]:
    return words("placewords", name, "words")


def _narrowed(run: Run) -> Run:
    """The run without what leads the name: titles, "Town of", "Syria's"."""
    first = run.first
    while first.i < run.last.i and _leads(first.text.lower()):
        first = first.nbor(1)
    return replace(run, first=first)


def _leads(word: str) -> bool:
    if word in _list("not_places") or word in words("placewords", "levels"):
        return True
    return word.endswith("s") and word.rstrip("s") in _list("countries")


def _spot(run: Run) -> Spot | None:
    name = run.name
    if name.lower().endswith("s") and name.lower()[:-1] in _list("countries"):  # "Syrias" lost its apostrophe
        name = name[:-1]
    lower = name.lower()
    if _never(lower):
        return None
    level = _level(lower, run)
    if not (lower in _list("countries") or lower in _list("provinces") or _is_place(run, level)):
        return None
    return _named(run, name, level)


def _named(run: Run, name: str, level: int | None) -> Spot:
    """The spot with the words that belong to its name: "province" after it, "northern" before it."""
    (start, end), lead = run.sentence.span(run.first, run.last), run.lead
    if run.after is not None and run.after.text in _list("named_with"):
        name, end = f"{name} {run.after.text}", run.sentence.span(run.after, run.after)[1]
    elif run.sentence.text[end - run.sentence.start :].startswith(" air base"):
        name, end, level = f"{name} air base", end + len(" air base"), 4
    if run.before is not None and run.lead in _list("directions") and (level or 0) < 3:
        name, start, level = f"{run.before.text} {name}", run.sentence.offset(run.before), 1
        lead = Run(run.sentence, run.before, run.last).lead
    lead = lead if lead in _list("before") else ""
    return Spot(name, 2 if level is None else level, start, end, None, _of_event(run), lead)


def _never(name: str) -> bool:
    """Whether the words can be no place: listed as none, too short, or with a word that is none."""
    if name in _list("not_places") or len(name) < 3 and name != "us":
        return True
    return any(word in _list("not_places") for word in name.split() if not word.startswith("al"))


def _is_place(run: Run, level: int | None) -> bool:
    """Whether a name that no list knows is a place, by what stands around it and by its kind of name."""
    if run.lead in _list("titles"):
        return False
    return level is not None or (_placed(run) and not _somebody(run) and not _acts(run.after))


def _placed(run: Run) -> bool:
    if run.first.ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    return run.lead in _list("before") and run.lead not in ("from", "to", "of", "against", "and", "over")


def _somebody(run: Run) -> bool:
    """Whether the tagger takes the name for a person, a body, a people or a date, and no word before says a place."""
    if run.last.ent_type_ not in ("PERSON", "ORG", "NORP", "DATE"):
        return False
    within = run.lead in ("in", "near", "at", "held", "controlled") or run.lead in _list("directions")
    return not within or run.last.ent_type_ == "NORP"


def _acts(after: Token | None) -> bool:
    return after is not None and after.lemma_.lower() in _list("actors_after")


def _level(lower: str, run: Run) -> int | None:
    """By the word after ("Idlib province"), before ("the town of Saraqeb", "district of Alwaer"), or by the name."""
    levels: dict[str, int] = load("en/placewords")["levels"]
    after = run.after.text.lower() if run.after is not None else ""
    tail = lower.split()[-1].split("-")[-1]
    if after in levels and after != "state":
        return levels[after]
    if tail in levels and " " in lower:
        return levels[tail]
    if run.lead == "of" and (kind := _kind_before_of(run)) in levels:
        return levels[kind]
    if run.lead in levels and run.lead not in ("state", "region"):
        return levels[run.lead]
    if lower in _list("countries"):
        return 0
    if lower not in _list("provinces") and (known := known_level(lower)) is not None:
        return known
    if lower in _list("provinces"):
        return 2 if run.lead in ("in", "on", "of") and after not in ("province", "governorate") else 1
    return None


def _kind_before_of(run: Run) -> str:
    """ "town" of "the town of Saraqeb"; "" in "the Alwaer district of Homs", where Homs is what it lies in."""
    at = run.first.i - run.sentence.tokens.start
    if at < 2 or at >= 3 and is_capital(run.first.nbor(-3)):
        return ""
    return run.first.nbor(-2).text.lower()


def _of_event(run: Run) -> bool:
    """Whether the place may be where something happened, rather than whose or whence somebody is."""
    if run.after is not None and run.after.text.lower() in ("’s", "'s", "-"):
        return False
    if run.lead in ("from", "by", "between", "with", "against"):
        return False
    return run.after is None or run.after.lemma_.lower() not in _list("peopled_by")


def _nested(found: Sequence[Spot], sentence: Sentence) -> Iterator[Spot]:
    """ "Saraqeb in Idlib province", "Douma, near Damascus": the narrower lies within the wider that follows closely."""
    for i, spot in enumerate(found):
        yield replace(spot, within=_container(spot, found[i + 1 : i + 4], sentence))


def _container(spot: Spot, following: Sequence[Spot], sentence: Sentence) -> str | None:
    for other in following:
        gap = sentence.between(spot.end, other.start)
        length = len(gap.split())
        if length > 9 or not other.of_event or re.search(r"\b(?:which|who|that|whose)\b", gap):
            return None
        if not re.search(r"\b(?:in|of|near|outside|within|from|,)\b|,|^\s*$", gap + " "):
            return None
        if 0 < other.level < spot.level or (other.level == 0 and spot.level >= 1 and length < 5):
            return other.name
    return None
