"""Files for other programs: one module a format, listed in formats.py; forms.py has the JSON objects of the interfaces."""
