"""The trained reader with the committed English weights: opinions are probabilities, in the report's own places."""

from __future__ import annotations

from math import exp

import numpy as np

from sijil.model.report import Block, Text
from sijil.steps.languages import en
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.trained.heads import gelu, log_sigmoid, log_softmax
from sijil.steps.reading.trained.labels import distance
from sijil.steps.reading.trained.reader import TrainedReader
from tests.steps.languages.en.plain import report_of

CONTENT = "Army shelling killed four civilians in Amara on Sunday, a medic said. Two shops burned down."
SEEN = en.look(report_of(CONTENT), Text(CONTENT, (Block(0, len(CONTENT), "body"),)), en.trained)


def near(told: dict[object, float]) -> bool:
    return abs(sum(map(exp, told.values())) - 1) < 1e-3


def test_opinions_on_a_count_are_probabilities() -> None:
    assert isinstance(SEEN.reader, TrainedReader)
    told = SEEN.counts[0].told
    assert all(near(dict(told[field])) for field in ("what", "group", "scope", "part", "attack"))
    assert all(near(dict(told[field])) for field in ("place", "dates", "actor", "speaker"))


def test_mentions_are_told_by_their_place_in_the_text() -> None:
    at = CONTENT.index("Amara")
    assert set(SEEN.counts[0].told["place"]) == {(at, at + 5), None}


def test_a_clear_sentence_is_read_as_it_is_meant() -> None:
    what = SEEN.counts[0].told["what"]
    assert max(what, key=lambda answer: what[answer]) == "killed"


def test_opinions_on_clauses_are_probabilities() -> None:
    (clause,) = SEEN.reader.clauses([Draft("clause", 0, 13, 0, 5, "clause")])
    assert near(dict(clause.told["kind"]))


def test_nothing_asked_nothing_told() -> None:
    assert SEEN.reader.counts([]) == SEEN.reader.mentions([]) == SEEN.reader.clauses([]) == ()


def test_a_text_without_words_has_no_reader_and_no_claims() -> None:
    assert en.read(report_of("   "), Text("   ", ())) == ()


def test_distances_tell_own_sentence_and_others_apart() -> None:
    rows = distance(np.array([0, 0, 0, -1, -3, -4, 1, 3, 9]), np.array([2, -20, 9, 0, 0, 0, 0, 0, 0]))
    assert rows.tolist() == [0, 5, 1, 6, 7, 8, 9, 10, 11]


def test_heads_functions() -> None:
    assert np.allclose(np.exp(log_softmax(np.array([[1.0, 2.0]]))).sum(), 1)
    assert abs(log_sigmoid(0.0) + 0.6931) < 1e-3 and abs(float(gelu(np.array(0.0)))) < 1e-9


def test_a_report_without_a_name_or_a_day_is_read() -> None:
    content = "Shells killed four people. More were hurt."
    (killed, *_) = en.read(report_of(content), Text(content, (Block(0, len(content), "body"),)))
    assert (killed.measure, killed.place, killed.actor, killed.speaker) == ("killed", None, None, ())
