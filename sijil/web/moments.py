"""How long ago something was done, in words."""

from __future__ import annotations

from datetime import UTC, datetime

from sijil.web.dates import day
from sijil.web.language import gettext, ngettext


def ago(when: datetime, now: datetime | None = None) -> str:
    """Such as "just now", "a minute ago", "5 hours ago"; after a day, the day. `now` is this moment, unless given."""
    seconds = ((now or datetime.now(UTC)) - when).total_seconds()
    if seconds < 45:
        return gettext("just now")
    if seconds >= 24 * 3600:
        return gettext("on %(day)s", day=day(when.date()))
    if seconds >= 3570:
        return ngettext("an hour ago", "%(num)s hours ago", max(1, round(seconds / 3600)))
    return ngettext("a minute ago", "%(num)s minutes ago", max(1, round(seconds / 60)))
