"""The API as its description says it is, whatever is sent: schemathesis against a served desk.

Each test sends the same requests every time (one seed, no database of examples), so that it fails for a reason.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from sijil import pipeline
from sijil.register import Register, report_id
from sijil.web.api.description import document
from tests.web.conftest import served
from tests.web.sample import COURIER, build, report

EXAMPLES = 10  # requests for each address and kind of data, beside those that try each limit of the description
CHECKS = [
    schemathesis.checks.not_a_server_error, status_code_conformance, content_type_conformance,
    response_headers_conformance, response_schema_conformance, negative_data_rejection, unsupported_method,
]  # fmt: skip
SENT = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
#: What no description can say: the last day is not before the first, a box has edges, a place lies in a known one.
FITTING = {
    "since": ["2020-01-01", "2020-01-23"], "until": ["2020-01-24", "2021-12-31"], "within": ["Syria"],
    "box": ["36,35,37,36.5", "-180,-90,180,90"],
}  # fmt: skip
FULL = ("/incidents", "/claims", "/tally", "/search")  # lists that are asked for by every field of the filter
FEW = ("place", "since", "limit", "names", "id", "name", "within")  # what the others are asked for by
IDS = {
    "incidents": ["I-courier-1", "I-bulletin-4"], "claims": ["courier-1", "bulletin-1", "siege-1"],
    "reports": [report_id(report(COURIER, "courier", "", None).sha256)], "judgements": ["1"],
    "explain": ["I-courier-1", "courier-3", "A-bulletin-2"],
}  # fmt: skip


def filled() -> dict[str, Any]:
    """The description with ids of the sample and values that fit together, and without cursors, which nobody can guess:
    so most of what is sent finds something."""
    own: dict[str, Any] = copy.deepcopy(document())
    for path, methods in own["paths"].items():
        given = methods["get"]["parameters"]
        methods["get"]["parameters"] = [
            _fitting(path, one) for one in given if one["name"] != "cursor" and (path in FULL or one["name"] in FEW)
        ]
    (match,) = own["paths"]["/judgements"]["post"]["parameters"]
    match["schema"] = {"enum": ["*", '"stale"']}
    subjects = [id_ for ids in IDS.values() for id_ in ids]
    own["components"]["schemas"]["Judging"]["properties"]["subject"] = {"enum": subjects}
    return own


def _fitting(path: str, param: dict[str, Any]) -> dict[str, Any]:
    if param["in"] == "path":
        return param | {"schema": {"enum": IDS[path.split("/")[1]]}}
    return param | {"schema": {"enum": FITTING[param["name"]]}} if param["name"] in FITTING else param


REFUSING = {"negative_data_rejection": {"expected-statuses": ["4xx"]}}  # also 412, for an ETag that nobody gave
schema = schemathesis.openapi.from_dict(filled(), config=SchemathesisConfig.from_dict({"checks": REFUSING}))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that only these tests use: they judge, too."""
    path = build(tmp_path_factory.mktemp("api") / "api.db")
    with Register.open(path) as register:
        pipeline.judge(register, "accept", "courier-2", {}, "somebody", "read it again")
    with served(path) as base:
        yield f"{base}/api/v1"


@schema.parametrize()
@SENT
def test_as_described(case: schemathesis.Case, address: str) -> None:
    answer = case.call_and_validate(base_url=address, checks=CHECKS)
    as_told = case.meta is not None and case.meta.generation.mode == schemathesis.GenerationMode.POSITIVE
    if as_told and case.method.upper() == "GET" and answer.status_code >= 300:
        assert answer.status_code == 404, answer.text


def test_every_answer_of_the_gate_is_described() -> None:
    for path, methods in document()["paths"].items():
        for method, does in methods.items():
            gate = {"403", "503"} | (set() if (path, method) == ("/session", "post") else {"401"})
            assert gate <= set(does["responses"]), (path, method)
