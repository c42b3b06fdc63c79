"""Saved questions: Cypher files with a header, asked by name, their parameters always bound and never pasted in.

The ones of queries/cypher, and the user's own: a folder given, or that of WHENCE_QUESTIONS. The user's go first.
"""

import os
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path

from graph.errors import QuestionError
from graph.store import Answer, Store
from queries.find import actor_id, article_id, claim_id
from queries.header import Parameter, Saved, check_names, parse

OURS = Path(__file__).parent / "cypher"

# A parameter of such a name is resolved from what a person types to an id.
RESOLVED: Mapping[str, Callable[[Store, str], str]] = {
    "actor": actor_id,
    "outlet": actor_id,
    "article": article_id,
    "claim": claim_id,
}


def questions(folder: Path | None = None) -> dict[str, Saved]:
    """All saved questions by name, in order. QuestionError where a file's header is wrong or the folder is missing."""
    own = folder or (Path(os.environ["WHENCE_QUESTIONS"]) if os.environ.get("WHENCE_QUESTIONS") else None)
    if own and not own.is_dir():
        raise QuestionError(f"{own}: no such folder of questions")
    paths = {path.stem: path for place in (OURS, own) if place for path in sorted(place.glob("*.cypher"))}
    return {name: parse(paths[name]) for name in sorted(paths)}


def ask(  # noqa: PLR0913 - each a way to bound it
    store: Store,
    name: str,
    parameters: Mapping[str, str],
    *,
    folder: Path | None = None,
    limit: int | None = None,
    timeout: float | None = None,
) -> Answer:
    """The answer to a saved question, of at most `limit` rows, within `timeout` seconds.

    QuestionError in one line for a wrong name, parameter or value.
    """
    saved = questions(folder)
    if name not in saved:
        near = get_close_matches(name, saved, n=3, cutoff=0.4)
        hint = f"; did you mean {' or '.join(near)}?" if near else f"; there are {', '.join(saved)}"
        raise QuestionError(f"no question is called {name!r}{hint}")
    check_names(saved[name], dict(parameters))
    values = {parameter.name: _value(store, parameter, parameters) for parameter in saved[name].parameters}
    return store.read(saved[name].cypher, values, limit=limit, timeout=timeout)


def _value(store: Store, parameter: Parameter, parameters: Mapping[str, str]) -> str | int | None:
    text = parameters.get(parameter.name, parameter.default)
    if text is None:
        return None
    if parameter.number:
        return _number(parameter, text)
    resolve = RESOLVED.get(parameter.name)
    return resolve(store, text) if resolve else text


def _number(parameter: Parameter, text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise QuestionError(f"{parameter.name} has to be a whole number, not {text!r}")
    return int(text)
