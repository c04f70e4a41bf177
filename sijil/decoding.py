"""From the bytes of a report to its own text: the one place, so that it gives the same text again years later.

Used when a report is read and when the register is verified. The rules are short and fixed on purpose: a detector that
learns would decode an archived report differently after an upgrade.
"""

from __future__ import annotations

import codecs
import json
import re

#: Control characters (tab, line ends and NEL apart) and lone surrogates: no report means them, and databases, XML and
#: terminals choke on them. Each becomes one U+FFFD, so that offsets stay as they are.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.IGNORECASE)
_HIGH_RUN = re.compile(rb"[\x80-\xff]{2,}")
#: The bytes of windows-1256 that are Arabic letters proper (the others are Latin letters, signs and vowel marks).
_ARABIC = frozenset(b"\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd8\xd9"
                    b"\xda\xdb\xdc\xdd\xde\xdf\xe1\xe3\xe4\xe5\xe6\xec\xed\xa1\xba\xbf")  # fmt: skip


def scrub(text: str) -> str:
    """`text` with every control character and lone surrogate replaced by U+FFFD; of the same length."""
    return _UNSAFE.sub("\ufffd", text)


def find_encoding(data: bytes, media: str) -> str | None:
    """The codec name that `data` is written in, or None where no rule tells it.

    In order: a byte order mark; strict UTF-8; what an HTML page declares, if the bytes fit it; UTF-8 with less damage
    than proper sequences (a page cut off in the middle of a letter); long runs of Arabic letters: windows-1256; single
    high bytes among ASCII: cp1252, or latin-1 where cp1252 leaves a byte undefined.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    if _fits(data, "utf-8"):
        return "utf-8"
    declared = _declared(data) if media == "text/html" else None
    if declared and _fits(data, declared):
        return declared
    if _damaged_utf8(data):
        return "utf-8"
    return _one_byte(data)


def content_of(data: bytes, media: str, encoding: str) -> str:
    """The text of a report's bytes: decoded, safe, and for a JSON line the value of its "text".

    Bytes that do not fit become U+FFFD. Raises ValueError where a JSON line is none or has no text.
    """
    text = data.decode(encoding, errors="replace")
    if media == "application/json":
        line = json.loads(text)
        if not isinstance(line, dict) or not isinstance(line.get("text"), str):
            raise ValueError('no "text" in the line')
        text = line["text"]
    return scrub(text)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _declared(data: bytes) -> str | None:
    """What the page's own <meta> names, as Python's name for it; WHATWG reads "latin-1" as cp1252."""
    found = _META.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)  # refuses codecs that are no text encodings, such as "hex"
    except (LookupError, UnicodeError):
        return None
    if name.startswith(("utf-16", "utf-32", "idna", "punycode", "unicode", "raw")):
        return None  # the declaration itself was ASCII, so it cannot be true
    return "cp1252" if name in ("iso8859-1", "ascii") and _fits(data, "cp1252") else name


def _damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    damage = text.count("\ufffd")
    proper = sum(1 for char in text if char > "\x7f") - damage
    return proper >= max(damage, 1)


def _one_byte(data: bytes) -> str | None:
    high = sum(1 for byte in data if byte > 0x7F)
    runs = b"".join(_HIGH_RUN.findall(data))
    if 2 * len(runs) > high:
        letters = sum(1 for byte in runs if byte in _ARABIC)
        return "cp1256" if 10 * letters >= 8 * len(runs) else None
    return "cp1252" if _fits(data, "cp1252") else "iso8859-1"
