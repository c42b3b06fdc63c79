"""What every request shares: the store, the register, the token of the start-up link, and who waits for whom."""

import secrets
import threading
from dataclasses import dataclass, field

import anyio

from graph.store import Store
from loaders.resolve import Register

PATIENCE = 30.0
"""Seconds that a change waits for the one before it to be written."""


@dataclass(frozen=True)
class Desk:
    """One running explorer. `who` is the name that changes are kept under where the page gives none.

    One change is written at a time. Changes, questions of the console and readings of texts have threads of their own,
    so that no other reader waits for them.
    """

    store: Store
    register: Register
    who: str = "somebody"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    writing: threading.Lock = field(default_factory=threading.Lock)
    changing: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(8))
    asking: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(4))
    attributing: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(2))
