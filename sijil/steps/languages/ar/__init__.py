"""The Arabic language pack. So far it finds places by the gazetteer; it does not read claims."""
