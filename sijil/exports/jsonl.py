"""One line a report: {"doc", "claims": [...]}, the form of `sijil extract` and of the annotation guide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from sijil.exports.forms import claim_form
from sijil.exports.material import Material
from sijil.record import Json


def write(material: Material) -> Iterator[str]:
    """The claims of `material`, report by report. A quote that was withheld is null."""
    for id_, claims in groupby(material.claims, key=lambda claim: claim.doc):
        own = tuple(claims)
        numbers = {claim.id: claim.number for claim in own}
        report = material.reports.get(id_)
        line: Json = {
            "doc": report.doc if report else id_,
            "report": id_,
            "source": report.source if report else "",
            "published": report.published.isoformat() if report and report.published else None,
            "as_of": material.header["as_of"],
            "method": material.header["method"],
            "claims": [_claim(claim_form(claim, numbers)) for claim in own],
        }
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _claim(form: Json) -> Json:
    return form | {"quote": form["quote"] or None}
