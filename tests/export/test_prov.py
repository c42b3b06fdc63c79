"""W3C PROV, written and read back by the prov package."""

import pytest
from prov.constants import PROV_LABEL, PROV_TYPE
from prov.model import ProvDocument

from queries.export import prov_json, prov_n, prov_xml
from queries.export.names import NODES, local
from queries.export.provenance import document
from tests.queries import world

WRITERS = {"json": prov_json, "xml": prov_xml, "provn": prov_n}


@pytest.fixture(params=WRITERS)
def found(request, graph):
    """The document as each format's reader gives it back."""
    text = WRITERS[request.param](graph)
    read = ProvDocument.deserialize(content=text, format=request.param)
    assert read == document(graph)
    return read


def relations(found, kind):
    """(from, to) of PROV's relations of a kind, as local names."""
    records = [record for record in found.get_records() if str(record.get_type()) == f"prov:{kind}"]
    return [tuple(value.localpart for _, value in record.formal_attributes if value)[:2] for record in records]


def node(label, name):
    return local(label, name)


def by_words(reading, actor, exact):
    return next(node("Assertion", one.id) for one in reading.assertions if (one.actor, one.exact) == (actor, exact))


def test_articles_assertions_and_claims_are_entities_and_actors_agents(graph, found):
    labels = [values["label"] for _, values in graph.nodes(data=True)]
    records = [str(record.get_type()) for record in found.get_records()]
    inferences = 3  # a copy, a merged actor, two rivals
    assert records.count("prov:Agent") == labels.count("Actor")
    assert records.count("prov:Entity") == len(labels) - labels.count("Actor") + inferences


def test_who_said_it_and_where_it_stands(found):
    reading = world.gazette()
    rutte = by_words(reading, "rutte", world.KURSK)
    assert (rutte, "actor-rutte") in relations(found, "Attribution")
    assert (node("Article", reading.article.id), "actor-gazette") in relations(found, "Attribution")
    claim = node("Claim", world.claim(world.KURSK).id)
    derived = relations(found, "Derivation")
    assert (rutte, node("Article", reading.article.id)) in derived
    assert (claim, rutte) in derived
    assert ("actor-rutte", "actor-nato") in relations(found, "Delegation")


def test_a_primary_source_is_one_that_knows_for_itself(graph):
    gur = by_words(world.gazette(), "gur", world.KURSK)
    rutte = by_words(world.gazette(), "rutte", world.KURSK)
    assert primary(graph) == set()
    graph.nodes[gur.removeprefix("assertion-")]["basis"] = "findings"
    assert primary(graph) == {(rutte, gur)}
    other = by_words(world.ring(), "ryder", world.RING)
    graph.nodes[other.removeprefix("assertion-")]["basis"] = "own"
    assert primary(graph) == {(rutte, gur)}, "what rests on another is no primary source, whatever its basis"


def primary(graph):
    records = [r for r in document(graph).get_records() if "prov:PrimarySource" in map(str, r.get_asserted_types())]
    return {tuple(value.localpart for _, value in record.formal_attributes if value)[:2] for record in records}


def test_copies_and_actors_counted_as_one_are_alternates(found):
    one, other = (node("Article", reading.article.id) for reading in (world.gazette(), world.bay_radio()))
    assert set(relations(found, "Alternate")) == {(other, one), ("actor-singh", "actor-ryder")}


@pytest.mark.parametrize("kind", ["COPIES", "SAME_AS", "CONFLICTS_WITH"])
def test_what_we_infer_carries_why_and_by_whom(found, kind):
    told = [r for r in found.get_records() if f"whence:{kind}" in map(str, r.get_asserted_types())]
    (record,) = [r for r in told if str(r.get_type()) == "prov:Entity"]
    values = {str(name): value for name, value in record.attributes}
    assert values["whence:why"]
    assert values["whence:by"]
    assert {"whence:from", "whence:to"} <= set(values)


def test_numbers_and_names_are_what_they_were(found):
    (claim,) = found.get_record(f"node:{node('Claim', world.claim(world.TEN).id)}")
    values = {str(name): value for name, value in claim.attributes}
    assert (values["whence:min"], values["whence:sure"], values["whence:eventDate"]) == (10, 0.5, "2024-10~")
    (gur,) = found.get_record("node:actor-gur")
    assert next(iter(gur.get_attribute(PROV_LABEL))).startswith('a "b"')
    assert {str(kind) for kind in gur.get_attribute(PROV_TYPE)} == {"whence:Actor", "prov:Organization"}
    assert gur.identifier.uri == NODES + "actor-gur"
