"""The benchmark of assessments: what it takes from the scorer's words."""

from __future__ import annotations

from benchmarks.assess import scores

TOLD = """civilians_killed   of  609  minimum 0.864  both ends 0.703  overlapping 0.933  given 0.993
grade              Confirmed 0.000  Contested 0.933  Fair 0.831  Weak 0.778  mean 0.635
"""


def test_numbers_are_read_by_field_and_measure() -> None:
    found = scores(TOLD)
    assert found["civilians_killed", "minimum"] == 0.864
    assert found["civilians_killed", "both ends"] == 0.703
    assert found["grade", "mean"] == 0.635
    assert found["grade", "Weak"] == 0.778
