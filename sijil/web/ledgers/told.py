"""How pages of the ledgers word what the ledgers hold: places, holders and what they do, titles of agreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinja2 import pass_context
from jinja2.runtime import Context

from sijil.model.ledger import AgreementRow, ControlState
from sijil.steps.tally.control import act_words
from sijil.web import dates, names
from sijil.web.language import N_, SOURCE, Words, gettext, isolated, language, pgettext

UNNAMED = "not told"  # a holder that nobody names (steps/tally/control.py)
TERMS = Words({"flow": N_("flow"), "stock": N_("stock")})
FIGURE_UNITS = Words({"persons": N_("persons"), "households": N_("households"), "percent": N_("percent")})
STATES = Words({
    "in force": N_("in force"), "broken": N_("broken"), "proposed": N_("proposed"), "told": N_("only told of"),
})  # fmt: skip
CONDITIONS_BY = Words({
    "day": N_("Conditions in %(place)s by day"), "week": N_("Conditions in %(place)s by week"),
    "month": N_("Conditions in %(place)s by month"), "year": N_("Conditions in %(place)s by year"),
})  # fmt: skip
BY_UNIT = Words({
    "day": N_("%(what)s, by day"), "week": N_("%(what)s, by week"), "month": N_("%(what)s, by month"),
    "year": N_("%(what)s, by year"),
})  # fmt: skip
KINDS_OF_SPEAKER = Words({
    "UN agency": N_("UN agency"), "aid agency": N_("aid agency"), "armed group": N_("armed group"),
    "government": N_("government"), "ministry": N_("ministry"), "monitor": N_("monitor"), "outlet": N_("outlet"),
    "party media": N_("party media"), "political body": N_("political body"),
    "rescue service": N_("rescue service"), "wire": N_("wire"),
})  # fmt: skip


def holder(name: str) -> str:
    """Who is said to hold a place."""
    return gettext("holder not named") if name == UNNAMED else isolated(names.party_named(name))


def act(key: str) -> str:
    """What a holder is said to do, between their name and the place (rules/control.toml)."""
    return pgettext("act", act_words(key))


def place_of(state: ControlState) -> str:
    """The place of a state of control."""
    if language().code == SOURCE or state.at is None or not state.at.id:
        return names.spelled(state.place)
    return names.place(state.at.id, state.at.name)


@pass_context
def place_in(context: Context, name: str, ids: Iterable[str]) -> str:
    """Template filter: a place that a ledger calls by its `name`, as the claims with these ids say which it is."""
    if language().code == SOURCE:
        return name
    told = (context["claims"][id_] for id_ in ids if id_ in context["claims"])
    at = next((one.at for one in told if one.at and one.at.id and name in (one.place, one.within, one.at.name)), None)
    return isolated(names.place(at.id, at.name) if at else names.spelled(name))


def agreement(row: AgreementRow) -> str:
    """The title of an agreement: its kind, place and first day."""
    if language().code == SOURCE:
        return row.title
    kind, _, rest = row.title.partition(", ")
    place = rest.rpartition(", ")[0] if row.since else rest
    day = dates.day(row.since) if row.since else ""
    return gettext(", ").join(filter(None, (pgettext("agreement", kind), isolated(names.spelled(place)), day)))


def kind_of_speaker(kind: str) -> str:
    """What a speaker is (rules/speakers)."""
    return KINDS_OF_SPEAKER.get(kind, kind)


FILTERS: Mapping[str, object] = {
    "holder": holder, "agreement": agreement, "kind_of_speaker": kind_of_speaker, "place_in": place_in,
    "place_of_state": lambda state: isolated(place_of(state)), "isolated": isolated, "source_name": names.source,
}  # fmt: skip
GLOBALS: Mapping[str, object] = {
    "TERMS": TERMS, "FIGURE_UNITS": FIGURE_UNITS, "STATES": STATES, "CONDITIONS_BY": CONDITIONS_BY,
    "BY_UNIT": BY_UNIT, "act_of": act,
}  # fmt: skip
