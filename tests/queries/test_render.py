"""A trace on the terminal, as JSON and as a networkx graph."""

import io
import json
from itertools import pairwise

from rich.console import Console

from graph.model import Claim
from queries.network import network
from queries.origins import verdict
from queries.render import to_json, to_networkx, to_tree
from queries.trace import Question, Trace, TracedClaim, _nested, _visits, trace
from tests.queries import world
from tests.queries.test_origins import facts, statement


def shown(found, width=160):
    console = Console(file=io.StringIO(), width=width)
    console.print(to_tree(found))
    return console.file.getvalue()


def test_a_tree_reads_from_the_voice_to_the_origin(full):
    lines = shown(trace(full, Question(world.KURSK))).splitlines()
    assert lines[0].startswith("1 claim (")
    assert lines[2].startswith(f"“{world.KURSK}”")
    at = [next(n for n, line in enumerate(lines) if words in line) for words in ("Mark Rutte", "citing → GUR", "⇒")]
    assert at == sorted(at)
    assert any("told → “A senior official” (unnamed)" in line for line in lines)
    assert any("“Rutte on the troops”, The Gazette, 2024-10-28, 29–61 in" in line for line in lines)
    assert "⇒ one origin: GUR; denied by Moscow" in lines[-1]


def test_words_that_differ_from_the_claims_are_shown(full):
    assert shown(trace(full, Question(world.KURSK))).count(world.KURSK) == 1


def test_hostile_text_is_shown_as_text(full):
    text = shown(trace(full, Question("ring")))
    assert r"“[red]=2+2[/red]\u202e\x1b[2J”" in text
    assert "outlet not known, date not known" in text
    assert not set(text) & set("\u202e\x1b")
    assert "↺" in text


def test_a_source_that_nobody_names_is_said_to_be_so(full):
    text = shown(trace(full, Question("drones")))
    assert "no source named [was reported] basis not stated" in text
    assert "⇒ no origin stated" in text


def test_a_tree_fits_a_narrow_terminal(full):
    assert max(map(len, shown(trace(full, Question(world.KURSK)), 40).splitlines())) <= 40


def test_a_long_chain_keeps_its_words_on_a_narrow_terminal():
    length = 60
    names = [f"{n:05}" for n in range(length)]
    found = facts(*map(statement, names), chains=" ".join(map(">".join, pairwise(names))))
    steps = _nested(_visits(found), found)
    claim = TracedClaim(Claim("c", "words"), steps, verdict(found), (), found)
    text = shown(Trace(Question("words"), "", (claim,), (), ()), 80)
    assert all(name in text for name in names)
    assert f"step {length - 1}: " in text.replace("\n", "")


def test_json_has_the_documented_keys_in_order(full):
    found = to_json(trace(full, Question(world.KURSK)))
    assert list(found) == ["question", "matched", "claims"]
    claim = found["claims"][0]
    assert list(claim) == ["id", "text", "verdict", "steps"]
    assert [step["depth"] for step in claim["steps"]] == [0, 1, 0, 1, 2, 0]
    first, second = claim["steps"][:2]
    assert first["actor"] == {"id": "rutte", "name": "Mark Rutte", "kind": "person"}
    assert (first["citing"], first["rests_on"]) == (None, [second["id"]])
    assert second["citing"] == {"from": first["id"], "exact": "citing", "start": 12, "end": 18}
    assert claim["verdict"]["origins"][0]["actors"] == ["gur"]
    assert json.loads(json.dumps(found)) == found
    assert all(name in to_json.__doc__ for step in claim["steps"] for name in step)


def test_json_is_the_same_every_time(full):
    assert json.dumps(to_json(trace(full, Question("the")))) == json.dumps(to_json(trace(full, Question("the"))))


def test_a_traces_graph_is_a_part_of_the_stores(full):
    part, whole = to_networkx(trace(full, Question(world.KURSK))), network(full)
    assert set(part) < set(whole)
    for name, values in part.nodes(data=True):
        expected = dict(whole.nodes[name])
        for unread in ("sha256", "language", "places"):
            expected.pop(unread, None)
        assert values == expected
    assert {(u, v, k) for u, v, k in part.edges(keys=True)} <= set(whole.edges(keys=True))
