"""Sijil: from reports of an armed conflict to a sourced, reviewable record of harm to civilians."""

__version__ = "0.1.0"

#: Version of the method (definitions and rules), printed with every tally, assessment and export.
METHOD_VERSION = "0.3"
