"""A desk whose register holds one incident that many tell of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.web.conftest import served
from tests.web.incident.crowd import build
from tests.web.people.conftest import peopled

__all__ = ["peopled"]


@pytest.fixture(scope="session")
def crowd_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register; no test changes it."""
    return build(tmp_path_factory.mktemp("crowd") / "crowd.db")


@pytest.fixture(scope="session")
def crowd(crowd_path: Path) -> Iterator[httpx.Client]:
    """Asks the desk on it."""
    with served(crowd_path) as address, httpx.Client(base_url=address) as client:
        yield client
