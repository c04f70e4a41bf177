"""Pages from a real server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sijil.errors import BadReport
from sijil.steps.fetch import read_url

PAGE = b"<html><head><title>Saraqeb</title></head><body><p>Five civilians were killed.</p></body></html>"


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
        elif self.path == "/none":
            self.send_response(404)
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain" if self.path == "/text" else "text/html; charset=utf-8")
        self.end_headers()
        if self.path == "/slow":
            self.server.asked.wait(20)
        elif self.path == "/big":
            self.wfile.write(b"a" * 5000)
        elif self.path == "/picture":
            self.wfile.write(b"\x89PNG\r\n\x1a\n")
        elif self.path != "/empty":
            self.wfile.write(PAGE if self.path != "/text" else b"Five killed")

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.asked = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.asked.set()
    server.shutdown()
    server.server_close()


def test_a_page(site):
    report = read_url(f"{site}/page", source="Courier")
    assert (report.data, report.media, report.doc) == (PAGE, "text/html", f"{site}/page")
    assert report.retrieval == f"url {site}/page" and report.source == "Courier"
    assert read_url(f"{site}/text").media == "text/plain"


def test_a_page_that_moved(site):
    assert read_url(f"{site}/moved").retrieval == f"url {site}/moved answered by {site}/page"


@pytest.mark.parametrize(
    ("path", "problem"),
    [("/none", "404"), ("/empty", "empty"), ("/picture", "picture"), ("/round", "redirect"), ("/away", "not allowed")],
)
def test_pages_that_cannot_be_had(site, path, problem):
    with pytest.raises(BadReport) as failure:
        read_url(site + path)
    assert problem in failure.value.line() and "\n" not in failure.value.line()


def test_limits(site):
    with pytest.raises(BadReport, match="more than 1,000 bytes"):
        read_url(f"{site}/big", limit=1000)
    with pytest.raises(BadReport, match="took more than 0.2 seconds"):
        read_url(f"{site}/slow", seconds=0.2)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://localhost/x", "http://", "http://[bad/", "http://127.0.0.1:1/"]
)
def test_addresses_that_are_none(url):
    with pytest.raises(BadReport) as failure:
        read_url(url)
    assert "\n" not in failure.value.line()
