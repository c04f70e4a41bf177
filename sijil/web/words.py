"""How the desk words a value: places, speakers, what a claim says in a few words. No value is changed here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sijil.exports import privacy
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Incident
from sijil.model.place import AREAS, Place
from sijil.model.report import ReportInfo
from sijil.rules import load
from sijil.web import dates, names
from sijil.web.language import N_, SOURCE, Words, gettext, isolated, language, pgettext
from sijil.web.nouns import HOUSEHOLDS, PEOPLE, PER_CENT, bounded

KIND_LABELS = Words({
    "casualty": N_("Casualties"), "attack": N_("Attack"), "displacement": N_("Displacement"),
    "need": N_("People in need"), "access": N_("Access"), "damage": N_("Damage"), "control": N_("Control"),
    "agreement": N_("Agreement"), "blame": N_("Blame"), "denial": N_("Denial"),
})  # fmt: skip
MEASURE_LABELS = Words({
    "killed": N_("killed"), "injured": N_("injured"), "missing": N_("missing"), "held": N_("held"),
    "casualties": N_("killed or injured"), "displaced": N_("displaced"),
})  # fmt: skip
#: People (nouns.bounded) and what befell them; a group of people and the same, as a title.
BEFELL = Words({
    "killed": N_("%(people)s killed"), "injured": N_("%(people)s injured"), "missing": N_("%(people)s missing"),
    "held": N_("%(people)s held"), "casualties": N_("%(people)s killed or injured"),
    "displaced": N_("%(people)s displaced"),
})  # fmt: skip
TITLES = Words({
    "killed": N_("%(group)s killed"), "injured": N_("%(group)s injured"), "missing": N_("%(group)s missing"),
    "held": N_("%(group)s held"), "casualties": N_("%(group)s killed or injured"),
    "displaced": N_("%(group)s displaced"),
})  # fmt: skip
TITLES_OF_PEOPLE = Words({
    "killed": N_("People killed (status not said)"), "injured": N_("People injured (status not said)"),
    "missing": N_("People missing (status not said)"), "held": N_("People held (status not said)"),
    "casualties": N_("People killed or injured (status not said)"),
    "displaced": N_("People displaced (status not said)"),
})  # fmt: skip
GROUP_LABELS = Words({
    "civilians": N_("civilians"), "children": N_("children"), "women": N_("women"), "combatants": N_("combatants"),
    "medics": N_("medics and rescuers"), "journalists": N_("journalists"), "people": N_("people, status not said"),
})  # fmt: skip
ATTACK_LABELS = Words({
    "airstrike": N_("airstrike"), "shelling": N_("shelling"), "explosive": N_("explosive"),
    "suicide_bombing": N_("suicide bombing"), "shooting": N_("shooting"), "chemical": N_("chemical attack"),
    "clash": N_("clash"), "abduction": N_("abduction"), "execution": N_("execution"), "other": N_("other attack"),
})  # fmt: skip
STRIKES = Words({
    "airstrike": N_("Airstrikes"), "shelling": N_("Shelling strikes"), "explosive": N_("Explosive strikes"),
    "suicide_bombing": N_("Suicide bombing strikes"), "shooting": N_("Shooting strikes"),
    "chemical": N_("Chemical attack strikes"), "clash": N_("Clash strikes"), "abduction": N_("Abduction strikes"),
    "execution": N_("Execution strikes"), "other": N_("Other attack strikes"),
})  # fmt: skip
#: What titles of incidents begin with (steps/link/incident.py).
KINDS_OF_TITLE = (
    N_("Airstrike"), N_("Shelling"), N_("Explosion"), N_("Suicide bombing"), N_("Shooting"), N_("Chemical attack"),
    N_("Fighting"), N_("Abduction"), N_("Execution"), N_("Attack"), N_("Harm to people"),
)  # fmt: skip
GRADE_LABELS = Words({
    "Confirmed": N_("Confirmed"), "Fair": N_("Fair"), "Weak": N_("Weak"), "Contested": N_("Contested"),
    "Discounted": N_("Discounted"),
})  # fmt: skip
KINDS_OF_PARTY = Words({
    "state forces": N_("state forces"), "non-state group": N_("non-state group"), "coalition": N_("coalition"),
    "foreign state": N_("foreign state"), "unknown": N_("unknown"),
})  # fmt: skip
ROLES = Words({
    "reader": N_("reader"), "reviewer": N_("reviewer"), "editor": N_("editor"), "admin": N_("admin"),
})  # fmt: skip
KINDS_OF_PLACE = Words({
    "country": N_("country"), "region": N_("region"), "province": N_("province"), "district": N_("district"),
    "subdistrict": N_("subdistrict"), "area": N_("area"), "town": N_("town or village"),
    "neighbourhood": N_("part of a town"), "quarter": N_("part of a town"), "site": N_("site"),
})  # fmt: skip
#: How a claim is told, by its status; `speaker` is a chain (`speaker`).
SAID = Words({
    "reported": N_("reported by %(speaker)s"), "projected": N_("reported as a forecast by %(speaker)s"),
    "denied": N_("reported as denied by %(speaker)s"),
})  # fmt: skip
_SAID_BY_ITSELF = Words({
    "reported": N_("reported by %(publisher)s in its own voice"),
    "projected": N_("reported as a forecast by %(publisher)s in its own voice"),
})  # fmt: skip
_TOLD = Words({"agreement": N_("agreement"), "blame": N_("blames"), "denial": N_("denies it")})
_WITHIN = Words({
    "subdistrict": N_("somewhere in the subdistrict, within about %(km)s km"),
    "district capital": N_("somewhere in the district, within about %(km)s km"),
    "near": N_("near it, within about %(km)s km"),
    "province": N_("somewhere in the province"), "region": N_("somewhere in the region"),
    "country": N_("somewhere in the country"), "exact": N_("exact place"), "district": N_("part of a town"),
    "town": N_("town or village"),
})  # fmt: skip


def where(place: Place | None, raw: str | None = None) -> str:
    """A place in words: the resolved name with its admin chain, or the report's words marked as not resolved. Names
    are in the reader's script, with the report's own word beside one that it writes in another."""
    if place is None or place.precision == "unknown" or not place.name:
        words = raw or (place.raw if place else "")
        return gettext("“%(words)s”, not resolved", words=words) if words else gettext("no place given")
    return gettext(", ").join(names.chain(place))


def precision(place: Place) -> str:
    """How precisely a place is known, in words."""
    near = load("map")["radius_km"].get(place.precision)
    told = _WITHIN.get(place.precision, "")
    return (told % {"km": near} if near else told) or gettext("not known")


def camp(side: str) -> str:
    """The camps of a party in words (rules/parties/camps.toml)."""
    return listed(names.camp(part) for part in re.split(r"[+|]", side) if part)


def is_area(place: Place | None) -> bool:
    """Whether the place is drawn as an area and never as a point."""
    return place is not None and place.precision in AREAS


def speaker(chain: tuple[str, ...]) -> str:
    """A speaker chain in words, the one nearest the fact first: "OCHA, via AFP"."""
    return gettext(", via ").join(map(names.source, chain))


def said_by(claim: Claim, report: ReportInfo | None) -> str:
    """Who says the claim, always with "reported"."""
    if claim.speaker:
        return SAID[claim.status] % {"speaker": speaker(claim.speaker)}
    by = publisher(report)
    if claim.kind == "denial" or claim.status == "denied":  # most quote somebody: it is not put in the report's mouth
        return gettext("a denial reported in %(publisher)s, speaker not told", publisher=by)
    return _SAID_BY_ITSELF[claim.status] % {"publisher": by}


def titled(incident: Incident) -> str:
    """Kind, place and day of an incident: its own title, in the language of the page."""
    if language().code == SOURCE:
        return incident.title
    kind, at, period = incident.title.partition(",")[0], incident.at, incident.period
    place = (names.place(at.id, at.name) or at.raw) if at else gettext("place unknown")
    if period is None or not (period.start and period.end):
        day = (
            gettext("“%(words)s”, day unknown", words=period.words)
            if period and period.words
            else gettext("day unknown")
        )
    else:
        day = dates.days(period.start, period.end)
    return title(kind, place, day)


def title(kind: str, place: str, day: str) -> str:
    """The title of an incident, whose kind is one of KINDS_OF_TITLE."""
    told = gettext(kind) if kind in KINDS_OF_TITLE else kind
    return gettext("%(kind)s, %(place)s, %(day)s", kind=told, place=place, day=day)


def publisher(report: ReportInfo | None) -> str:
    """Who put the report out, or its name in the archive where nobody knows."""
    if report is None:
        return gettext("the report")
    return (
        names.source(report.source)
        if report.source
        else gettext("an unnamed publisher (%(report)s)", report=report.doc)
    )


def grade(name: str) -> str:
    """A grade (model/incident.py) in words."""
    return GRADE_LABELS.get(name, name)


def party_kind(kind: str) -> str:
    """The kind of a party (model/party.py); several are joined by commas."""
    return gettext(", ").join(KINDS_OF_PARTY.get(one, one) for one in kind.split(", "))


def role(name: str) -> str:
    """A role of rules/roles.toml."""
    return ROLES.get(name, name)


def headline(report: ReportInfo) -> str:
    """The title that a report is listed under."""
    return isolated(report.title or report.doc)


def group_measure(measure: str, group: str) -> str:
    """In words: civilians, killed → "Civilians killed"."""
    if measure == "strikes":
        return STRIKES.get(group) or f"{group} strikes".capitalize()
    if group == "people":
        return TITLES_OF_PEOPLE.get(measure) or f"People {measure} (status not said)"
    text = TITLES.get(measure, f"%(group)s {measure}") % {"group": _of_group(group)}
    return text[:1].upper() + text[1:]


def _of_group(group: str) -> str:
    """A group as `TITLES` takes it."""
    return {
        "civilians": pgettext("in a title", "civilians"), "children": pgettext("in a title", "children"),
        "women": pgettext("in a title", "women"), "combatants": pgettext("in a title", "combatants"),
        "medics": pgettext("in a title", "medics and rescuers"),
        "journalists": pgettext("in a title", "journalists"),
    }.get(group, group)  # fmt: skip


def amount(figure: Figure | None) -> str:
    """The bounds in words with the unit, where it is not persons."""
    if figure is None:
        return ""
    unit = {"households": HOUSEHOLDS, "percent": PER_CENT}.get(figure.unit)
    return bounded(figure, unit) if unit else bounded(figure)


def left(remainder: Figure) -> str:
    """What a subtraction leaves (steps/bounds.left_words): "none" for nothing, "" where it may be anything."""
    if remainder.high is None and not remainder.low:
        return ""
    return gettext("none") if remainder.high == 0 else bounded(remainder)


def people(group: str, figure: Figure) -> str:
    """The bounds with the group: "at least 84 civilians"; shares and households of it go by their own unit."""
    if figure.unit == "persons":
        return bounded(figure, PEOPLE.get(group, (f"%(num)s {group}", f"%(num)s {group}")))
    return gettext("%(amount)s %(group)s", amount=amount(figure), group=_group(group))


def what(claim: Claim) -> str:
    """What a claim says in a few words, for lists; the quote stands beside it."""
    if claim.kind == "casualty":
        return _casualty(claim)
    count = amount(claim.figure)
    if claim.kind == "attack":
        name = ATTACK_LABELS.get(claim.attack or "other") or gettext("attack")
        return gettext("%(attack)s: %(amount)s", attack=name, amount=count) if count else name
    if claim.kind == "displacement":
        return gettext("%(amount)s displaced", amount=count) if count else gettext("displaced")
    if claim.kind == "need":
        return gettext("%(amount)s in need", amount=count) if count else gettext("in need")
    if claim.kind == "damage":
        object_ = privacy.thing(claim) or gettext("civilian object")
        if count:
            return gettext("%(amount)s %(object)s hit", amount=count, object=object_)
        return gettext("%(object)s hit", object=object_)
    if claim.kind == "access":
        return gettext("access eased") if claim.eased else gettext("access hindered")
    if claim.kind == "control":
        return gettext("control: %(actor)s", actor=claim.actor) if claim.actor else gettext("control")
    return _TOLD[claim.kind]


def _casualty(claim: Claim) -> str:
    group, measure = claim.group or "people", claim.measure or ""
    if claim.figure is None:
        told = gettext("%(group)s %(measure)s", group=_group(group), measure=MEASURE_LABELS.get(measure, measure))
        return told.strip()
    told = people(group, claim.figure)
    return BEFELL.get(measure, f"%(people)s {measure}") % {"people": told}


def _group(group: str) -> str:
    """A group without a number of its people."""
    return gettext("people") if group == "people" else GROUP_LABELS.get(group, group)


def listed(items: Iterable[str]) -> str:
    """One line of several names: "a, b and c"."""
    *first, last = list(items) or [""]
    return gettext("%(first)s and %(last)s", first=gettext(", ").join(first), last=last) if first else last
