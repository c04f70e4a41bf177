"""Files for other programs: one module a format, listed in formats.py; forms.py has the interfaces' JSON objects."""
