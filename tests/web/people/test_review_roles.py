"""Who may what in the review queue."""

from __future__ import annotations

import re

from tests.web.people.conftest import Desk
from tests.web.test_judging import send
from tests.web.test_review import deciding, text, title
from tests.web.test_stale import judgements


def test_a_reader_sees_the_queue_and_a_reviewer_decides_on_claims(peopled: Desk) -> None:
    reader, reviewer, editor = (peopled.log_in(role) for role in ("reader", "reviewer", "editor"))
    page = reader.get("/review").text
    assert title(page) and "As a reader you see what waits" in page and 'action="/judge"' not in page
    page = reviewer.get("/review").text
    form = deciding(page, "accept")
    assert send(reviewer, **form | {"csrf": _token(page)}).status_code == 303
    assert judgements(peopled.path)[0].who == "Huda"
    assert "What you came for is done: accepted by Huda" in text(editor.get(f"/review?at={form['subject'][0]}").text)


def _token(page: str) -> list[str]:
    return re.findall(r'name="csrf" value="([0-9a-f]+)"', page)[:1]
