"""Questions in Cypher: read-only by the engine, with a limit on rows, size and time."""

import json
import time
from typing import Any

import networkx as nx

import queries
from graph.errors import QuestionError
from graph.store import Answer
from queries.picked import is_graph, picked
from queries.plain import plain
from whence.serve.asked import Asked

ROWS = 1000
SECONDS = 10.0
BYTES = 4_000_000


def answered(asked: Asked) -> dict[str, Any]:
    """The answer to {"query", "parameters"} as {"columns", "rows": [[value]], "limits", "hit", "graph", "seconds"}.

    "hit" names the limit that left rows out; "graph" says whether it can be seen as a network.
    """
    began = time.perf_counter()
    return _told(run(asked.text("query"), _parameters(asked), asked), began)


def asked_question(asked: Asked) -> dict[str, Any]:
    """The answer to a saved question {"name", "parameters"}, in the form of `answered`."""
    began = time.perf_counter()
    given = {name: str(value) for name, value in _parameters(asked).items()}
    answer = queries.ask(asked.desk.store, asked.text("name"), given, limit=ROWS, timeout=SECONDS)
    return _told(answer, began)


def run(query: str, parameters: dict[str, Any], asked: Asked) -> Answer:
    """Run Cypher as a reader within the limits."""
    if not query.strip():
        raise QuestionError("there is no query")
    return asked.desk.store.read(query, parameters, limit=ROWS, timeout=SECONDS)


def drawn(asked: Asked) -> "nx.MultiDiGraph[str]":
    """The network of the answer to the query and parameters that stand in the address."""
    try:
        parameters = json.loads(asked.query.get("parameters") or "{}")
    except (ValueError, RecursionError) as error:
        raise QuestionError("the parameters are no JSON") from error
    if not isinstance(parameters, dict):
        raise QuestionError("the parameters are no JSON object")
    query = asked.query.get("query", "")
    found = picked(asked.desk.store, run(query, parameters, asked))
    if not found:
        raise QuestionError("the answer holds no node of the graph")
    return found


def _parameters(asked: Asked) -> dict[str, Any]:
    parameters = asked.body.get("parameters", {})
    if not isinstance(parameters, dict):
        raise QuestionError("parameters has to be an object of names and values")
    return parameters


def _told(answer: Answer, began: float) -> dict[str, Any]:
    rows: list[Any] = []
    room = BYTES
    for row in answer.rows:
        values = [plain(value) for value in row]
        room -= len(json.dumps(values))
        if room < 0:
            break
        rows.append(values)
    hit = "rows" if answer.truncated else "size" if len(rows) < len(answer.rows) else None
    return {
        "columns": list(answer.columns),
        "rows": rows,
        "hit": hit,
        "limits": {"rows": ROWS, "seconds": SECONDS, "bytes": BYTES},
        "graph": is_graph(answer),
        "seconds": round(time.perf_counter() - began, 3),
    }
