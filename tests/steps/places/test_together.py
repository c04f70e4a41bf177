"""The names of one text, weighed and resolved together."""

from __future__ import annotations

from sijil.model.place import Place
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.places.survey import Named, survey
from sijil.steps.places.together import resolve_together


def places(gazetteer: Gazetteer, *names: str | tuple[str, str]) -> list[Place]:
    pairs = [name if isinstance(name, tuple) else (name, "") for name in names]
    return list(resolve_together(pairs, gazetteer))


def test_other_names_of_the_text_choose_among_namesakes(gazetteer: Gazetteer) -> None:
    alexandria, parish, _ = places(gazetteer, "Alexandria", "Rapides Parish", "Pineville")
    assert alexandria.admin == parish.admin == ("United States", "Louisiana")
    egypt, _, _ = places(gazetteer, "Alexandria", "Cairo", "Giza")
    assert egypt.admin[0] == "Egypt"


def test_a_larger_place_right_behind_one_mention_tells_for_all_of_them(gazetteer: Gazetteer) -> None:
    behind, bare = places(gazetteer, ("Paris", "Texas"), "Paris")
    assert behind.id == bare.id and behind.admin == ("United States", "Texas")


def test_a_name_alone_is_no_text(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Springfield")[0].id == ""
    assert places(gazetteer, "Paris")[0].admin[0] == "France"
    assert places(gazetteer) == []


def test_what_is_hardly_likelier_than_another_is_marked(gazetteer: Gazetteer) -> None:
    springfield, _ = places(gazetteer, "Springfield", "Germany")
    assert springfield.review.startswith("may also be Springfield")


def test_a_survey_tells_how_likely_each_meaning_is(gazetteer: Gazetteer) -> None:
    found = survey([Named("Richmond"), Named("Virginia", 3), Named("Norfolk")], gazetteer)
    entry, share, other = found.meant["Richmond"]
    assert entry.admin == ("United States", "Virginia") and share > 0.8 and other is not None
    assert max(found.countries, key=found.countries.__getitem__) == "US"
    assert found.provinces["US", "Virginia"] > 3


def test_a_survey_of_nothing_or_of_unknown_names_is_empty(gazetteer: Gazetteer) -> None:
    assert survey([], gazetteer).meant == survey([Named("Qwxyzt")], gazetteer).meant == {}


def test_the_order_of_names_changes_nothing(gazetteer: Gazetteer) -> None:
    names = ("Lancaster", "Reading", "Lebanon", "Pennsylvania", "York")
    one, other = places(gazetteer, *names), places(gazetteer, *reversed(names))
    assert [place.id for place in one] == [place.id for place in reversed(other)]
    assert {place.admin[0] for place in one} == {"United States"}
