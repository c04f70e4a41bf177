"""One read of the same reports a session: the reader takes 2 s to load, and a report up to 0.3 s."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from sijil.steps.places.gazetteer import Gazetteer
from tests.rules.told import Record, Told, opened, read_into

Read = Callable[..., Record]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Iterator[Read]:
    """The record of some reports, shared by all tests that tell the same: none may change it."""
    made: dict[tuple[Told, ...], Record] = {}
    with ExitStack() as stack:

        def record(*reports: Told) -> Record:
            if reports not in made:
                register = stack.enter_context(opened(tmp_path_factory.mktemp("told") / "register"))
                made[reports] = read_into(register, reports, gazetteer)
            return made[reports]

        yield record


@pytest.fixture
def own(tmp_path, gazetteer: Gazetteer) -> Iterator[Read]:
    """The same in a register that the test may change."""
    with opened(tmp_path / "register") as register:
        yield lambda *reports: read_into(register, reports, gazetteer)
