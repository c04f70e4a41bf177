"""A country's pack from the web, within limits, checked by its hash. Nothing else of the gazetteer uses a network."""

from __future__ import annotations

import http.client
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin, urlsplit

from sijil.errors import BadInput, SetupError
from sijil.steps.fetch import web
from sijil.steps.places.packs.fields import country_of

#: GeoNames' dumps (CC BY 4.0), one zip file a country.
GEONAMES = "https://download.geonames.org/export/dump/"
LIMIT = 500_000_000  # bytes; the largest country's dump has 70 million
WAIT, SECONDS = 30.0, 1800.0  # for any sign of life, and in all
_CHUNK = 256 * 1024
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as it came; `checked` names what its hash was held against, "" for nothing."""

    path: Path
    url: str
    size: int
    sha256: str
    checked: str


def address(country: str, given: str = "") -> str:
    """The address of a country's file: GeoNames' own, or the `given` one (a folder's ends with a slash).

    Raises BadInput for a country that is not known and for what is no web address.
    """
    code = country_of(country)
    if not code:
        raise BadInput(f"country {country!r}", "is not known", "give its two letters, for example SY")
    url = given or GEONAMES
    if not url.lower().startswith(("http://", "https://")) or not urlsplit(url).netloc:
        raise BadInput(url, "is no web address", "it has to begin with http:// or https://")
    return urljoin(url, f"{code}.zip") if url.endswith("/") else url


@contextmanager
def fetched(url: str, wanted: str = "", limit: int = LIMIT, seconds: float = SECONDS) -> Iterator[Fetched]:
    """The file at `url` in a temporary folder, which is gone afterwards.

    `wanted` is its SHA-256; without one, a file `URL.sha256` or `SHA256SUMS` beside it is asked for. Raises BadInput
    for a hash that is none, SetupError where the file cannot be had whole, is larger than `limit` bytes, takes longer
    than `seconds` in all, or has another hash.
    """
    wanted = wanted.strip().lower()
    if wanted and not _HASH.fullmatch(wanted):
        raise BadInput(f"--sha256 {wanted}", "is no SHA-256", "it has 64 hexadecimal digits")
    with TemporaryDirectory(prefix="sijil-") as folder, _told(url, seconds):
        path = Path(folder) / (Path(urlsplit(url).path).name or "pack")
        size, digest = _stream(url, path, limit, time.monotonic() + seconds)
        expected, where = (wanted, "--sha256") if wanted else _published(url)
        if expected and expected != digest:
            problem = f"has the SHA-256 {digest}, not {expected} of {where}"
            raise SetupError(url, problem, "it was damaged on the way or is not what it says; nothing was imported")
        yield Fetched(path, url, size, digest, where if expected else "")


def _stream(url: str, path: Path, limit: int, end: float) -> tuple[int, str]:
    """Write the file and return its size and hash."""
    digest, size = sha256(), 0
    request = urllib.request.Request(url, headers={"User-Agent": "sijil"})
    with web().open(request, timeout=WAIT) as answer, path.open("wb") as file:
        length = answer.headers.get("Content-Length")
        if length and length.isdigit() and int(length) > limit:
            raise SetupError(url, f"has {int(length):,} bytes, more than the limit of {limit:,}", "raise --limit")
        while chunk := answer.read1(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise SetupError(url, f"has more than {limit:,} bytes, the limit", "raise --limit")
            if time.monotonic() > end:
                raise TimeoutError
            digest.update(chunk)
            file.write(chunk)
    if length and length.isdigit() and size != int(length):
        raise SetupError(url, f"was cut off after {size:,} of {int(length):,} bytes", "try again")
    return size, digest.hexdigest()


def _published(url: str) -> tuple[str, str]:
    """The hash that lies beside a file, and where; ("", "") where none does."""
    name = Path(urlsplit(url).path).name
    for beside in (f"{url}.sha256", urljoin(url, "SHA256SUMS")):
        try:
            with web().open(urllib.request.Request(beside, headers={"User-Agent": "sijil"}), timeout=WAIT) as answer:
                text = answer.read(1_000_000).decode("utf-8", "replace")
        except (OSError, ValueError, http.client.HTTPException):
            continue
        for line in text.lower().splitlines():
            words = line.replace("*", " ").split()
            if words and _HASH.fullmatch(words[0]) and (len(words) == 1 or Path(words[-1]).name == name.lower()):
                return words[0], beside
    return "", ""


@contextmanager
def _told(url: str, seconds: float) -> Iterator[None]:
    """Every way in which a download fails as one clear line."""
    try:
        yield
    except urllib.error.HTTPError as error:
        raise SetupError(url, f"the server answered {error.code} {error.reason}", "check the address") from error
    except TimeoutError as error:
        raise SetupError(url, f"took more than {seconds:g} seconds or fell silent", "try later") from error
    except http.client.IncompleteRead as error:
        raise SetupError(url, f"was cut off after {len(error.partial):,} bytes", "try again") from error
    except (urllib.error.URLError, http.client.HTTPException, ConnectionError) as error:
        reason = getattr(error, "reason", None) or error
        advice = "is this machine online? A file from elsewhere is read by `sijil places import`"
        raise SetupError(url, f"cannot be reached ({reason})", advice) from error
