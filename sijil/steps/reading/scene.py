"""What a language pack finds in a sentence besides figures: places, times, voices, doers and kinds of attack."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sijil.model.period import Period


@dataclass(frozen=True, slots=True)
class Spot:
    """A place name at [start, end) of the main text. `level` 0 country, 1 province, 2 city, 3 town, 4 village or spot.

    `within` is the larger place named with it. `of_event` is False in "activists from Homs", "Russia said".
    """

    name: str
    level: int
    start: int
    end: int
    within: str | None = None
    of_event: bool = True
    lead: str = ""  # the word before it ("in", "near", "from")


@dataclass(frozen=True, slots=True)
class When:
    """Words of time at [start, end) of a text. Periods with unknown days keep their words.

    `since` marks a span that runs up to the report; `of_report` a day that dates the saying ("said on Friday"), or the
    rise of a toll. One stretch of text may have two readings: "since rebels took it in 2012" is a span and a year.
    """

    start: int
    end: int
    period: Period
    since: bool = False
    of_report: bool = False
    printed: bool = False  # the report's dateline
    of_pact: bool = False  # the day on which an agreement came into force
    age: int | None = None  # days from its last day to the day of the report, where both are known
    ahead: bool = False  # after the report's day: only what is foretold happens then

    @property
    def days(self) -> int:
        """Length in days; a large number where the days are unknown."""
        if self.period.start is None or self.period.end is None:
            return 9999
        return (self.period.end - self.period.start).days + 1


@dataclass(frozen=True, slots=True)
class Voice:
    """An attribution: `chain` from the one nearest the fact outwards; it covers [start, end) of the main text.

    `pronoun` is set where the subject only points back ("he added", "the monitor said"); `chain` is then empty.
    `subject` are the offsets of the speaker's words, `verb` the word of saying at offset `verb_at`.
    """

    chain: tuple[str, ...]
    start: int
    end: int
    verb: str
    verb_at: int
    pronoun: str = ""
    subject: tuple[int, int] = (0, 0)
    means: frozenset[str] = frozenset()  # of "the monitor": words of which one is in the name that is meant
    persons: bool = False  # the first name is a person's


@dataclass(frozen=True, slots=True)
class Doer:
    """A party's phrase at [start, end) of the main text, said to have done something. `how`: by, noun or subject."""

    words: str
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, [start, end) of the main text, and what was found in it. `attacks` are (offset, kind)."""

    index: int
    start: int
    end: int
    block: int  # offset of the block it stands in
    role: str  # the block's role
    spots: tuple[Spot, ...] = ()
    whens: tuple[When, ...] = ()
    voices: tuple[Voice, ...] = ()
    doers: tuple[Doer, ...] = ()
    attacks: tuple[tuple[int, str], ...] = ()
    turns: bool = False  # begins with "Meanwhile", "Elsewhere", "In another ..."
    words: frozenset[str] = frozenset()  # its words in lower case
    cues: frozenset[str] = frozenset()  # words of the pack's cue list that the sentence has
    goes_on: bool = False  # begins with "These attacks", "Among them": it counts what was told before
    points_back: bool = False  # "the victims", "the strikes": it goes on about what the sentence before told
    breaks: tuple[int, ...] = ()  # offsets at which its clauses part, for packs that tell them; in order

    def parted(self, a: int, b: int) -> int:
        """How many clauses end between two offsets."""
        return abs(bisect_left(self.breaks, a) - bisect_left(self.breaks, b))
