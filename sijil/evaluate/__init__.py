"""Claims held against annotated ones: the measure, what goes wrong and why, and a page that shows it.

The measure is that of the annotation guide's authors, written anew from its description; `rules/measure.toml` has its
thresholds and words. Everything here is a pure function of claims and texts: reading them is the caller's work.
"""
