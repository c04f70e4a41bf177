"""Every format of packs: what is read of it, what is left out with its line, what is refused."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sijil.errors import BadInput
from sijil.steps.places.packs import store
from sijil.steps.places.packs.place import PackPlace

Text = Callable[[str, str], Path]


def geonames(*cells: object) -> str:
    """A line of the main table: id, name, ascii, alternates, lat, lon, class, code, country, admin1, population."""
    number, name, plain, others, lat, lon, letter, code, country, admin1, people = map(str, cells)
    return "\t".join(
        [number, name, plain, others, lat, lon, letter, code, country, "", admin1, "", "", "", people, "", "1", "", ""]
    )


DUMP = "\n".join(
    [
        geonames(1, "Qwxyzt", "Qwxyzt", "قوكست,QWX,Kwxyzt", 35.6, 36.8, "P", "PPL", "SY", "12", 90),
        geonames(2, "Wadi Zyx", "Wadi Zyx", "", 35.6, 36.8, "H", "WAD", "SY", "12", 0),
        geonames(3, "Zyx Airport", "Zyx Airport", "", 35.7, 36.8, "S", "AIRP", "SY", "12", 0),
        "4\tbroken",
        geonames(5, "Nowhere", "Nowhere", "", 135.7, 36.8, "P", "PPL", "SY", "12", 0),
        "",
    ]
)


@pytest.fixture
def text(tmp_path: Path) -> Text:
    def write(words: str, name: str = "file") -> Path:
        path = tmp_path / name
        path.write_text(words, encoding="utf-8")
        return path

    return write


def read(*files: Path) -> tuple[list[PackPlace], list[tuple[int, str]]]:
    pack = files[0].with_name("out.pack")
    problems = store.write(pack, files)
    return list(store.places(pack)), [(problem.line, problem.words) for problem in problems]


def test_geonames_dump(text: Text) -> None:
    places, problems = read(text(DUMP, "what.dat"))
    town, airport = places
    assert (town.name, town.kind, town.country, town.province, town.population) == ("Qwxyzt", "town", "SY", "Idlib", 90)
    assert town.names == ("قوكست", "Kwxyzt"), "three capitals are a code, no name"
    assert (airport.kind, airport.geonames) == ("site", 3)
    assert [line for line, _ in problems] == [4, 5]


def test_a_zip_as_downloaded_and_gzip(text: Text, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x", "w") as archive:
        archive.writestr("readme.txt", "Readme for the dump\n")
        archive.writestr("SY.txt", DUMP)
    (tmp_path / "y").write_bytes(gzip.compress(DUMP.encode()))
    assert read(tmp_path / "x") == read(tmp_path / "y") == read(text(DUMP, "z"))


def test_alternate_names_leave_out_history_and_links(text: Text) -> None:
    rows = (
        "7\t1\tar\tقوكست القديمة\t\t\t\t\t\t", "8\t1\tlink\thttps://example.org/q\t\t\t\t\t\t",
        "9\t1\ten\tOld Qwx\t\t\t\t1\t\t", "10\t1\ten\tQwxyzt Town\t1\t\t\t\t\t",
    )  # fmt: skip
    path = text("\n".join(rows), "alternates")
    pack = path.with_name("out.pack")
    assert store.write(pack, [path]) == []
    assert [(more.geonames, more.names) for more in store.spellings(pack)] == [(1, ("قوكست القديمة", "Qwxyzt Town"))]


COD = {
    "old": "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,date\n"
    "#adm0+name,,,,,,,,\nSyria,SY,Idleb,إدلب,SY07,Harim,حارم,SY0703,2020\nSyria,SY,Idleb,إدلب,SY07,Ariha,أريحا,SY0705,2020\n",
    "middle": "admin1Name_en;admin1Name_ar;admin1Pcode;admin2Name_en;admin2Name_ar;admin2Pcode\n"
    "Idleb;إدلب;SY07;Harim;حارم;SY0703\nIdleb;إدلب;SY07;Ariha;أريحا;SY0705\n",
    "new": "iso2,adm1_name,adm1_name1,adm1_pcode,adm2_name,adm2_name1,adm2_pcode,center_lat,center_lon\n"
    "SY,Idleb,إدلب,SY07,Harim,حارم,SY0703,36.2,36.6\nSY,Idleb,إدلب,SY07,Ariha,أريحا,SY0705,35.8,36.6\n",
}


@pytest.mark.parametrize("generation", COD)
def test_ocha_tables_of_three_generations(text: Text, generation: str) -> None:
    places, problems = read(text(COD[generation], "x.txt"))
    assert problems == []
    units = [p for p in places if p.kind != "country"]
    assert [(p.kind, p.name, p.names, p.pcode, p.within) for p in units] == [
        ("province", "Idleb", ("إدلب",), "SY07", ()),
        ("district", "Harim", ("حارم",), "SY0703", ("SY07",)),
        ("district", "Ariha", ("أريحا",), "SY0705", ("SY07",)),
    ]
    assert {p.country for p in places} == {"SY"}
    assert [p.lat for p in units] == ([None, 36.2, 35.8] if generation == "new" else [None, None, None])


def test_communities_of_the_fourth_level_are_towns(text: Text) -> None:
    head = "ADM3_EN,ADM3_PCODE,ADM4_EN,ADM4_AR,ADM4_PCODE,LATITUDE,LONGITUDE"
    places, problems = read(text(f"{head}\nSarmin,SY070102,Qwxyzt,قوكست,C9999,35.9,36.7\n,,,,,35.9,36.7\n", "x"))
    assert [(p.kind, p.pcode, p.within, p.lat) for p in places] == [
        ("subdistrict", "SY070102", (), None), ("town", "C9999", ("SY070102",), 35.9),
    ]  # fmt: skip
    assert [line for line, _ in problems] == [3]


def test_list_of_pcodes(text: Text) -> None:
    rows = "SYR,1,SY07,Idleb,SYR,2021-01-01\nSYR,2,SY0703,Harim,SY07,2021-01-01\nXXX,2,ZZ1,Nowhere,ZZ,2021-01-01"
    places, problems = read(text(f"Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n{rows}\n", "x"))
    assert [(p.kind, p.country, p.within) for p in places] == [("province", "SY", ()), ("district", "SY", ("SY07",))]
    assert [line for line, _ in problems] == [4]


SQUARE = {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]}


def features(*rows: tuple[dict[str, object], object]) -> str:
    parts = [{"type": "Feature", "properties": properties, "geometry": shape} for properties, shape in rows]
    return json.dumps({"type": "FeatureCollection", "features": parts})


def test_geojson_of_ocha_and_of_whos_on_first_have_outlines(text: Text) -> None:
    ocha = {"ADM1_EN": "Idleb", "ADM1_PCODE": "SY07", "ADM2_EN": "Harim", "ADM2_PCODE": "SY0703"}
    wof = {"id": 7, "name": "Afrin", "names_eng": None, "names_ara": ["عفرين"], "conc": {"hasc:id": "SY.HL.AF"},
           "lat": 36.5, "lon": 36.8, "pcode": "SY0203"}  # fmt: skip
    places, problems = read(text(features((ocha, SQUARE), (wof, SQUARE), ({}, SQUARE), (wof, "x")), "x"))
    harim, afrin = (p for p in places if p.kind == "district")
    assert harim.outline and afrin.outline and (harim.pcode, afrin.pcode) == ("SY0703", "SY0203")
    assert harim.lat == 35.5 and afrin.lat == 36.5 and afrin.names == ("عفرين",)
    assert next(p for p in places if p.kind == "province").outline is None
    assert [line for line, _ in problems] == [3, 4]


OWN = """\
Name,Names,Kind,Country,Governorate,Latitude,Longitude,P-Code,Source
Qwxyzt camp,Kwxyzt|مخيم قوكست,camp,SY,Idlib,35.9,36.7,,our team
Zyx,,village,Syria,Idleb,,,,
,,village,SY,,,,,
Zyx,,castle,SY,,,,,
Zyx,,,Atlantis,,,,,
Zyx,,,SY,,north,36,,
"""


def test_a_teams_own_table(text: Text) -> None:
    places, problems = read(text(OWN, "ours.csv"))
    camp, village = places
    assert (camp.kind, camp.names, camp.province, camp.source) == (
        "site",
        ("Kwxyzt", "مخيم قوكست"),
        "Idlib",
        "our team",
    )
    assert (village.kind, village.country, village.lat) == ("town", "SY", None)
    assert [line for line, _ in problems] == [4, 5, 6, 7]
    assert "castle" in problems[1][1] and "Atlantis" in problems[2][1]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no format that is known"),
        (b"Five civilians were killed.\n", "no format that is known"),
        (gzip.compress(DUMP.encode() * 50)[:-8], "cut off or damaged"),
        (b'{"type": "FeatureCollection", "features": [', "damaged"),
        (b'{"type": "FeatureCollection", "features": []}', "holds no place"),
        (b"name,country\n,SY\n", "holds no place that can be used; line 2 has no name"),
    ],
)
def test_what_cannot_be_used_is_one_clear_error_and_leaves_the_older_pack(
    tmp_path: Path, text: Text, content: bytes, problem: str
) -> None:
    pack, bad = tmp_path / "x.pack", tmp_path / "bad"
    store.write(pack, [text(DUMP, "good")])
    before = pack.read_bytes()
    bad.write_bytes(content)
    with pytest.raises(BadInput, match=problem):
        store.write(pack, [tmp_path / "good", bad])
    assert pack.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad", "good", "x.pack"]
