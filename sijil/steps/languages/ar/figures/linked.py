"""What befell the people mentioned: the word of harm before or behind them, or that of the people before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sijil.rules import load
from sijil.steps.languages.ar.figures.mentions import Mention
from sijil.steps.languages.ar.harm import Harm
from sijil.steps.languages.ar.numbers import number_at
from sijil.steps.languages.ar.phrases import Hit, Phrases
from sijil.steps.languages.ar.text import Word, fold, wordset
from sijil.steps.reading.draft import Draft

#: Words to the left and to the right in which the word of harm of a number is sought, and those of a noun without one.
_LEFT, _RIGHT, _NEAR = 16, 8, 6
#: Words between people and their verb of harm: "متطوعاً في صفوفه قُتل", "الذين قُتلوا".
_OF_THEM = ("الذي", "الذين", "التي", "في", "من")
#: "That": what stands behind it is said by the people before it.
_THAT = ("ان", "بان", "انه", "انها", "انهم")
#: Words between a deed and those of whom it is told with their earlier harm ("استشهاد المعتقل").
_BESIDE = 2
#: Words before and behind people counted in which a word of flight or siege tells what they are.
_OTHER_LEFT, _OTHER_RIGHT = 6, 3


@dataclass(frozen=True, slots=True)
class Link:
    """What befell people: measure, how that was read, and the word at which it is told; a part begins at `opening`."""

    measure: str
    how: str
    at: int
    opening: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The people read before in the sentence, and their draft."""

    mention: Mention
    draft: Draft


def harm_of(words: Sequence[Word], mention: Mention, found: Mapping[int, Harm], last: Told | None) -> Link | None:
    """What the sentence tells of the people; None where it tells no harm, or a noun without a number only names."""
    part = _part(words, mention, found, last)
    if part is not None and mention.first < part.end and mention.number is None and mention.definite:
        return None  # "بين القتلى": those of whom parts are told
    if part is not None and last is not None:
        own = next((found[at].measure for at in range(last.mention.end, mention.first) if at in found), None)
        return Link(own or mention.measure or last.draft.measure or "killed", "part", mention.first, part.first)
    if link := _by_noun(words, mention, found):
        return link
    left, right = _left(words, mention, found, last), _right(words, mention, found)
    if left is not None and right is not None and words[right.first].gap.strip():
        right = None  # a verb behind a comma begins anew
    adjacent = right is not None and right.first == mention.end
    if (
        left is not None
        and not adjacent
        and (right is None or mention.first - left.end <= 2 or right.first - mention.end > 1)
    ):
        return Link(left.measure, "verb before" if left.form == "verb" else "noun before", left.first)
    if right is not None:
        return Link(right.measure, "predicate after", right.first)
    if toll := _among(words, mention) or _toll(words, mention):
        return toll
    if last is not None and coordinated(last.mention, mention, words, found):
        return Link(last.draft.measure or "killed", "joined", mention.first)
    return None


def _by_noun(words: Sequence[Word], mention: Mention, found: Mapping[int, Harm]) -> Link | None:
    """People named by what befell them ("قتلى"); "بين قتيل وجريح" tells neither."""
    if mention.measure is None:
        ahead = [w.key for w in words[mention.end : mention.end + 5]]
        both = {"قتيل", "شهيد"} & set(ahead) and {"وجريح", "ومصاب"} & set(ahead)
        return Link("casualties", "harm noun", mention.first) if both and "بين" in ahead else None
    done = _left(words, mention, found, None)
    if done is not None and (mention.definite or _of(words, mention)) and mention.first - done.end <= _BESIDE:
        return Link(done.measure, "noun before", done.first)  # "استشهاد المعتقل", "وفاة أربعة من المصابين"
    if done is not None and done.end == mention.first and done.measure == "killed" != mention.measure:
        return Link("killed", "noun before", done.first)  # "وفاة ثلاثة جرحى"
    bare = mention.end - mention.first == 1
    if bare and mention.definite and mention.number is None and (mention.first or not mention.numbered):
        return None  # "مشفى الشهيد عمر", "عدد القتلى"
    alone = not mention.numbered and not _told(words, mention)
    return Link(_both(words, mention), "harm noun alone" if alone else "harm noun", mention.first)


def _both(words: Sequence[Word], mention: Mention) -> str:
    """The measure of a noun of harm; "عشرات القتلى والجرحى" tells neither."""
    measure, after = mention.measure or "", mention.end
    if mention.number is None or after >= len(words) or words[after].key[:1] != "و" or words[after].gap.strip():
        return measure
    return "casualties" if {_other_harm(words[after]), measure} == {"killed", "injured"} else measure


def _of(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a number counts some of those named ("أربعة من المصابين")."""
    number = mention.number
    return number is not None and number.end < len(words) and words[number.end].key == "من"


def _told(words: Sequence[Word], mention: Mention) -> bool:
    """Whether words before a plural without a number tell that there were such people ("سقوط جرحى", "قتلى وجرحى")."""
    before = words[max(0, mention.first - 3) : mention.first]
    causing = wordset("harm", "causing", "words")
    return any(not causing.isdisjoint(w.stems) or _other_harm(w) for w in before)


def _other_harm(word: Word) -> str | None:
    return next((_plurals()[stem] for stem in word.stems if stem in _plurals()), None)


@cache
def _plurals() -> dict[str, str]:
    """Plurals of people named by what befell them, which stand behind a number only in "عشرات القتلى والجرحى"."""
    counted = load("ar/harm")["counted"]
    return {fold(w): measure for measure, nouns in counted.items() for listed in nouns.values() for w in listed}


def _left(words: Sequence[Word], mention: Mention, found: Mapping[int, Harm], last: Told | None) -> Harm | None:
    """The nearest word of harm before the people; a mention between, or the end of a clause, parts them from it."""
    counted = mention.number is not None
    least = max(0, mention.first - (_LEFT if counted else _NEAR), last.mention.end if last else 0)
    for at in range(mention.first - 1, least - 1, -1):
        harm = found.get(at)
        if harm is not None and harm.end <= mention.first:
            return harm if _reaches(words, harm, mention) else None
        if (
            not wordset("harm", "between", "predicates").isdisjoint(words[at].stems)
            or words[at].key.lstrip("وف") in _THAT
        ):
            return None
        if any(mark in words[at + 1].gap for mark in "؛;") or not counted and _parting(words, at, mention):
            return None
    return None


def _reaches(words: Sequence[Word], harm: Harm, mention: Mention) -> bool:
    """Whether the people of a word of harm are those mentioned: nothing between says what did it, or whose they are."""
    between = words[harm.end : mention.first]
    if mention.number is not None:
        return True
    if mention.possessed and len(between) > 2:
        return False
    return len(between) <= _NEAR


def _parting(words: Sequence[Word], at: int, mention: Mention) -> bool:
    """Whether a word parts a noun without a number from the harm before it: a preposition, or a means of harm."""
    word = words[at]
    if word.key in wordset("harm", "between", "blocks"):
        return True
    return word.key[:1] in "بل" and not wordset("harm", "between", "means").isdisjoint(word.stems[1:])


def _right(words: Sequence[Word], mention: Mention, found: Mapping[int, Harm]) -> Harm | None:
    """A verb of harm right behind the people: "مدنيان قتلا"."""
    for at in range(mention.end, min(mention.end + (_RIGHT if mention.number else _NEAR - 2), len(words))):
        if words[at].gap.strip() not in ("", "،", ",", "-") or words[at].key.lstrip("وف") in _THAT:
            return None
        if mention.number is None and number_at(words, at):
            return None
        if (harm := found.get(at)) and harm.form == "verb" and words[at].key[:1] not in "و":
            return harm
        if words[at].key in wordset("harm", "between", "blocks") and words[at].key not in _OF_THEM:
            return None
    return None


def _among(words: Sequence[Word], mention: Mention) -> Link | None:
    """ "بين القتلى 46 مدنياً": a part of those told in another sentence."""
    at = mention.first - 1
    if mention.number is None or at < 1 or "بين" not in words[at - 1].stems:
        return None
    measure = _other_harm(words[at])
    return Link(measure, "among", at) if measure else None


def _toll(words: Sequence[Word], mention: Mention) -> Link | None:
    """ "ارتفاع عدد القتلى إلى 5": the noun of harm stands before the bare number."""
    if mention.number is None or mention.group is not None and mention.group != "people":
        return None
    least = max(0, mention.first - int(load("ar/harm")["toll"]["span"]))
    near = range(mention.first - 1, least - 1, -1)
    if not any(not wordset("harm", "toll", "words").isdisjoint(words[at].stems) for at in near):
        return None
    for at in near:
        if measure := _other_harm(words[at]):
            return Link(measure, "toll", at)
    return None


def other_kind(words: Sequence[Word], mention: Mention) -> str | None:
    """What else is told of people counted: "displacement" ("نزح 40 ألف شخص"), "need" ("9 آلاف محاصرين")."""
    left = range(mention.first - 1, max(-1, mention.first - 1 - _OTHER_LEFT), -1)
    right = range(mention.end, min(mention.end + _OTHER_RIGHT, len(words)))
    for at in (*right, *left):
        for kind in ("displacement", "need"):
            if not wordset("harm", "other_kinds", kind).isdisjoint(words[at].stems):
                return kind
        if any(mark in words[at].gap for mark in "،؛:") and at in right:
            break
    return None


def coordinated(before: Mention, mention: Mention, words: Sequence[Word], found: Mapping[int, Harm]) -> bool:
    """Whether two mentions are coordinated, without a word of harm between: "ثلاثة أطفال وامرأة"."""
    if mention.first - before.end > 3 or before.end >= len(words):
        return False
    between = range(before.end, mention.first)
    others = wordset("harm", "between", "predicates")
    parted = any(at in found or not others.isdisjoint(words[at].stems) for at in between)
    return words[before.end].key[:1] == "و" and not parted


def _part(words: Sequence[Word], mention: Mention, found: Mapping[int, Harm], last: Told | None) -> Hit[str] | None:
    """The "among them" between the people before and these, or before these and others of the same part."""
    if last is None or last.draft.kind != "casualty" or last.draft.measure is None:
        return None
    for at in range(mention.first - 1, max(last.mention.end, mention.first - 5) - 1, -1):
        if hit := _part_words().at(words, at):
            return hit
    if last.draft.part_of and coordinated(last.mention, mention, words, found):
        return Hit(mention.first, mention.first, "", "part")
    if mention.end < len(words) and (hit := _part_words().at(words, mention.end)) and hit.lead == "":
        return Hit(mention.first, hit.end, "", "part") if hit.meaning == "of them" else None
    return None


@cache
def _part_words() -> Phrases[str]:
    parts = load("ar/harm")["parts"]
    of_them = set(map(fold, parts["of_them"]))
    listed = [(w, "of them" if fold(w) in of_them else "part") for w in (*parts["words"], *parts["most"])]
    return Phrases(listed)
