"""Texts into spaCy documents: the tagger and the parser are spaCy's own; names and word forms come a quicker way.

test_engine.py compares both with spaCy's own components.
"""
