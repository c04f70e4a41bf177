"""The command line: `sijil VERB`. One module a group of verbs; app.py lists them."""

from __future__ import annotations


def main() -> None:
    """Entry point of the `sijil` script."""
    from sijil.cli.app import app

    app()
