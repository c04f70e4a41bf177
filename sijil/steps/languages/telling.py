"""Which language a report is in: the one that it states, else by its letters, else by its function words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from sijil.model.report import Text
from sijil.steps.languages.installed import by_code, packs

_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LOOKED_AT = 5000  # characters: more of a text says no more
#: The share of characters that no text of a language has of another one's letters. Arabic reports: at most .001 of 994;
#: the Persian and Urdu sentences of the tests: .02 and more.
_FOREIGN = 0.01
#: The least share of function words in a text of so many words or more.
_COMMON, _ENOUGH = 0.08, 12


def language(text: Text, lang: str = "") -> str:
    """The code of the language that a report states (`lang`), else that most letters outside of page furniture are of.

    "und" where they are of no pack's.
    """
    if lang:
        return stated(lang)
    said = "\n".join(text.content[block.start : block.end] for block in text.blocks) or text.content
    code = language_of(said)
    return "und" if _another(code, said[:LOOKED_AT]) else code


def _another(code: str, said: str) -> bool:
    """Whether a text has a pack's letters and is of another language: Persian in Arabic letters, Turkish in Latin ones.

    Told by letters that the pack says are none of its language's; in Latin letters by function words, of which Arabic
    posts have few, written together with other words.
    """
    pack = by_code().get(code)
    if pack is None:
        return False
    foreign = pack.rules("letters").get("foreign", "")
    if foreign and sum(said.count(letter) for letter in foreign) > _FOREIGN * len(said):
        return True
    words, common = _WORDS.findall(said.casefold()), _common(code)
    if pack.script != "LATIN" or not common or len(words) < _ENOUGH:
        return False
    return sum(word in common for word in words) < _COMMON * len(words)


def stated(lang: str) -> str:
    """The code in a language tag ("ar-SY")."""
    return lang.split("-")[0].lower()


def language_of(content: str) -> str:
    """The code of the pack whose script most letters have; "en" for no letters, "und" where no pack has that script."""
    if content.isascii() and _alone("LATIN"):
        return "en"
    letters = scripts_in(content)
    if not letters:
        return "en"
    script, most = letters.most_common(1)[0]
    return _in(script, content) if most > letters.total() / 2 else "und"


def languages_in(content: str) -> tuple[str, ...]:
    """The codes of all packs' languages that a text has letters of, one a script, the one with most letters first."""
    told = (_in(script, content) for script, _ in scripts_in(content).most_common())
    return tuple(code for code in told if code != "und")


def scripts_in(content: str) -> Counter[str]:
    """How many letters each script has, by the first word of their Unicode names."""
    chars = Counter("".join(_LETTERS.findall(content[:LOOKED_AT])))
    found: Counter[str] = Counter()
    for char, times in chars.items():
        found[_script(char)] += times
    return found


def script_of(word: str) -> str:
    """The script of a word's first letter, by the first word of its Unicode name ("ARABIC")."""
    return _script(word[:1])


@cache
def _alone(script: str) -> bool:
    """Whether only one pack has that script."""
    return sum(pack.script == script for pack in packs()) == 1


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


def _in(script: str, content: str) -> str:
    """The language of a text's letters of one script: that of the pack with most of the function words."""
    able = [pack for pack in packs() if pack.script == script]
    if len(able) < 2:
        return able[0].code if able else "und"
    said = _WORDS.findall(content[:LOOKED_AT].casefold())
    return max(able, key=lambda pack: sum(word in _common(pack.code) for word in said)).code  # the first of equals


@cache
def _common(code: str) -> frozenset[str]:
    """A language's function words (common.toml of its pack)."""
    return frozenset(by_code()[code].rules("common").get("words", ()))
