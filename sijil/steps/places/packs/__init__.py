"""Packs: the places of one country or team from files that a user brings, one module a format.

A source file is read by the reader of its format (formats.py) into pack places (place.py) and stored as a pack file
(store.py) in the data folder. What look-ups read is the index of all packs in use together (merge.py), in the cache.
"""
