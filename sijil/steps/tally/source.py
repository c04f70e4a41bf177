"""One speaker or publisher: what it said, who contradicts it, and how its figures stand. Counts, and no score.

A score of credibility is not made: how often a source is alone or contradicted tells as much of where it works, and of
who else is there, as of the source itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sijil.model.claim import Claim
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


def of_source(claims: Iterable[Claim], reports: Reports, role: str, name: str) -> tuple[Claim, ...]:
    """The claims of one "speaker" or "publisher", in the order given.

    Many claims are in one report or have one speaker's words: each is looked at once.
    """
    known: dict[object, bool] = {}

    def fits(claim: Claim) -> bool:
        key = claim.doc if role == "publisher" else (claim.speaker, country_of(claim.at))
        if key not in known:
            known[key] = name == (who.publisher(claim, reports) if role == "publisher" else who.speaker(claim))
        return known[key]

    return tuple(claim for claim in claims if (role == "publisher" or claim.speaker) and fits(claim))


def source_said(row: SourceRow, own: Sequence[Claim], everything: Findings) -> SourceSaid:
    """What the source of `row` said in `own`, its claims; `everything` is what the register came to."""
    reports = everything.reports
    days = [day for claim in own if (day := who.said_on(claim, reports))]
    return SourceSaid(
        row=row,
        claims=tuple(claim.id for claim in own),
        kinds=tuple(Counter(claim.kind for claim in own).most_common()),
        months=tuple(sorted(Counter(day.replace(day=1) for day in days).items())),
        undated=len(own) - len(days),
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


def _repeated(row: SourceRow, own: Sequence[Claim], everything: Findings) -> tuple[str, ...]:
    """Incidents in which more than one publisher quotes the speaker, or others print the publisher's own words."""
    printed: dict[str, set[str]] = {}
    for claim in own:
        if home := everything.home.get(claim.id):
            printed.setdefault(home, set()).add(who.publisher(claim, everything.reports))
    if row.role == "speaker":
        return tuple(home for home, names in printed.items() if len(names) > 1)
    return tuple(home for home in printed if row.name in dict(_carried(everything.assessments.get(home))))


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
    counts: Counter[str] = Counter()
    for claim in own:
        home = everything.home.get(claim.id)
        if home and claim.kind == "casualty" and claim.figure and (found := everything.assessments.get(home)):
            counts[_stands(claim, found)] += 1
    return Standing(counts["below"], counts["inside"], counts["above"], counts["alone"])


def _stands(claim: Claim, found: Assessment) -> str:
    """Where a figure lies by the range that it was weighed for; "" where it was weighed for none."""
    rows = [row for row in found.ranges if claim.id in row.claims]
    rows += [row for row in found.ranges if any(claim.id == id_ for id_, _ in row.set_aside)]
    if not rows or claim.figure is None:
        return ""
    if len(found.sources) < 2:
        return "alone"
    ranged = rows[0].figure
    if above(ranged.low, claim.figure.high):
        return "below"
    return "above" if above(claim.figure.low, ranged.high) else "inside"
