"""How the tests are dealt out to the workers."""

import pytest


def test_what_needs_the_neo4j_stays_in_one_worker(neo4j_store, request):
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("the tests run in one process")
    assert request.node.nodeid.endswith("@neo4j"), "each worker starts a Neo4j of its own, half a minute and 1 GB"
