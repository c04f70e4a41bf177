"""Sijil on public corpora that it was not made on: what the annotated reports do not show.

    make corpora
    python -m benchmarks.corpora [NAME ...] [--sample N] [--misses N] [--without FILE] [--json]

One module a corpus tells what is counted as right and of how many. The corpora lie in ../shared/corpora and are read
where they are: nothing of them is copied, and what is printed holds sentences of them, so do not publish it.
"""
