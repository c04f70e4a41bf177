"""The index of all packs in use: what they add to the base index, every place one entry however many know it."""

from __future__ import annotations

import heapq
import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

from sijil.steps.places.distance import distance_km
from sijil.steps.places.entry import WIDE, Entry
from sijil.steps.places.index import COLUMNS, cache_folder, code, entry_of, name_rows, put, watched, write_whole
from sijil.steps.places.names import article_key, exact_key, vowel_key
from sijil.steps.places.overlay import Provinces
from sijil.steps.places.packs import store
from sijil.steps.places.packs.place import PackPlace

_ROW = ", ".join(f"p.{column}" for column in COLUMNS)
_SPOTS = frozenset({"town", "neighbourhood", "quarter", "site"})
#: How far apart two records of one place may lie. The overlay's points are rounded to 1 km, Who's On First's and
#: GeoNames' of one Syrian village lie up to 5 km apart; a quarter's point is its town's.
_SAME_KM, _QUARTER_KM, _WIDE_KM = 5.0, 15.0, 30.0
_NAME = """
INSERT OR IGNORE INTO name SELECT ?1, ?2, ?3, ?4
WHERE ?2 = 3 OR NOT EXISTS (SELECT 1 FROM base.name b WHERE b.key = ?1 AND b.tier = ?2 AND b.place = ?3)
"""
_CALLED = " UNION ALL ".join(
    f"SELECT {_ROW} FROM {names}.name n JOIN {places}.place p ON p.id = n.place "
    "WHERE (n.key = ?1 AND n.tier = 0 OR n.key = ?2 AND n.tier < 2 OR n.key = ?3 AND n.tier = 2 AND p.lat IS NOT NULL "
    "AND p.id LIKE 'sijil:%') AND p.country = ?4"  # only our own spellings of places without an id are free enough
    for names, places in (("main", "main"), ("base", "base"))
)


def packs_path(base: Path, packs: Sequence[Path]) -> Path:
    """Where the index of these packs over this base index lies, built or not."""
    digest = sha256("\n".join([base.name, *map(store.digest, packs)]).encode() + code("sijil.steps.places.packs"))
    return cache_folder() / f"packs-{digest.hexdigest()[:16]}.sqlite"


def build_packs(path: Path, base: Path, packs: Sequence[Path]) -> None:
    """Write the index of `packs` to `path`. Raises SetupError where that cannot be done."""

    def fill(target: sqlite3.Connection) -> None:
        target.execute("ATTACH ? AS base", (str(base),))
        merger = _Merger(target)
        count = sum(source.places for pack in packs for source in store.sources(pack))
        rows = heapq.merge(*map(store.places, packs), key=store.order)
        for place in watched(rows, "Building the index of packs", count):
            merger.add(place)
        for more in chain.from_iterable(map(store.spellings, packs)):
            merger.name(more.geonames, more.names)
        target.commit()
        target.execute("DETACH base")

    write_whole(path, fill)


@dataclass(slots=True)
class _Merger:
    """Writes places into the packs' index, beside the base index that is attached as `base`."""

    target: sqlite3.Connection
    names_of: dict[str, str] = field(default_factory=dict)  # P-code of a province -> its name
    countries: dict[str, str] = field(default_factory=dict)  # code -> name
    by_geonames: dict[int, str] = field(default_factory=dict)  # where the id is another

    def __post_init__(self) -> None:
        self.names_of.update({p.pcode: p.name for p in Provinces.load().rows if p.pcode})
        self.countries.update(self.target.execute("SELECT country, name FROM base.place WHERE kind = 'country'"))

    def add(self, place: PackPlace) -> None:
        """One more record: joined to the entry of the same place, or a new entry."""
        province = self._province(place)
        known = self._known(place, province)
        entry = _joined(known, place, province) if known else self._new(place, province)
        if entry.kind == "province" and entry.pcode:
            self.names_of.setdefault(entry.pcode, entry.name)
        if place.geonames and entry.id != f"geonames:{place.geonames}":
            self.by_geonames[place.geonames] = entry.id
        if place.outline:
            entry = replace(entry, outline=entry.outline or entry.id)
            row = (entry.outline, json.dumps(place.outline))
            self.target.execute("INSERT OR REPLACE INTO outline VALUES (?,?)", row)
        put(self.target, entry)
        self._names(entry, _spellings(place))

    def name(self, geonames: int, names: Iterable[str]) -> None:
        """More spellings of a place that the base index or a pack holds; nothing where neither does."""
        if entry := self._by_id(self.by_geonames.get(geonames, f"geonames:{geonames}")):
            put(self.target, entry)
            self._names(entry, names)

    def _names(self, entry: Entry, names: Iterable[str]) -> None:
        self.target.executemany(_NAME, name_rows(entry, names))

    def _new(self, place: PackPlace, province: str) -> Entry:
        country = self.countries.get(place.country, place.country)
        above = () if place.kind == "country" else (country,)
        admin = (*above, province) if province and place.kind not in ("country", "province") else above
        wide = place.kind in WIDE
        centre = (place.lat, place.lon) if wide and place.lat is not None and place.lon is not None else None
        return Entry(
            place.id or f"pack:{exact_key(f'{place.country} {province} {place.kind} {place.name}').replace(' ', '-')}",
            place.name, place.kind, place.country, admin, None if wide else place.lat, None if wide else place.lon,
            place.population, place.pcode or None, None, place.source, centre, place.within,
        )  # fmt: skip

    def _province(self, place: PackPlace) -> str:
        """The name of the province that holds a record, as the rules spell it where they know it; "" for none."""
        if place.within[:1] and (name := self.names_of.get(place.within[0])):
            return name
        if not place.province:
            return ""
        key = article_key(place.province)
        own = (p for p in Provinces.load().rows if p.country == place.country)
        return next((p.name for p in own if key in map(article_key, (p.name, *p.names))), place.province)

    def _known(self, place: PackPlace, province: str) -> Entry | None:
        """The entry of the same place: by an id, else by a name close by."""
        if place.kind == "country":
            return self._by_id(f"country:{place.country}")
        ids = (place.id, place.pcode and f"pcode:{place.pcode}", place.geonames and f"geonames:{place.geonames}")
        for id_ in map(str, filter(None, ids)):
            if found := self._by_id(id_):
                return found
        names = (place.name, *place.names, province if place.kind == "province" else "")
        found_ = (e for name in dict.fromkeys(filter(None, names)) for e in self._called(name, place.country))
        same = next((entry for entry in found_ if _same(entry, place, province)), None)
        return self._by_id(same.id) if same else None  # as an earlier record left it

    def _by_id(self, id_: str) -> Entry | None:
        for schema in ("main", "base"):
            row = self.target.execute(f"SELECT {_ROW} FROM {schema}.place p WHERE p.id = ?", (id_,)).fetchone()
            if row:
                return entry_of(row)
        return None

    def _called(self, name: str, country: str) -> list[Entry]:
        rows = self.target.execute(_CALLED, (exact_key(name), article_key(name), vowel_key(name), country))
        return [entry_of(row) for row in rows]


def _spellings(place: PackPlace) -> tuple[str, ...]:
    """The names of a record; of a country only those in other scripts: "Sham" and "Mali" are too much else."""
    names = (place.name, *place.names)
    return names if place.kind != "country" else tuple(name for name in names if not re.search("[A-Za-z]", name))


def _same(entry: Entry, place: PackPlace, province: str) -> bool:
    """Whether an entry of the record's name and country is the record's place."""
    if entry.id.startswith("geonames:") and place.geonames:
        return entry.id == f"geonames:{place.geonames}"  # GeoNames itself tells two namesakes apart
    if entry.kind in _SPOTS and place.kind in _SPOTS:
        limit = _QUARTER_KM if entry.kind == "quarter" else _SAME_KM
        if entry.lat is not None and entry.lon is not None and place.lat is not None and place.lon is not None:
            return distance_km(entry.lat, entry.lon, place.lat, place.lon) <= limit
        # Villages have namesakes inside a province; a team's own row and a camp mean the one that is known.
        sure = place.lat is None or place.kind == "site" or place.ref.startswith("team:")
        return sure and bool(province) and entry.admin[1:2] == (province,)
    if entry.kind != place.kind:
        return False
    if entry.kind == "province":
        return True
    if entry.pcode and place.pcode:
        return entry.pcode == place.pcode
    here = entry.middle
    if here is None or place.lat is None or place.lon is None:
        return bool(province) and entry.admin[1:2] == (province,)
    return distance_km(*here, place.lat, place.lon) <= (_WIDE_KM if entry.kind in WIDE else _SAME_KM)


def _joined(entry: Entry, place: PackPlace, province: str) -> Entry:
    """The entry with what it lacks filled in from the record. A quarter gets the point of its own."""
    wide = entry.kind in WIDE
    lacks_province = province and len(entry.admin) == 1 and entry.kind not in ("country", "region", "province")
    # Codes of another province are a mistake.
    agrees = not province or not entry.admin[1:] or entry.admin[1] == province
    filled = replace(
        entry, pcode=entry.pcode or place.pcode or None,
        within=entry.within or (place.within if agrees else ()),
        population=entry.population or place.population,
        admin=(*entry.admin, province) if lacks_province else entry.admin,
    )  # fmt: skip
    if place.lat is None or place.lon is None:
        return filled
    if wide:
        return replace(filled, centre=entry.centre or (place.lat, place.lon))
    if entry.kind == "quarter" and place.kind == "neighbourhood":
        return replace(filled, kind="neighbourhood", lat=place.lat, lon=place.lon)
    return replace(filled, lat=place.lat, lon=place.lon) if entry.lat is None else filled
