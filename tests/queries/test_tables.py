"""An answer on the terminal, as JSON and as CSV, whatever it holds."""

import csv
import io
import json
from datetime import date

import neo4j
from neo4j.graph import Graph, Node, Relationship
from neo4j.time import DateTime
from rich.console import Console

from graph.store import Answer
from queries.plain import plain
from queries.tables import as_csv, as_json, as_jsonl, as_table


def node(graph, name, **properties):
    return Node(graph, name, name, ["Claim"], {"id": name, **properties})


def terminal(answer, **options):
    console = Console(file=io.StringIO(), width=100, force_terminal=True, color_system="truecolor")
    console.print(as_table(answer, **options))
    return console.file.getvalue()


def test_nodes_relationships_and_paths_become_plain():
    graph = Graph()
    one, two = node(graph, "a", text="words"), node(graph, "b")
    edge = Relationship(graph, "r", "r", {"score": 1.0})
    edge._start_node, edge._end_node = one, two
    edge.__class__ = graph.relationship_type("STATES")
    assert plain(one) == {"labels": ["Claim"], "properties": {"id": "a", "text": "words"}}
    assert plain(edge) == {"type": "STATES", "start": "a", "end": "b", "properties": {"score": 1.0}}
    path = neo4j.graph.Path(one, edge)
    assert [one["properties"]["id"] for one in plain(path)["nodes"]] == ["a", "b"]


def test_dates_bytes_and_numbers_become_plain():
    values = [DateTime(2024, 10, 28), date(2024, 10, 28), b"\x01", float("nan"), float("-inf"), True, [None, (1, "a")]]
    assert plain(values) == [
        "2024-10-28T00:00:00.000000000",
        "2024-10-28",
        "01",
        None,
        None,
        True,
        [None, [1, "a"]],
    ]


ODD = Answer(
    ("name", "value"),
    [("Ґ\u202e\x1b[2J", None), ("[bold]x[/bold]", [1, {"a": float("nan")}]), ("\x9b", 0.5), ("\U000e0041", -3)],
    False,
)


def test_json_holds_what_is_there_and_hides_nothing():
    for text, rows in ((as_json(ODD), json.loads(as_json(ODD))), (as_jsonl(ODD), _lines(as_jsonl(ODD)))):
        assert [row["name"] for row in rows] == [row[0] for row in ODD.rows]
        assert [row["value"] for row in rows] == [None, [1, {"a": None}], 0.5, -3]
        assert "Ґ" in text
        assert not set(text) & set("\u202e\x1b\x9b\U000e0041")


def _lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_csv_reads_back_and_keeps_formulas_from_running():
    cells = ["=1+1", "+1", "-1", "@x", "\tx", 'plain, with "quotes"\nand lines']
    text = as_csv(Answer(("=column", "n"), [(cell, -1) for cell in cells] + [(None, float("inf"))], False))
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["'=column", "n"]
    assert [row[0] for row in rows[1:]] == [*("'" + cell for cell in cells[:5]), cells[5], ""]
    assert [row[1] for row in rows[1:]] == ["-1"] * 6 + [""]


def test_csv_writes_lists_as_json_and_truth_in_small_letters():
    text = as_csv(Answer(("a", "b"), [(["x", None], True)], False))
    assert list(csv.reader(io.StringIO(text)))[1] == ['["x", null]', "true"]


def test_a_table_shows_hostile_text_as_text():
    shown = terminal(ODD, title="[red]?[/red]\x1b")
    assert "[bold]x[/bold]" in shown
    assert "[red]?[/red]\\x1b" in shown
    assert r"\u202e\x1b[2J" in shown
    assert not set(shown) & set("\u202e\x9b\U000e0041")


def test_a_table_says_when_rows_are_left_out():
    assert "more rows were left out" in terminal(Answer(("a",), [(1,)], True))
    assert "left out" not in terminal(Answer(("a",), [(1,)], False))


def test_ids_are_not_broken_while_words_can_be():
    answer = Answer(("id", "words"), [("0123456789abcdef0123", "word " * 60)], False)
    assert "0123456789abcdef0123" in terminal(answer)


def test_an_empty_answer_is_empty():
    empty = Answer((), [], False)
    assert json.loads(as_json(empty)) == []
    assert as_jsonl(empty) == ""
    assert terminal(empty)
