"""Words of the desk: whose language is answered, and that everything marked is translated."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from babel.messages.catalog import Message
from starlette.datastructures import Headers

from sijil.web.chosen import COOKIE, preferred, wanted
from sijil.web.language import LANGUAGES, SOURCE, gettext, language, ngettext, script_words, speaking
from tools.words import key_of, marked, read, untranslated

OTHERS = [code for code in LANGUAGES if code != SOURCE]


@pytest.mark.parametrize("code", OTHERS)
def test_every_marked_word_is_in_the_catalogue_and_translated(code: str) -> None:
    there = read(code)
    known = {key_of(one) for one in there}
    assert [one.id for one in marked() if own(one) and key_of(one) not in known] == [], "run `make words`"
    assert [one.id for one in untranslated(there, "") if own(one)] == []


def own(message: Message) -> bool:
    """Whether it is the desk's: a new party or speaker is shown by its own name until it is translated."""
    return any(not name.startswith(("sijil/rules/parties/", "sijil/rules/speakers/")) for name, _ in message.locations)


@pytest.mark.parametrize("code", OTHERS)
def test_translations_keep_what_is_filled_in(code: str) -> None:
    wrong = []
    for one in read(code):
        if not one.id:
            continue
        texts = (one.id,) if isinstance(one.id, str) else one.id
        strings = (one.string,) if isinstance(one.string, str) else tuple(one.string or ())
        fields = set(re.findall(r"%\(\w+\)s", " ".join(texts)))
        spare = {"%(num)s"} if len(texts) > 1 else set()  # "one report", "two reports" need no digit
        kept = {it: set(re.findall(r"%\(\w+\)s", it)) for it in strings if it}
        wrong += [(one.id, it) for it, own_fields in kept.items() if not fields - spare <= own_fields <= fields]
    assert wrong == []


def test_what_the_browser_prefers_is_taken_by_weight() -> None:
    assert preferred("ar-SY,ar;q=0.9,en;q=0.5") == "ar"
    assert preferred("fr, ar;q=0.2, en;q=0.7") == "en"
    assert preferred("ar;q=0, de") == preferred("") == preferred(";;q=x") == "en"
    assert wanted(Headers({"cookie": f"{COOKIE}=en", "accept-language": "ar"})) == "en"
    assert wanted(Headers({"cookie": f"{COOKIE}=xx", "accept-language": "ar"})) == "ar"


def test_a_language_is_of_its_own_request_in_every_thread() -> None:
    inside = threading.Barrier(2)

    def asked(code: str) -> tuple[str, str]:
        with speaking(code):
            inside.wait()
            told = language().code, gettext("Overview")
            inside.wait()
        return told

    with ThreadPoolExecutor(2) as pool:
        (arabic, said), (english, word) = pool.map(asked, ("ar", "en"))
    assert (arabic, english, word) == ("ar", "en", "Overview") and said != word
    assert language().code == "en"


def test_numbers_have_the_six_forms_of_arabic() -> None:
    with speaking("ar"):
        forms = [ngettext("%(num)s report", "%(num)s reports", n) for n in (0, 1, 2, 5, 11, 100, 1204)]
    assert len(set(forms)) == 7 and "1,204" in forms[-1]
    assert forms[4:6] == ["11 تقريرًا", "100 تقرير"]
    assert ngettext("%(num)s report", "%(num)s reports", 1204) == "1,204 reports"


def test_the_address_chooses_a_language_which_is_remembered(desk: str) -> None:
    with httpx.Client(base_url=desk) as client:
        assert '<html lang="en" dir="ltr">' in client.get("/reports").text
        answer = client.get("/reports?words=e&lang=ar&sort=newest")
        assert '<html lang="ar" dir="rtl">' in answer.text and answer.headers["content-language"] == "ar"
        assert "SameSite=Lax" in answer.headers["set-cookie"]
        assert 'href="/reports?words=e&amp;sort=newest&amp;lang=en" hreflang="en"' in answer.text
        assert "lang=ar" not in answer.text
        assert '<html lang="ar"' in client.get("/").text
        assert '<html lang="en"' in client.get("/?lang=en").text
        assert '<html lang="en"' in client.get("/sources").text
        assert '<html lang="en"' in client.get("/?lang=xx").text


def test_browsers_and_the_api_get_what_they_read(desk: str) -> None:
    with httpx.Client(base_url=desk, headers={"accept-language": "ar"}) as client:
        answer = client.get("/")
        assert '<html lang="ar"' in answer.text
        assert {"accept-language", "cookie"} <= {one.strip().lower() for one in answer.headers["vary"].split(",")}
        assert client.get("/api/v1/incidents").text == httpx.get(f"{desk}/api/v1/incidents").text
        assert client.get("/api/v1/incidents?lang=ar").status_code == 422


def test_scripts_get_their_words_in_the_page() -> None:
    assert script_words(SOURCE) == {}
    assert all(script_words("ar").values())


@pytest.mark.parametrize("address", ["/", "/incidents/I-courier-1", "/control", "/map.geojson"])
def test_what_is_kept_between_requests_is_kept_for_one_language(desk: str, address: str) -> None:
    with httpx.Client(base_url=desk) as client:
        english, arabic, again = (client.get(address, params={"lang": lang}).text for lang in ("en", "ar", "en"))
    assert english == again != arabic
    assert len(re.findall("[\u0600-\u06ff]{3,}", arabic)) > len(re.findall("[\u0600-\u06ff]{3,}", english))
