"""The command line as a user has it: output on stdout, the rest on stderr, exit statuses, hostile names."""

import csv
import io
import json
import os
from pathlib import Path

import click
import pytest

import seeds
from graph.snapshot import snapshot
from loaders.load import load
from loaders.read import Options, find
from loaders.resolve import Register
from whence.__main__ import COMMANDS, cli, run

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SEED = str(seeds.articles_dir() / "ten-thousand-to-russia.md")


@pytest.fixture
def whence(tmp_path, capsys):
    """Runs a command on a store of its own; gives (status, stdout, stderr)."""

    def call(*arguments, store=tmp_path / "store"):
        where = [] if arguments[0] == "extract" else ["--store", str(store)]
        status = run(cli, [*map(str, arguments), *where])
        return status, *capsys.readouterr()

    return call


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_is_documented(name, capsys):
    assert run(cli, [name, "--help"]) == 0
    out = capsys.readouterr().out
    command = cli.get_command(click.Context(cli), name)
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert "Usage" in out
    assert f"whence {name}" in README or f"`{name}`" in README


def test_load_twice_trace_and_retract(whence):
    status, out, err = whence("load", SEED)
    assert (status, out.split()[0]) == (0, "added")
    assert "1 added" in err
    assert whence("load", SEED)[1].startswith("unchanged")
    status, out, _ = whence("trace", "units in the region")
    assert status == 0
    assert out.index("Mark Rutte") < out.index("citing → Ukrainian intelligence")
    assert whence("check")[0] == 0
    assert whence("retract", SEED)[0] == 0
    assert whence("claims")[1] == ""


def test_one_bad_file_gets_a_line_and_the_rest_is_loaded(whence, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    status, out, err = whence(
        "load", *sorted(tmp_path.glob("*.txt")), tmp_path / "missing.txt", "https://example.org/", SEED
    )
    assert status == 1
    assert out.count("\n") == 1
    refused = [line for line in err.splitlines() if line.startswith("refused")]
    assert len(refused) == 5
    assert all(name in err for name in ("empty.txt", "binary.txt", "huge.txt", "missing.txt", "example.org"))
    assert "1 added, 5 refused" in err


def test_hand_made_assertions_go_in_and_outlive_a_new_load(whence, tmp_path):
    article = tmp_path / "bridge.txt"
    article.write_text("The bridge on the river is shut, says a sign. Nobody asked why.")
    rows = tmp_path / "coded.csv"
    rows.write_text(
        "article,actor,words,cue,citing,coder\n"
        f"{article},Ann Poe,bridge on the river is shut,says,the Bridge Bureau,bo\n"
        f"{article},Ann Poe,words that are not there,says,,bo\n"
    )
    status, _, err = whence("load", article, rows)
    assert status == 1
    assert "row 3" in err
    asked = "MATCH (a:Actor)-[:ASSERTED]->(s {by: 'bo'}) RETURN a.name, s.exact, s.reported ORDER BY 1"
    before = json.loads(whence("cypher", asked, "--format", "json")[1])
    assert [row["a.name"] for row in before] == ["Ann Poe", "Bridge Bureau"]
    assert whence("load", article)[0] == 0
    assert json.loads(whence("cypher", asked, "--format", "json")[1]) == before
    article.write_text("The bridge on the river is open, says a sign. Nobody asked why.")
    status, _, err = whence("load", article)
    assert status == 1
    assert "hand-made" in err
    assert json.loads(whence("cypher", asked, "--format", "json")[1]) == before


def test_extract_keeps_the_contract(whence):
    status, out, _ = whence("extract", SEED)
    row = json.loads(out)
    text = Path(SEED).read_text(encoding="utf-8")
    assert (status, row["article"]) == (0, "ten-thousand-to-russia.md")
    assert set(row) == {"article", "sha256", "attributions"}
    ids = {a["id"] for a in row["attributions"]}
    for a in row["attributions"]:
        assert set(a) == {"id", "source", "cue", "content", "mode", "actor", "sourced_from", "nested_in", "score"}
        assert set(a["sourced_from"]) <= ids
    (rutte,) = [a for a in row["attributions"] if a["sourced_from"]]
    assert rutte["actor"] == {"id": "rutte", "name": "Mark Rutte"}
    assert (
        " ".join(text[s:e] for s, e in rutte["content"])
        == "that the first North Korean units were in the region by then"
    )


def test_extract_of_html_gives_its_text(whence, tmp_path):
    page = tmp_path / "page.html"
    words = "The minister, Ann Poe, said on Monday that the old bridge would stay shut until the spring of next year. "
    page.write_text(
        f"<html><head><title>Bridge</title></head><body><article><p>{words * 3}</p></article></body></html>"
    )
    row = json.loads(whence("extract", page)[1])
    assert row["attributions"]
    assert all("bridge" in row["text"][a["content"][0][0] : a["content"][-1][1]] for a in row["attributions"])


def test_cypher_reads_only_unless_told(whence):
    assert whence("cypher", "CREATE (:Claim {id: 'x'})")[0] == 2
    assert whence("cypher", "CREATE (:Claim {id: 'x', text: '=1+1'})", "--write")[0] == 0
    status, out, _ = whence("cypher", "MATCH (c:Claim {id: $id}) RETURN c.text AS text", "id=x", "--format", "csv")
    assert (status, list(csv.reader(io.StringIO(out)))) == (0, [["text"], ["'=1+1"]])


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["trace", "nothing like this"], 2),
        (["ask", "no-such-question"], 2),
        (["ask", "what-actor-said"], 2),
        (["cypher", "MATCH (n"], 2),
        (["show"], 2),
        (["retract", "nowhere"], 2),
        (["load", "--published", "01/02/2024", SEED], 1),
    ],
)
def test_wrong_use_is_one_line(whence, arguments, status):
    got, out, err = whence(*arguments)
    assert (got, out) == (status, "")
    assert err.strip().count("\n") == 0


def test_a_store_that_is_not_there_is_3(whence):
    status, _, err = whence("articles", store="bolt://127.0.0.1:9")
    assert status == 3
    assert err.count("\n") == 1


def test_wrong_options_are_2(capsys):
    assert run(cli, ["trace", "x", "--by", "moon"]) == 2
    assert run(cli, ["nonsense"]) == 2
    assert "Error" in capsys.readouterr().err


def test_show_writes_a_page(whence, tmp_path):
    whence("load", SEED)
    status, out, _ = whence("show", "--actor", "rutte", "-o", tmp_path / "n.html")
    assert (status, out.strip()) == (0, str(tmp_path / "n.html"))
    document = (tmp_path / "n.html").read_text(encoding="utf-8")
    assert "Ukrainian intelligence" in document
    assert 'id="focus">"rutte"</script>' in document
    whence("show", "--actor", "rutte", "--depth", "1", "-o", tmp_path / "part.html")
    assert (tmp_path / "part.html").stat().st_size < (tmp_path / "n.html").stat().st_size
    assert whence("show", "--actor", "nobody", "-o", tmp_path / "none.html")[0] == 2
    assert not (tmp_path / "none.html").exists()


def test_a_hostile_name_is_written_out(whence, tmp_path):
    name = "a\x1b[31m\u202e.txt"
    (tmp_path / name).write_text("")
    status, _, err = whence("load", tmp_path / name)
    assert status == 1
    assert "\x1b" not in err
    assert "\u202e" not in err


def test_both_engines_get_the_same_graph_from_the_seeds(embedded_store, neo4j_store):
    register = Register.read([seeds.actors_path()])
    paths = sorted(map(str, seeds.articles_dir().glob("*.md")))
    for store, order in ((embedded_store, paths), (neo4j_store, paths[::-1])):
        outcomes = list(load(store, find([os.path.relpath(path) for path in order]), register, Options()))
        assert {outcome.state for outcome in outcomes} == {"added"}
    assert snapshot(embedded_store) == snapshot(neo4j_store)


def test_people_decide_who_is_who_and_take_it_back(whence, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Rutte’s office is calm. Mark Rutta said on Monday that the bridge would stay shut until May.")
    whence("load", article, SEED)
    suggested = json.loads(whence("actors", "--suggest", "--format", "json")[1])
    assert ("Mark Rutta", "Mark Rutte") in {(row["actor"], row["may be"]) for row in suggested}
    status, out, _ = whence("merge", "Mark Rutta", "rutte", "--why", "a slip of the pen", "--by", "ann")
    assert (status, out.startswith("judged     Mark Rutta is Mark Rutte  by ann")) == (0, True)
    said = ["ask", "what-actor-said", "actor=Mark Rutta", "--format", "json"]
    assert any("bridge" in str(row) for row in json.loads(whence(*said)[1]))
    assert whence("check")[0] == 0
    (judgement,) = json.loads(whence("judgements", "--format", "json")[1])
    assert (judgement["who"], judgement["why"], judgement["undone"]) == ("ann", "a slip of the pen", None)
    assert whence("judgements", "--undo", judgement["id"][:6], "--by", "bo")[0] == 0
    assert len(json.loads(whence(*said)[1])) == 1
    assert whence("split", "Mark Rutta", "rutte")[0] == 0
    assert json.loads(whence("actors", "--suggest", "--format", "json")[1]) == []
    assert whence("merge", "nobody at all", "rutte")[0] == 2
