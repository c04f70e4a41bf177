"""Pages of a list by the key of the last row that was given, not by a number of rows.

So a row that comes in or goes meanwhile makes no other row come twice or be skipped. A row whose own key changes (an
incident that gets another day) may.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from sijil.web.api.problems import Problem

R = TypeVar("R")
Key = tuple[str, ...]
LAST = "~"  # behind every date
LONGEST = 2000  # characters of a cursor


def number(value: int) -> str:
    """A number that as text stands where it stands as a number."""
    return f"{value:012d}"


def after(rows: Sequence[R], key: Callable[[R], Key], last: Key | None, limit: int) -> tuple[Sequence[R], bool]:
    """At most `limit` of `rows`, which are in order of their keys, behind the key `last`; and whether more follow."""
    start = bisect_right(rows, last, key=key) if last is not None else 0
    return rows[start : start + limit], start + limit < len(rows)


def cursor(question: str, key: Key) -> str:
    """The key of the last row given, as what `read_cursor` takes for the same question."""
    plain = json.dumps([_mark(question), *key], ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(text: str, question: str) -> Key:
    """The key in a cursor. Raises Problem for what is none, or one of another question."""
    try:
        mark, *key = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        sound = all(isinstance(part, str) for part in key) and bool(key)
    except (ValueError, TypeError, RecursionError):
        mark, key, sound = "", [], False
    if not sound:
        raise Problem(422, "This is no cursor: take it from `next` of the page before.", "cursor")
    if mark != _mark(question):
        raise Problem(422, "This cursor is of another list or filter: begin without one.", "cursor")
    return tuple(key)


def _mark(question: str) -> str:
    return hashlib.sha256(question.encode("utf-8", "replace")).hexdigest()[:8]
