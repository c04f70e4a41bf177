"""Names of places and parties in the reader's script, with the report's own beside them where it writes another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby

from markupsafe import Markup

from sijil.errors import SetupError
from sijil.model.party import Party
from sijil.model.place import Candidate, Place
from sijil.steps.parties import camp_names
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.scripts import ArabicNames, script_of, script_of_most
from sijil.web.language import SOURCE, gettext, isolated, language, pgettext


@cache
def _arabic() -> ArabicNames | None:
    """None where the set-up could make no gazetteer."""
    try:
        return ArabicNames(Gazetteer.open())
    except SetupError:
        return None


def place(id_: str, name: str) -> str:
    """A place of the gazetteer in the reader's script; `name`, its own, where nobody knows another."""
    known = _arabic() if language().code == "ar" else None
    return known.name(id_.split("#")[0]) or name if known else name


def larger(admin: Iterable[str]) -> list[str]:
    """The larger places of a chain (Place.admin), the nearest first."""
    names = tuple(admin)
    known = _arabic() if language().code == "ar" else None
    told = [known.larger(one, names[:n]) or one for n, one in enumerate(names)] if known else list(names)
    return told[::-1]


def spelled(name: str) -> str:
    """A place that only its name tells of: namesakes are written alike in Arabic, too."""
    known = _arabic() if language().code == "ar" else None
    return known.spelled(name) or name if known else name


def chain(of: Place) -> list[str]:
    """A place's name, and those of the larger ones, the nearest first, one name once."""
    own = place(of.id, of.name)
    told = [isolated(one) for one, _ in groupby([own, *larger(of.admin)])]
    return [beside(told[0], of.raw), *told[1:]]


def beside(name: str, raw: str | None) -> str:
    """A name, with the report's own words for it where they are in another script: "Saraqib (سراقب)"."""
    own, other = script_of(name), script_of(raw or "")
    return gettext("%(name)s (%(original)s)", name=name, original=raw) if own and other and own != other else name


def lang(words: str, told: str = "") -> Markup:
    """Template function: the attribute that says which language a report's words are in: as `told` by the report, else
    by the script of most letters; "" for words without any."""
    code = told or {"ar": "ar", "la": "en"}.get(script_of_most(words), "")
    return Markup(' lang="{}"').format(code) if code else Markup("")


def party(known: Party | None, raw: str | None = None) -> str:
    """A party by its name; one that nobody knows by the report's words (`raw`)."""
    return party_named(known.name) if known and known.name else raw or ""


def party_named(name: str) -> str:
    """A party of rules/parties, by its name there; several that are named together, one by one."""
    told, (first, _, last) = pgettext("party", name), name.rpartition(" and ")
    if told == name and first and language().code != SOURCE:
        return gettext("%(first)s and %(last)s", first=party_named(first), last=pgettext("party", last))
    return told


def source(name: str) -> str:
    """A speaker or publisher of rules/speakers; another one by its own name."""
    return isolated(pgettext("speaker", name))


def camp(id_: str) -> str:
    """A camp of rules/parties/camps.toml."""
    name = camp_names().get(id_)
    return pgettext("camp", name) if name else isolated(id_)


def candidate(one: Candidate) -> str:
    """What a name may also mean."""
    return place(one.id, one.name)
