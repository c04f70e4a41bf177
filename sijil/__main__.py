"""`python -m sijil` is the `sijil` command."""

from sijil.cli import main

main()
