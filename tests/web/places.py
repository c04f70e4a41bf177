"""A small register whose claims are placed in every way: exactly, roughly, as areas, not at all, and ambiguously."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sijil import pipeline
from sijil.model.claim import Claim
from sijil.model.figure import Figure
from sijil.model.party import Party
from sijil.model.place import Candidate, Place
from sijil.model.report import Text
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.sample import claim, days, report

HAMAS = (
    Candidate("gn:4", "Hama", 35.13, 36.75, 61.0, "the name as written; lies in Syria, where the report plays"),
    Candidate("gn:5", "Al-Hama", 33.55, 36.2, 55.0, "the name without its article"),
    Candidate("SY-HM", "Hama", None, None, 50.0, "is a province"),
)
BADIAS = (Candidate("gn:7", "Badia", 34.2, 38.0, 9.0, "the name as written"),)
HAMA = Place(
    "Hama",
    "gn:4",
    "Hama",
    "district capital",
    35.13,
    36.75,
    ("Syria", "Hama"),
    candidates=HAMAS,
    review="may also be Al-Hama in Syria",
)
PLACES = (
    Place("Saraqeb", "gn:1", "Saraqeb", "town", 35.864, 36.805, ("Syria", "Idlib")),
    Place("al-Waer", "gn:2", "al-Waer", "district", 34.746, 36.668, ("Syria", "Homs", "Homs")),
    Place("near Azaz", "gn:3", "Azaz", "near", 36.587, 37.046, ("Syria", "Aleppo")),
    HAMA,
    Place("Deir ez-Zor", "SY-DY", "Deir ez-Zor", "province", admin=("Syria",), outline="SY-DY"),
    Place("the badia", "", "the badia", "unknown", candidates=BADIAS, review="its namesakes have too little for them"),
    Place("the old road", "", "the old road", "unknown", review="not in the gazetteer"),
)  # fmt: skip
JETS = Party(
    "regime jets", "sy-air-force", "Syrian Arab Air Force", "state forces", "syrian-government", "Russia",
    inferred="'regime' in a report about Syria", judging="regime",
)  # fmt: skip


def content() -> str:
    """One paragraph a place, and a second one on Hama."""
    raids = [
        f"On the next day regime jets killed {count} civilians in {place.raw}, rescuers said."
        for count, place in enumerate(PLACES, 3)
    ]
    return (
        "A week of raids\n\n"
        + "\n\n".join([*raids, "A day later 20 civilians were injured in HAMA, a nurse said."])
        + "\n"
    )


def claims(text: Text) -> list[Claim]:
    """A claim a paragraph."""
    told = []
    for number, place in enumerate(PLACES, 1):
        count = number + 2
        told.append(claim(
            text, number, "raids", f"killed {count} civilians in {place.raw}", measure="killed", group="civilians",
            figure=Figure(count, count), scope="incident", period=days(date(2020, 1, number)), attack="airstrike",
            place=place.raw, at=place, actor="regime jets", party=JETS, speaker=("rescuers",),
        ))  # fmt: skip
    last = claim(
        text, len(told) + 1, "raids", "20 civilians were injured in HAMA", measure="injured", group="civilians",
        figure=Figure(20, 20), scope="incident", period=days(date(2020, 1, 15)), place="HAMA", at=HAMA,
        speaker=("nurse",),
    )  # fmt: skip
    return [*told, last]


def build(path: Path) -> Path:
    """Writes the register to `path`."""
    archived = report(content(), "raids", "The Courier", date(2020, 1, 24))
    text = clean(archived)
    with Register.open(path) as register:
        register.add(archived, text, claims(text))
        pipeline.derive(register)
    return path
