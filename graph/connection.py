"""An open way to one engine: the driver that writes and the one that reads."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import neo4j
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from graph.embedded import DATABASE, READER, Engine
from graph.errors import StoreUnreachable
from graph.settings import Remote

Kind = Literal["embedded", "neo4j"]
REMEMBERED = 1000
"""Queries that are known to read only."""
PATIENCE = 5.0
"""Seconds to wait for a server to answer at all."""


@dataclass(slots=True)
class Connection:
    """Drivers to one engine; on Neo4j `reader` is `writer`, kept from writing in another way. `address` for others."""

    kind: Kind
    writer: neo4j.Driver
    reader: neo4j.Driver
    database: str | None
    uri: str
    login: tuple[str, str]
    engine: Engine | None = None
    harmless: set[str] = field(default_factory=set)

    def remember(self, query: str) -> None:
        """Keep in mind that a query only reads, which its text alone decides: asking the server takes as long again."""
        if len(self.harmless) < REMEMBERED:
            self.harmless.add(query)

    def turn(self) -> AbstractContextManager[None]:
        """What to hold while changing the graph. Nothing on Neo4j: there a change holds the count of changes."""
        return self.engine.turn() if self.engine else nullcontext()

    def close(self) -> None:
        self.writer.close()
        self.reader.close()
        if self.engine:
            self.engine.close()


def connect(where: Path | Remote) -> Connection:
    """Open the folder's engine or reach the server. StoreUnreachable or StoreBusy, in one line, where it cannot be."""
    if isinstance(where, Remote):
        driver = _driver(where.uri, where.user, where.password)
        return Connection("neo4j", driver, driver, where.database, where.uri, (where.user, where.password))
    engine = Engine(where)
    address = engine.open()
    try:
        writer = _driver(address.uri, "root", address.password)
        reader = _driver(address.uri, READER, address.reader_password)
    except StoreUnreachable:
        engine.close()
        raise
    return Connection("embedded", writer, reader, DATABASE, address.uri, ("root", address.password), engine)


def _driver(uri: str, user: str, password: str) -> neo4j.Driver:
    try:
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=PATIENCE,
            connection_acquisition_timeout=4 * PATIENCE,
            max_transaction_retry_time=30,
            notifications_min_severity="OFF",
            user_agent="whence",
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreUnreachable(f"{uri}: {error}") from error
    try:
        driver.verify_connectivity()
    except AuthError as error:
        driver.close()
        raise StoreUnreachable(f"{uri} does not let {user} in: check NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except (ServiceUnavailable, DriverError, Neo4jError, OSError) as error:
        driver.close()
        raise StoreUnreachable(f"{uri} does not answer ({_short(error)})") from error
    return driver


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:160]
