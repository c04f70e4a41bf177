"""A page from the web, within limits of size and time."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from datetime import date

from sijil.decoding import scrub
from sijil.errors import BadReport
from sijil.model.report import Report
from sijil.steps.read import read_bytes

LIMIT = 20_000_000  # bytes that a page may have
SECONDS = 30.0
_CHUNK = 64 * 1024
_HANDLERS = (
    urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler,
    urllib.request.HTTPRedirectHandler, urllib.request.HTTPDefaultErrorHandler, urllib.request.HTTPErrorProcessor,
)  # fmt: skip


def read_url(
    url: str, *, published: date | None = None, source: str = "", limit: int = LIMIT, seconds: float = SECONDS
) -> Report:
    """The page at an http or https address, at most `limit` bytes within `seconds` in all; `doc` is the address.

    The address that answered after redirects stands in `retrieval`. Raises BadReport.
    """
    url = scrub(url.strip())
    if not url.lower().startswith(("http://", "https://")):
        raise BadReport(url, "is no web address", "it has to begin with http:// or https://")
    try:
        data, media, answered = _fetch(url, limit, seconds)
    except urllib.error.HTTPError as error:
        raise BadReport(url, f"the server answered {error.code} {error.reason}") from error
    except TimeoutError as error:
        raise BadReport(url, f"took more than {seconds:g} seconds", "try later, or save the page yourself") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise BadReport(url, f"cannot be fetched ({reason})", "check the address and the connection") from error
    came = f"url {url}" if answered == url else f"url {url} answered by {answered}"
    return read_bytes(data, doc=url, retrieval=came, media=media, published=published, source=source)


def web() -> urllib.request.OpenerDirector:
    """What opens http and https addresses and nothing else."""
    opener = urllib.request.OpenerDirector()  # not build_opener: that one also opens file: and ftp: addresses
    for handler in _HANDLERS:
        opener.add_handler(handler())
    return opener


def _fetch(url: str, limit: int, seconds: float) -> tuple[bytes, str | None, str]:
    """Bytes, media (None where the server does not say HTML) and the address that answered."""
    end = time.monotonic() + seconds
    request = urllib.request.Request(url, headers={"User-Agent": "sijil", "Accept": "text/html, text/plain"})
    data = bytearray()
    with web().open(request, timeout=seconds) as answer:
        while chunk := answer.read1(_CHUNK):
            data += chunk
            if len(data) > limit:
                raise ValueError(f"more than {limit:,} bytes")
            if time.monotonic() > end:
                raise TimeoutError
        html = answer.headers.get_content_type() in ("text/html", "application/xhtml+xml")
        return bytes(data), "text/html" if html else None, answer.geturl()
