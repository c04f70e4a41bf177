"""A report as it came: its own bytes, shown so that nothing in them acts, and to be taken whole.

They may name anybody, so they take what the veil takes, and each look is a row of the access log (docs/people.md).
"""

from __future__ import annotations

import base64

from fastapi import APIRouter, HTTPException
from lxml import etree, html  # type: ignore[import-untyped]
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.report import Report
from sijil.register import Register
from sijil.web.highlight import parts
from sijil.web.language import gettext
from sijil.web.page import register_of, render
from sijil.web.pages.report import SAMPLE, Archived, titled
from sijil.web.people.visitor import visitor_of
from sijil.web.words import role

router = APIRouter()
#: Elements that act, load or ask, with all that is in them; of any other the words stay.
ACTING = (
    "script", "style", "link", "meta", "base", "iframe", "frame", "frameset", "object", "embed", "applet", "noscript",
    "template", "svg", "math", "audio", "video", "canvas", "img", "picture", "source", "track", "input", "button",
    "select", "textarea", "portal",
)  # fmt: skip
#: Attributes that only shape how words are set.
KEPT = frozenset({"dir", "lang", "colspan", "rowspan", "scope", "title"})
#: Nothing may run, load, be sent or be gone to, whatever the bytes say (Content Security Policy Level 3).
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"


@router.get("/reports/{id_}/original")
def original(request: Request, id_: str) -> Response:
    """The text as it was read, with the original beside it."""
    _allowed(request)
    with register_of(request) as register:
        view = queries.report_view(register, id_)
    text = parts(view.text, view.claims)
    return render(
        request, "original.html", info=view.info, title=titled(view.info, text),
        sample=view.text.content[:SAMPLE], archived=Archived.of(view.report),
        parts=text, claims=view.claims, shows=view.report.media in SHOWN,
    )  # fmt: skip


@router.get("/reports/{id_}/original/shown")
def shown(request: Request, id_: str) -> Response:
    """The original for the frame beside the text: a page without anything that acts or loads, else plain text."""
    report = _looked(request, id_, "shown")
    told = SHOWN.get(report.media)
    if told is None:
        raise HTTPException(404)
    headers = {
        "content-security-policy": NOTHING, "x-frame-options": "SAMEORIGIN", "x-dns-prefetch-control": "off",
        "cache-control": "no-store",
    }  # fmt: skip
    return Response(told(report), headers=headers, media_type="text/html; charset=utf-8")


@router.get("/reports/{id_}/original/bytes")
def download(request: Request, id_: str) -> Response:
    """The exact bytes, with their SHA-256 in the headers: in hex, and as RFC 9530 writes it."""
    report = _looked(request, id_, "bytes")
    digest = base64.b64encode(bytes.fromhex(report.sha256)).decode()
    suffix = {"text/html": ".html", "text/plain": ".txt", "application/json": ".json"}.get(report.media, ".bin")
    headers = {
        "content-disposition": f'attachment; filename="{id_}{suffix}"', "x-sha256": report.sha256,
        "repr-digest": f"sha-256=:{digest}:", "cache-control": "no-store",
    }  # fmt: skip
    return Response(report.data, headers=headers, media_type="application/octet-stream")


def _allowed(request: Request) -> None:
    if not (visitor := visitor_of(request)).may("look"):
        raise HTTPException(
            403, gettext("As %(role)s you may not see originals: they are not veiled.", role=role(visitor.role))
        )


def _looked(request: Request, id_: str, how: str) -> Report:
    """The report, once it is written down that somebody sees its original."""
    _allowed(request)
    with register_of(request) as register:
        report, _ = register.report(id_)
        _record(request, register, f"/reports/{id_}/original/{how}")
    return report


def _record(request: Request, register: Register, address: str) -> None:
    register.people.record(visitor_of(request).name or "nobody", "look", {"page": address})


def _as_text(report: Report) -> str:
    return _PAGE.format(_pre(report.content))


def _as_page(report: Report) -> str:
    """A page's words and their order, its elements bare."""
    try:
        tree = html.document_fromstring(report.content.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return _as_text(report)
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, *ACTING, with_tail=False)
    for element in tree.iter(etree.Element):
        for name in set(element.attrib) - KEPT:
            del element.attrib[name]
    body = tree.find("body")
    inner = html.tostring(body if body is not None else tree, encoding="unicode")
    return _PAGE.format(inner)


def _pre(words: str) -> str:
    element = etree.Element("pre")
    element.set("dir", "auto")
    element.text = "".join(char if char in "\t\n\r" or char >= " " else "\ufffd" for char in words)
    return str(etree.tostring(element, encoding="unicode"))


_PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>Original</title></head>{}</html>'
SHOWN = {"text/html": _as_page, "text/plain": _as_text, "application/json": _as_text}
