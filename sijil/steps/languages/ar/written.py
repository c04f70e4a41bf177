"""Dates as Arabic texts write them: "28 تشرين الأول/ أكتوبر 2022", "العاشر من الشهر الجاري", "10 رمضان 1444 هـ"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijil.steps.languages.ar.text import Word
from sijil.steps.languages.ar.timewords import levantine, month_at, senses
from sijil.steps.reading.calendars import Month

#: Hijri years as reports print them; Gregorian ones.
HIJRI, YEARS = range(1343, 1501), range(1900, 2100)
_OF_YEAR = {"past": "last_year", "this": "this_year", "same": "same_year"}
_TIGHT = frozenset(" \t\u00a0\u200e\u200f،,/()[]{}-–—:*_|#\\.")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a month: its year, or which one is meant ("past", "this", "next", "last_year", "this_year").

    "same" and "same_year" mean that of a time told before, which nobody looks for: the days stay unknown.
    """

    year: int | None = None
    which: str = ""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A date up to word `end`: days of a month (none: all of it), the months that its names may mean, and its year.

    `months` is empty where the month is that of the report, moved by `tail.which`. `run`: the days are first and last.
    """

    days: tuple[int, ...]
    months: tuple[Month, ...]
    tail: Tail
    end: int
    run: bool = False


def close(word: Word) -> bool:
    """Whether nothing but white space and marks stands before a word."""
    return _TIGHT.issuperset(word.gap)


def is_(words: Sequence[Word], i: int, *names: str) -> bool:
    """Whether word `i` exists and has one of the meanings."""
    return 0 <= i < len(words) and not senses(words[i]).keys().isdisjoint(names)


def which_at(words: Sequence[Word], i: int) -> str:
    """ "past", "this" or "next", where word `i` says which time is meant; "" where it does not."""
    return str(senses(words[i]).get("which", "")) if i < len(words) else ""


def dated_at(words: Sequence[Word], i: int) -> Dated | None:
    """The day of a month that begins at word `i`, with all days of it that are told together."""
    found = _days(words, i)
    if found is None:
        return None
    days, run, end = found
    end = _over(words, end, "of")
    if end < len(words) and close(words[end]):
        if found_month := months_at(words, end):
            tail = tail_at(words, found_month[1])
            return Dated(days, found_month[0], tail, max(tail.end, found_month[1]), run)
        unit = senses(words[end]).get("unit")
        which = which_at(words, end + 1)
        if unit and unit[0] == "month" and unit[2] and which in ("past", "this"):
            return Dated(days, (), Tail(None, which, end + 2), end + 2, run)
    return None


def months_at(words: Sequence[Word], i: int) -> tuple[tuple[Month, ...], int] | None:
    """The month at word `i`, by both its names where two stand together, and the index behind them."""
    first = month_at(words, i)
    if first is None:
        return None
    month, end = first
    if end < len(words) and close(words[end]) and levantine(words[i]) != levantine(words[end]):
        second = month_at(words, end)
        if second and second[0].calendar == month.calendar and words[end].key[:1] != "و":
            return tuple(dict.fromkeys((month, second[0]))), second[1]
    return (month,), end


def tail_at(words: Sequence[Word], i: int) -> Tail:
    """The year that follows a month, or the words that tell which one is meant; an empty tail where neither does."""
    end = _over(words, i, "of")
    if end < len(words) and close(words[end]):
        year = senses(words[end]).get("number")
        if year in YEARS or year in HIJRI:
            end += 1
            while is_(words, end, "hijri", "gregorian") and not words[end].gap.strip():
                end += 1
            return Tail(year, "", end + (which_at(words, end) == "past"))
        which = which_at(words, end)
        if which in ("past", "this", "next", "same"):
            of_year = any(senses(words[at]).get("unit", ("",))[0] == "year" for at in range(i, end))
            named = _OF_YEAR.get(which, which) if of_year else which
            return Tail(None, named, end + 1)
    return Tail()


def _over(words: Sequence[Word], i: int, name: str) -> int:
    """The index behind words like "of", two at most."""
    end = i
    while end < i + 2 and is_(words, end, name) and close(words[end]):
        end += 1
    return end


def _days(words: Sequence[Word], i: int) -> tuple[tuple[int, ...], bool, int] | None:
    """The days told together at word `i`, whether they are first and last, and the index behind them."""
    first = _day(words, i) or _nth_day(words, i)
    if first is None:
        return None
    days, end = [first[0]], first[1]
    run = False
    while end < len(words) and len(days) < 5:
        at, gap = end, words[end].gap.strip()
        joined, dash = words[end].key.startswith("و"), gap in ("-", "–", "—")
        if is_(words, end, "to"):
            run = run or words[end].key != "و"
            at, joined = end + 1, True
        more = _day(words, at) if at < len(words) and (joined or dash or gap == "،") else None
        if more is None:
            break
        run = run or dash
        days.append(more[0])
        end = more[1]
    between = i > 0 and is_(words, i - 1, "from") and words[i - 1].key.endswith("بين")
    return tuple(days), (run or between) and len(days) == 2 and days[0] < days[1], end


def _day(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """A day of a month in digits or as an ordinal, and the index behind it."""
    if i >= len(words):
        return None
    number = senses(words[i]).get("number")
    if number is not None:
        return (number, i + 1) if 1 <= number <= 31 and len(words[i].key) <= 2 else None
    unit = senses(words[i]).get("ordinal")
    if unit is None:
        return None
    tens = senses(words[i + 1]).get("tens") if i + 1 < len(words) else None
    if tens and unit < 10:
        return (unit + tens, i + 2) if unit + tens <= 31 else None
    return unit, i + 1


def short_at(words: Sequence[Word], i: int) -> Dated | None:
    """ "4/7" behind a weekday: day and month without year."""
    if i + 1 >= len(words) or words[i + 1].gap.strip() not in ("/", "-"):
        return None
    day, month = (senses(words[at]).get("number") for at in (i, i + 1))
    if day and month and 1 <= day <= 31 and 1 <= month <= 12:
        return Dated((day,), (Month("gregorian", month),), Tail(end=i + 2), i + 2)
    return None


def _nth_day(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """ "ثالث أيام شهر رمضان": a day of a month as the first, second or third of its days."""
    nth = senses(words[i]).get("nth")
    unit = senses(words[i + 1]).get("unit") if nth and i + 1 < len(words) else None
    return (int(nth), i + 2) if nth and unit and unit[0] == "day" else None


def with_tail(told: Dated, tail: Tail) -> Dated:
    """A date that has its year from the one it is told with."""
    return replace(told, tail=tail) if told.tail == Tail() else told
