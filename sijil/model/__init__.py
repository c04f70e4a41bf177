"""Frozen records, one kind of value a file. Nothing here reads, writes or decides."""
