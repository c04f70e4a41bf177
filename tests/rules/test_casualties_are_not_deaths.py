"""Casualties ≠ deaths: "casualties" are killed or injured, and are kept as such."""

from __future__ import annotations

from tests.rules.conftest import Read
from tests.rules.told import Told

CASUALTIES = Told(
    "Orontes Daily", "2020-01-24",
    "An airstrike on Saraqeb on Thursday caused 20 civilian casualties, the Syrian Observatory said.",
)  # fmt: skip
KILLED = Told(
    "Harbour Post", "2020-01-24",
    "Five civilians were killed in the airstrike on Saraqeb on Thursday, the White Helmets said.",
)  # fmt: skip


def test_casualties_alone_are_no_deaths(read: Read) -> None:
    record = read(CASUALTIES)
    assert (record.range_of("casualties"), record.range_of("killed")) == ("20", "none")
    assert record.sums() == {"casualties civilians": "20"}


def test_casualties_of_one_source_raise_no_number_of_deaths_of_another(read: Read) -> None:
    record = read(CASUALTIES, KILLED)
    assert (record.range_of("casualties"), record.range_of("killed")) == ("20", "5")
    assert record.sums() == {"casualties civilians": "20", "killed civilians": "5"}
