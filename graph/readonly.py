"""Keeping a reader from writing on Neo4j: what a query would do is asked of the server before it is run."""

from collections.abc import Iterator, Mapping
from typing import Any

import neo4j

from graph.errors import WriteRefused

HARMLESS = (
    "db.labels",
    "db.relationshiptypes",
    "db.propertykeys",
    "db.schema.",
    "db.index.fulltext.query",
    "dbms.components",
    "db.ping",
)


def refuse_writes(session: neo4j.Session, query: str, parameters: Mapping[str, object]) -> None:
    """Raise WriteRefused unless EXPLAIN says that the query reads only, loads no file and calls harmless procedures."""
    asked: Any = f"EXPLAIN {query}"
    summary = session.run(asked, dict(parameters)).consume()
    if summary.query_type not in ("r", None):
        raise WriteRefused("this query would change the graph, and it is run as a reader")
    for step in _steps(summary.plan or {}):
        kind = str(step.get("operatorType", "")).split("@")[0]
        if kind == "LoadCSV":
            raise WriteRefused("LOAD CSV reads files, and a reader may not")
        called = str(step.get("args", {}).get("Details", "")).split("(")[0].strip().lower()
        if "ProcedureCall" in kind and not called.startswith(HARMLESS):
            raise WriteRefused(f"a reader may not call {called}")


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        yield step
        waiting += step.get("children", [])
