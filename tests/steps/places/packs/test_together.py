"""Formats together in the gazetteer: names, codes and outlines of one place from several files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from sijil.steps.places.gazetteer import Gazetteer

With = Callable[..., Gazetteer]


def test_a_dump_its_alternates_a_units_table_and_an_own_table(with_pack: With, tmp_path: Path) -> None:
    dump, alternates, cod, own = (tmp_path / name for name in ("dump", "alternates", "cod", "own"))
    line = ["900001", "Qwxyzt", "", "", "36.20", "36.60", "P", "PPL", "SY", "", "12", "", "", "", "9", "", "", "", ""]
    dump.write_text("\t".join(line) + "\n")
    alternates.write_text("7\t900001\tar\tقوكست\t\t\t\t\t\t\n8\t164816\ten\tSaraqib of Tests\t\t\t\t\t\t\n")
    cod.write_text("ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE\nIdleb,SY07,Harim,SY0703\n")
    own.write_text("name,country,province,lat,lon,pcode\nQwxyzt,SY,Idlib,36.21,36.61,C9999\n")
    pack = with_pack(dump, alternates, cod, own)
    (town,) = pack.lookup("قوكست")
    assert (town.id, town.pcode, town.admin) == ("geonames:900001", "C9999", ("Syria", "Idlib"))
    assert pack.lookup("Saraqib of Tests")[0].id == "geonames:164816"
    harim = pack.get("pcode:SY0703")
    assert harim and (harim.name, harim.admin, harim.within) == ("Harim", ("Syria", "Idlib"), ("SY07",))


def test_outlines_of_a_pack_go_before_the_bundled_ones(with_pack: With, tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]}
    units = [({"ADM1_EN": "Idleb", "ADM1_PCODE": "SY07"}, square),
             ({"ADM1_PCODE": "SY07", "ADM2_EN": "Harim", "ADM2_PCODE": "SY0703"}, square)]  # fmt: skip
    parts = [{"type": "Feature", "properties": properties, "geometry": shape} for properties, shape in units]
    path = tmp_path / "units.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": parts}))
    pack = with_pack(path)
    idlib, harim = pack.get("pcode:SY07"), pack.get("pcode:SY0703")
    assert idlib and idlib.outline == "SY-ID" and harim and harim.outline
    for key in (idlib.outline, harim.outline):
        geometry = pack.outline(key)
        assert geometry and len(geometry["coordinates"][0]) == 5
