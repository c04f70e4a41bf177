"""Tallies and ledgers: one file a ledger, each a pure function of claims, incidents and assessments."""

from sijil.steps.tally.access import access
from sijil.steps.tally.agreements import agreements
from sijil.steps.tally.control import control, control_places
from sijil.steps.tally.displacement import displacement, displacement_over_time
from sijil.steps.tally.findings import Findings, chosen
from sijil.steps.tally.reported import told_by
from sijil.steps.tally.sieges import access_places
from sijil.steps.tally.sources import sources
from sijil.steps.tally.sums import tally, tally_of
from sijil.steps.tally.totals import totals

__all__ = [
    "Findings", "access", "access_places", "agreements", "chosen", "control", "control_places", "displacement",
    "displacement_over_time", "sources",
    "tally", "tally_of", "told_by", "totals",
]  # fmt: skip
