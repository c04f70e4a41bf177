"""The HTTP API under /api/v1: what the desk shows, for programs (docs/api.md)."""
