"""Parties on the command line, and a team's own rules ($SIJIL_RULES): entries added, changed, faults in one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sijil

OWN = """
[[party]]
id = "falcons"
name = "Falcons of the Valley"
kind = "non-state group"
side = "falcons"
country = "Syria"
aliases = ["Falcons of the Valley"]
general = ["falcons"]
source = "our own field notes, 2024"

[[party]]
id = "sy-hts"
aliases = ["the Committee"]
without = ["Nusra"]
side = "jihadists"

[[word]]
words = ["bandits"]
by = ["falcons"]
country = "Syria"
party = "sy-government"
source = "their statements"
"""
SPEAKERS = """
[[speaker]]
name = "Valley Media"
kind = "party media"
side = "falcons"
aliases = ["VM"]
source = "valley.example"
"""
ASK = """
import json, sys
from datetime import date
from sijil.model.claim import Claim
from sijil.steps.parties import allegiance, party_of, resolve_parties
day = date(2020, 1, 1)
words = ["Falcons of the Valley", "the Committee", "Nusra", "Tahrir al-Sham", "SDF"]
told = {word: [party_of(word, "Syria", day).id, party_of(word, "Syria", day).side] for word in words}
claims = [Claim("1", "d", 1, "attack", "", (0, 0), actor=word) for word in ("falcons", "Ahrar al-Sham", "bandits")]
told["by VM"] = [claim.party.id for claim in resolve_parties(claims, day, "VM")]
print(json.dumps(told))
"""


def rules(folder: Path, parties: str = "", speakers: str = "") -> Path:
    """A rules folder with one file of either kind."""
    for name, text in (("parties", parties), ("speakers", speakers)):
        (folder / "rules" / name).mkdir(parents=True)
        (folder / "rules" / name / "ours.toml").write_text(text, encoding="utf-8")
    return folder / "rules"


def test_a_team_adds_and_changes_entries(tmp_path: Path) -> None:
    home = rules(tmp_path, OWN, SPEAKERS)
    done = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, env={**os.environ, "SIJIL_RULES": str(home)}
    )
    assert json.loads(done.stdout) == {
        "Falcons of the Valley": ["falcons", "falcons"],
        "the Committee": ["sy-hts", "jihadists"],
        "Nusra": ["", ""],
        "Tahrir al-Sham": ["sy-hts", "jihadists"],
        "SDF": ["sdf", "sdf"],
        "by VM": ["falcons", "sy-ahrar-al-sham", "sy-government"],
    }, done.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[party]\n", "is no TOML"),
        ('[[party]]\nid = "x"\nname = "X"\nsource = "s"\n', "party x: Object missing required field `kind`"),
        ('[[party]]\nid = "hamas"\nkind = "terrorists"\n', "party hamas: Invalid enum value 'terrorists'"),
        ('[[party]]\nid = "hamas"\nalias = ["H"]\n', "party hamas: Object contains unknown field `alias`"),
        ('[[party]]\nid = "hamas"\naliases = "H"\n', "party hamas: Expected `array`, got `str`"),
        ('[party]\nid = "x"\n', "an entry must begin with [[party]]"),
        ('[[party]]\nid = "hamas"\naliases = ["Hezbollah"]\n', "“hezbollah” is claimed by hezbollah and hamas"),
        (
            '[[word]]\nwords = ["w"]\nby = ["hamas"]\ncountry = "Syria"\nparty = "nobody"\nsource = "s"\n',
            "w names the party nobody, which is not there",
        ),
    ],
)
def test_a_broken_rules_file_gets_one_line(
    sijil: Sijil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str
) -> None:
    monkeypatch.setenv("SIJIL_RULES", str(rules(tmp_path, text)))
    outcome = sijil("claims")
    assert outcome.code == 2
    assert outcome.out == "" and len(outcome.lines) == 1
    assert says in outcome.err and "docs/parties.md" in outcome.err


def test_a_rules_folder_that_is_not_there_gets_one_line(
    sijil: Sijil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIJIL_RULES", str(tmp_path / "nowhere"))
    outcome = sijil("claims")
    assert outcome.code == 2 and len(outcome.lines) == 1
    assert "SIJIL_RULES" in outcome.err and "there is no folder" in outcome.err


def test_show_tells_why_a_party_was_taken_and_which_words_are_the_speakers(sijil: Sijil, own: Path) -> None:
    told = [json.loads(line) for line in sijil("claims", "--json").out.splitlines()]
    parties = [(claim["ref"], claim["resolved"]["party"]) for claim in told if claim["resolved"]["party"]]
    ref, party = next((ref, one) for ref, one in parties if one["id"] and one["inferred"] and one["judging"])
    shown = sijil("show", ref).out
    assert f"inferred: {party['inferred']}" in shown and f"the speaker's word: {party['judging']}" in shown
