"""The names of parties in a phrase: the longest at each word, and of general words those that stand for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sijil.steps.parties.names import Claimant, claimants, longest
from sijil.steps.parties.rows import parties
from sijil.steps.parties.tokens import Token, begins_with, ends_with, words
from sijil.steps.parties.voice import Voice

#: A name goes before a camp's word, and that before a word that anybody may say.
_RANKS = {"alias": 0, "people": 0, "word": 1, "general": 2}


@dataclass(frozen=True, slots=True)
class Setting:
    """What words are read by: the country and day they are about (day None: unknown), and who speaks."""

    country: str
    day: date | None
    voice: Voice


@dataclass(frozen=True, slots=True)
class Named:
    """A party found in tokens [start, end). `undated`: other parties claim the name, and no day is known."""

    claim: Claimant
    start: int
    end: int
    undated: bool = False

    @property
    def party(self) -> str:
        """The party's id."""
        return self.claim.party

    @property
    def weak(self) -> bool:
        """Whether the words mean the party only by where and by whom they are said."""
        return self.claim.how in ("general", "word")

    @property
    def people(self) -> bool:
        """Whether the words name a country's people, who may be others than its government."""
        return self.claim.how == "people"


def named(all_: Sequence[Token], setting: Setting) -> list[Named]:
    """The parties in order, the longest name first at each word."""
    found, at = [], 0
    while at < len(all_):
        match = longest_at(all_, at, setting)
        if match:
            found.append(match)
        at = match.end if match else at + 1
    return found


def longest_at(all_: Sequence[Token], start: int, setting: Setting, end: int | None = None) -> Named | None:
    """The longest name that begins at word `start` (and ends at `end`, where given); None where none does."""
    firsts = tuple(dict.fromkeys((all_[start].key, all_[start].bare)))
    last = min(len(all_), start + max(longest().get(first, 0) for first in firsts))
    for stop in range(last, start, -1) if end is None else (end,):
        keys = [token.key for token in all_[start + 1 : stop]]
        for first in firsts:
            known = claimants().get(" ".join([first, *keys]))
            meant = known and _meant(known, all_[start:stop], setting)
            if meant and not _turned(all_, start, stop, meant[0]):
                return Named(meant[0], start, stop, meant[1])
    return None


def _meant(known: Iterable[Claimant], written: Sequence[Token], setting: Setting) -> tuple[Claimant, bool] | None:
    """Which of a name's claimants it means here, and whether that rests on no day being known.

    A name that one party claims means it on any day, a general word only while the party is there. Of several claimants
    it is the one founded last of those there on the day: "Kurdish forces" are the YPG before the SDF, and then the SDF.
    """
    capitals = all(token.written.isupper() for token in written)
    fit = [one for one in known if (capitals or not one.sign) and _fits(one, setting)]
    parties = {one.party for one in fit}
    if len(parties) > 1:
        best = min(_RANKS[one.how] for one in fit)
        plain = [one for one in fit if _RANKS[one.how] == best]
        fit = [one for one in plain if one.holds(setting.day)] or plain
    if not fit:
        return None
    undated = setting.day is None and len({one.party for one in fit}) > 1
    return (fit[0] if undated else max(fit, key=lambda one: one.start)), undated


def _fits(one: Claimant, setting: Setting) -> bool:
    here = not one.countries or setting.country in one.countries
    theirs = not one.by or bool(one.by & setting.voice.camps)
    return here and theirs and (one.how in ("alias", "people") or one.holds(setting.day))


def _turned(all_: Sequence[Token], start: int, end: int, meant: Claimant) -> bool:
    """Whether words before or behind make something else of a name ("anti-Syria militants", "Syrian Arab fighters")."""
    before, behind = all_[start - 1 : start] if start else (), all_[end : end + 2]
    return (
        any(t.key in words("not_after") for t in before)
        or any(t.key in words("not_before") for t in behind[:1])
        or begins_with(all_[end - 1 :], "turned")
        or meant.how == "people"
        and not begins_with(behind, "aircraft")
        and any(token.key in words("not_state") for token in behind)
    )


def joined(all_: Sequence[Token], a: Named, b: Named) -> bool:
    """Whether a word between two names, or one attached to the second, says that both act."""
    between = all_[a.end : b.start]
    return all_[b.start].joined or not ends_with(between, "loyal") and any(t.key in words("joins") for t in between)


def standing(all_: Sequence[Token], found: Sequence[Named]) -> list[Named]:
    """The names without general words that belong to a name beside them ("Houthi rebels", "militants of Hamas"), and
    without names that only tell of another's ties ("al-Qaeda-linked Nusra Front")."""
    kept: list[Named] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is None or joined(all_, before, one):
            kept.append(one)
        elif _belongs(before, one):
            continue
        elif before.people or before.weak or begins_with(all_[before.end :], "linked"):
            kept[-1] = one
        else:
            kept.append(one)
    return kept


def _belongs(before: Named, one: Named) -> bool:
    """Whether a name belongs to the one right before it: general words, a people, whose air force it is."""
    if one.people or parties()[before.party].arm == one.party:
        return True
    return one.weak and (not before.people or one.party == before.party)
