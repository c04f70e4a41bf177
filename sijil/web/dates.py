"""How the desk words days and times."""

from __future__ import annotations

from datetime import date

from sijil.model.claim import Claim
from sijil.model.period import Period
from sijil.web.language import N_, gettext

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
#: For axes and titles; Arabic has no short forms.
SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
    N_("Nov"), N_("Dec"),
)  # fmt: skip


def month(value: date, short: bool = False) -> str:
    """The month's name."""
    return gettext((SHORT if short else MONTHS)[value.month - 1])


def day(value: date | None, short: bool = False) -> str:
    """A day in words, "7 March 2017", short "7 Mar 2017"; a dash where there is none."""
    if value is None:
        return "–"
    return gettext("%(day)s %(month)s %(year)s", day=value.day, month=month(value, short), year=value.year)


def month_year(value: date, short: bool = False) -> str:
    """A day's month in words, "March 2017", short "Mar 2017"."""
    return gettext("%(month)s %(year)s", month=month(value, short), year=value.year)


def days(start: date | None, end: date | None) -> str:
    """First and last day in words, as short as they can be told."""
    if not start or not end:
        if start:
            return gettext("since %(day)s", day=day(start))
        return gettext("until %(day)s", day=day(end)) if end else "–"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return gettext("%(first)s–%(last)s", first=start.day, last=day(end))
    first = day(start)
    if start.year == end.year:
        first = gettext("%(day)s %(month)s", day=start.day, month=month(start))
    return gettext("%(first)s – %(last)s", first=first, last=day(end))


def when(period: Period | None) -> str:
    """A claim's or incident's time in words. Unresolved stays unresolved, with the report's words."""
    if period is None:
        return gettext("no date given")
    if period.start or period.end:
        return days(period.start, period.end)
    return gettext("day not known: “%(words)s”", words=period.words) if period.words else gettext("day not known")


def three_days(claim: Claim) -> str:
    """When it happened, when it was established or said where the sentence tells, and the day of the report."""
    told = [when(claim.period)]
    if claim.recognised:
        told.append(gettext("said or established %(when)s", when=when(claim.recognised)))
    if claim.report_day:
        told.append(gettext("report of %(day)s", day=day(claim.report_day)))
    return " · ".join(told)
