"""The desk with users, for what roles may take out."""

from __future__ import annotations

from tests.web.people.conftest import peopled

__all__ = ["peopled"]
