"""JSON-LD, read by PyLD, which is given nothing to fetch with."""

import json

import pytest
from pyld import jsonld

from queries.export import json_ld
from queries.export.names import iri
from tests.export.conftest import HOSTILE
from tests.queries import world

SCHEMA, OURS = "https://schema.org/", "urn:whence:term:"


def nothing_to_fetch(url, options):
    raise AssertionError(f"a reader would have to fetch {url}")


@pytest.fixture
def found(graph):
    """The document's nodes by id, expanded: every term an IRI."""
    document = json.loads(json_ld(graph))
    flat = jsonld.flatten(document, options={"documentLoader": nothing_to_fetch})
    return {node["@id"]: node for node in flat if node["@id"].startswith("urn:whence:node:")}


def ids(node, term):
    return {value["@id"] for value in node.get(SCHEMA + term, [])}


def values(node, term, vocabulary=SCHEMA):
    return [value["@value"] for value in node.get(vocabulary + term, [])]


def the_id(label, text):
    return iri(label, world.claim(text).id if label == "Claim" else text)


def assertions(reading, text):
    states = {stating.assertion for stating in reading.statings if stating.claim == world.claim(text).id}
    return [one for one in reading.assertions if one.id in states]


def test_every_node_is_there_with_a_type_of_theirs_and_ours(graph, found):
    assert set(found) == {iri(values["label"], name) for name, values in graph.nodes(data=True)}
    for name, properties in graph.nodes(data=True):
        types = found[iri(properties["label"], name)]["@type"]
        assert OURS + properties["label"] in types
        assert any(kind.startswith(SCHEMA) for kind in types)


def test_a_claim_appears_where_it_is_said_and_not_where_it_is_denied(found):
    claim = found[the_id("Claim", world.KURSK)]
    said = [
        one
        for reading in (world.gazette(), world.bay_radio())
        for one in assertions(reading, world.KURSK)
        if one.polarity == "positive"
    ]
    assert ids(claim, "appearance") == {iri("Assertion", one.id) for one in said}
    first = {iri("Assertion", one.id) for one in assertions(world.gazette(), world.KURSK)}
    assert ids(claim, "firstAppearance") == first
    assert values(claim, "datePublished") == ["2024-10-28"]
    assert SCHEMA + "Claim" in claim["@type"]


def test_a_claims_authors_are_those_at_the_roots(found):
    assert ids(found[the_id("Claim", world.KURSK)], "author") == {iri("Actor", "gur")}
    assert ids(found[the_id("Claim", world.TEN)], "author") == {iri("Actor", "singh"), iri("Actor", "ryder")}
    assert ids(found[the_id("Claim", world.DRONES)], "author") == set()
    assert ids(found[the_id("Claim", world.RING)], "author") == set()


def test_an_assertion_leads_to_its_article_its_actor_and_what_it_is_based_on(found):
    reading = world.gazette()
    rutte, gur = assertions(reading, world.KURSK)
    node = found[iri("Assertion", rutte.id)]
    assert ids(node, "isPartOf") == {iri("Article", reading.article.id)}
    assert ids(node, "author") == {iri("Actor", "rutte")}
    assert ids(node, "isBasedOn") == {iri("Assertion", gur.id)}
    assert SCHEMA + "Statement" in node["@type"]
    (plan,) = assertions(reading, world.MEETING)
    assert SCHEMA + "Quotation" in found[iri("Assertion", plan.id)]["@type"]
    spans = node[OURS + "spans"][0]["@list"]
    assert [value["@value"] for value in spans] == [rutte.start, rutte.end]


def test_a_claim_review_can_take_a_claim_as_it_is(graph):
    document = json.loads(json_ld(graph))
    review = {
        "@id": "urn:review",
        "@type": "ClaimReview",
        "itemReviewed": {"@id": the_id("Claim", world.KURSK)},
    }
    document["@graph"].append(review)
    frame = {"@context": {"@vocab": SCHEMA}, "@type": "ClaimReview", "itemReviewed": {"@embed": "@always"}}
    framed = jsonld.frame(document, frame, options={"documentLoader": nothing_to_fetch})
    item = framed["itemReviewed"]
    assert item["text"] == world.KURSK
    assert item["author"]["name"] == HOSTILE
    assert {part["isPartOf"]["headline"] for part in item["appearance"]} == {"Rutte on the troops", "Voices"}
    publishers = {part["isPartOf"]["publisher"]["name"] for part in item["appearance"]}
    assert publishers == {"The Gazette", "Bay Radio"}


def test_what_we_infer_says_so(graph, found):
    linked = jsonld.expand(json.loads(json_ld(graph)), {"documentLoader": nothing_to_fetch})
    links = [
        (term, link)
        for node in linked
        for term, found_links in node.items()
        if term.startswith(OURS) and term.removeprefix(OURS).isupper()
        for link in found_links
    ]
    assert len(links) == graph.number_of_edges()
    ours = {term.removeprefix(OURS) for term, link in links if link.get(OURS + "inferred")}
    assert ours == {"STATES", "COPIES", "SAME_AS", "CONFLICTS_WITH"}
    assert all(OURS + "why" in link and OURS + "by" in link for term, link in links if OURS + "inferred" in link)


def test_actors_have_their_names_and_kinds(found):
    gur = found[iri("Actor", "gur")]
    assert (values(gur, "name"), values(gur, "alternateName")) == ([HOSTILE], [HOSTILE, "x"])
    assert ids(gur, "sameAs") == {"https://www.wikidata.org/entity/Q1"}
    assert SCHEMA + "Person" in found[iri("Actor", "rutte")]["@type"]
    assert SCHEMA + "NewsMediaOrganization" in found[iri("Actor", "gazette")]["@type"]
    assert SCHEMA + "Thing" in found[iri("Actor", "official-1")]["@type"]
    assert ids(found[iri("Actor", "rutte")], "memberOf") == {iri("Actor", "nato")}


def test_a_property_that_schema_org_has_not_is_kept_in_our_vocabulary(found):
    claim = found[the_id("Claim", world.TEN)]
    assert values(claim, "min", OURS) == [10]
    assert values(claim, "eventDate", OURS) == ["2024-10~"]
    assert values(claim, "max", OURS) == []
