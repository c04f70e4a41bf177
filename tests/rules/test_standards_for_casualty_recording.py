"""Standards for Casualty Recording: victims of all sides alike; limits, day and method with every total."""

from __future__ import annotations

from datetime import date

from sijil import METHOD_VERSION, queries
from sijil.exports.material import Shown, gather
from tests.rules.conftest import Read
from tests.rules.told import ALL, Told

GOVERNMENT = "Syrian government {} killed {} civilians in Saraqeb on Wednesday, the Syrian Observatory said."
REBELS = "Rebel {} killed {} civilians in Aleppo on Thursday, the Syrian Observatory said."
BOTH = Told(
    "Orontes Daily", "2020-01-24",
    f"{GOVERNMENT.format('shelling', 'five')}\n\n{REBELS.format('shelling', 'five')}",
)  # fmt: skip


def test_victims_of_every_side_are_counted_and_graded_alike(read: Read) -> None:
    record = read(BOTH)
    assert record.sums() == {"killed civilians": "10"}
    views = [record.incident(place).assessment for place in ("Saraqib", "Aleppo")]
    assert len({(view.grade, view.sources, view.ranges[0].figure) for view in views}) == 1
    parties = {
        part.label: part.rows[0].figure.words() for part in queries.tally(record.register, ALL, by="party").parts
    }
    assert sorted(parties.values()) == ["5", "5"]


def test_every_tally_and_export_prints_its_limits_its_day_and_its_method(read: Read) -> None:
    register = read(BOTH).register
    tally = queries.tally(register, ALL, date(2020, 2, 1))
    assert "documented minimum" in " ".join(tally.limits)
    assert (tally.as_of, tally.method) == (date(2020, 2, 1), METHOD_VERSION)
    header = gather(register, ALL, Shown()).header
    assert "documented minimum" in " ".join(header["limits"])
    assert header["method"] == METHOD_VERSION and header["as_of"]
