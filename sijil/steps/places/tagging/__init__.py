"""Toponyms of a text: where they stand, and where they lie."""
