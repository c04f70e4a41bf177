"""The pages, one router a file."""
