"""An Arabic report and an English one about one event end in one incident: the samples, through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest

from sijil import pipeline, samples
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.read import read_path

EVENTS = {
    "Saraqeb, 23 January 2020": ("idlib-harbour-2020-01-24", "saraqeb-nawafidh-2020-01-23"),
    "al-Waer, 6 March 2017": ("alwaer-orontes-2017-03-08", "alwaer-post-2017-03-06"),
    "Khan Sheikhoun, 4 April 2017": ("khan-sheikhoun-rescue-2017-04-04", "khan-sheikhoun-najda-2017-04-04"),
    "Khan Sheikhoun, a toll relayed": ("khan-sheikhoun-rescue-2017-04-04", "khan-sheikhoun-sindiyan-2017-04-05"),
    "Maarat al-Numan, 22 July 2019": ("maarat-meridian-2019-07-23", "maarat-sanabil-2019-07-23"),
    "Rashidin, 15 April 2017": ("rashidin-meridian-2017-04-17", "rashidin-bawaba-2017-04-16"),
}


@pytest.fixture(scope="module")
def together(tmp_path_factory) -> list[set[tuple[str, str]]]:
    """Of each incident: the reports that tell of it, and what of (killed, ...), in a register of all samples."""
    path: Path = tmp_path_factory.mktemp("languages") / "sijil.db"
    gazetteer = Gazetteer.open()
    with Register.open(path) as register:
        for sample in samples.reports():
            pipeline.add(register, read_path(sample.path, published=sample.published, source=sample.source), gazetteer)
        pipeline.derive(register)
        docs = {info.id: info.doc for info in register.reports()}
        told = {claim.id: (docs[claim.doc], claim.measure or claim.kind) for claim in register.claims()}
        return [{told[claim] for claim in incident.claims} for incident in register.incidents()]


#: The report tells of another place, too, and its place is taken for that of the toll.
APART: set[str] = set()


@pytest.mark.parametrize("event", [
    pytest.param(event, marks=[pytest.mark.xfail(strict=True)] * (event in APART)) for event in EVENTS
])  # fmt: skip
def test_both_languages_tell_of_one_incident(together, event):
    english, arabic = ((doc, "killed") for doc in EVENTS[event])
    assert any({english, arabic} <= incident for incident in together)
