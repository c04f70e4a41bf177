"""A register with one incident that many sources tell of, some of them in several reports, with copies of one text."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sijil import pipeline
from sijil.model.figure import Figure
from sijil.model.party import Party
from sijil.register import Register
from sijil.steps.clean import clean
from tests.web.sample import FORCES, SARAQEB, claim, days, report

ID = "I-s0-1"
REBELS = Party("rebel shells", "sy-opposition", "opposition fighters", "armed group", "sy-opposition")


def build(path: Path, sources: int = 40, claims: int = 5) -> Path:
    """`sources` speakers with a report and `claims` claims each, of whom every tenth says something else."""
    with Register.open(path) as register:
        for n in range(sources):
            _told(register, n, claims)
        _copies(register)
        pipeline.derive(register)
    return path


def _told(register: Register, n: int, claims: int) -> None:
    """One speaker's report: people killed, injured, missing and held, and a market that was hit."""
    speaker, low = f"Relief Committee {n}", 5 + n % 4
    own = " ".join(f"word{n}x{k}" for k in range(30))  # so that no two reports are copies
    lines = [f"{low} civilians were killed in Saraqeb, the {speaker} said", *(f"{n}.{k} is told" for k in range(1, 5))]
    archived = report(f"{'. '.join(lines)}. {own}.", f"s{n}", f"Paper {n}", date(2020, 1, 24) + timedelta(days=n % 5))
    read = clean(archived)
    here: dict[str, Any] = {
        "period": days(date(2020, 1, 23 + (n % 10 == 9))), "place": "Saraqeb", "at": SARAQEB, "attack": "airstrike",
        "actor": "jets", "party": REBELS if n % 10 == 8 else FORCES, "speaker": (speaker,), "scope": "incident",
    }  # fmt: skip
    harmed: list[dict[str, Any]] = [
        {"group": "civilians", "measure": "killed", "figure": Figure(low, low)},
        {"group": "civilians", "measure": "injured", "figure": Figure(9 + n % 3, None if n % 2 else 14)},
        {"group": "civilians", "measure": "missing", "figure": Figure(None, 3 + n % 2)},
        {"group": "civilians", "measure": "held", "figure": Figure(2, 2)},
        {"kind": "damage", "object": "market"},
    ]
    found = [claim(read, k, f"s{n}", lines[k - 1], **one, **here) for k, one in enumerate(harmed[:claims], 1)]
    register.add(archived, read, found)


def _copies(register: Register) -> None:
    """Three papers that print one wire's text, which names no speaker."""
    text = "Seven people died when shells hit the bakery of Saraqeb on Thursday as the town was leaving for the north."
    for n in range(3):
        body = f"{text} It was the second hit on the bakery in a month, neighbours counted.\n\nPage {n}"
        archived = report(body, f"w{n}", f"Wire Paper {n}", date(2020, 1, 25))
        read = clean(archived)
        said = claim(
            read, 1, f"w{n}", text[:17], group="people", measure="killed", figure=Figure(7, 7), period=days(),
            place="Saraqeb", at=SARAQEB, attack="airstrike", scope="incident",
        )  # fmt: skip
        register.add(archived, read, [said])
