"""Words of time in Arabic text, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sijil.model.period import Period, precision_of
from sijil.steps.languages.ar import lengths
from sijil.steps.languages.ar.dayterms import Numeric, Terms, days_named, terms_at
from sijil.steps.languages.ar.reckoned import whole
from sijil.steps.languages.ar.text import Word, words_of
from sijil.steps.languages.ar.timewords import phrase_at, senses
from sijil.steps.languages.ar.written import (
    Dated,
    Tail,
    dated_at,
    days_of,
    is_,
    months_at,
    numeric_dates,
    tail_at,
    with_tail,
)
from sijil.steps.reading.calendar import Days, cut
from sijil.steps.reading.calendars import Month
from sijil.steps.reading.clock import Clock
from sijil.steps.reading.scene import When

#: An event may stand in so many words between "since" and its date.
_EVENT = 9
_RAMADAN, _DAY = 9, timedelta(days=1)
#: Meanings of words at which a time may begin.
_DAYS = frozenset(("number", "ordinal", "weekday", "relative", "phrase"))
_PHRASES = ("phrase", "now", "ahead")
_STARTS = _DAYS | {"month_name", "part", "unit", "share", "within", "ago", "since", "ahead", "year", "now"}


@dataclass(frozen=True, slots=True)
class Found:
    """A time in words [first, end): its days, one after another where it names several; () where they are unknown."""

    first: int
    end: int
    days: tuple[Days, ...]
    since: bool = False


def periods(text: str, clock: Clock) -> tuple[When, ...]:
    """Every expression of time of a text, in order; offsets count from its begin."""
    return tuple(times(words_of(text), text, 0, clock))


def times(words: Sequence[Word], text: str, base: int, clock: Clock) -> Iterator[When]:
    """Every expression of time in words, whose text begins at offset `base`."""
    found = list(_found(words, _numeric(words, text, base), clock))
    for one in _ranges(words, found):
        yield from _whens(words, one, text, base, clock)


def _numeric(words: Sequence[Word], text: str, base: int) -> Numeric:
    if not any(word.key[:1].isdigit() for word in words):
        return {}
    starts = {word.start - base: i for i, word in enumerate(words)}
    ends = {word.end - base: i for i, word in enumerate(words)}
    return {
        starts[start]: (ends[end] + 1, day)
        for start, end, day in numeric_dates(text)
        if start in starts and end in ends
    }


def _found(words: Sequence[Word], numeric: Numeric, clock: Clock) -> Iterator[Found]:
    """The times in order, none over another."""
    i = 0
    while i < len(words):
        known = senses(words[i])
        if i not in numeric and known.keys().isdisjoint(_STARTS):
            i += 1
            continue
        found = _at(words, i, numeric, clock)
        if found is None:
            i += 1
            continue
        yield found
        i = max(found.end, i + 1)


def _at(words: Sequence[Word], i: int, numeric: Numeric, clock: Clock) -> Found | None:
    """The time that begins at word `i`, the most exact reading first."""
    known = senses(words[i])
    day = i in numeric or not known.keys().isdisjoint(_DAYS)
    if day and not _no_day(words, i, numeric):
        terms = terms_at(words, i, numeric)
        if terms is not None:
            first, terms = _begin(words, i), _with_year(words, terms)
            return Found(first, terms.end, tuple(days_named(terms, clock)), is_(words, first - 1, "since"))
    if not known.keys().isdisjoint(_PHRASES) and (found := _phrase(words, i, clock)):
        return found
    for name, reading in _READINGS:
        if name in known and (read := reading(words, i, clock)):
            end, days = read
            return Found(i, end, (days,) if days else (), name == "since" or is_(words, i - 1, "since"))
    if "month_name" in known:
        return _month(words, i, clock)
    return _year(words, i, clock) if "number" in known or "year" in known else None


_READINGS = (
    ("since", lengths.lasting_at),
    ("ago", lengths.ago_at),
    ("part", lengths.part_at),
    ("share", lengths.share_at),
    ("within", lengths.within_at),
    ("unit", lengths.unit_at),
    ("number", lengths.past_at),
)


def _with_year(words: Sequence[Word], terms: Terms) -> Terms:
    """A date without year that runs to one with its year: "من 26 نيسان إلى 19 آب 2021"."""
    at = terms.end + is_(words, terms.end, "to")
    if terms.dated is None or at >= len(words) or at == terms.end and words[at].key[:1] != "و":
        return terms
    until = dated_at(words, at)
    return replace(terms, dated=with_tail(terms.dated, Tail(until.tail.year))) if until else terms


def _no_day(words: Sequence[Word], i: int, numeric: Numeric) -> bool:
    """Whether a weekday or a date names something else: a street, a person; a date with its year never does."""
    if not is_(words, i - 1, "not_before") or i in numeric or words[i].gap.strip():
        return False
    dated = dated_at(words, i)
    return dated is None or dated.tail.year is None


def _begin(words: Sequence[Word], i: int) -> int:
    """Where the words of a day begin: with the part of the day before it ("بعد ظهر يوم ...")."""
    first = i
    while first > i - 4 and is_(words, first - 1, "day_part") and not words[first].gap.strip():
        first -= 1
    while first < i and is_(words, first, "leading") and not (first + 1 < i and is_(words, first + 1, "day_part")):
        first += 1
    return first


def _phrase(words: Sequence[Word], i: int, clock: Clock) -> Found | None:
    """ "after midnight", "since the morning": the day of the report; "tomorrow"; "recently"."""
    named = phrase_at(words, i) if is_(words, i, "phrase") else None
    if named is None:
        named = next(((name, senses(words[i])[name], i + 1) for name in ("now", "ahead") if is_(words, i, name)), None)
    if named is None or named[0] not in ("now", "ahead", "unknown"):
        return None
    name, value, end = named
    if name == "now" and (is_(words, i - 1, "not_before_now") or is_(words, end, "weekday", "relative", "number")):
        return None
    if name == "now" and clock.base:
        return Found(i, end, ((clock.base, clock.base),))
    if name == "ahead" and clock.base:
        day = clock.base + timedelta(days=int(value))
        return Found(i, end, ((day, day),))
    return Found(i, end, ())


def _month(words: Sequence[Word], i: int, clock: Clock) -> Found | None:
    """ "في فبراير/شباط 2016", "خلال شهر أيار", "شباط الماضي": its first to its last day (guide)."""
    named = months_at(words, i)
    if named is None:
        return None
    months, end = named
    tail = tail_at(words, end)
    if tail.year is None and not tail.which and len(months) == 1 and not _is_month(words, i, months[0]):
        return None
    if (
        tail.year is None
        and not tail.which
        and end < len(words)
        and months_at(words, end)
        and words[end].key[:1] == "و"
    ):
        tail = replace(tail_at(words, months_at(words, end)[1]), end=0)  # type: ignore[index]  # "شباط وآذار 2016"
    days = days_of(Dated((), months, tail, max(end, tail.end)), clock)
    return Found(i, max(end, tail.end), tuple(days), is_(words, _over_month(words, i) - 1, "since"))


def _is_month(words: Sequence[Word], i: int, month: Month) -> bool:
    """Whether a name that stands without day, year or second name is that of a month."""
    if is_(words, i - 1, "month"):
        return True
    if month.calendar == "hijri" and month.number != _RAMADAN:
        return False
    if is_(words, i, "also_word"):
        return is_(words, i - 1, "month_before_any")
    lead = words[i].key[:1] in "بلو" and words[i].stems[-1] != words[i].key
    return is_(words, i - 1, "month_before", "month_name") or lead


def _over_month(words: Sequence[Word], i: int) -> int:
    return i - is_(words, i - 1, "month")


def _year(words: Sequence[Word], i: int, clock: Clock) -> Found | None:
    """ "عام 2016", "في 2019", "بين 2012 و2014": its first to its last day (guide), as far as the report reaches."""
    named = lengths.year_at(words, i)
    beside = is_(words, i, "year") or is_(words, i - 1, "within", "since", "from", "to", "year")
    if named is None or not beside and not _more_years(words, named[1]):
        return None
    year, end = named
    last = lengths.year_at(words, end + (words[end].key == "و")) if _more_years(words, end) else None
    if last and last[0] > year:
        run = words[end].key != "و" or last[0] == year + 1 or is_(words, i - 1, "from")
        spans = ((whole(year)[0], whole(last[0])[1]),) if run else (whole(year), whole(last[0]))
        return Found(i, last[1], tuple(cut(days, clock.limit) for days in spans))
    return Found(i, end, (cut(whole(year), clock.limit),), is_(words, i - 1, "since"))


def _more_years(words: Sequence[Word], at: int) -> bool:
    """Whether a year goes on with another: "2011-2014", "2012 و2014"."""
    dash = 0 < at < len(words) and words[at].gap.strip() in ("-", "–")
    return (
        0 < at < len(words) and (dash or words[at].key == "و") and lengths.year_at(words, at + (not dash)) is not None
    )


def _ranges(words: Sequence[Word], found: Sequence[Found]) -> Iterator[Found]:
    """The times with "from A to B" and "between A and B" made one."""
    i = 0
    while i < len(found):
        first, last = found[i], found[i + 1] if i + 1 < len(found) else None
        if last and _joined(words, first, last):
            yield Found(first.first, last.end, ((first.days[0][0], last.days[-1][1]),))
            i += 2
            continue
        yield first
        if last and _in_a_row(words, first, last):
            yield Found(first.first, last.end, ((first.days[0][0], last.days[0][1]),))
        i += 1


def _in_a_row(words: Sequence[Word], first: Found, last: Found) -> bool:
    """Whether two times are a day and, after "and", the next one ("يومي 3 آب و4 آب"): what is told lasted both."""
    if len(first.days) != 1 or len(last.days) != 1 or first.since or last.first - first.end > 1:
        return False
    days = (*first.days[0], *last.days[0])
    return words[first.end].key.startswith("و") and days[0] == days[1] and days[2] == days[3] == days[0] + _DAY


def _joined(words: Sequence[Word], first: Found, last: Found) -> bool:
    if not (first.days and last.days and first.days[0][0] < last.days[-1][1]):
        return False
    between = words[first.end : last.first]
    begun = is_(words, first.first - 1, "from") or first.since or _since_event(words, first.first)
    until = len(between) <= 2 and all(is_(between, n, "to", "day_part", "links") for n in range(len(between)))
    opened = bool(between) and is_(between, 0, "to") or words[last.first].key[:1] == "و"
    dash = not between and words[last.first].gap.strip() in ("-", "–", "—")
    return dash or begun and until and opened


def _whens(words: Sequence[Word], found: Found, text: str, base: int, clock: Clock) -> Iterator[When]:
    """What one time stands for: itself, or the span since it; since an event of its day it is both."""
    start, end = words[found.first].start, words[found.end - 1].end
    said = " ".join(text[start - base : end - base].split())
    until = clock.end
    if not found.days or found.since and until is None:
        yield When(start, end, Period(None, None, "unresolved", said), found.since)
        return
    event = not found.since and _since_event(words, found.first)
    if (found.since or event) and until:
        first = found.days[0][0]
        yield _known((start, end), (first, max(first, until)), said, clock, since=True)
    if not found.since:
        row = [found.days[0][0], found.days[-1][1]] if len(found.days) > 1 else []
        if row and (row[1] - row[0]).days == len(found.days) - 1:  # "3 و4 آذار": what is told lasted all of them
            yield _known((start, end), (row[0], row[1]), said, clock, since=False)
        for days in found.days:
            yield _known((start, end), days, said, clock, since=False)


def _since_event(words: Sequence[Word], first: int) -> bool:
    """ "منذ سيطرة التنظيم عليها عام 2014": since, and a few words of the same clause before the date."""
    for at in range(first - 1, max(-1, first - _EVENT), -1):
        if "." in words[at + 1].gap or "،" in words[at + 1].gap and at < first - 2:
            return False
        if is_(words, at, "since"):
            return True
    return False


def _known(place: tuple[int, int], days: Days, said: str, clock: Clock, since: bool) -> When:
    age = (clock.base - days[1]).days if clock.base else None
    ahead = clock.limit is not None and days[0] > clock.limit
    return When(*place, Period(*days, precision_of(*days), said), since, age=age, ahead=ahead)
