"""What places are called in another script than the gazetteer's own names, which are in Latin letters."""

from __future__ import annotations

import re
from functools import cache

from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.overlay import regions

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652\u0670 -]+")  # not Persian, Kurdish or Urdu in the same script
#: Words that tell the kind of a place; the name alone is wanted.
_KIND = re.compile("(?:محافظة|مدينة|قضاء|منطقة|ناحية|مديرية|قرية|بلدة) ")
#: Words that a place's full name begins with: of its spellings, one with them comes last.
_TITLE = re.compile("(?:استان|ولاية|إقليم|الجمهورية|جمهورية|مملكة|المملكة|دولة) ")


def script_of(words: str) -> str:
    """ "ar" or "la" for words in these letters; "" for none of both, or for both."""
    arabic, latin = _letters(words)
    return ("ar" if arabic else "la") if bool(arabic) != bool(latin) else ""


def script_of_most(words: str) -> str:
    """The script of most letters; "" for as many of both."""
    arabic, latin = _letters(words)
    return "ar" if arabic > latin else "la" if latin > arabic else ""


def _letters(words: str) -> tuple[int, int]:
    return len(re.findall("[\u0600-\u06ff]", words)), len(re.findall("[A-Za-z\u00c0-\u024f]", words))


class ArabicNames:
    """The Arabic names of a gazetteer's places, read in one go (a fifth of a second) as the index is by names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        best: dict[str, tuple[tuple[bool, ...], str]] = {}
        for id_, spelling in gazetteer.spellings("\u0600", "\u0700"):
            if _ARABIC.fullmatch(spelling):
                name = _KIND.sub("", spelling, count=1)
                best[id_] = min(best.get(id_, (_rank(name), name)), (_rank(name), name))
        self._names = {id_: name for id_, (_, name) in best.items()}
        for region in regions().values():  # their names are in order
            own = [name for name in region.names if _ARABIC.fullmatch(name)]
            self._names |= {region.id: own[0]} if own else {}
        self.larger, self.spelled = cache(self._larger), cache(self._spelled)

    def name(self, id_: str) -> str:
        """The Arabic name of a place; "" where nobody knows one."""
        return self._names.get(id_, "")

    def _spelled(self, name: str) -> str:
        return next(filter(None, (self.name(one.id) for one in self._gazetteer.lookup(name) if one.name == name)), "")

    def _larger(self, name: str, above: tuple[str, ...]) -> str:
        """The same for a larger place by its own name and those of what it lies in, widest first (Place.admin)."""
        found = [entry for entry in self._gazetteer.lookup(name) if entry.name == name and entry.admin == above]
        wide = [entry for entry in found if entry.kind != "town"] or found
        return next(filter(None, (self.name(entry.id) for entry in wide)), "")


def _rank(spelling: str) -> tuple[bool, ...]:
    """Lower for what is written as in print: without the kind, ة at the end rather than ه, with hamza and article."""
    return (
        bool(_TITLE.match(spelling)),
        spelling.endswith("ه"),
        not re.search("[أإآئؤء]", spelling),
        not spelling.startswith("ال"),
        spelling.endswith("ية"),  # سوريا before سورية, as media write countries
    )
