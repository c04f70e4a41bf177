"""Fetching a pack from a real server on this machine: whole, damaged, too large, cut off, missing, silent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from sijil.errors import BadInput, SijilError
from sijil.steps.places.packs.download import address, fetched

BODY = b"900001\tQwxyzt" * 1000
HASH = sha256(BODY).hexdigest()


class Files(BaseHTTPRequestHandler):
    """/plain/* has no hash beside it; /summed/* has SHA256SUMS, /good/* and /bad/* have a .sha256 each."""

    def do_GET(self) -> None:
        folder, _, name = self.path[1:].partition("/")
        texts = {
            "summed/SHA256SUMS": f"{'0' * 64}  other.zip\n{HASH} *SY.zip\n",
            "good/SY.zip.sha256": HASH,
            "bad/SY.zip.sha256": "0" * 64,
        }
        body = texts.get(self.path[1:], "").encode() or BODY
        if folder == "none" or (name.endswith(("sha256", "SUMS")) and self.path[1:] not in texts):
            self.send_error(404)
            return
        if folder == "away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            return
        self.send_response(200)
        if folder != "endless":
            self.send_header("Content-Length", str(len(body) + (folder == "cut") * 500))
        self.end_headers()
        if folder == "slow":
            self.server.asked.wait(20)  # type: ignore[attr-defined]
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    server.asked = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.asked.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("folder", "checked"), [("plain", ""), ("summed", "SHA256SUMS"), ("good", "SY.zip.sha256"), ("endless", "")]
)
def test_a_file_comes_whole_and_is_held_against_the_hash_beside_it(site: str, folder: str, checked: str) -> None:
    with fetched(f"{site}/{folder}/SY.zip") as file:
        assert file.path.read_bytes() == BODY and (file.size, file.sha256) == (len(BODY), HASH)
        assert file.checked.endswith(checked) and bool(file.checked) == bool(checked)
        folder_of_it = file.path.parent
    assert not folder_of_it.exists()


def test_a_hash_that_the_user_gives(site: str) -> None:
    with fetched(f"{site}/bad/SY.zip", HASH.upper()) as file:
        assert file.checked == "--sha256"
    with pytest.raises(SijilError, match="not 1111"), fetched(f"{site}/plain/SY.zip", "1" * 64):
        pass
    with pytest.raises(BadInput, match="64 hexadecimal"), fetched(f"{site}/plain/SY.zip", "abc"):
        pass


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("bad", "has the SHA-256"),
        ("cut", "was cut off after 13,000 of 13,500 bytes"),
        ("none", "the server answered 404"),
        ("away", "not allowed"),
    ],
)
def test_what_cannot_be_had_is_one_clear_line(site: str, folder: str, problem: str) -> None:
    with pytest.raises(SijilError) as failure, fetched(f"{site}/{folder}/SY.zip"):
        pass
    assert problem in failure.value.line() and "\n" not in failure.value.line() and failure.value.exit_code == 1


def test_limits_of_size_and_time(site: str) -> None:
    for folder in ("plain", "endless"):
        with pytest.raises(SijilError, match="more than"), fetched(f"{site}/{folder}/SY.zip", limit=1000):
            pass
    with pytest.raises(SijilError, match="took more than"), fetched(f"{site}/plain/SY.zip", seconds=0):
        pass


def test_a_machine_that_is_offline(site: str) -> None:
    port = urlsplit(site).port
    with pytest.raises(SijilError, match="online"), fetched(f"http://127.0.0.1:{1 if port != 1 else 2}/SY.zip"):
        pass


def test_addresses() -> None:
    assert address("sy") == "https://download.geonames.org/export/dump/SY.zip"
    assert address("SYR", "http://127.0.0.1/packs/") == "http://127.0.0.1/packs/SY.zip"
    assert address("SY", "http://127.0.0.1/ours.csv") == "http://127.0.0.1/ours.csv"
    for country, given in (("Atlantis", ""), ("SY", "file:///etc/passwd"), ("SY", "https://")):
        with pytest.raises(BadInput):
            address(country, given)
