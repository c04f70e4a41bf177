"""Looking up names in the place index."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from sijil.errors import SetupError
from sijil.model.place import Place
from sijil.steps.places.build import build, index_path
from sijil.steps.places.entry import Entry
from sijil.steps.places.index import ALSO, COLUMNS, entry_of, keep_newest, used
from sijil.steps.places.names import Tier, article_key, exact_key, skeleton_key, vowel_key
from sijil.steps.places.outlines import Geometry, union
from sijil.steps.places.overlay import regions
from sijil.steps.places.packs.folder import for_this_run, imported
from sijil.steps.places.packs.merge import build_packs, packs_path

_LIMIT = 200  # the most populous namesakes: any village of a country with packs, and few enough to score
_ROW = ", ".join(f"p.{column}" for column in COLUMNS)


class Gazetteer:
    """Read-only look-ups, cached; may be shared between threads. `open` builds the index where there is none yet."""

    def __init__(self, path: Path, packs: Path | None = None) -> None:
        """The index at `path`, with the one of the packs in use (merge.build_packs). Raises SetupError for neither."""
        self._schemas = ("base", "packs") if packs else ("base",)
        self._base = sqlite3.connect(":memory:", uri=True, check_same_thread=False)
        for schema, file in zip(self._schemas, filter(None, (path, packs)), strict=True):
            try:
                self._base.execute(f"ATTACH '{file.resolve().as_uri()}?mode=ro' AS {schema}")
                self._base.execute(f"SELECT id FROM {schema}.place LIMIT 1").fetchone()
            except sqlite3.Error as error:
                raise SetupError(
                    f"place index {file}", f"cannot be read: {error}", "delete it to build anew"
                ) from error
        self._lock = threading.Lock()
        self.lookup = lru_cache(maxsize=4096)(self._lookup)
        self.lookup_in = lru_cache(maxsize=4096)(self._lookup_in)
        self.outline = lru_cache(maxsize=256)(self._outline)

    @classmethod
    def open(cls, packs: Sequence[Path] = ()) -> Gazetteer:
        """The gazetteer of the current rules, the imported packs and `packs`, source files for this run only.

        The first call on a machine builds the index (under a minute), the first one with other packs theirs (seconds).
        Raises BadInput for a file that is no pack, SetupError where an index or pack cannot be read or written.
        """
        path = index_path()
        if not path.exists():
            build(path)
            keep_newest("places-*.sqlite", 6)
        used(path)
        files = [*imported(), *map(for_this_run, packs)]
        if not files:
            return cls(path)
        beside = packs_path(path, files)
        if not beside.exists():
            build_packs(beside, path, files)
            keep_newest("packs-*.sqlite", 12)
        used(beside)
        return cls(path, beside)

    def get(self, id_: str) -> Entry | None:
        """The entry of an id, None where there is none."""
        for schema in reversed(self._schemas):  # packs have base entries with what they add to them
            with self._lock:
                row = self._base.execute(f"SELECT {_ROW} FROM {schema}.place p WHERE p.id = ?", (id_,)).fetchone()
            if row:
                return entry_of(row)
        return None

    def middle(self, place: Place) -> tuple[float, float] | None:
        """(lat, lon) that stands for a place: its position, or the middle of an area, which nobody should draw."""
        if place.lat is not None and place.lon is not None:
            return place.lat, place.lon
        entry = self.get(place.id.split("#")[0]) if place.id else None
        return entry.centre if entry else None

    def spellings(self, first: str, last: str) -> list[tuple[str, str]]:
        """(id, spelling) of all names that sort from `first` up to `last`, which is left out: those of one script."""
        wanted = "SELECT place, spelling FROM {}.name WHERE spelling >= ?1 AND spelling < ?2"
        query = " UNION ".join(map(wanted.format, self._schemas))
        with self._lock:
            return self._base.execute(query, (first, last)).fetchall()

    def _lookup(self, name: str) -> list[Entry]:
        """Everything that a name may mean, best tier first, then areas before towns, then by population.

        Weaker tiers are asked only where a stronger one finds nothing in any country; [] for an unknown name.
        """
        exact, article, weak = exact_key(name), article_key(name), vowel_key(name)
        found = self._rows(exact, "= 0", "exact") if exact else []
        known = {entry.id for entry in found}
        if article:
            found += [e for e in self._rows(article, "< 2", "article") if e.id not in known]
        if not found and weak:
            found = self._rows(weak, "= 2", "vowels")
        return found

    def _lookup_in(self, name: str, country: str) -> list[Entry]:
        """Everything in one country (ISO code) that a name may mean, by the strongest tier that finds it."""
        keys: tuple[tuple[str, str, Tier], ...] = (
            (exact_key(name), "= 0", "exact"), (article_key(name), "< 2", "article"),
            (vowel_key(name), "= 2", "vowels"), (skeleton_key(name), "= 3", "skeleton"),
        )  # fmt: skip
        found: dict[str, Entry] = {}
        for key, tiers, tier in keys:
            for entry in self._rows(key, tiers, tier, country) if key else ():
                known = found.setdefault(entry.id, entry)
                if known is not entry and known.tier == tier == "skeleton":  # base and packs have spellings of it
                    found[entry.id] = replace(entry, matched=f"{known.matched}{ALSO}{entry.matched}")
        return list(found.values())

    def _rows(self, key: str, tiers: str, tier: Tier, country: str = "") -> list[Entry]:
        query = _query(self._schemas, tiers, bool(country))
        with self._lock:
            rows = self._base.execute(query, (key, _LIMIT, country)[: 3 if country else 2]).fetchall()
        return [entry_of(row[1:], tier, row[0]) for row in rows]

    def _outline(self, key: str) -> Geometry | None:
        """The GeoJSON geometry (WGS 84) of an entry's `outline`; None where the set-up brought none."""
        if key.startswith(("region:", "country:")):
            return union(filter(None, (self.outline(iso) for iso in self._parts(key))))
        for schema in reversed(self._schemas):  # who imports outlines knows better
            with self._lock:
                row = self._base.execute(f"SELECT geometry FROM {schema}.outline WHERE key = ?", (key,)).fetchone()
            if row:
                geometry: Geometry = json.loads(row[0])
                return geometry
        return None

    def _parts(self, key: str) -> list[str]:
        """The outlines of the provinces that a country or region covers."""
        region = regions().get(key)
        country = region.country if region else key.removeprefix("country:")
        wanted = "SELECT name, outline FROM base.place WHERE kind = 'province' AND outline > '' AND country = ?"
        with self._lock:
            rows = self._base.execute(wanted, (country,)).fetchall()
        return [outline for name, outline in rows if not region or name in region.touched]


@cache
def _query(schemas: tuple[str, ...], tiers: str, inside: bool) -> str:
    """One look-up by key (?1), at most ?2 rows, `inside` the country ?3 alone. What both schemas hold is the packs'."""
    pairs = [("base", "base"), ("base", "packs"), ("packs", "packs")][: 3 if "packs" in schemas else 1]
    parts = [
        f"SELECT n.spelling, {_ROW} FROM {names}.name n JOIN {places}.place p ON p.id = n.place "
        f"WHERE n.key = ?1 AND n.tier {tiers}{' AND p.country = ?3' if inside else ''}"
        for names, places in pairs
    ]
    if len(pairs) > 1:
        parts[0] += " AND NOT EXISTS (SELECT 1 FROM packs.place x WHERE x.id = n.place)"
    # Areas first, then by population.
    order = "p.kind IN ('town', 'site', 'district', 'subdistrict'), p.population DESC, p.id"
    columns = ", ".join(("spelling", *COLUMNS))
    return f"SELECT {columns} FROM ({' UNION ALL '.join(parts)}) p ORDER BY {order} LIMIT ?2"
