"""`whence serve`: the live explorer over HTTP, for this machine only."""

from whence.serve.app import create_app
from whence.serve.desk import Desk

__all__ = ["Desk", "create_app"]
