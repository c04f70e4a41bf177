"""Places measured on corpora beside the project: `python -m benchmarks.places.resolve`."""
