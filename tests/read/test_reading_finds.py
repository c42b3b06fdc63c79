import io
import os
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.read import LARGEST, Options, find, read


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in (
        "b.txt",
        "a.md",
        ".hidden.txt",
        "picture.png",
        "sub/c.html",
        "sub/d.csv",
        ".git/e.txt",
        "sub/deep/f.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ann said yes.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*arguments):
    return [found.name for found in find(arguments) if not found.refusal]


def refusals(*arguments):
    return [str(found.refusal) for found in find(arguments) if found.refusal]


def test_a_folder_gives_known_suffixes_in_order_without_hidden_ones(tree):
    assert names(str(tree)) == [str(tree / n) for n in ("a.md", "b.txt", "sub/c.html", "sub/d.csv", "sub/deep/f.txt")]


def test_a_pattern_that_the_shell_left_alone_is_expanded(tree):
    assert names("*.txt") == ["b.txt"]
    assert names("**/*.txt") == ["b.txt", "sub/deep/f.txt"]
    assert names("su[b]/c.*") == ["sub/c.html"]
    assert names("**") == ["a.md", "b.txt", "sub/c.html", "sub/d.csv", "sub/deep/f.txt"]
    assert names("*b") == ["sub/c.html", "sub/d.csv", "sub/deep/f.txt"]


def test_a_file_named_outright_is_taken_whatever_its_suffix(tree):
    assert names("picture.png", ".hidden.txt", "*.png") == ["picture.png", ".hidden.txt"]


def test_a_file_named_twice_is_read_once(tree):
    assert names("b.txt", "./b.txt", str(tree / "b.txt"), "*.txt") == ["b.txt"]


def test_a_name_with_a_bracket_is_a_file_before_it_is_a_pattern(tree):
    Path("note[1].txt").write_text("x")
    assert names("note[1].txt") == ["note[1].txt"]


def test_what_cannot_be_had_is_refused_and_the_rest_goes_on(tree):
    Path("empty").mkdir()
    arguments = ("missing.txt", "empty", "*.rtf", "https://a.example/x", "", "b.txt")
    assert names(*arguments) == ["b.txt"]
    assert [line.split(":")[0] for line in refusals(*arguments)] == ["missing.txt", "empty", "*.rtf", "https", "''"]
    assert refusals("missing.txt") == ["missing.txt: no such file or folder"]
    assert "not fetched" in refusals("https://a.example/x")[0]


def test_a_refusal_is_what_reading_yields(tree):
    (found,) = find(["missing.txt"])
    (only,) = read(found, Options())
    assert only is found.refusal


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Ann said “yes”.".encode())))
    (found,) = find(["-"])
    assert (found.name, found.path) == ("-", None)
    (document,) = read(found, Options())
    assert (document.text, document.place) == ("Ann said “yes”.", None)


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *a, **k: pytest.fail("opened"))
    (found,) = find([str(path)])
    with pytest.raises(InputError, match="larger than 20 MB"):
        found.content()


def test_a_stream_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a" * (LARGEST + 1))))
    (only,) = read(next(find(["-"])), Options())
    assert str(only) == "-: larger than 20 MB; split it"


def test_a_file_that_cannot_be_opened_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Ann said yes.")

    def denied(*args, **kwargs):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)
    (only,) = read(next(find([str(path)])), Options())
    assert str(only) == f"{path}: cannot be read: permission denied"


def test_a_folder_that_cannot_be_listed_is_refused(tree, monkeypatch):
    real = os.scandir

    def denied(path):
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", denied)
    assert names(str(tree))[-1] == str(tree / "sub/d.csv")
    assert refusals(str(tree)) == [f"{tree / 'sub/deep'}: cannot be read: permission denied"]


def test_a_link_that_leads_nowhere_is_refused(tree):
    Path("gone.txt").symlink_to("nowhere.txt")
    (only,) = read(next(find(["gone.txt"])), Options())
    assert str(only) == "gone.txt: cannot be read: no such file or directory"
