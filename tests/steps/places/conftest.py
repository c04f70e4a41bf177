"""The real gazetteer, opened once."""

import pytest

from sijil.steps.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()
