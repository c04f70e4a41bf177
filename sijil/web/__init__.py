"""The desk: the web application on one register. It holds no SQL and no rules."""

from sijil.web.app import create_app

__all__ = ["create_app"]
