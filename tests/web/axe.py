"""What axe finds against WCAG 2.2 AA on a page as the browser shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """One line a violation: the rule, what it asks, and the first elements that break it."""
    page.evaluate(SOURCE.read_text())
    found: dict[str, Any] = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [
        f"{one['id']}: {one['help']}: " + "; ".join(str(node["target"][-1]) for node in one["nodes"][:4])
        for one in found["violations"]
    ]
