"""Reading an article without saving it, saving it as a person corrected it, and correcting one that is saved."""

import base64
import binascii
from typing import Any

from graph.errors import InputError, QuestionError
from loaders.draft import Draft, Handed, draft_of, drafts
from loaders.draft import save as save_drafts
from loaders.load import load
from loaders.read import Options, coded_row, is_coded, read_coded
from loaders.records import CodedAssertion
from queries.find import article_id
from queries.visible import visible
from whence.serve.asked import Asked

PASTED = "pasted text"
FIELDS = ("title", "outlet", "published", "url", "language")


def read(asked: Asked) -> dict[str, Any]:
    """What the articles of a source would bring, with each refusal as a line; nothing is saved."""
    found = _handed(asked)
    if is_coded(found):
        rows = list(read_coded(found))
        refused = [str(row) for row in rows if isinstance(row, InputError)]
        return {"articles": [], "refused": [visible(line) for line in refused], "hand_made": len(rows) - len(refused)}
    items = list(drafts(asked.desk.store, found, asked.desk.register, _options(asked)))
    refused = [visible(str(item)) for item in items if isinstance(item, InputError)]
    return {"articles": [d.as_dict() for d in items if isinstance(d, Draft)], "refused": refused, "hand_made": 0}


def save(asked: Asked) -> dict[str, Any]:
    """Save the articles of a source with a person's rows. What it takes is read again, so nothing waits in between."""
    store, register, found = asked.desk.store, asked.desk.register, _handed(asked)
    if is_coded(found):
        outcomes = list(load(store, [found], register, _options(asked)))
    else:
        items = list(drafts(store, found, register, _options(asked)))
        wanted = [item for item in items if isinstance(item, Draft)]
        if not wanted:
            raise next(item for item in items if isinstance(item, InputError))
        outcomes = save_drafts(store, wanted, _rows(asked), register)
    told = [{"state": o.state, "name": o.name, "article": o.article, "line": visible(o.line())} for o in outcomes]
    return {"outcomes": told}


def draft(asked: Asked) -> dict[str, Any]:
    """An article of the graph with its attributions, as `read` gives one."""
    return draft_of(asked.desk.store, article_id(asked.desk.store, asked.path["id"])).as_dict()


def correct(asked: Asked) -> dict[str, Any]:
    """Save a person's rows on an article of the graph; it is given back as it is then."""
    store = asked.desk.store
    name = article_id(store, asked.path["id"])
    rows = _rows(asked)
    if not rows:
        raise QuestionError("there are no rows to correct it by")
    save_drafts(store, [draft_of(store, name)], rows, asked.desk.register)
    return draft_of(store, name).as_dict()


def _handed(asked: Asked) -> Handed:
    name = (asked.maybe("name") or PASTED).replace("\0", "")
    content = _content(asked)
    return Handed(name, None, lambda: content)


def _content(asked: Asked) -> bytes:
    if asked.body.get("content") is None:
        return asked.text("text").encode()
    try:
        return base64.b64decode(asked.text("content"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise QuestionError("content has to be base64") from error


def _options(asked: Asked) -> Options:
    title, outlet, published, url, language = map(asked.maybe, FIELDS)
    return Options(title, outlet, url, published, language)


def _rows(asked: Asked) -> list[CodedAssertion]:
    rows = asked.body.get("rows", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise QuestionError("rows has to be a list of hand-made rows")
    by = asked.maybe("who") or asked.desk.who
    return [coded_row(f"correction {n}", {"coder": by} | row) for n, row in enumerate(rows, 1)]
