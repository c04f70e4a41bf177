"""Keeps the words that search finds up with the register: what came in, and what people decided about claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sijil.model.claim import Claim
from sijil.model.incident import Incident
from sijil.model.judgement import Judgement
from sijil.model.period import Period
from sijil.pipeline.rules import rules_hash
from sijil.pipeline.touched import touched
from sijil.register import Register
from sijil.register.search import ClaimWords, IncidentWords, SearchRows
from sijil.steps.accepted import left
from sijil.steps.added import present
from sijil.steps.search import claim_names, folded_names, folded_text, incident_names, place_names, within

_AT_ONCE = 500  # reports whose texts and claims are in memory


def keep_words(register: Register, anew: bool = False) -> None:
    """Keeps what came in since words were last kept; all where other rules folded them or `anew` asks for it.

    Call it when incidents are derived, in the same transaction.
    """
    rows, judgements = register.search, register.judgements()
    seq, rules = rows.state()
    found = touched(register, seq, judgements) if rules == rules_hash() and not anew else None
    if found is None:
        rows.clear()
    reports = rows.report_ids() if found is None else sorted(found.reports)
    for some in _batches(reports):
        _keep(register, rows, some, judgements)
    stale = rows.stale()
    if stale:
        rows.keep_incidents(stale, [_incident(one) for one in register.derived.incidents(stale)])
    rows.mark(register.last_seq(), rules_hash())


def _keep(register: Register, rows: SearchRows, reports: Sequence[str], judgements: Sequence[Judgement]) -> None:
    texts = rows.texts(reports, unkept=True)
    rows.keep_reports([
        (one.position, folded_text(one.title), folded_text(one.content), folded_text(one.source)) for one in texts
    ])  # fmt: skip
    read = present(register.claims(of=reports), judgements)
    kept = {claim.id: claim for claim in left(read, judgements)}
    claims = [kept.get(claim.id, claim) for claim in read]
    rows.keep_claims(reports, [_claim(claim, claim.id not in kept) for claim in claims])
    rows.keep_places((folded_text(name), id_) for claim in claims for id_, name in place_names(claim))


def _claim(claim: Claim, rejected: bool) -> ClaimWords:
    words, names = folded_text(claim.quote), folded_names(claim_names(claim))
    places = folded_names(within(claim.at, claim.place, claim.within))
    return ClaimWords(claim.id, claim.doc, *_days(claim.period), words, names, places, claim.kind, rejected)


def _incident(one: Incident) -> IncidentWords:
    title, names = folded_text(one.title), folded_names(incident_names(one))
    places = folded_names(within(one.at, one.at.raw if one.at else None))
    return IncidentWords(one.id, *_days(one.period), title, names, places)


def _days(period: Period | None) -> tuple[str | None, str | None]:
    first, last = (period.start, period.end) if period else (None, None)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    left_ = iter(ids)
    while some := list(islice(left_, _AT_ONCE)):
        yield some
