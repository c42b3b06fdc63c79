"""The header of a saved question: comment lines that say what it asks, what it takes, and an example.

    // question: Who relies on this actor?
    // parameter actor: the actor's id, name or alias
    // parameter limit: at most so many rows [= 20]
    // example: whence ask who-relies-on actor=rutte

A parameter without "[= default]" has to be given; "[= ]" leaves it null; a whole number as default makes it a number.
"""

import re
import shlex
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from graph.errors import QuestionError

_LINE = re.compile(r"// (?P<part>question|example|parameter (?P<name>[a-z]+)): (?P<value>\S.*)")
_DEFAULT = re.compile(r"(?P<about>.*?) \[=(?P<default>[^\]]*)\]")
_NOT_CODE = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_FORMS = "expected “// question: …”, “// parameter name: …” or “// example: whence ask …”"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes. One that is not `required` and has no `default` is null when not given."""

    name: str
    about: str
    required: bool
    default: str | None

    @property
    def number(self) -> bool:
        """Whether it is a whole number, as its default is one."""
        return self.default is not None and self.default.isdecimal()


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved question: a Cypher query under a name."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    example: str
    cypher: str
    path: Path

    def takes(self) -> str:
        """What it takes, in words: "takes actor=…, limit=… (20)"."""
        named = [f"{one.name}=…" + ("" if one.required else f" ({one.default or 'any'})") for one in self.parameters]
        return f"takes {', '.join(named)}" if named else "takes no parameters"


def parse(path: Path) -> Saved:
    """Reads a .cypher file. QuestionError with file and line where its header does not say what it has to."""
    lines = _read(path).splitlines()
    header = list(takewhile(lambda line: line.startswith("//"), lines))
    parts: dict[str, str] = {}
    for number, line in enumerate(header, 1):
        found = _LINE.fullmatch(line)
        if not found:
            raise QuestionError(f"{path}:{number}: {_FORMS}, not {line!r}")
        if found["part"] in parts:
            raise QuestionError(f"{path}:{number}: a second “{found['part']}”")
        parts[found["part"]] = found["value"].strip()
    end = len(header) + 1
    for part in ("question", "example"):
        if part not in parts:
            raise QuestionError(f"{path}:{end}: no “// {part}: …” in the header")
    saved = Saved(
        path.stem,
        parts.pop("question"),
        tuple(_parameter(part.removeprefix("parameter "), value) for part, value in parts.items() if part != "example"),
        parts["example"],
        "\n".join(lines[len(header) :]).strip(),
        path,
    )
    _check_parameters(saved, end)
    _check_example(saved, 1 + next(number for number, line in enumerate(header) if line.startswith("// example")))
    return saved


def given(words: list[str]) -> dict[str, str]:
    """Parameters as people type them: name=value, each once. QuestionError for anything else."""
    values: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise QuestionError(f"{word!r} is not name=value")
        if name in values:
            raise QuestionError(f"{name} is given twice")
        values[name] = value
    return values


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"{path}: cannot be read: {error}") from error


def _parameter(name: str, value: str) -> Parameter:
    found = _DEFAULT.fullmatch(value)
    if not found:
        return Parameter(name, value, required=True, default=None)
    return Parameter(name, found["about"], required=False, default=found["default"].strip() or None)


def _check_parameters(saved: Saved, line: int) -> None:
    if not saved.cypher:
        raise QuestionError(f"{saved.path}:{line}: no query after the header")
    used = set(re.findall(r"\$(\w+)", _NOT_CODE.sub(" ", saved.cypher)))
    named = {parameter.name for parameter in saved.parameters}
    for name in sorted(used - named):
        raise QuestionError(f"{saved.path}:{line}: ${name} is used, but the header has no “// parameter {name}: …”")
    for name in sorted(named - used):
        raise QuestionError(f"{saved.path}:{line}: the header has “// parameter {name}: …”, but ${name} is not used")


def _check_example(saved: Saved, line: int) -> None:
    start = ["whence", "ask", saved.name]
    try:
        words = shlex.split(saved.example)
    except ValueError as error:
        raise QuestionError(f"{saved.path}:{line}: the example cannot be read: {error}") from error
    if words[: len(start)] != start:
        raise QuestionError(f"{saved.path}:{line}: the example has to begin with “{' '.join(start)}”")
    check_names(saved, given(words[len(start) :]), f"{saved.path}:{line}: the example: ")


def check_names(saved: Saved, values: dict[str, str], where: str = "") -> None:
    """QuestionError in one line where a parameter is missing or not one of the question's."""
    known = {parameter.name for parameter in saved.parameters}
    for name in sorted(values.keys() - known):
        raise QuestionError(f"{where}{saved.name} has no parameter {name!r}; it {saved.takes()}")
    for parameter in saved.parameters:
        if parameter.required and parameter.name not in values:
            raise QuestionError(f"{where}{saved.name} needs {parameter.name}=…, {parameter.about}; it {saved.takes()}")
