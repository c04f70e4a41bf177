"""Names of places in an Arabic sentence: where they stand, how narrow they are, and what larger place they lie in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sijil.rules import load
from sijil.steps.languages.ar.placelists import ends_name, joined, kind_at, leads, words
from sijil.steps.languages.ar.placeruns import Run, run_at
from sijil.steps.languages.ar.text import Sentence, Word
from sijil.steps.reading.scene import Spot

_MARKS = re.compile('[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069“”"«»„]+')
_TAGS = re.compile(r"[#_\s]+")
#: What may stand before "and" and the name behind it.
_AND = " \u200e\u200f\n#“”\"'"
#: Words between a verb of attack and what it hit.
_OBJECT = 7
#: Words between a name and the larger place that "which belongs to" ties to it.
_NESTED = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """One or more coordinated names, words [first, end), and how what stands behind ties them to a larger place."""

    runs: tuple[Run, ...]
    end: int

    @property
    def head(self) -> Run:
        return self.runs[0]


def spots(sentence: Sentence) -> tuple[Spot, ...]:
    """All place names of the sentence in text order, each with what it is said to lie in.

    Names that share one word for their kind, or stand side by side, are one spot ("قريتي حرمل ومحرملة").
    """
    found = list(_places(sentence.words))
    held = _held(sentence, found)
    kept = [n for n, place in enumerate(found) if _is_place(sentence.words, place) and not _told_by(sentence, found, n)]
    return tuple(_spot(sentence, found[n], held.get(n), n - 1 in held) for n in kept)


def _places(found: Sequence[Word]) -> Iterator[_Place]:
    i = 0
    while i < len(found):
        run = run_at(found, i, _announced(found, i))
        if run is None:
            i += 1
            continue
        place = _coordinated(found, run)
        yield place
        i = max(place.end, i + 1)


def _announced(found: Sequence[Word], i: int) -> bool:
    """Whether what stands before word `i` is followed by a place and nothing else: "قرب", a hashtag behind "in"."""
    if i == 0:
        return False
    before = found[i - 1].key
    if "#" in found[i].gap:
        return bool(_said(found[i - 1]))
    behind = i > 1 and before == "من" and found[i - 2].key.removeprefix("ب") in words("announcing", "of")
    return joined(found[i].gap) and (before in words("announcing") or behind)


def _said(word: Word) -> str:
    """What a word before a name says of it, "" for nothing."""
    table = leads()
    return table.get(word.key) or (table.get(word.key[1:], "") if word.key[:1] in "وف" else "")


def _coordinated(found: Sequence[Word], run: Run) -> _Place:
    """The run with those that "and" or a comma joins to it."""
    runs = [run]
    while (following := _next(found, runs)) is not None:
        runs.append(following)
    end = runs[-1].end
    around = end < len(found) and joined(found[end].gap) and found[end].key in words("countryside", "own")
    return _Place(tuple(runs), end + around)  # "تل رفعت وريفها"


def _next(found: Sequence[Word], runs: Sequence[Run]) -> Run | None:
    head, k = runs[0], runs[-1].end
    if k >= len(found):
        return None
    gap = found[k].gap.strip(_AND)
    and_, comma = found[k].key.startswith("و"), gap in ("،", ",")
    if found[k].key == "و":  # written apart
        tied = run_at(found, k + 1, head.several) if k + 1 < len(found) and joined(found[k + 1].gap) else None
        return tied if tied is not None and not tied.lead and _alongside(runs, tied) else None
    dash = gap in ("-", "–", "—") and head.kinds and head.kinds[-1].name == "road"
    if not (gap == "" and and_ or comma and (head.several or and_) or dash):
        return None
    if (tied := run_at(found, k)) is not None and tied.lead in (("و",) if gap == "" and not dash else ("و", "")):
        return tied if _alongside(runs, tied) else None
    if (head.several or dash) and not comma or comma and head.several:
        return _unlisted(found, k, "" if dash else "و" if and_ else "")
    return None


def _alongside(runs: Sequence[Run], tied: Run) -> bool:
    """Whether a name may be coordinated with those before: a country stands beside countries, an area beside areas."""
    if tied.level == 0 or runs[0].level == 0:
        return tied.level == runs[0].level
    if (tied.level == 1) != (runs[0].level == 1):
        return False
    return not tied.unsure or runs[0].several


def _unlisted(found: Sequence[Word], k: int, lead: str) -> Run | None:
    """A name in a list of names, told by its place alone: "قريتي حرمل ومحرملة"."""
    word = found[k]
    rest = word.key[len(lead) :]
    participle = lead == "" and rest.startswith("م") and rest.endswith("ه")
    if not rest or ends_name(word.key, word.stems) or participle:
        return None
    stems = tuple(stem for stem in word.stems if len(stem) <= len(rest))
    bare = (Word(rest, word.start, word.end, "" if lead else " ", stems), *found[k + 1 : k + 5])
    run = run_at(bare, 0, guess=True)
    if run is None or run.lead or run.level == 0 or run.kinds and run.kinds[0].weak:
        return None
    return Run(k, k, k + run.end, lead, run.level, run.kinds, run.listed)


def _is_place(found: Sequence[Word], place: _Place) -> bool:
    """Whether a name stands for the place, rather than in the name of a party, a body or an outlet."""
    run = place.head
    before = found[run.first - 1] if run.first and joined(found[run.first].gap) else None
    behind = found[place.end] if place.end < len(found) and joined(found[place.end].gap) else None
    if behind is not None and (behind.key in words("parties", "behind") or behind.key == "24") and not run.kinds:
        return False
    if before is not None and not run.kinds and (run.level == 0 or not run.lead and not run.side):
        party = before.key in words("parties", "before") or before.key[1:] in words("parties", "before")
        if party and not run.lead.strip("و"):
            return False
    if before is not None and run.lead == "ل" and before.key in words("parties", "of"):
        return False
    if run.unsure:
        return bool(run.side) or _lead(found, run) in ("in", "on", "near", "hit", "across") or len(place.runs) > 1
    return True


def _told_by(sentence: Sentence, found: Sequence[_Place], n: int) -> bool:
    """Whether a place only tells where another is ("عفرين بالريف الشمالي"), or what was hit ("معمل X في بلدة Y")."""
    run = found[n].head
    if run.nameless and n:
        return _lies_in(sentence.words, found[n - 1], found[n])
    building = bool(run.kinds) and run.kinds[-1].name == "building"
    return building and n + 1 < len(found) and _lies_in(sentence.words, found[n], found[n + 1])


def _held(sentence: Sentence, found: Sequence[_Place]) -> dict[int, str]:
    """By place: the name of the larger place that stands right behind it."""
    held: dict[int, str] = {}
    for n, place in enumerate(found[:-1]):
        larger = found[n + 1]
        if larger.head.nameless:
            continue  # "بالريف الشمالي": of a place told before
        if _lies_in(sentence.words, place, larger) and larger.head.level < 4 or _tied(sentence.words, place, larger):
            held[n] = _name(sentence, larger, whole=True)
    return held


def _tied(found: Sequence[Word], place: _Place, larger: _Place) -> bool:
    """A part of a town: "حي اللطوة ببلدة ذيبان", "السوق وسط مدينة أعزاز", "معمل X في قرية Y"."""
    return place.head.level == 4 == larger.head.level and bool(larger.head.kinds) and _lies_in(found, place, larger)


def _lies_in(found: Sequence[Word], place: _Place, larger: _Place) -> bool:
    first = larger.head.first
    gaps = [found[k].gap for k in range(place.end, first + 1)]
    if any(mark in gap for gap in gaps for mark in ".:؛!?\n") or first - place.end > _NESTED:
        return False
    between = found[place.end : first]
    lead = larger.head.lead
    if not between:
        return (
            lead == "ب"
            or bool(larger.head.side)
            or lead in ("", "ل")
            and "#" not in found[first].gap
            and larger.head.level < 2
        )
    if between[0].key in words("nested"):
        return lead in ("ل", "ب") or between[-1].key in (*words("nested", "in"), "من") or bool(larger.head.side)
    return len(between) == 1 and between[0].key in words("nested", "in")


def _spot(sentence: Sentence, place: _Place, within: str | None, holds: bool) -> Spot:
    """`holds`: the place before lies in it; then the side before its name is told with it ("جنوب كوباني")."""
    run, found = place.head, sentence.words
    at = run.first if holds and run.side else run.named
    start, end = _start(sentence, at, run.lead if at == run.first else ""), found[place.end - 1].end
    lead = _lead(found, run)
    return Spot(_name(sentence, place, holds), run.level, start, end, within, _of_event(found, run, lead), lead)


def _lead(found: Sequence[Word], run: Run) -> str:
    """What is said of a place before it: "in", "near", "from" ...; "" for nothing."""
    glued = load("ar/placenames")["leads"]["glued"].get(run.lead[-1:], "") if run.lead else ""
    if run.side and run.named != run.first:
        return "in" if run.side in words("sides", "middle") else "near"
    if glued or not run.first or not joined(found[run.first].gap) and found[run.first].gap.strip(' #“"”') not in ("",):
        return str(glued)
    before = found[run.first - 1]
    said = _said(before)
    if said == "from" and run.first > 1:
        earlier = found[run.first - 2]
        if _said(earlier) == "near" or earlier.key.removeprefix("ب") in words("announcing", "of"):
            return "near"
        if earlier.key in words("sides", "behind") or earlier.key in words("origin", "parts"):
            return "in"
    if not said and run.kinds and run.lead == "" and any(_said(w) == "hit" for w in _clause(found, run.first, _OBJECT)):
        return "hit"  # "قصفت قوات النظام قرية X"
    return said


def _of_event(found: Sequence[Word], run: Run, lead: str) -> bool:
    """Whether the place may be where something happened, rather than whose or whence somebody is."""
    if lead == "from" or run.level == 0 and lead in ("", "for", "to", "from", "hit"):
        return False
    if not run.first:
        return True
    before, close = found[run.first - 1], joined(found[run.first].gap)
    if close and before.key in words("origin", "right"):
        return False
    if close and before.key in words("origin", "people") and run.first > 1 and found[run.first - 2].key == "من":
        return False
    reach = int(load("ar/placenames")["origin"]["reach"])
    return not any(
        word.key in words("origin", "far") or word.key[1:] in words("origin", "far") and word.key[0] in "وفبل"
        for word in _clause(found, run.first, reach)
    )


def _clause(found: Sequence[Word], i: int, reach: int) -> Iterator[Word]:
    """The words before word `i`, nearest first, up to a mark or another word for a kind of place."""
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if any(mark in found[k + 1].gap for mark in "،,.:؛\n") or kind_at(found[k]) is not None:
            return
        yield found[k]


def _start(sentence: Sentence, at: int, lead: str) -> int:
    """Where a name begins in its first word, behind the letters written before it."""
    word, left = sentence.words[at], len(lead)
    for offset in range(word.start, word.end):
        char = sentence.text[offset - sentence.start]
        if char == "\u0640" or unicodedata.combining(char):
            continue
        if not left:
            return offset
        left -= 1
    return word.start


def _name(sentence: Sentence, place: _Place, whole: bool = False) -> str:
    """The words of a place as the text has them, without marks and tags; `whole`: with the side before them."""
    run = place.head
    at = run.first if whole and run.side else run.named
    lead = run.lead if at == run.first else ""
    start = _start(sentence, at, lead)
    said = sentence.said(start, sentence.words[place.end - 1].end)
    if lead.endswith("ل") and sentence.words[at].key[len(lead) - 1 :].startswith("لل"):
        said = f"ا{said}"
    plain = "".join(c for c in unicodedata.normalize("NFC", said) if not unicodedata.combining(c))
    return _TAGS.sub(" ", _MARKS.sub("", plain)).strip(" -،,")
