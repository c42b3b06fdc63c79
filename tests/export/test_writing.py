"""The same bytes every time, whole files or none, and the command."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from graph.errors import InputError
from graph.write import put
from queries.export import FILES, FOLDERS, write_file, write_folder
from queries.network import network
from tests.queries import world
from whence.__main__ import cli, run

HASHES = """
import hashlib, json, pickle, sys
from pathlib import Path
from queries.export import FILES, FOLDERS
graph = pickle.loads(Path(sys.argv[1]).read_bytes())
made = {name: make(graph) for name, make in {**FILES, **FOLDERS}.items()}
print(json.dumps({name: hashlib.sha256(repr(found).encode()).hexdigest() for name, found in made.items()}))
"""


def test_the_same_graph_gives_the_same_bytes(graph, tmp_path):
    (tmp_path / "graph").write_bytes(pickle.dumps(graph))

    def hashes(seed):
        command = [sys.executable, "-W", "error::UserWarning", "-c", HASHES, tmp_path / "graph"]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return json.loads(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)

    first, second = hashes("1"), hashes("2")
    assert set(first) == {*FILES, *FOLDERS}
    assert first == second


def test_both_engines_give_the_same_bytes(embedded_store, neo4j_store):
    for store, readings in ((embedded_store, world.readings()), (neo4j_store, world.readings()[::-1])):
        for reading in readings:
            put(store, reading)
    one, other = (network(store) for store in (embedded_store, neo4j_store))
    for name, make in FILES.items():
        assert make(one) == make(other), name
    one, other = (network(store, whole=True) for store in (embedded_store, neo4j_store))
    assert FOLDERS["csv"](one) == FOLDERS["csv"](other)


@pytest.mark.parametrize("make", [*FILES.values(), *FOLDERS.values()])
def test_a_graph_of_nothing_and_one_of_one_node_are_written(make):
    graph = nx.MultiDiGraph()
    assert make(graph) is not None
    graph.add_node("x", label="Claim", id="x", text="")
    assert "x" in str(make(graph))


def test_a_label_and_a_relationship_of_somebodys_own_are_written(graph):
    graph.add_node("n/1", label="Note", id="n/1", body={"a": [1, None]}, weight=1, parents=["p"])
    graph.add_edge("n/1", "rutte", key="ABOUT", type="ABOUT", weight=2, label="x", type2="y")
    for name, make in {**FILES, **FOLDERS}.items():
        assert "about" in str(make(graph)).lower(), name


def test_a_file_is_whole_or_what_it_was(tmp_path):
    path = tmp_path / "a.txt"
    write_file(path, "first")
    with pytest.raises(UnicodeEncodeError):
        write_file(path, "second \ud800")
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_line_ends_and_a_link_stays_one(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_file(tmp_path / "link", "a\r\nb\n")
    assert (tmp_path / "real").read_bytes() == b"a\r\nb\n"
    assert (tmp_path / "link").is_symlink()


def test_a_folder_replaces_an_earlier_export_and_nothing_else(tmp_path):
    path = tmp_path / "out"
    write_folder(path, {"a.csv": "1", "import.args": ""})
    write_folder(path, {"b.csv": "2", "import.args": ""})
    assert sorted(file.name for file in path.iterdir()) == ["b.csv", "import.args"]
    (path / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match="no earlier export"):
        write_folder(path, {"c.csv": "3"})
    assert (path / "thesis.txt").read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    for write, made in ((write_file, ""), (write_folder, {})):
        with pytest.raises(InputError, match="nowhere"):
            write(tmp_path / "nowhere" / "x", made)


@pytest.fixture
def whence(tmp_path, capsys):
    """Runs a command on a store of its own that holds a seed article; gives (status, stdout, stderr)."""
    store = tmp_path / "store"
    loaded = Path(__file__).parents[2] / "seeds" / "articles" / "ten-thousand-to-russia.md"

    def call(*arguments):
        status = run(cli, [*map(str, arguments), "--store", str(store)])
        return status, *capsys.readouterr()

    assert call("export", "gexf") == (
        2,
        "",
        "whence: the graph is empty: load articles first, such as `whence load article.txt`\n",
    )
    call("load", loaded)
    return call


def test_the_command(whence, tmp_path):
    file = tmp_path / "g.graphml"
    assert whence("export", "graphml", "-o", file) == (0, f"{file}\n", "")
    status, out, _ = whence("export", "graphml")
    assert (status, out) == (0, file.read_text(encoding="utf-8"))
    whole, near = nx.read_graphml(file), whence("export", "graphml", "--actor", "rutte", "--depth", 1)[1]
    assert 1 < len(nx.parse_graphml(near)) < len(whole)
    assert whence("export", "csv", "-o", tmp_path / "csv")[0] == 0
    assert "Ukrainian intelligence" in (tmp_path / "csv" / "Article.csv").read_text(encoding="utf-8")
    assert whence("export", "csv")[0] == 2
    assert whence("export", "gexf", "--actor", "nobody at all")[0] == 2
    assert whence("export", "gexf", "-o", tmp_path)[0] == 1
