"""How long ago something was done, in words."""

from __future__ import annotations

from datetime import UTC, datetime

from sijil.web.dates import day

_UNITS = ((60, "minute"), (3600, "hour"))


def ago(when: datetime, now: datetime | None = None) -> str:
    """Such as "just now", "a minute ago", "5 hours ago"; after a day, the day. `now` is this moment, unless given."""
    seconds = ((now or datetime.now(UTC)) - when).total_seconds()
    if seconds < 45:
        return "just now"
    if seconds >= 24 * 3600:
        return f"on {day(when.date())}"
    size, name = _UNITS[seconds >= 3570]
    number = max(1, round(seconds / size))
    return f"{('an' if name == 'hour' else 'a') if number == 1 else number} {name}{'s' if number > 1 else ''} ago"
