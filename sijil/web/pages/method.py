"""The page of the method."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter
from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from sijil.exports.method import method_page
from sijil.web.page import render

router = APIRouter()


@router.get("/method")
def method(request: Request) -> Response:
    """docs/method.md."""
    return render(request, "method.html", page=_page())


@cache
def _page() -> Markup:
    """The page as HTML; markup in its text is escaped, and links to other pages of docs/ lead nowhere here."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("link_open", lambda *_: "<span>")
    reader.add_render_rule("link_close", lambda *_: "</span>")
    return Markup(reader.render(method_page()))
