"""`sijil method`: how numbers come about, as it would be published."""

from __future__ import annotations

from sijil.cli.output import print_lines


def method() -> None:
    """Definitions, rules with their sources, limits, and what is not counted."""
    from sijil.exports.method import method_page

    print_lines([method_page().rstrip()])
