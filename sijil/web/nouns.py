"""What the desk counts, with its number: each noun in the forms that numbers take in each language."""

from __future__ import annotations

from sijil.model.figure import Figure
from sijil.web.language import gettext, many, ngettext

#: Noun → it after its number, in the singular and the plural.
NOUNS: dict[str, tuple[str, str]] = {
    "agreement": many("%(num)s agreement", "%(num)s agreements"),
    "character": many("%(num)s character", "%(num)s characters"),
    "claim": many("%(num)s claim", "%(num)s claims"),
    "correction": many("%(num)s correction", "%(num)s corrections"),
    "earlier forecast": many("%(num)s earlier forecast", "%(num)s earlier forecasts"),
    "event": many("%(num)s event", "%(num)s events"),
    "field": many("%(num)s field", "%(num)s fields"),
    "figure": many("%(num)s figure", "%(num)s figures"),
    "incident": many("%(num)s incident", "%(num)s incidents"),
    "independent source": many("%(num)s independent source", "%(num)s independent sources"),
    "line": many("%(num)s line", "%(num)s lines"),
    "more": many("%(num)s more", "%(num)s more"),
    "more claim": many("%(num)s more claim", "%(num)s more claims"),
    "other": many("%(num)s other", "%(num)s others"),
    "other total": many("%(num)s other total", "%(num)s other totals"),
    "pair": many("%(num)s pair", "%(num)s pairs"),
    "place": many("%(num)s place", "%(num)s places"),
    "publisher": many("%(num)s publisher", "%(num)s publishers"),
    "reason": many("%(num)s reason", "%(num)s reasons"),
    "report": many("%(num)s report", "%(num)s reports"),
    "row": many("%(num)s row", "%(num)s rows"),
    "source": many("%(num)s source", "%(num)s sources"),
    "word": many("%(num)s word", "%(num)s words"),
}
#: Groups of people (model/claim.py) after their number. for translators: these follow "مقتل", "نحو", "ما لا يقل عن".
PEOPLE: dict[str, tuple[str, str]] = {
    "civilians": many("%(num)s civilian", "%(num)s civilians"),
    "children": many("%(num)s child", "%(num)s children"),
    "women": many("%(num)s woman", "%(num)s women"),
    "combatants": many("%(num)s combatant", "%(num)s combatants"),
    "medics": many("%(num)s medic or rescuer", "%(num)s medics and rescuers"),
    "journalists": many("%(num)s journalist", "%(num)s journalists"),
    "people": many("%(num)s person", "%(num)s people"),
}
#: Attacks (model/claim.py) after their number.
STRIKES: dict[str, tuple[str, str]] = {
    "airstrike": many("%(num)s airstrike", "%(num)s airstrikes"),
    "shelling": many("%(num)s shelling", "%(num)s shelling strikes"),
    "explosive": many("%(num)s explosive", "%(num)s explosive strikes"),
    "suicide_bombing": many("%(num)s suicide bombing", "%(num)s suicide bombing strikes"),
    "shooting": many("%(num)s shooting", "%(num)s shooting strikes"),
    "chemical": many("%(num)s chemical attack", "%(num)s chemical attack strikes"),
    "clash": many("%(num)s clash", "%(num)s clash strikes"),
    "abduction": many("%(num)s abduction", "%(num)s abduction strikes"),
    "execution": many("%(num)s execution", "%(num)s execution strikes"),
    "other": many("%(num)s other attack", "%(num)s other attack strikes"),
}
HOUSEHOLDS = many("%(num)s household", "%(num)s households")
PER_CENT = many("%(num)s per cent", "%(num)s per cent")
BARE = "%(num)s", "%(num)s"
LARGE = 100  # the form of a noun after a number whose own form would leave the number out


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 incident", "3 incidents"."""
    return ngettext(*NOUNS[noun], number)


def bounded(figure: Figure, noun: tuple[str, str] = BARE) -> str:
    """The bounds of a figure (Figure.words) with what is counted: "at least 84 civilians", "about 350,000"."""
    if figure.low is None and figure.high is None:
        return gettext("no number %(of)s", of=ngettext(*noun, LARGE, num="")).strip()
    if figure.low is None:
        return gettext("up to %(number)s", number=_with(noun, figure.high or 0))
    if figure.high is None:
        return gettext("at least %(number)s", number=_with(noun, figure.low))
    number = _with(noun, figure.low)
    if figure.low != figure.high:
        form = figure.high if figure.high > 2 else LARGE  # one and two have forms without digits
        high = ngettext(*noun, form, num=f"{figure.high:,}")
        number = gettext("%(low)s-%(high)s", low=f"{figure.low:,}", high=high)
    return gettext("about %(number)s", number=number) if figure.approx else number


def _with(noun: tuple[str, str], number: int) -> str:
    return ngettext(*noun, number)
