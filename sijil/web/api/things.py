"""The single things of the API, each with its address."""

from __future__ import annotations

from sijil.model.judgement import Judgement
from sijil.model.ledger import Tally
from sijil.web.api import lists, shapes
from sijil.web.api.lists import Single
from sijil.web.api.params import BY, filters

SINGLES: tuple[Single, ...] = (
    Single("incidents/{id}", "One incident, also under an id that it had before.", shapes.IncidentForm,
           lists.incident, stated=True),
    Single("claims/{id}", "One claim, as people left it.", shapes.ClaimForm, lists.claim, stated=True),
    Single("reports/{id}", "One report with its claims and its main text.", shapes.WholeReport, lists.report,
           stated=True),
    Single("judgements/{id}", "One judgement.", Judgement, lists.judgement, stated=True),
    Single("explain/{id}", "How a claim, an incident, a total or a report's record came about, down to the words.",
           shapes.Explanation, lists.explanation),
    Single("tally", "The documented minimum of a filter: ranges, grades, disputes, the totals beside it, the limits.",
           Tally, lists.tally, (*filters(), BY), kept=True),
    Single("method", "The method of all numbers, as a recorder publishes it.", shapes.Method, lists.method),
)  # fmt: skip
