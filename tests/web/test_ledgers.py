"""The desk's ledgers beside the incidents."""

from __future__ import annotations

import re

import httpx


def text_of(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_displacement_goes_on_over_time_with_one_figure_recommended(client: httpx.Client) -> None:
    told = text_of(client.get("/displacement").text)
    assert "Over time" in told
    assert "observed flow" in told and "forecast flow" in told
    assert "the only source for this place and time" in told


def test_a_besieged_place_says_so_and_by_whom(client: httpx.Client) -> None:
    told = text_of(client.get("/access").text)
    assert "besieged since when is not told, by besieging forces" in told


def test_control_says_what_its_holder_does(client: httpx.Client) -> None:
    told = text_of(client.get("/control").text)
    assert "besieging forces besieging it" in told


def test_an_agreement_says_its_area_and_state(client: httpx.Client) -> None:
    assert "area not told, in force" in text_of(client.get("/agreements").text)
