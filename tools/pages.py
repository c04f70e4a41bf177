"""Which pages the desk has, found as a reader finds them: by following its links from the overview."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import httpx
from fastapi import FastAPI

_LINK = re.compile(r'<a\b[^>]*?\shref="(/[^"#]*)[^"]*"')


def routes(app: FastAPI) -> dict[str, re.Pattern[str]]:
    """Path of every route that answers GET → what addresses it matches, as the code writes it; fixed ones first."""
    found = {route.path: route.path_regex for route in _routes(app) if "GET" in (getattr(route, "methods", None) or ())}
    return dict(sorted(found.items(), key=lambda item: ("{" in item[0], item[0])))


def _routes(router: Any) -> Iterator[Any]:
    for route in router.routes:
        if hasattr(route, "path_regex"):
            yield route
        elif hasattr(route, "original_router"):
            yield from _routes(route.original_router)


def walk(client: httpx.Client, known: dict[str, re.Pattern[str]], starts: Iterable[str] = ("/",)) -> dict[str, str]:
    """Route → the first address of it that links from `starts` lead to, for those that answer with a page.

    Every link is followed once a route; raises AssertionError where one leads to an error.
    """
    found: dict[str, str] = {}
    waiting, seen = deque(starts), set(starts)
    while waiting:
        address = waiting.popleft()
        route = next((name for name, pattern in known.items() if pattern.match(address.partition("?")[0])), "")
        if not route or route in found:
            continue
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code < 400, f"{address} answers {answer.status_code}"
        if answer.headers.get("content-type", "").startswith("text/html"):
            found[route] = address
            links = [unescape(link) for link in _LINK.findall(answer.text)]
            waiting.extend(link for link in dict.fromkeys(links) if link not in seen)
            seen.update(links)
    return found
