"""FollowTheMoney entities, read and validated by the followthemoney package."""

import json
import os
from collections import Counter

import pytest

from queries.export import ftm
from tests.export.conftest import HOSTILE
from tests.ftm.launch import NoFollowTheMoney, read_back
from tests.queries import world


@pytest.fixture
def entities(graph, tmp_path):
    """What the package makes of the file; whatever it finds wrong fails."""
    file = tmp_path / "graph.ftm.json"
    file.write_text(ftm(graph), encoding="utf-8")
    try:
        found = json.loads(read_back(file))
    except NoFollowTheMoney as why:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(why))
    assert found["wrong"] == []
    return [json.loads(line) for line in ftm(graph).splitlines()], found["entities"]


def test_the_package_reads_all_of_it_unchanged(entities):
    ours, theirs = entities
    assert [entity["id"] for entity in theirs] == [entity["id"] for entity in ours]
    for one, other in zip(ours, theirs, strict=True):
        assert one["schema"] == other["schema"]
        assert {key: sorted(set(found)) for key, found in one["properties"].items()} == {
            key: sorted(found) for key, found in other["properties"].items()
        }


def test_each_thing_has_the_schema_that_fits(graph, entities):
    ours, _ = entities
    schemas = Counter(entity["schema"] for entity in ours)
    labels = Counter(label for _, label in graph.nodes(data="label"))
    assert schemas["Note"] == labels["Assertion"] + labels["Claim"]
    assert schemas["Article"] == labels["Article"]
    assert schemas["Person"] == 3
    assert schemas["Organization"] == 5
    assert schemas["LegalEntity"] == 3
    assert schemas["Membership"] == 3
    assert schemas["Similar"] == 2
    links = graph.number_of_edges() - schemas["Membership"] - schemas["Similar"]
    assert schemas["UnknownLink"] == links


def test_what_we_infer_says_so(entities):
    ours, _ = entities
    links = [entity["properties"] for entity in ours if entity["schema"] == "UnknownLink"]
    marked = {link["role"][0] for link in links if link.get("status") == ["inferred"]}
    assert marked == {"states", "conflicts with"}
    assert all(link["description"][0].startswith("why: ") for link in links if "status" in link)
    similar = [entity["properties"] for entity in ours if entity["schema"] == "Similar"]
    assert {found["criteria"][0] for found in similar} == {"one desk", "the same runs of five words"}


def test_an_assertion_is_a_note_on_its_actor_with_its_article_as_proof(entities):
    ours, _ = entities
    reading = world.gazette()
    rutte = next(one for one in reading.assertions if one.actor == "rutte")
    note = next(entity["properties"] for entity in ours if entity["id"] == f"whence-assertion-{rutte.id}")
    article = f"whence-article-{reading.article.id}"
    assert note["entity"] == ["whence-actor-rutte", article]
    assert note["proof"] == [article]
    assert note["description"] == [world.KURSK]
    gur = next(entity["properties"] for entity in ours if entity["id"] == "whence-actor-gur")
    assert gur["name"] == [" ".join(HOSTILE.split())]
    assert gur["wikidataId"] == ["Q1"]
