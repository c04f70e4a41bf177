"""Small worlds told in plain words: reports and their claims, linked, assessed and tallied by the real steps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Assessment, GroupRange, Incident
from sijil.model.judgement import Judgement, Verb
from sijil.model.period import Period, precision_of
from sijil.model.place import Place
from sijil.model.report import ReportInfo
from sijil.model.sketch import Sketch
from sijil.steps.assess import assess_all
from sijil.steps.clean import clean
from sijil.steps.link import link
from sijil.steps.parties import party_of
from sijil.steps.read import read_bytes
from sijil.steps.sketch import sketch
from sijil.steps.tally import Findings

SYRIA = Place("Syria", "sy", "Syria", "country")
IDLIB_PROVINCE = Place("Idlib province", "sy-idlib", "Idlib", "province", admin=("Syria",))
IDLIB = Place("Idlib", "sy-idlib-town", "Idlib", "town", 35.9306, 36.6339, ("Syria", "Idlib"))
HOMS = Place("Homs", "sy-homs", "Homs", "town", 34.7333, 36.7167, ("Syria", "Homs"))
ALWAER = Place("Alwaer district", "sy-alwaer", "Alwaer", "district", 34.7380, 36.6650, ("Syria", "Homs", "Homs"))
SARAQEB = Place("Saraqeb", "sy-saraqeb", "Saraqeb", "town", 35.8644, 36.8059, ("Syria", "Idlib"))
MAARAT = Place("Maarat al-Numan", "sy-maarat", "Maarat al-Numan", "town", 35.6486, 36.6756, ("Syria", "Idlib"))
NORTHERN_SYRIA = Place("northern Syria", "sy-north", "northern Syria", "region", admin=("Syria",))


def figure(words: str) -> Figure:
    """ "5", "at least 5", "up to 40", "about 350000", "39-43"."""
    head, _, number = words.rpartition(" ")
    low, _, high = number.partition("-")
    if head == "at least":
        return Figure(int(low), None)
    if head == "up to":
        return Figure(None, int(low))
    return Figure(int(low), int(high or low), approx=head == "about")


def period(words: str) -> Period | None:
    """ "2020-01-23", "2020-01-15..2020-01-24", or a weekday's name, which stays unresolved; "" for no time."""
    if not words:
        return None
    if not words[0].isdigit():
        return Period(None, None, "unresolved", words)
    start, _, end = words.partition("..")
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    return Period(first, last, precision_of(first, last), words)


def sketch_of(text: str) -> Sketch:
    """The sketch of a pasted text."""
    if not text:
        return Sketch()
    report = read_bytes(text.encode(), doc="told", retrieval="test")
    return sketch(report, clean(report))


@dataclass
class Told:
    """One report being told: each call adds a claim in text order, 200 characters after the one before."""

    info: ReportInfo
    claims: list[Claim] = field(default_factory=list)

    def says(self, kind: str, quote: str, number: str = "", day: str = "", **fields: Any) -> Claim:
        """A claim of any kind; `by` is the speaker chain with commas, `gap` the characters since the last claim."""
        n, by = len(self.claims) + 1, fields.pop("by", "")
        start = (self.claims[-1].span[1] if self.claims else 0) + fields.pop("gap", 200)
        actor, side = fields.get("actor"), fields.get("side")
        if fields.get("at") and "place" not in fields:
            fields["place"] = fields["at"].raw
        claim = Claim(
            id=f"{self.info.id}-{n}", doc=self.info.id, number=n, kind=kind, quote=quote,  # type: ignore[arg-type]
            span=(start, start + len(quote)), speaker=tuple(name.strip() for name in by.split(",") if name),
            figure=figure(number) if number else None, period=period(day),
            party=party_of(actor, "Syria") if actor else None,
            side_party=party_of(side, "Syria") if side else None, **fields,
        )  # fmt: skip
        self.claims.append(claim)
        return claim

    def harm(self, measure: str, number: str, group: str = "civilians", day: str = "", **fields: Any) -> Claim:
        """A casualty claim of one event, unless `scope` says otherwise."""
        fields.setdefault("scope", "incident")
        fields.setdefault("quote", f"{number} {group} {measure}")
        return self.says("casualty", fields.pop("quote"), number, day, measure=measure, group=group, **fields)

    def killed(self, number: str, group: str = "civilians", day: str = "", **fields: Any) -> Claim:
        """People killed in one event."""
        return self.harm("killed", number, group, day, **fields)

    def denies(self, claim: Claim | None, quote: str, day: str = "", **fields: Any) -> Claim:
        """A denial, of a claim or (None) of what is still to be found."""
        denied = (claim.id,) if claim else ()
        return self.says("denial", quote, day=day, status="denied", denies=denied, **fields)


@dataclass
class World:
    """Reports, in order of retrieval, and what people decided."""

    told: list[Told] = field(default_factory=list)
    decided: list[Judgement] = field(default_factory=list)

    def report(self, source: str, published: str = "", text: str = "") -> Told:
        """A report of a publisher; no publication day where nobody knows it. `text` is what its copies are told by."""
        id_ = f"R{len(self.told) + 1}"
        day = date.fromisoformat(published) if published else None
        retrieved = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=len(self.told))
        info = ReportInfo(id_, id_, source, "", day, "en", "", retrieved, "file", sketch=sketch_of(text))
        self.told.append(Told(info))
        return self.told[-1]

    def judge(self, verb: Verb, subject: str, reason: str = "seen", **value: object) -> Judgement:
        """A judgement by Rana on 1 February 2026."""
        when = datetime(2026, 2, 1, tzinfo=UTC)
        self.decided.append(Judgement(len(self.decided) + 1, verb, subject, value, "Rana", when, reason))
        return self.decided[-1]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, as told."""
        return tuple(claim for told in self.told for claim in told.claims)

    @property
    def reports(self) -> dict[str, ReportInfo]:
        """The reports by id."""
        return {told.info.id: told.info for told in self.told}

    def incidents(self) -> tuple[Incident, ...]:
        """What `link` makes of it."""
        return link(self.claims, self.reports, self.decided)

    def assessments(self) -> tuple[Assessment, ...]:
        """What `assess` makes of the incidents, in their order."""
        return assess_all(self.incidents(), {c.id: c for c in self.claims}, self.reports, self.decided)

    def only(self) -> Assessment:
        """The assessment of the only incident."""
        (one,) = self.assessments()
        return one

    def findings(self) -> Findings:
        """All of it, for the tallies."""
        said = {assessment.incident: assessment for assessment in self.assessments()}
        return Findings(self.claims, self.incidents(), said, self.reports)


def row(assessment: Assessment, measure: str = "killed", group: str = "civilians") -> GroupRange | None:
    """One range of an assessment; None where it has none."""
    return next((r for r in assessment.ranges if (r.measure, r.group) == (measure, group)), None)


def range_of(assessment: Assessment, measure: str = "killed", group: str = "civilians") -> str:
    """One range in words; "none" where there is none."""
    found = row(assessment, measure, group)
    return found.figure.words() if found else "none"


def groups_of(incidents: tuple[Incident, ...]) -> list[tuple[str, ...]]:
    """The claim ids of each incident."""
    return [incident.claims for incident in incidents]


def without_time(claim: Claim) -> Claim:
    """The claim with no period."""
    return replace(claim, period=None)
