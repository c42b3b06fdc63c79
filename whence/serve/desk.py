"""What every request shares: the store, the register, the token of the start-up link, and who waits for whom."""

import secrets
from dataclasses import dataclass, field

import anyio

from graph.store import Store
from loaders.resolve import Register

PATIENCE = 30.0
"""Seconds that a change waits for the one before it to be written."""


@dataclass(frozen=True)
class Desk:
    """One running explorer. `who` is the name that changes are kept under where the page gives none.

    One change is written at a time; so many questions of the console, and readings of texts, run at once that the
    other readers never wait for them.
    """

    store: Store
    register: Register
    who: str = "somebody"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    writing: anyio.Lock = field(default_factory=anyio.Lock)
    asking: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(4))
    attributing: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(2))
