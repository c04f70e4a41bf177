"""Packs made of Who's On First: tab-separated, names joined by "|", P-codes of OCHA beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from sijil.steps.places.entry import EntryKind
from sijil.steps.places.packs.fields import country_of, point, spellings, whole
from sijil.steps.places.packs.place import Complain, PackPlace, Row

NAME = "Who's On First pack"
_KINDS: dict[str, EntryKind] = {
    "country": "country", "region": "province", "county": "district", "localadmin": "subdistrict", "locality": "town",
    "borough": "neighbourhood", "neighbourhood": "neighbourhood", "campus": "site",
}  # fmt: skip


def fits(head: str) -> bool:
    """Whether a file that begins so is of this format."""
    columns = head.split("\n", 1)[0].rstrip("\r").split("\t")
    return {"wof_id", "placetype", "name", "lat", "lon"} <= set(columns)


def read(file: TextIO, complain: Complain) -> Iterator[Row]:
    """Every place of a pack. Its country is that of its P-codes, "" where it has none."""
    columns = file.readline().rstrip("\r\n").split("\t")
    for number, line in enumerate(file, 2):
        row = dict(zip(columns, line.rstrip("\r\n").split("\t"), strict=False))
        kind, where = _KINDS.get(row.get("placetype", "")), point(row.get("lat"), row.get("lon"))
        if kind is None or not row["wof_id"].isdigit():
            complain(number, f"the place type {row.get('placetype', '')!r} is not known")
        elif where is None or not row.get("name"):
            complain(number, "has no name or no position")
        else:
            yield _place(row, kind, where)


def _place(row: dict[str, str], kind: EntryKind, where: tuple[float, float]) -> PackPlace:
    codes = [code for code in (row.get("adm1_pcode", ""), row.get("adm2_pcode", "")) if code]
    own = ""
    if (kind == "province" and codes) or (kind == "district" and len(codes) == 2):
        own = codes.pop()
    within = () if kind == "country" else tuple(codes)  # a country's are those of the province its middle lies in
    names = (row.get("name_ara"), *row.get("names", "").split("|"))
    return PackPlace(
        row["name"], kind, country_of(own or "".join(codes[:1])), spellings(names, row["name"]), *where,
        whole(row.get("population")), pcode=own, within=within, geonames=whole(row.get("geonames_id")),
        ref=f"wof:{row['wof_id']}", source="Who's On First",
    )  # fmt: skip
