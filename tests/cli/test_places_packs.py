"""`sijil places import | list | remove | find --in | fetch` as a user calls them."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

Sijil = Callable[..., Any]

OWN = """\
name,names,kind,country,province,lat,lon,pcode
Qwxyzt,Kwxyzt|قوكست,village,SY,Homs,34.73,36.70,C9999
Zyx camp,,camp,SY,Idlib,35.9,36.7,
Bad row,,castle,SY,,,,
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "ours.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "site"
    folder.mkdir()

    class Files(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_import_list_find_remove(sijil: Sijil, own: Path) -> None:
    done = sijil("places", "import", own)
    assert done.code == 0 and done.out == "ours: 2 places of ours.csv (own table)\n"
    assert len(done.lines) == 1 and "line 4" in done.err and "castle" in done.err

    (pack,) = map(json.loads, sijil("places", "list", "--json").out.splitlines())
    assert (pack["name"], pack["places"], pack["files"][0]["skipped"]) == ("ours", 2, 1)
    assert pack["files"][0]["sha256"] == sha256(own.read_bytes()).hexdigest()
    assert pack["files"][0]["sha256"] in sijil("places", "list").out

    (found,) = map(json.loads, sijil("places", "find", "قوكست", "--json").out.splitlines())
    assert (found["name"], found["pcode"], found["admin"]) == ("Qwxyzt", "C9999", ["Syria", "Homs"])

    assert sijil("places", "remove", "ours").code == 0
    assert sijil("places", "find", "قوكست", "--json").out == ""
    assert sijil("places", "list").out == "no pack is imported\n"


def test_find_inside_a_place_says_why(sijil: Sijil) -> None:
    found = [
        json.loads(line) for line in sijil("places", "find", "al-Wa'er", "--in", "Homs", "--json").out.splitlines()
    ]
    assert [(place["name"], place["admin"]) for place in found] == [("Al-Waer", ["Syria", "Homs", "Homs"])]
    assert "lies in Homs" in found[0]["reason"]
    assert "no place is called" in sijil("places", "find", "Saraqeb", "--in", "Homs").out
    assert sijil("places", "find", "Saraqeb", "--in", "Qwxyzt").code == 2


def test_a_pack_for_one_run(sijil: Sijil, own: Path) -> None:
    assert "C9999" in sijil("places", "find", "Qwxyzt", "--pack", own).out
    assert "no place is called" in sijil("places", "find", "Qwxyzt").out
    assert sijil("places", "find", "Qwxyzt", "--pack", own.with_name("none.csv")).code == 2


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("import", "none.csv"), "No such file"),
        (("import", "sijil.db"), "no format that is known"),
        (("import", "ours.csv", "--name", "../up"), "cannot be used"),
        (("remove", "nothing"), "imported are: none"),
        (("fetch", "Atlantis"), "is not known"),
        (("fetch", "SY", "--from", "ftp://127.0.0.1/SY.zip"), "no web address"),
    ],
)
def test_bad_input_is_one_line_and_leaves_nothing(
    sijil: Sijil, own: Path, tmp_path: Path, words: tuple[str, ...], problem: str
) -> None:
    (tmp_path / "sijil.db").write_text("Five civilians were killed.")
    done = sijil("places", *words)
    assert done.code == 2 and len(done.lines) == 1 and problem in done.err
    assert not list((tmp_path / "data").glob("**/*.*"))


def test_fetch(sijil: Sijil, own: Path, site: str, tmp_path: Path) -> None:
    served = tmp_path / "site" / "SY.zip"
    served.write_bytes(own.read_bytes())
    digest = sha256(own.read_bytes()).hexdigest()
    done = sijil("places", "fetch", "SY", "--from", f"{site}/", "--name", "fetched")
    assert done.code == 0 and f"fetching {site}/SY.zip" in done.err and digest in done.err and "nothing" in done.err
    (pack,) = map(json.loads, sijil("places", "list", "--json").out.splitlines())
    assert (pack["name"], pack["files"][0]["file"], pack["files"][0]["sha256"]) == ("fetched", f"{site}/SY.zip", digest)
    assert "C9999" in sijil("places", "find", "Qwxyzt").out

    wrong = sijil("places", "fetch", "SY", "--from", f"{site}/", "--sha256", "1" * 64)
    assert wrong.code == 1 and digest in wrong.err and "nothing was imported" in wrong.err
    assert sijil("places", "fetch", "SY", "--from", f"{site}/none/").code == 1
    assert len(sijil("places", "list", "--json").out.splitlines()) == 1
