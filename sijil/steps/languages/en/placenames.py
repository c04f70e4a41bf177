"""Names of places in a sentence, as words: where they stand, how narrow they are, and what larger place they lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sijil.rules import load
from sijil.steps.languages.en.knownplaces import known_level, pattern
from sijil.steps.languages.en.parse import Sentence
from sijil.steps.reading.scene import Spot

if TYPE_CHECKING:
    from spacy.tokens import Token


# Words that belong to the name of the place before them ("Idlib province", "Alwaer district").
_NAMED_WITH = frozenset(("province", "governorate", "region", "state", "countryside", "district", "camp", "neighborhood", "neighbourhood", "county", "airport", "zone"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("en/placewords")[key]["words"])


@cache
def _levels() -> dict[str, int]:
    return dict(load("en/placewords")["levels"])


_PARTICLES = {"al", "el", "-", "’", "'", "de", "of", "ez", "ar", "as", "ad", "ash", "an", "es", "abu", "bin", "ibn", "and"}


def spots(sentence: Sentence) -> tuple[Spot, ...]:
    """All place names of the sentence in text order, each with what it is said to lie in."""
    found = [spot for first, last in _runs(sentence) if (spot := _spot(sentence, first, last)) is not None]
    found += _by_adjective(sentence)
    found += [k for k in _known(sentence) if not any(k.start < s.end and s.start < k.end for s in found)]
    return tuple(_nested(sorted(found, key=lambda s: s.start), sentence))


def _known(sentence: Sentence) -> Iterator[Spot]:
    """Names that the project's lists know, where capitals and prepositions alone did not show them."""
    for m in pattern().finditer(sentence.text):
        token, last = sentence.token_at(sentence.start + m.start()), sentence.token_at(sentence.start + m.end() - 1)
        if token is None or last is None or m.group().lower() in _words("not_places"):
            continue
        before = token.nbor(-1) if token.i > sentence.tokens.start else None
        after = last.nbor(1) if last.i + 1 < sentence.tokens.end else None
        level = known_level(m.group())
        end = sentence.start + m.end()
        name = m.group()
        if after is not None and after.text in _NAMED_WITH:
            name, end = f"{name} {after.text}", sentence.offset(after) + len(after.text)
        yield Spot(name, 3 if level is None else level, sentence.start + m.start(), end, None, _of_event(before, after, last.doc, last.i, sentence), before.text.lower() if before is not None and before.text.lower() in _words("before") else "")


def _by_adjective(sentence: Sentence) -> Iterator[Spot]:
    """"the Syrian population", "Syrian territories": a country named by its adjective."""
    demonyms = load("en/placewords")["demonyms"]
    for m in re.finditer(rf"\b({'|'.join(demonyms)})\s+(population|territory|territories|soil|people)\b", sentence.text, re.I):
        name = m.group() if m[2].lower().startswith("territor") else demonyms[m[1].lower()]
        yield Spot(name, 0, sentence.start + m.start(), sentence.start + m.end())


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised tokens [first, last], with particles inside ("Deir al-Zor", "Khan al-Assal")."""
    doc = sentence.tokens.doc
    i, end = sentence.tokens.start, sentence.tokens.end
    while i < end:
        if not _capital(doc[i]) and not _article(doc, i, end):
            i += 1
            continue
        j = i
        while j + 1 < end and (_capital(doc[j + 1]) or _particle(doc, j + 1, end)):
            j += 1
        while j > i and not _capital(doc[j]):
            j -= 1
        yield i, j
        i = j + 1


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[:1].isalpha() or bool(re.match(r"(?:al|el|ar|as|ash|ad|an|az|ez)-[A-Z]", token.text))


def _article(doc: object, i: int, end: int) -> bool:
    return doc[i].text.lower() in ("al", "el", "ar", "as", "ad", "ash", "an") and i + 2 < end and doc[i + 1].text == "-" and doc[i + 2].text[:1].isupper()  # type: ignore[index]


def _particle(doc: object, i: int, end: int) -> bool:
    word = doc[i].text.lower()  # type: ignore[index]
    if word == "-" or word in ("’", "'", "`", "ʿ"):
        return i + 1 < end and (_capital(doc[i + 1]) or doc[i + 1].text.lower() in ("al", "el", "ez", "ar", "as", "zor", "zour"))  # type: ignore[index]
    if word in ("al", "el", "ez", "ar", "as", "ad", "ash", "an", "es") and i + 1 < end and doc[i + 1].text == "-":  # type: ignore[index]
        return True
    return word in ("al", "el", "ez", "ar") and i + 1 < end and _capital(doc[i + 1])  # type: ignore[index]


def _spot(sentence: Sentence, first: int, last: int) -> Spot | None:
    doc = sentence.tokens.doc
    skipped = _words("not_places") | _levels().keys()
    while first < last and (doc[first].text.lower() in skipped or doc[first].text.lower().rstrip("s") in _words("countries") and doc[first].text.lower().endswith("s")):
        first += 1
    words = sentence.text[sentence.offset(doc[first]) - sentence.start : sentence.offset(doc[last]) + len(doc[last].text) - sentence.start]
    name = re.sub(r"(?:’s|'s)$", "", words)
    if name.lower().endswith("s") and name.lower()[:-1] in _words("countries"):  # "Syrias": an apostrophe was lost
        name = name[:-1]
    lower = name.lower()
    if lower in _words("not_places") or len(lower) < 3 and lower != "us" or any(w in _words("not_places") for w in lower.split() if not w.startswith("al")):
        return None
    before = doc[first - 1] if first > sentence.tokens.start else None
    after = doc[last + 1] if last + 1 < sentence.tokens.end else None
    level = _level(lower, doc, first, last, sentence)
    known = lower in _words("countries") or lower in _words("provinces")
    if not known and level is None and not _placed(before, after, doc, first, sentence):
        return None
    if not known and level is None and doc[last].ent_type_ in ("PERSON", "ORG", "NORP", "DATE") and not (before is not None and (before.text.lower() in ("in", "near", "at", "held", "controlled") or before.text.lower() in _words("directions")) and doc[last].ent_type_ != "NORP"):
        return None
    if not known and before is not None and before.text.lower() in ("mr", "mrs", "president", "minister", "dr", "gen", "colonel", "general", "named", "called"):
        return None
    if after is not None and after.lemma_.lower() in ("say", "tell", "add", "report", "group", "fighter", "force", "agency", "ministry", "government", "army", "official", "soldier", "front") and not (known or level is not None):
        return None
    of_event = _of_event(before, after, doc, last, sentence)
    start, end = sentence.offset(doc[first]), sentence.offset(doc[last]) + len(doc[last].text)
    if after is not None and after.text in _NAMED_WITH:
        name, end = f"{name} {after.text}", sentence.offset(after) + len(after.text)
    elif after is not None and after.text == "air" and last + 2 < sentence.tokens.end and doc[last + 2].text == "base":
        name, end, level = f"{name} air base", sentence.offset(doc[last + 2]) + 4, 4
    lead = before.text.lower() if before is not None and before.text.lower() in _words("before") else ""
    if before is not None and before.text.lower() in _words("directions") and (level or 0) < 3:
        start, level = sentence.offset(before), 1
        name = f"{before.text} {name}"
        ahead = before.nbor(-1).text.lower() if before.i > sentence.tokens.start else ""
        lead = ahead if ahead in _words("before") else ""
    return Spot(name, 2 if level is None else level, start, end, None, of_event, lead)


def _level(lower: str, doc: object, first: int, last: int, sentence: Sentence) -> int | None:
    """By the word after ("Idlib province"), before ("the town of Saraqeb", "district of Alwaer"), or the name itself."""
    after = doc[last + 1].text.lower() if last + 1 < sentence.tokens.end else ""  # type: ignore[index]
    before = doc[first - 1].text.lower() if first > sentence.tokens.start else ""  # type: ignore[index]
    second = doc[first - 2].text.lower() if first - 1 > sentence.tokens.start else ""  # type: ignore[index]
    tail = lower.split()[-1].split("-")[-1]
    levels = _levels()
    if after in levels and after not in ("base", "state", "area", "road", "and") or after in ("base", "area", "road"):
        return levels[after]
    if tail in levels and " " in lower:
        return levels[tail]
    named = first - 3 >= sentence.tokens.start and _capital(doc[first - 3])  # type: ignore[index]
    if before == "of" and second in levels and not named:  # "the Alwaer district of Homs": Homs is what it lies in
        return levels[second]
    if before in levels and before not in ("state", "region"):
        return levels[before]
    if lower in _words("countries"):
        return 0
    if lower not in _words("provinces") and (level := known_level(lower)) is not None:
        return level
    if lower in _words("provinces"):
        return 2 if before in ("in", "on", "of") and after not in ("province", "governorate") else 1
    return None


def _placed(before: Token | None, after: Token | None, doc: object, first: int, sentence: Sentence) -> bool:
    if doc[first].ent_type_ in ("GPE", "LOC", "FAC"):  # type: ignore[index]
        return True
    return before is not None and before.text.lower() in _words("before") and before.text.lower() not in ("from", "to", "of", "against", "and", "over")


def _of_event(before: Token | None, after: Token | None, doc: object, last: int, sentence: Sentence) -> bool:
    """Whether the place may be where something happened, rather than whose or whence somebody is."""
    if after is not None and after.text.lower() in ("’s", "'s", "-"):
        return False
    return not (before is not None and before.text.lower() in ("from", "by", "between", "with", "against") or (after is not None and after.lemma_.lower() in ("say", "tell", "deny", "accuse", "be", "have", "fighter", "soldier", "official", "government", "force", "troop")))


def _nested(found: list[Spot], sentence: Sentence) -> list[Spot]:
    """"Saraqeb in Idlib province", "Douma, near Damascus": the narrower lies within the wider that follows closely."""
    out: list[Spot] = []
    for i, spot in enumerate(found):
        within = None
        for other in found[i + 1 : i + 4]:
            gap = sentence.text[spot.end - sentence.start : other.start - sentence.start]
            if len(gap.split()) > 9 or not other.of_event or re.search(r"\b(?:which|who|that|whose)\b", gap) or not re.search(r"\b(?:in|of|near|outside|within|from|,)\b|,|^\s*$", gap + " "):
                break
            if other.level < spot.level and other.level > 0 or (other.level == 0 and within is None and spot.level >= 1 and len(gap.split()) < 5):
                within = other.name
                break
        out.append(replace(spot, within=within))
    return out
