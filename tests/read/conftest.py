"""Reading what a test writes into a file of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.read import Found, Options, find, read
from loaders.records import Document

Outcome = list[Document | InputError]


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str, str | bytes], Found]:
    def write(name: str, content: str | bytes) -> Found:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return next(find([str(path)]))

    return write


@pytest.fixture
def outcome(found: Callable[[str, str | bytes], Found]) -> Callable[..., Outcome]:
    def run(name: str, content: str | bytes, **options: str) -> Outcome:
        return list(read(found(name, content), Options(**options)))

    return run


@pytest.fixture
def document(outcome: Callable[..., Outcome]) -> Callable[..., Document]:
    def run(name: str, content: str | bytes, **options: str) -> Document:
        (only,) = outcome(name, content, **options)
        assert isinstance(only, Document), only
        return only

    return run


@pytest.fixture
def refusal(outcome: Callable[..., Outcome]) -> Callable[..., str]:
    """What is said of a refused file, without the file's path."""

    def run(name: str, content: str | bytes) -> str:
        (only,) = outcome(name, content)
        assert isinstance(only, InputError), only
        assert only.where.split(name)[0]
        assert "\n" not in str(only)
        return str(only).split(name, 1)[1].lstrip(": ")

    return run
