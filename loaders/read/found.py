"""From what the user names (files, folders, globs, standard input) to sources that can be read."""

import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError

LARGEST = 20_000_000
ARTICLES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson"})
CODED = frozenset({".csv", ".tsv", ".yaml", ".yml"})
_GLOB = frozenset("*?[")


@dataclass(frozen=True)
class Found:
    """One source: its name as the user will know it, its path (None for standard input), and how to get its bytes.

    `content()` gives at most LARGEST bytes and raises InputError where there are more or they cannot be had; it may be
    called more than once. A source that was refused before it could be opened has `refusal`, and `content` raises it.
    """

    name: str
    path: Path | None
    content: Callable[[], bytes]
    refusal: InputError | None = None

    @property
    def suffix(self) -> str:
        """The path's suffix in lower case, with its dot; empty where there is none."""
        return self.path.suffix.lower() if self.path else ""


def find(arguments: Sequence[str]) -> Iterator[Found]:
    """Every source that the arguments name, each once, in their order.

    A file is taken whatever its suffix. A folder is walked, in order of names, for files of a known suffix; hidden ones
    are passed over. A pattern that the shell left alone is expanded, `**` included; `-` is standard input. What cannot
    be had comes as a Found with a refusal, so that the rest goes on.
    """
    seen: set[Path] = set()
    for argument in arguments:
        for found in _find_one(argument):
            place = found.path and Path(os.path.abspath(found.path))  # noqa: PTH100 (resolve() would follow links)
            if place is None or place not in seen:
                yield found
            if place:
                seen.add(place)


def _find_one(argument: str) -> Iterator[Found]:
    if argument == "-":
        yield Found("-", None, cache(lambda: _limited(sys.stdin.buffer, "-")))
    elif argument.lower().startswith(("http://", "https://")):
        yield _refused(argument, "pages are not fetched; save the page and load the file with --url")
    elif "\0" in argument or not argument:
        yield _refused(repr(argument), "not a file name")
    elif os.path.lexists(argument):
        yield from _at(Path(argument))
    elif _GLOB & set(argument):
        yield from _matching(argument)
    else:
        yield _refused(argument, "no such file or folder")


def _at(path: Path) -> Iterator[Found]:
    if path.is_dir():
        yield from _within(path)
    else:
        yield Found(str(path), path, cache(partial(_slurp, path)))


def _within(folder: Path) -> Iterator[Found]:
    failures: list[OSError] = []
    empty = True
    for parent, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in ARTICLES | CODED:
                empty = False
                yield from _at(Path(parent, name))
    for failure in failures:
        yield _refused(str(failure.filename), _reason(failure))
    if empty and not failures:
        yield _refused(str(folder), f"no file in it has a suffix we read ({', '.join(sorted(ARTICLES | CODED))})")


def _matching(pattern: str) -> Iterator[Found]:
    """A pattern that names no suffix is held to the known ones; folders are walked unless `**` has done so."""
    known_only = "." not in Path(pattern).name
    paths = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 (Path.glob takes no absolute pattern)
    empty = True
    for path in paths:
        if path.is_dir() and "**" in pattern:
            continue
        if path.is_dir() or not known_only or path.suffix.lower() in ARTICLES | CODED:
            empty = False
            yield from _at(path)
    if empty:
        yield _refused(pattern, "no file matches")


def _slurp(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(str(path))
        with path.open("rb") as stream:
            return _limited(stream, str(path))
    except OSError as error:
        raise InputError(str(path), _reason(error)) from error


def _limited(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise _too_large(name)
    return content


def _too_large(name: str) -> InputError:
    return InputError(name, f"larger than {LARGEST // 1_000_000} MB; split it")


def _reason(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or str(error)).lower()}"


def _refused(name: str, what: str) -> Found:
    refusal = InputError(name, what)

    def content() -> bytes:
        raise refusal

    return Found(name, None, content, refusal)
