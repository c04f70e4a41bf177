"""Bytes in the encodings that reports come in; always the same text for the same bytes."""

from __future__ import annotations

import json

import pytest

from sijil.decoding import content_of, find_encoding, scrub

ARABIC = "قال ناشطون إن خمسة مدنيين قتلوا في قصف جوي على سراقب يوم الاثنين"
FRENCH = "Cinq civils tués près d’Idlib, selon l’Observatoire"


@pytest.mark.parametrize(
    ("words", "codec", "found"),
    [
        ("Five civilians were killed", "ascii", "utf-8"),
        (ARABIC, "utf-8", "utf-8"),
        (ARABIC, "utf-8-sig", "utf-8-sig"),
        (ARABIC, "utf-16", "utf-16"),
        (ARABIC, "cp1256", "cp1256"),
        (f"Saraqeb: {ARABIC} (SOHR)", "cp1256", "cp1256"),
        (FRENCH, "cp1252", "cp1252"),
        ("Fünf Zivilisten getötet, zwölf verletzt", "latin-1", "cp1252"),
        ("a café, \x81", "latin-1", "iso8859-1"),
    ],
)
def test_encodings_are_told(words, codec, found):
    data = words.encode(codec)
    assert find_encoding(data, "text/plain") == found
    assert content_of(data, "text/plain", found) == scrub(words)


def test_utf_16_of_the_other_end():
    data = b"\xfe\xff" + ARABIC.encode("utf-16-be")
    assert content_of(data, "text/plain", find_encoding(data, "text/plain") or "") == ARABIC


def test_a_page_says_its_encoding():
    page = f'<html><head><meta charset="windows-1251"></head><p>{"Пять мирных жителей погибли"}</p>'
    assert find_encoding(page.encode("cp1251"), "text/html") == "cp1251"


@pytest.mark.parametrize("declared", ["utf-16", "hex", "klingon", "utf-8", "undefined"])
def test_a_page_that_lies_about_it(declared):
    page = f'<meta charset="{declared}"><p>{FRENCH}</p>'.encode("cp1252")
    assert find_encoding(page, "text/html") == "cp1252"


def test_long_runs_that_are_not_arabic_are_not_guessed():
    assert find_encoding("Пять мирных жителей погибли при обстреле".encode("cp1251"), "text/plain") is None


def test_a_text_cut_off_within_a_letter_stays_utf_8():
    data = ARABIC.encode()[:-1]
    assert find_encoding(data, "text/plain") == "utf-8"
    assert content_of(data, "text/plain", "utf-8") == ARABIC[:-1] + "\ufffd"


def test_the_text_of_a_json_line():
    line = json.dumps({"doc": 1, "text": "a\u0000b\ud800c\u001b[31m\td\n"}).encode()
    assert content_of(line, "application/json", "utf-8") == "a\ufffdb\ufffdc\ufffd[31m\td\n"


@pytest.mark.parametrize("line", [b"[]", b"{}", b'{"text": 5}', b"{", b""])
def test_a_json_line_without_text(line):
    with pytest.raises(ValueError):
        content_of(line, "application/json", "utf-8")


def test_scrubbing_keeps_the_length_and_can_be_stored():
    text = "".join(map(chr, [*range(0x100), 0xD800, 0xDFFF, 0x1F600]))
    clean = scrub(text)
    assert len(clean) == len(text) and clean.encode()
    assert "\t\n\x0b\x0c\r" in clean and "\x00" not in clean and "\x9b" not in clean
