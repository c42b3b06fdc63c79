"""Files and folders that are there whole or not at all."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from graph.errors import InputError
from queries.export.neo4j_csv import ARGUMENTS


def write_file(path: Path, text: str) -> None:
    """Write a text in UTF-8 under another name beside `path`, then give it that name.

    What is no plain file, such as a pipe, is written to as it is. InputError where that cannot be done.
    """
    with _refusals(path):
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
            return
        target = path.resolve()
        with _beside(target) as made:
            part = made / target.name
            part.write_text(text, encoding="utf-8", newline="")
            part.replace(target)


def write_folder(path: Path, files: Mapping[str, str]) -> None:
    """Write files in UTF-8 into a new folder, then give it the name `path`. An earlier export there is replaced.

    InputError where something else is there, or it cannot be written.
    """
    with _refusals(path):
        target = path.resolve()
        if target.exists() and not _ours(target):
            raise InputError(str(path), "is there and is no earlier export")
        with _beside(target) as made:
            new, old = made / "new", made / "old"
            new.mkdir()
            for name, text in files.items():
                (new / name).write_text(text, encoding="utf-8", newline="")
            if target.exists():
                target.rename(old)
            new.rename(target)


def _ours(folder: Path) -> bool:
    names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else {""}
    return not names or (ARGUMENTS in names and all(name == ARGUMENTS or name.endswith(".csv") for name in names))


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    made = Path(mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
