"""The packs that come with Sijil, and what a pack that leaves things out tells."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sijil.errors import BadReport
from sijil.steps.clean import clean
from sijil.steps.languages import drafts, pack_of, packs
from sijil.steps.languages.builtin import ARABIC, BUILTIN, ENGLISH
from sijil.steps.languages.pack import Pack
from tests.web.sample import report


def test_english_and_arabic_come_with_sijil() -> None:
    assert packs()[:2] == (ENGLISH, ARABIC)
    assert [pack.code for pack in BUILTIN] == ["en", "ar"]


def test_declaring_packs_and_telling_languages_loads_no_model() -> None:
    told = "import sys; from sijil.steps.languages import language_of; language_of('five قتل'); "
    loaded = "print([name for name in ('spacy', 'numpy', 'sijil.steps.languages.en') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told + loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_english_declares_is_there() -> None:
    one = report("Five people, Amal Haddad (12) among them, were killed on 3 March 2020 in Homs.\n", "one", "X", None)
    text = clean(one)
    assert [draft.measure for draft in drafts(one, text)][:1] == ["killed"]
    assert [day.isoformat() for day in ENGLISH.told(one, text)] == ["2020-03-03"]
    assert ENGLISH.hints("five civilians were killed")["measure"] == "killed"
    assert (found := ENGLISH.period("on 3 March 2020", one, text)) and found.iso == "2020-03-03"
    assert ENGLISH.named(text.content)["civilians"].listed == 1
    assert (harm := ENGLISH.uncounted("Several people were killed.", "killed")) and harm.figure.low == 1
    assert ENGLISH.find and [mention.name for mention in ENGLISH.find("In Syria.", lambda name: None)] in (
        [],
        ["Syria"],
    )


@pytest.mark.parametrize("pack", [Pack("xx", "LATIN"), pack_of("no such language")])
def test_what_a_pack_leaves_out_tells_nothing(pack: Pack) -> None:
    one = report("Five people died.\n", "one", "X", None)
    text = clean(one)
    assert pack.read is None and pack.find is None
    assert (pack.told(one, text), pack.hints("five"), pack.period("today", one, text)) == ((), {}, None)
    assert (pack.named("five"), pack.uncounted("five", "killed")) == ({}, None)
    assert pack.rules("furniture") == {}


def test_a_language_that_nobody_reads_is_refused_in_one_line() -> None:
    one = report("Погибли пять человек.\n", "one", "X", None)
    with pytest.raises(BadReport, match="no language pack reads 'und' - give reports in: en"):
        drafts(one, clean(one))
