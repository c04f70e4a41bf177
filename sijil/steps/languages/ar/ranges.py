"""Times of a sentence that belong together: "from A to B", two days in a row, the span since an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sijil.steps.languages.ar.text import Word
from sijil.steps.languages.ar.written import is_
from sijil.steps.reading.calendar import Days

#: An event may stand in so many words between "since" and its date.
_EVENT = 9
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Found:
    """A time in words [first, end): its days, one after another where it names several; () where they are unknown.

    `run`: both its ends are told, so that nothing of it goes on until the report.
    """

    first: int
    end: int
    days: tuple[Days, ...]
    since: bool = False
    run: bool = False


def ranges(words: Sequence[Word], found: Sequence[Found]) -> Iterator[Found]:
    """The times with "from A to B" and "between A and B" made one."""
    i = 0
    while i < len(found):
        first, last = found[i], found[i + 1] if i + 1 < len(found) else None
        if last and _joined(words, first, last):
            yield Found(first.first, last.end, ((first.days[0][0], last.days[-1][1]),), run=True)
            i += 2
            continue
        if last and _closer(words, first, last):
            i += 1
            continue
        yield first
        if last and _in_a_row(words, first, last):
            yield Found(first.first, last.end, ((first.days[0][0], last.days[0][1]),))
        i += 1


def _closer(words: Sequence[Word], first: Found, last: Found) -> bool:
    """ "مطلع شهر آب، يوم الخميس 1 آب": the day behind a longer time says which one of it is meant."""
    if len(first.days) != 1 or len(last.days) != 1 or first.since or last.since or last.first - first.end > 1:
        return False
    (begin, end), (day, until) = first.days[0], last.days[0]
    linked = words[first.end].key[:1] != "و" and (last.first == first.end or is_(words, first.end, "links", "within"))
    return linked and begin <= day and until <= end and (until - day) < (end - begin)


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
    begun = is_(words, first.first - 1, "from") or first.since or since_event(words, first.first)
    until = len(between) <= 2 and all(is_(between, n, "to", "day_part", "links") for n in range(len(between)))
    opened = bool(between) and is_(between, 0, "to") or words[last.first].key[:1] == "و"
    dash = not between and words[last.first].gap.strip() in ("-", "–", "—")
    return dash or begun and until and opened


def since_event(words: Sequence[Word], first: int) -> bool:
    """ "منذ سيطرة التنظيم عليها عام 2014": since, and a few words of the same clause before the date."""
    for at in range(first - 1, max(-1, first - _EVENT), -1):
        if "." in words[at + 1].gap or "،" in words[at + 1].gap and at < first - 2:
            return False
        if is_(words, at, "since"):
            return True
    return False
