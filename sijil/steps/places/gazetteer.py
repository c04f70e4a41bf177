"""Looking up names in the place index."""

from __future__ import annotations

import json
import sqlite3
import threading
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from sijil.errors import SetupError
from sijil.steps.places.build import build, index_path
from sijil.steps.places.entry import Entry
from sijil.steps.places.names import Tier, article_key, exact_key, vowel_key
from sijil.steps.places.outlines import Geometry, union
from sijil.steps.places.overlay import Provinces, regions

TIERS: tuple[Tier, ...] = ("exact", "article", "vowels")
_LIMIT = 60  # the most populous namesakes: enough for any "San Jose", small enough to score
_QUERY = """
SELECT n.spelling, p.id, p.name, p.kind, p.country, p.admin, p.lat, p.lon, p.population, p.pcode, p.outline, p.source
FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? AND n.tier {tiers}
ORDER BY p.kind = 'town', p.population DESC, p.id LIMIT ?
"""


class Gazetteer:
    """Read-only look-ups, cached; may be shared between threads. `open` builds the index where there is none yet."""

    def __init__(self, path: Path) -> None:
        try:
            self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._base.execute("SELECT id FROM place LIMIT 1").fetchone()
        except sqlite3.Error as error:
            raise SetupError(f"place index {path}", f"cannot be read: {error}", "delete it to build anew") from error
        self._lock = threading.Lock()
        self.lookup = lru_cache(maxsize=4096)(self._lookup)
        self.outline = lru_cache(maxsize=256)(self._outline)

    @classmethod
    def open(cls) -> Gazetteer:
        """The gazetteer of the current rules. The first call on a machine builds the index (under a minute)."""
        path = index_path()
        if not path.exists():
            build(path)
        return cls(path)

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

    def _rows(self, key: str, tiers: str, tier: Tier) -> list[Entry]:
        with self._lock:
            rows = self._base.execute(_QUERY.format(tiers=tiers), (key, _LIMIT)).fetchall()
        return [replace(_entry(row[1:]), tier=tier, matched=row[0]) for row in rows]

    def _outline(self, key: str) -> Geometry | None:
        """The GeoJSON geometry (WGS 84) of an entry's `outline`; None where the set-up brought none."""
        if key.startswith(("region:", "country:")):
            return union(filter(None, (self.outline(iso) for iso in _isos(key))))
        with self._lock:
            row = self._base.execute("SELECT geometry FROM outline WHERE key = ?", (key,)).fetchone()
        geometry: Geometry | None = json.loads(row[0]) if row else None
        return geometry


def _entry(row: tuple[Any, ...]) -> Entry:
    id_, name, kind, country, admin, lat, lon, population, pcode, outline, source = row
    return Entry(id_, name, kind, country, tuple(json.loads(admin)), lat, lon, population, pcode, outline, source)


def _isos(key: str) -> list[str]:
    region = regions().get(key)
    country = region.country if region else key.removeprefix("country:")
    rows = [p for p in Provinces.load().rows if p.country == country and (not region or p.name in region.touched)]
    return [province.iso for province in rows if province.iso]
