"""People counted in an Arabic sentence: number and noun, dual, bare singular, plural without a number, "others"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from sijil.model.figure import Figure
from sijil.rules import load
from sijil.steps.languages.ar.numbers import Number, counted, number_at
from sijil.steps.languages.ar.people import Named, noun_at
from sijil.steps.languages.ar.text import Word, keys, wordset

#: Words behind a noun in which an adjective or "من ال..." may change its group.
_ADJECTIVES = 4
#: The most that a definite number behind its noun counts ("أطفالها الأربعة"); more is a date or a name.
_SMALL = 20
#: "Injury" is the deed and, counted, the injured; a body found is the deed's sign, and counted the dead.
_DEEDS = ("اصابه", "جثه", "جثمان")


@dataclass(frozen=True, slots=True)
class Mention:
    """People in words [first, end) of a sentence. `noun` is the folded singular, "" for a bare number.

    `measure` is what the noun itself tells ("قتلى"); `group` None where the noun names nobody. `numbered` is False for
    plurals without a number; `others` for "آخرين", who have the group of those before; `of_them` for "أربعة منهم".
    """

    first: int
    end: int
    figure: Figure
    noun: str = ""
    group: str | None = None
    measure: str | None = None
    numbered: bool = True
    number: Number | None = None
    others: bool = False
    definite: bool = False
    possessed: bool = False
    of_them: bool = False


def mentions(words: Sequence[Word], taken: Container[int] = (), harmed: Container[int] = ()) -> tuple[Mention, ...]:
    """All people that a sentence counts or names by a noun, in order, none over another or on a `taken` word.

    `harmed` are the words of harm: a bare number before one counts people ("وأربعة أصيبوا").
    """
    found: list[Mention] = []
    i = 0
    while i < len(words):
        mention = _mention_at(words, i, harmed) if i not in taken else None
        if mention is not None:
            found.append(mention)
        i = mention.end if mention is not None else i + 1
    return tuple(found)


def _mention_at(words: Sequence[Word], i: int, harmed: Container[int]) -> Mention | None:
    number = number_at(words, i)
    if number is not None:
        return _numbered(words, number, harmed) if _stands_alone(words, number) else None
    if (
        words[i].key.lstrip("وفبلك") in wordset("numbers", "teens", "11")
        and (named := noun_at(words, i + 1))
        and named.noun.count in ("many", "two or many")
    ):
        return Mention(
            i, named.end, Figure(1, 1), named.noun.lemma, named.noun.group, named.noun.measure,
            possessed=named.noun.possessed,
        )  # fmt: skip
    named = noun_at(words, i)
    if named is None:
        return _others(words, i)
    return None if _deed(words, named) or _theirs(named) else _unnumbered(words, named)


def _theirs(named: Named) -> bool:
    """Whether people named by their harm are only somebody's ("ضحاياها", "جثمانه"): that counts nobody anew."""
    return named.noun.possessed and named.noun.measure is not None


def _stands_alone(words: Sequence[Word], number: Number) -> bool:
    """Whether digits are part of no name or stamp ("درعا24", "Tweet4"), and count nobody's children ("أب لخمسة")."""
    at = number.core
    if at and words[at].gap.strip() in ("-", "–") and words[at - 1].key[:1].isdigit():
        return False  # "3-0"
    after = words[number.end] if number.end < len(words) else None
    if after is not None and after.gap.strip() in ("-", "–") and after.key[:1].isdigit():
        return False
    if not at and number.end < len(words) and words[number.end].gap[:1] in (".", ")", "-", "_"):
        return False
    if at and not words[at].gap and words[at - 1].key not in _attached():
        return False
    return not (
        at and words[at].key[:1] == "ل" and not wordset("people", "leading", "parents").isdisjoint(words[at - 1].stems)
    )


def _deed(words: Sequence[Word], named: Named) -> bool:
    """Whether "إصابة" is the deed, as nothing counts it, or a noun only tells what others are ("بين قتيل وجريح")."""
    if named.noun.lemma in _DEEDS and (
        named.noun.count == "one" and named.noun.lemma == _DEEDS[0] or _people_behind(words, named)
    ):
        return True
    if (
        named.lead == "ال"
        and named.first
        and words[named.first - 1].key in wordset("harm", "others_than_people", "bodies")
    ):
        return True  # "الدفاع المدني"
    before = [w.key for w in words[max(0, named.first - 2) : named.first]]
    return bool(named.noun.measure) and named.noun.count == "one" and "بين" in before


def _numbered(words: Sequence[Word], number: Number, harmed: Container[int]) -> Mention | None:
    at = number.end
    if at < len(words) and words[at].key in ("من", "اصل") and number.end - number.core == 1:
        at += 1
    named = noun_at(words, at) if not _parted(words, at) else None
    if named is not None and named.lead in ("", "ال", "لل"):
        number = counted(number, words, named.end)
        return Mention(
            number.first, named.end, number.figure, named.noun.lemma, _group(words, named), named.noun.measure,
            number=number, possessed=named.noun.possessed,
        )  # fmt: skip
    if (
        number.end < len(words)
        and words[number.end].key in wordset("harm", "others", "words")
        and not _parted(words, number.end)
    ):
        return Mention(number.first, number.end + 1, number.figure, others=True, number=number)
    if number.end < len(words) and words[number.end].key in wordset("harm", "parts", "of_them"):
        return Mention(number.first, number.end + 1, number.figure, number=number, others=True, of_them=True)
    if number.figure == Figure(1, 1) and not words[number.core].key[:1].isdigit():
        return None
    if number.vague or number.figure.unit == "percent" or _year(words, number):
        return None
    if number.end not in harmed and _other_thing(words, number):
        return None
    return Mention(number.first, number.end, counted(number, words, number.end).figure, number=number)


def _year(words: Sequence[Word], number: Number) -> bool:
    """Whether a bare number is a year, or counts minutes of a match and the like, whatever verb follows it."""
    key, before = words[number.core].key, words[number.core - 1].stems if number.core else ()
    return len(key) == 4 and key[:2] in ("19", "20") or not wordset("harm", "units", "before").isdisjoint(before)


def _people_behind(words: Sequence[Word], named: Named) -> bool:
    """Whether people stand right behind a noun of the deed: "جثامين خمسة مدنيين", "جثة شاب"."""
    at = named.end
    if at >= len(words) or _parted(words, at):
        return False
    return noun_at(words, at) is not None or (number := number_at(words, at)) is not None and number.core == at


def _other_thing(words: Sequence[Word], number: Number) -> bool:
    """Whether a bare number that is no year counts or names something else: an hour, an age, a unit, a thing."""
    if number.core and "ال" in words[number.core - 1].stems:
        return True
    if words[number.core].key[:1].isdigit() and ":" in words[number.core].gap:
        return True
    if number.end >= len(words):
        return False
    after = words[number.end]
    if not wordset("harm", "units", "words").isdisjoint(after.stems):
        return True
    return not (after.gap.strip() or after.key[:1] in "وبفل" or after.key in _closing())


def _parted(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and bool(words[at].gap.strip(" \u200f\u200e\"'“”«»#_*"))


def _unnumbered(words: Sequence[Word], named: Named) -> Mention:
    figure, numbered, end = Figure(1, None), False, named.end
    if behind := _number_behind(words, named):
        return behind
    count = named.noun.count
    measure = named.noun.measure
    if measure is None and (measure := _adjective_harm(words, named)):
        end += 1
    if count == "one":
        figure, numbered = Figure(1, 1), True
    elif count == "two" or count == "two or many" and _two(words, named):
        figure, numbered = Figure(2, 2), True
    if (
        end < len(words)
        and words[end].key in (wordset("numbers", "units", "2") | wordset("numbers", "units", "1"))
        and not _parted(words, end)
    ):
        end += 1
    return Mention(
        named.first, end, figure, named.noun.lemma, _group(words, named), measure, numbered,
        definite=named.lead.endswith(("ال", "لل")), possessed=named.noun.possessed,
    )  # fmt: skip


def _number_behind(words: Sequence[Word], named: Named) -> Mention | None:
    """A plural whose number stands behind it: "أطفالها الأربعة", "شهداء: 7"."""
    at = named.end
    if at >= len(words) or named.noun.count not in ("many", "two or many"):
        return None
    listed = words[at].gap.strip() in (":", "-", "–") and words[at].key[:1].isdigit()
    if not listed and (words[at].gap.strip() or words[at].key[:2] != "ال"):
        return None
    number = number_at(words, at)
    if number is None or number.vague or number.figure.low is None or not listed and number.figure.low > _SMALL:
        return None
    return Mention(
        named.first, number.end, number.figure, named.noun.lemma, named.noun.group, named.noun.measure, number=number,
        possessed=named.noun.possessed,
    )  # fmt: skip


def _two(words: Sequence[Word], named: Named) -> bool:
    """Whether words beside a form that may be two or many make it two: "مدنيين اثنين", "جثتي مدنيين"."""
    if words[named.end - 1].dual:
        return True
    ahead = {w.key for w in words[named.end : named.end + 3]}
    if ahead & wordset("numbers", "units", "2") or ahead & wordset("harm", "pronouns", "two_behind"):
        return True
    before = words[named.first - 1].stems if named.first else ()
    return not wordset("harm", "pronouns", "two_before").isdisjoint(before)


def _others(words: Sequence[Word], i: int) -> Mention | None:
    for stem in words[i].stems:
        if stem in wordset("harm", "others", "words"):
            one, two = stem in wordset("harm", "others", "one"), stem in wordset("harm", "others", "two")
            figure = Figure(1, 1) if one else Figure(2, 2) if two else Figure(1, None)
            return Mention(i, i + 1, figure, others=True, numbered=one or two)
    return None


def _group(words: Sequence[Word], named: Named) -> str:
    """The noun's group, or that of an adjective or genitive behind it ("أشخاص مدنيين", "قتلى من عناصر قسد")."""
    group = named.noun.group
    if group in ("children", "women", "medics", "journalists"):
        return group
    at = named.end
    while (
        at < min(named.end + _ADJECTIVES, len(words))
        and not _parted(words, at)
        and words[at].key in wordset("people", "leading", "words")
    ):
        at += 1
    if at >= len(words) or _parted(words, at):
        return group
    stems = [form for stem in words[at].stems for form in (stem, stem.removesuffix("ا"))]  # "شخصا مدنيا"
    return next((_adjectives()[stem] for stem in stems if stem in _adjectives()), group)


def _adjective_harm(words: Sequence[Word], named: Named) -> str | None:
    """What an adjective tells of a definite noun: "الطفل الشهيد", "الطفلان المصابان"."""
    if not named.lead.endswith("ال") or named.end >= len(words) or _parted(words, named.end):
        return None
    after = noun_at(words, named.end)
    return after.noun.measure if after is not None and after.lead == "ال" else None


@cache
def _adjectives() -> dict[str, str]:
    table = load("ar/people")["adjectives"]
    return {key: group for group, listed in table.items() for key in keys(listed)}


@cache
def _attached() -> frozenset[str]:
    return keys(load("ar/letters")["alone"])


@cache
def _closing() -> frozenset[str]:
    """Words behind a number that does not count them."""
    return wordset("harm", "between", "blocks") | wordset("harm", "between", "skip")
