"""The API as its description says it is, whatever is sent: schemathesis against a served desk.

Each test sends the same requests every time (one seed, no database of examples), so that it fails for a reason.
"""

from __future__ import annotations

from collections.abc import Iterator

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

from sijil.web.api.description import document
from tests.web.conftest import served
from tests.web.sample import build

EXAMPLES = 12  # requests for each address and kind of data
CHECKS = [
    schemathesis.checks.not_a_server_error, status_code_conformance, content_type_conformance,
    response_headers_conformance, response_schema_conformance, negative_data_rejection, unsupported_method,
]  # fmt: skip
SENT = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
schema = schemathesis.openapi.from_dict(document(), config=SchemathesisConfig())


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that only these tests use: they judge, too."""
    with served(build(tmp_path_factory.mktemp("api") / "api.db")) as base:
        yield f"{base}/api/v1"


@schema.parametrize()
@SENT
def test_as_described(case: schemathesis.Case, address: str) -> None:
    case.call_and_validate(base_url=address, checks=CHECKS)
