"""Which store is meant: an explicit setting, else WHENCE_STORE, else NEO4J_URI, else the folder .whence."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT = ".whence"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Remote:
    """A Neo4j server, with the driver's own environment variables honoured. `database` None: the user's home one."""

    uri: str
    user: str
    password: str
    database: str | None


def chosen(setting: str | None = None) -> Path | Remote:
    """The folder or the server that a setting means.

    >>> chosen("news")
    PosixPath('news')
    >>> chosen("bolt://127.0.0.1:7687").uri
    'bolt://127.0.0.1:7687'
    """
    text = setting or os.environ.get("WHENCE_STORE") or os.environ.get("NEO4J_URI") or DEFAULT
    if text.partition("://")[0] not in SCHEMES or "://" not in text:
        return Path(text)
    return Remote(
        text,
        os.environ.get("NEO4J_USERNAME") or "neo4j",
        os.environ.get("NEO4J_PASSWORD") or "",
        os.environ.get("NEO4J_DATABASE") or None,
    )
