"""The metadata file beside a table: FILE-metadata.json, the name that W3C's "CSV on the Web" gives it."""

from __future__ import annotations

import json

from sijil.exports.material import Material


def sidecar(material: Material, name: str) -> str:
    """Date, method version, filter and limits of the file called `name`, as JSON."""
    about = {"url": name, "dc:title": "Sijil: reported harm, a documented minimum", **material.header}
    return json.dumps({"@context": "http://www.w3.org/ns/csvw", **about}, ensure_ascii=False, indent=2) + "\n"
