"""Speakers in addresses."""

from __future__ import annotations

from sijil.web.speakers import PERSON, speaker_key


def test_a_body_stands_by_its_name_and_a_person_by_a_key_that_does_not_tell_it() -> None:
    assert speaker_key("defence ministry") == "defence ministry"
    key = speaker_key("Rana Darwish")
    assert key.startswith(PERSON) and "rana" not in key.lower() and key == speaker_key("Rana Darwish")
    assert key != speaker_key("Rana Darwisha")
