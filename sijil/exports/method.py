"""The method as a recorder publishes it: docs/method.md, which every tally, assessment and export names."""

from __future__ import annotations

import sys
from pathlib import Path

from sijil import METHOD_VERSION
from sijil.errors import SijilError

#: How a reader of an export gets to the page.
WHERE = f"docs/method.md, version {METHOD_VERSION} (sijil method)"
_PLACES = (Path(__file__).parents[2] / "docs", Path(sys.prefix) / "share" / "sijil")


def method_page() -> str:
    """The page in Markdown: of the checkout that runs, or of the installed package. Raises SijilError without it."""
    for folder in _PLACES:
        path = folder / "method.md"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise SijilError("method.md", "the page of the method is not installed", "read docs/method.md of Sijil's source")
