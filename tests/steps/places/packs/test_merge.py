"""Packs beside the base index: every place one entry, however many sources know it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sijil.steps.places.gazetteer import Gazetteer

Write = Callable[..., Path]
With = Callable[..., Gazetteer]


def ids(gazetteer: Gazetteer, name: str, kind: str = "town", country: str = "SY") -> list[str]:
    return [entry.id for entry in gazetteer.lookup(name) if (entry.kind, entry.country) == (kind, country)]


def test_a_place_of_the_base_keeps_its_id_and_gains_names_and_codes(wof: Write, with_pack: With) -> None:
    pack = with_pack(wof("1;164816;locality;Saraqib;35.86;36.80;5;SY07;SY0700;سراقب;Serakib an-Nasr|OSKL"))
    entry = pack.get("geonames:164816")
    assert entry and (entry.within, entry.admin) == (("SY07", "SY0700"), ("Syria", "Idlib"))
    assert entry.population > 5, "what the base knows stays"
    assert ids(pack, "Serakib an-Nasr") == ids(pack, "Saraqeb") == ["geonames:164816"]
    assert not ids(pack, "OSKL"), "codes are no names"


def test_without_an_id_the_name_and_a_few_kilometres_decide(wof: Write, with_pack: With) -> None:
    pack = with_pack(
        wof(
            "1;;locality;Al Wa`r;34.77;36.66;0;SY04;;حي الوعر;",  # 4 km from where the rules have it
            "2;;locality;Alwaer;33.00;36.30;0;SY12;;;",
        )
    )
    assert [entry.id for entry in pack.lookup("حي الوعر")] == ["sijil:sy-homs-al-waer"]
    near, far = pack.lookup("al-Waer")
    assert (near.id, near.kind, near.within) == ("sijil:sy-homs-al-waer", "neighbourhood", ("SY04",))
    assert (far.id, far.admin) == ("wof:2", ("Syria", "Daraa"))


def test_two_ids_of_one_source_are_two_places(wof: Write, with_pack: With) -> None:
    pack = with_pack(
        wof("1;900001;locality;Qwxyzt;35.60;36.80;0;SY07;;;", "2;900002;locality;Qwxyzt;35.61;36.80;0;SY07;;;")
    )
    assert ids(pack, "Qwxyzt") == ["geonames:900001", "geonames:900002"]


def test_two_packs_meet_whatever_their_order(wof: Write, with_pack: With) -> None:
    one = wof("1;900001;locality;Qwxyzt;35.60;36.80;0;SY07;;;", name="one.tsv")
    other = wof("7;;locality;Qwxyzt;35.61;36.80;0;SY07;;;Zyxwqt", name="other.tsv")
    for files in ((one, other), (other, one)):
        assert ids(with_pack(*files), "Zyxwqt") == ["geonames:900001"]


def test_provinces_meet_by_code_or_name_and_get_no_point(wof: Write, with_pack: With) -> None:
    pack = with_pack(
        wof(
            "1;;region;Idlib Gov.;35.77;36.67;9;SY07;;;",
            "2;170652;region;Rif Dimashq;33.41;37.63;9;;;;Muhafazat Rif",
            "3;;county;Harim;36.2;36.6;0;SY07;SY0703;;",
        )
    )
    assert ids(pack, "Idlib Gov.", "province") == ["pcode:SY07"]
    assert ids(pack, "Muhafazat Rif", "province") == ["pcode:SY03"]
    idlib, harim = pack.get("pcode:SY07"), pack.get("pcode:SY0703")
    assert idlib and (idlib.lat, idlib.centre) == (None, (35.853, 36.683))
    assert harim and (harim.kind, harim.admin, harim.within) == ("district", ("Syria", "Idlib"), ("SY07",))


def test_a_country_whose_codes_the_rules_do_not_have_takes_them_from_the_pack(wof: Write, with_pack: With) -> None:
    pack = with_pack(
        wof(
            "1;;locality;Qwxyzt;21.97;96.08;0;MMR010;;;",
            "2;;region;Mandalay Region;21.2;96.0;0;MMR010;;;",
            "3;;neighbourhood;Zyxwqt;21.98;96.08;0;;;;",
        )
    )
    assert pack.lookup("Qwxyzt")[0].admin == ("Myanmar", "Mandalay")
    province = next(entry for entry in pack.lookup("Mandalay Region") if entry.kind == "province")
    assert (province.name, province.pcode) == ("Mandalay", "MMR010")
    assert pack.lookup("Zyxwqt")[0].country == "MM", "a place that does not tell lies where the others of its file do"


def test_the_base_alone_knows_nothing_of_a_pack(wof: Write, with_pack: With) -> None:
    with_pack(wof("1;900001;locality;Qwxyzt;35.60;36.80;0;SY07;;;"))
    assert with_pack().lookup("Qwxyzt") == []


def test_codes_of_another_province_are_not_taken(wof: Write, with_pack: With) -> None:
    pack = with_pack(wof("1;164816;locality;Saraqib;35.86;36.80;5;SY02;SY0200;;Serakib an-Nasr"))
    entry = pack.get("geonames:164816")
    assert entry and (entry.admin, entry.within) == (("Syria", "Idlib"), ())
    assert ids(pack, "Serakib an-Nasr") == ["geonames:164816"]


def test_a_place_without_a_point_takes_none_from_a_namesake_but_from_a_team(
    wof: Write, with_pack: With, tmp_path: Path
) -> None:
    assert with_pack().lookup("Babisqa")[0].lat is None
    village = wof("1;;locality;Babisqa;35.60;36.80;0;SY07;;;")
    assert {entry.id for entry in with_pack(village).lookup("Babisqa")} == {"sijil:sy-idlib-babisqa", "wof:1"}
    ours = tmp_path / "ours.csv"
    ours.write_text("name,country,province,lat,lon\nBabisqa,SY,Idlib,36.22,36.69\n")
    (entry,) = with_pack(ours).lookup("Babisqa")
    assert (entry.id, entry.lat) == ("sijil:sy-idlib-babisqa", 36.22)
