"""CSV for neo4j-admin, imported by neo4j-admin itself and compared with the store that it came from."""

import csv
import os
import re
from dataclasses import replace

import pytest

from graph.errors import InputError
from graph.judge import judge, judge_claims
from graph.settings import Remote
from graph.snapshot import Snapshot, snapshot
from graph.store import Store
from graph.write import put
from queries.check import check
from queries.export import neo4j_csv, write_folder
from queries.find import actor, claim
from queries.network import network
from tests.export.conftest import HOSTILE
from tests.neo4j.launch import NoNeo4j, imported
from tests.queries import world


def hostile(reading):
    """A reading whose article's and actor's texts are hard to write in CSV, and whose article is long."""
    text = reading.article.text + HOSTILE * 3 + "\\" + "word " * 10_000
    article = replace(reading.article, title=HOSTILE, text=text, places=("/pile/003.txt", "https://e.org/?a;b"))
    actors = tuple(replace(one, name=HOSTILE) if one.id == "ryder" else one for one in reading.actors)
    return replace(reading, article=article, actors=actors)


@pytest.fixture
def filled(embedded_store):
    """The world, hostile text in it, two articles that copy each other, and judgements."""
    prints = tuple(range(24))
    gazette, radio, ring = world.readings()
    put(embedded_store, replace(gazette, article=replace(gazette.article, prints=prints)))
    put(embedded_store, replace(radio, article=replace(radio.article, prints=(*prints[:20], 0, 0, 0, 0))))
    put(embedded_store, hostile(ring))
    pair = actor(embedded_store, "ukrainian-intelligence"), actor(embedded_store, "gur")
    judge(embedded_store, pair, "positive", who="ann", why='"one" house;\nso they say')
    claims = claim(embedded_store, world.DRONES), claim(embedded_store, world.RING)
    judge_claims(embedded_store, claims, "positive", who="bo", why="for the test")
    return embedded_store


@pytest.fixture
def store_of(tmp_path):
    """Makes a folder of files into a store on a Neo4j, by the real import; gives it and what the import reports."""
    opened = []

    def make(files):
        write_folder(tmp_path / "files", files)
        try:
            running = imported(tmp_path, tmp_path / "files")
            (uri, user, password), report = running.__enter__()
        except NoNeo4j as why:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(why))
        opened.append(running)
        return Remote(uri, user, password, None), report

    yield make
    for running in opened:
        running.__exit__(None, None, None)


def without_empty_lists(found):
    """A snapshot as neo4j-admin leaves it, which writes no list of nothing."""
    nodes = tuple((label, kept(values)) for label, values in found.nodes)
    return Snapshot(nodes, tuple((*ends, kept(values)) for *ends, values in found.edges))


def kept(values):
    return tuple((name, value) for name, value in values if value != ())


@pytest.mark.xdist_group("neo4j")
def test_the_imported_database_is_the_store(filled, store_of):
    before, graph = without_empty_lists(snapshot(filled)), network(filled, whole=True)
    remote, report = store_of(neo4j_csv(graph))
    counted = {what: int(n) for n, what in re.findall(r"(\d+) (nodes|relationships|properties)", report)}
    assert counted["nodes"] == graph.number_of_nodes() == len(before.nodes)
    assert counted["relationships"] == graph.number_of_edges() == len(before.edges)
    properties = [*(found for _, found in before.nodes), *(found for *_, found in before.edges)]
    assert counted["properties"] == sum(map(len, properties))
    with Store(remote) as store:
        after = snapshot(store)
        assert after.nodes == before.nodes
        assert after.edges == before.edges
        assert check(store) == check(filled)
        assert put(store, world.gazette()) == "replaced", "whence goes on with it as with any other"


def rows(text):
    return list(csv.reader(text.splitlines(keepends=True)))


def test_one_file_for_each_label_and_way_with_typed_headers(filled):
    files = neo4j_csv(network(filled, whole=True))
    assert {name for name in files if "-" not in name} == {
        "Actor.csv",
        "Article.csv",
        "Assertion.csv",
        "Claim.csv",
        "Judgement.csv",
        "import.args",
    }
    assert "Assertion-SOURCED_FROM-Assertion.csv" in files
    head, *body = rows(files["Assertion.csv"])
    assert head[0] == "id:ID(Assertion)"
    assert head[-1] == ":LABEL"
    assert {"start:long", "score:double", "reported:boolean", "spans:long[]", "exact:string"} <= set(head)
    assert {row[-1] for row in body} == {"Assertion"}
    head, *body = rows(files["Article-COPIES-Article.csv"])
    assert head[:3] == [":START_ID(Article)", ":END_ID(Article)", ":TYPE"]
    assert "similarity:double" in head
    assert len(body) == 1


def test_lists_are_divided_by_what_no_item_holds(filled):
    graph = network(filled, whole=True)
    assert "--array-delimiter=|\n" in neo4j_csv(graph)["import.args"], "an address here holds a semicolon"
    for _, values in graph.nodes(data=True):
        values.pop("places", None)
    assert "--array-delimiter=;\n" in neo4j_csv(graph)["import.args"]
    graph.nodes["rutte"]["aliases"] = [";", "|", "\t", "\x1f", "\x1e", "\x1d"]
    with pytest.raises(InputError, match="every sign"):
        neo4j_csv(graph)
