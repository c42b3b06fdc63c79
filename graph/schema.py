"""Constraints and indexes, made when a store is opened, and the version that says which ones it has."""

import time

import neo4j
from neo4j.exceptions import Neo4jError

from graph.connection import Connection
from graph.copies import BANDS
from graph.errors import SchemaMismatch, StoreBusy
from graph.lookup import CYPHER, SQL, fill
from graph.matches import KEYS
from graph.places import PLACES
from graph.places import fill as fill_places

VERSION = 5
STATEMENTS = (
    "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT assertion_id IF NOT EXISTS FOR (n:Assertion) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT schema_id IF NOT EXISTS FOR (n:WhenceSchema) REQUIRE n.id IS UNIQUE",
    *(f"CREATE INDEX article_band{k} IF NOT EXISTS FOR (n:Article) ON (n.band{k})" for k in range(BANDS)),
    *(f"CREATE INDEX claim_key{k} IF NOT EXISTS FOR (n:Claim) ON (n.key{k})" for k in range(KEYS)),
    *(f"CREATE INDEX article_at{k} IF NOT EXISTS FOR (n:Article) ON (n.at{k})" for k in range(PLACES)),
    "CREATE INDEX article_scattered IF NOT EXISTS FOR (n:Article) ON (n.scattered)",
    "CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published)",
)
ATTEMPTS = 5
PATIENCE = 20.0
"""Seconds that a process which has joined another waits for that one to make the schema."""


def prepare(connection: Connection) -> None:
    """Make the schema where there is none or an older one, and bring what an older whence wrote up to date.

    Raises SchemaMismatch where there is a newer one; StoreBusy where another process, who serves the folder, has to do
    it and does not.
    """
    with connection.writer.session(database=connection.database) as session:
        found = _version(session)
        if found == VERSION:
            return
        if found is not None and found > VERSION:
            raise SchemaMismatch(f"the graph has schema version {found}, this whence writes version {VERSION}")
        if connection.engine and not connection.engine.serves:
            _wait(session)
            return
        for statement in STATEMENTS if connection.engine else (*STATEMENTS, *CYPHER):
            _run(session, statement)
        if connection.engine:
            connection.engine.run_sql(SQL)
        if found is not None:
            fill(session)
            fill_places(session)
        _run(session, f"MERGE (s:WhenceSchema {{id: 'whence'}}) SET s.version = {VERSION}")


def _wait(session: neo4j.Session) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if _version(session) == VERSION:
            return
        time.sleep(0.05)
    raise StoreBusy(
        "a whence of an older version, or one that is still bringing the graph up to date, serves the store"
    )


def _version(session: neo4j.Session) -> int | None:
    row = session.run("MATCH (s:WhenceSchema {id: 'whence'}) RETURN s.version AS version").single()
    return row["version"] if row else None


def _run(session: neo4j.Session, statement: str) -> None:
    """Run a statement that another process may be running at the same moment."""
    for attempt in range(ATTEMPTS):
        try:
            session.run(statement).consume()
        except Neo4jError:
            if attempt == ATTEMPTS - 1:
                raise
        else:
            return
