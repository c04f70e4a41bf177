"""Fields of a claim as they are typed on the command line."""

from __future__ import annotations

import json
from typing import Any

from sijil.errors import BadInput


def field(text: str) -> tuple[str, Any]:
    """Name and value of FIELD=VALUE; a value that is JSON (5, null, ["SOHR"]) is taken as such. Raises BadInput."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise BadInput(text, "is no FIELD=VALUE", "for example low=5")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
