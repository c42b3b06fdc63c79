"""The store: one way to ask and change the graph, whichever engine keeps it."""

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import (
    ClientError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.connection import Connection, Kind, connect
from graph.errors import QuestionError, StoreError, StoreUnreachable, WriteRefused
from graph.readonly import refuse_writes
from graph.schema import prepare
from graph.settings import Remote, chosen

T = TypeVar("T")
Parameters = Mapping[str, object]
GONE = (ServiceUnavailable, SessionExpired)
TAKEN_OUT = "Neo.ClientError.Statement.EntityNotFound"
_COUNT = "MATCH (s:WhenceSchema {id: 'whence'}) SET s.changes = coalesce(s.changes, 0) + 1"
_COUNTED = "MATCH (s:WhenceSchema {id: 'whence'}) RETURN coalesce(max(s.changes), 0) AS changes"
_HOLD = "MATCH (s:WhenceSchema {id: 'whence'}) SET s.held = true"
"""Locks the count. Had it to read what it sets, Neo4j would tell of deadlocks that are none (neo4j issue 13291)."""
HELD = 30.0
"""Seconds that `changes` waits on Neo4j for the change that is being written."""
RACES = 10
"""Times that a transaction is tried again which lost a race to make the same node first."""
PAUSE = 0.02
"""Seconds that a reader waits before it tries again, times the tries before."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under columns. Nodes, relationships and paths are the driver's. `truncated`: a limit left rows out."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    truncated: bool = False

    def dicts(self) -> list[dict[str, Any]]:
        """The rows by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Store:
    """An open store. Use it as a context manager, or `close` it. Safe to share between threads."""

    def __init__(self, where: Path | Remote) -> None:
        self._where = where
        self._opening = threading.Lock()
        self._connection = connect(where)
        try:
            self._guarded(lambda: prepare(self._connection))
        except BaseException:
            self._connection.close()
            raise

    @property
    def kind(self) -> Kind:
        """Which engine keeps the graph."""
        return self._connection.kind

    @property
    def connection(self) -> Connection:
        """The drivers, for what speaks to the engine in another way."""
        return self._connection

    def read(
        self,
        query: str,
        parameters: Parameters | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Run a query as a reader whom the engine keeps from writing.

        `limit` rows are handed out at most, after `timeout` seconds it is given up. Raises WriteRefused for a query
        that would change the graph, QuestionError for one that the engine cannot run or that takes too long.
        """
        return self._again(lambda connection: self._read(connection, query, parameters or {}, limit, timeout))

    def write(self, query: str, parameters: Parameters | None = None) -> Answer:
        """Run a query that may change the graph, in one transaction. Raises QuestionError as `read` does."""
        asked: Any = query
        return self.transact(counted(lambda tx: _gathered(tx.run(asked, dict(parameters or {})), None)))

    def changes(self) -> int:
        """How many transactions have changed the graph so far: what lies between two equal counts saw none end.

        Neo4j shows a change piece by piece while it is being finished, so there the count waits until it is whole,
        unless the user may only read. Raises QuestionError if that takes longer than HELD.
        """
        if self.kind == "neo4j":
            with suppress(WriteRefused):
                return self._again(_counted_when_whole)
        return int(self.read(_COUNTED).rows[0][0])

    def transact(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """Run `work` in one transaction, again if it lost to another writer: all of it happens, or nothing.

        One at a time, whoever writes: what nothing supports any more is taken out, and neither engine would notice
        that another change has just come to lean on it.
        """
        return self._again(lambda connection: self._transact(connection, work))

    def close(self) -> None:
        """Let go of the engine; the embedded one stops if this process serves it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(
        self, connection: Connection, query: str, parameters: Parameters, limit: int | None, timeout: float | None
    ) -> Answer:
        if connection.kind == "embedded" and timeout is not None:
            return _within(timeout, lambda: self._read(connection, query, parameters, limit, None))
        text: Any = query
        with connection.reader.session(database=connection.database, default_access_mode=neo4j.READ_ACCESS) as session:
            if connection.kind == "neo4j" and query not in connection.harmless:
                refuse_writes(session, query, parameters)
                connection.remember(query)
            asked = neo4j.Query(text, timeout=timeout)
            return _settled(lambda: _gathered(session.run(asked, dict(parameters)), limit))

    def _transact(self, connection: Connection, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        work = work if connection.engine else _holding(work)
        with connection.turn(), connection.writer.session(database=connection.database) as session:
            for attempt in range(RACES):
                try:
                    return session.execute_write(work)
                except ConstraintError:
                    if attempt == RACES - 1:
                        raise
        raise AssertionError("unreachable")

    def _again(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, once more on a new connection if the process that served the folder has gone."""
        connection = self._connection
        if connection.engine and not connection.engine.answers():
            connection = self._reconnected(connection)
        try:
            return self._guarded(lambda: work(connection))
        except StoreUnreachable:
            if connection.kind == "neo4j" or (connection.engine and connection.engine.serves):
                raise
        fresh = self._reconnected(connection)
        return self._guarded(lambda: work(fresh))

    def _reconnected(self, gone: Connection) -> Connection:
        with self._opening:
            if self._connection is gone:
                gone.close()
                self._connection = connect(self._where)
            return self._connection

    def _guarded(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except GONE as error:
            raise StoreUnreachable(f"the store does not answer ({_line(error)})") from error
        except Neo4jError as error:
            raise _explained(error) from error
        except DriverError as error:
            raise StoreError(_line(error)) from error


def open_store(setting: str | None = None) -> Store:
    """Open the store of a setting: a folder, or a bolt:// or neo4j:// address; None: see `graph.settings`.

    Raises StoreUnreachable, StoreBusy or SchemaMismatch.
    """
    return Store(chosen(setting))


def count_change(tx: neo4j.ManagedTransaction) -> None:
    """Count a transaction that changes the graph."""
    tx.run(_COUNT).consume()


def counted(work: Callable[[neo4j.ManagedTransaction], T]) -> Callable[[neo4j.ManagedTransaction], T]:
    """The work of a transaction that always changes the graph, and is counted."""

    def both(tx: neo4j.ManagedTransaction) -> T:
        done = work(tx)
        count_change(tx)
        return done

    return both


def _holding(work: Callable[[neo4j.ManagedTransaction], T]) -> Callable[[neo4j.ManagedTransaction], T]:
    """The work of a transaction that locks the count first, which Neo4j keeps locked until all of it can be seen."""

    def both(tx: neo4j.ManagedTransaction) -> T:
        tx.run(_HOLD).consume()
        return work(tx)

    return both


def _counted_when_whole(connection: Connection) -> int:
    with (
        connection.writer.session(database=connection.database) as session,
        session.begin_transaction(timeout=HELD) as tx,
    ):
        tx.run(_HOLD).consume()
        return int(tx.run(_COUNTED).single(strict=True)["changes"])


def _gathered(result: neo4j.Result, limit: int | None) -> Answer:
    columns = tuple(result.keys())
    rows: list[tuple[Any, ...]] = []
    for record in result:
        if limit is not None and len(rows) == limit:
            return Answer(columns, rows, truncated=True)
        rows.append(tuple(record.values()))
    return Answer(columns, rows)


def _settled(work: Callable[[], T]) -> T:
    """Run `work`, again where Neo4j says so, or came upon something that another transaction had just taken out."""
    for attempt in range(RACES):
        try:
            return work()
        except Neo4jError as error:
            if not (error.code == TAKEN_OUT or error.is_retryable()) or attempt == RACES - 1:
                raise
            time.sleep(PAUSE * attempt)
    raise AssertionError("unreachable")


def _within(seconds: float, work: Callable[[], T]) -> T:
    """Run `work`, which the embedded engine does not bound, for so long at the most; then leave it behind."""
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # raised below, in the caller's thread
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise QuestionError(f"the query took longer than {seconds:g} seconds and was given up")
    if failed:
        raise failed[0]
    return done[0]


def _explained(error: Neo4jError) -> Exception:
    code = error.code or ""
    if "Forbidden" in code or "AccessMode" in code or "Writing in read access mode" in str(error):
        return WriteRefused(f"this query would change the graph, and it is run as a reader ({_line(error)})")
    if "Timeout" in code or "TransactionTimedOut" in code or "LockClientStopped" in code:
        return QuestionError("the query took too long and was given up")
    if isinstance(error, ClientError):
        return QuestionError(_line(error))
    return StoreError(_line(error)) if isinstance(error, TransientError) else QuestionError(_line(error))


def _line(error: Exception) -> str:
    message = error.message if isinstance(error, Neo4jError) else str(error)
    return " ".join((message or str(error)).split())[:400]
