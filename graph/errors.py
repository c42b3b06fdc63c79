"""What can go wrong, as one tree.

WhenceError
 ├─ InputError           something in the input is refused; says what is wrong and where
 ├─ QuestionError        a query, parameter or name that does not fit
 │   └─ WriteRefused     a reader's query would have changed the graph
 └─ StoreError           the store cannot do it
     ├─ StoreUnreachable no server answers, or it will not let us in
     ├─ StoreBusy        another process holds the folder and cannot be joined
     └─ SchemaMismatch   the graph was written by another version of the schema
"""


class WhenceError(Exception):
    """Base of everything whence raises on purpose; its text is one line for the user."""


class InputError(WhenceError):
    """Something in the input is refused. `where` names the file (and the row, where there is one)."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class QuestionError(WhenceError):
    """A query, a parameter or a name that does not fit."""


class WriteRefused(QuestionError):
    """A query run as a reader would have changed the graph."""


class StoreError(WhenceError):
    """The store cannot do it."""


class StoreUnreachable(StoreError):
    """No server answers there, or it will not let us in."""


class StoreBusy(StoreError):
    """Another process holds the store's folder and cannot be joined."""


class SchemaMismatch(StoreError):
    """The graph was written by another version of the schema."""
