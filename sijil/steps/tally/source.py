"""One speaker or publisher: what it said, who contradicts it, and how its figures stand. Counts, and no score.

A score of credibility is not made: how often a source is alone or contradicted tells as much of where it works, and of
who else is there, as of the source itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.incident import Assessment
from sijil.model.judgement import Judgement
from sijil.model.ledger import Against, Judged, SourceRow, SourceSaid, Standing
from sijil.model.report import ReportInfo
from sijil.steps import who
from sijil.steps.bounds import above, disjoint
from sijil.steps.judge import standing as holding
from sijil.steps.parties import country_of
from sijil.steps.tally.findings import Findings

Reports = Mapping[str, ReportInfo]


def of_source(claims: Sequence[Claim], reports: Reports, role: str, name: str) -> tuple[Claim, ...]:
    """The claims of one "speaker" or "publisher", in the order given.

    Many claims are in one report or have one speaker's words: each is looked at once.
    """
    if role == "publisher":
        first = {claim.doc: claim for claim in claims}
        docs = {doc for doc, claim in first.items() if who.publisher(claim, reports) == name}
        return tuple(claim for claim in claims if claim.doc in docs)
    known: dict[object, bool] = {}
    found = []
    for claim in claims:
        if claim.speaker:
            key = claim.speaker, country_of(claim.at)
            if key not in known:
                known[key] = who.speaker(claim) == name
            if known[key]:
                found.append(claim)
    return tuple(found)


def source_said(row: SourceRow, own: Sequence[Claim], everything: Findings) -> SourceSaid:
    """What the source of `row` said in `own`, its claims; `everything` is what the register came to."""
    reports = everything.reports
    days = _days_said(own, reports)
    return SourceSaid(
        row=row,
        claims=tuple(claim.id for claim in own),
        kinds=tuple(Counter(claim.kind for claim in own).most_common()),
        months=_by_month(days),
        undated=len(own) - sum(days.values()),
        own_voice=sum(not claim.speaker for claim in own),
        repeated=_repeated(row, own, everything),
        against=_against(own, everything),
        denies=len({denied for claim in own if claim.kind == "denial" for denied in claim.denies}),
        standing=_standing(own, everything),
    )


def judged(read: Sequence[Claim], judgements: Iterable[Judgement]) -> Judged:
    """What people decided on these claims, given as they were read, those rejected since among them."""
    ids, verbs = {claim.id for claim in read}, dict[str, set[str]]()
    for judgement in holding(judgements):
        if judgement.subject in ids:
            verbs.setdefault(judgement.subject, set()).add(judgement.verb)
            if judgement.verb in ("accept", "reject"):  # the last of the two holds
                verbs[judgement.subject] -= {"accept", "reject"} - {judgement.verb}
    counts = Counter(verb for own in verbs.values() for verb in own)
    touched = sum(bool(own & {"accept", "reject", "correct"}) for own in verbs.values())
    return Judged(len(ids), counts["accept"], counts["correct"], counts["reject"], len(ids) - touched)


def rejected(judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """The subjects that people rejected and nobody accepted since."""
    last = {j.subject: j.verb for j in holding(judgements) if j.verb in ("accept", "reject")}
    return tuple(subject for subject, verb in last.items() if verb == "reject")


def _days_said(own: Sequence[Claim], reports: Reports) -> Counter[date]:
    """How many claims were said on each day; those of which nobody knows it are in none."""
    out = {doc: info.published for doc in {claim.doc for claim in own} if (info := reports.get(doc))}
    told = ((claim, out.get(claim.doc)) for claim in own)
    return Counter(day for claim, published in told if (day := published or who.said_on(claim, reports)))


def _by_month(days: Counter[date]) -> tuple[tuple[date, int], ...]:
    months: Counter[date] = Counter()
    for day, count in days.items():
        months[day.replace(day=1)] += count
    return tuple(sorted(months.items()))


def _repeated(row: SourceRow, own: Sequence[Claim], everything: Findings) -> tuple[str, ...]:
    """Incidents in which more than one publisher quotes the speaker, or others print the publisher's own words."""
    homes = {home for claim in own if (home := everything.home.get(claim.id))}
    if row.role == "publisher":
        found = everything.assessments
        return tuple(sorted(home for home in homes if row.name in dict(_carried(found.get(home)))))
    printed: dict[str, set[str]] = {}
    for claim in own:
        if home := everything.home.get(claim.id):
            printed.setdefault(home, set()).add(who.publisher(claim, everything.reports))
    return tuple(home for home, names in printed.items() if len(names) > 1)


def _carried(assessment: Assessment | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return assessment.carried if assessment else ()


def _against(own: Sequence[Claim], everything: Findings) -> tuple[Against, ...]:
    """Denials of its claims, then figures of other sources in the same incident that exclude its own."""
    reports, claims = everything.reports, everything.by_id()
    rows = [
        Against(claim.id, denial.id, who.source(denial, reports), "denied")
        for claim in own
        for denial in everything.denials.get(claim.id, ())
    ]
    homes = {everything.home.get(claim.id) for claim in own if _counts(claim)}
    inside = {one.id: one.claims for one in everything.incidents if one.id in homes} if homes else {}
    for claim in filter(_counts, own):
        ids = inside.get(everything.home.get(claim.id, ""), ())
        for other in (claims[id_] for id_ in ids if id_ in claims):
            if _excludes(claim, other) and (by := who.source(other, reports)) != who.source(claim, reports):
                rows.append(Against(claim.id, other.id, by, "figure"))
    return tuple(rows)


def _counts(claim: Claim) -> bool:
    return claim.kind == "casualty" and claim.figure is not None and not claim.part_of


def _excludes(claim: Claim, other: Claim) -> bool:
    """Whether the other claim counts the same and its figure and the claim's cannot both be right."""
    if not _counts(other) or (claim.measure, claim.group) != (other.measure, other.group):
        return False
    return claim.figure is not None and other.figure is not None and disjoint(claim.figure, other.figure)


def _standing(own: Sequence[Claim], everything: Findings) -> Standing:
    by_home: dict[str, list[Claim]] = {}
    for claim in own:
        if claim.kind == "casualty" and claim.figure and (home := everything.home.get(claim.id)):
            by_home.setdefault(home, []).append(claim)
    counts: Counter[str] = Counter()
    for home, told in by_home.items():
        if found := everything.assessments.get(home):
            counts.update(_stand(told, found))
    return Standing(counts["below"], counts["inside"], counts["above"], counts["alone"])


def _stand(told: Sequence[Claim], found: Assessment) -> list[str]:
    """Where figures lie by the ranges that they were weighed for; those weighed for none are left out."""
    ranges = {id_: row.figure for row in found.ranges for id_, _ in row.set_aside}
    ranges |= {id_: row.figure for row in reversed(found.ranges) for id_ in row.claims}
    weighed = [(claim.figure, ranges[claim.id]) for claim in told if claim.figure and claim.id in ranges]
    if len(found.sources) < 2:
        return ["alone"] * len(weighed)
    return [_stands(figure, ranged) for figure, ranged in weighed]


def _stands(figure: Figure, ranged: Figure) -> str:
    if above(ranged.low, figure.high):
        return "below"
    return "above" if above(figure.low, ranged.high) else "inside"
