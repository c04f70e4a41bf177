"""Copies the front-end packages' files that the desk serves from node_modules to sijil/web/static/vendor.

The list is explicit: what is not named here is not served. Each package's licence goes with its files.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "sijil" / "web" / "static" / "vendor"

FILES: dict[str, tuple[str, ...]] = {
    "htmx.org": ("dist/htmx.min.js", "LICENSE"),
    "maplibre-gl": (
        "dist/maplibre-gl.mjs",
        "dist/maplibre-gl-shared.mjs",
        "dist/maplibre-gl-worker.mjs",
        "dist/maplibre-gl.css",
        "LICENSE.txt",
    ),
    "world-atlas": ("countries-50m.json", "land-50m.json", "LICENSE"),
}


def main() -> int:
    """Replaces the vendor folder; returns 1, with one line on stderr, where a file is missing."""
    wanted = [(MODULES / name / file, VENDOR / name / Path(file).name) for name, files in FILES.items() for file in files]
    missing = [str(source.relative_to(ROOT)) for source, _ in wanted if not source.is_file()]
    if missing:
        print(f"front-end files missing: {', '.join(missing)} - run `npm ci` first", file=sys.stderr)
        return 1
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in wanted:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
