"""Stores on both engines, and one browser. Tests that need the Neo4j run in one worker, which owns the server."""

import os

import pytest
from playwright.sync_api import sync_playwright

from graph.settings import Remote
from graph.store import Store
from tests.browser import QUIET, executable
from tests.neo4j.launch import NoNeo4j, server

WIPE = "MATCH (n) WHERE NOT n:WhenceSchema DETACH DELETE n"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        callspec = getattr(item, "callspec", None)
        if (callspec and "neo4j" in callspec.params.values()) or "neo4j_store" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("neo4j"))


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory):
    """Remote of a running Neo4j. None to be had: skipped with the reason, which under CI=true is a failure."""
    try:
        with server(tmp_path_factory.mktemp("neo4j")) as (uri, user, password):
            yield Remote(uri, user, password, os.environ.get("NEO4J_DATABASE"))
    except NoNeo4j as why:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(why))


@pytest.fixture(scope="session")
def _neo4j_store(neo4j_address):
    with Store(neo4j_address) as opened:
        yield opened


@pytest.fixture(scope="session")
def _embedded_store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("embedded") / "store") as opened:
        yield opened


@pytest.fixture
def neo4j_store(_neo4j_store):
    """An empty store on Neo4j."""
    _neo4j_store.write(WIPE)
    return _neo4j_store


@pytest.fixture
def embedded_store(_embedded_store):
    """An empty store on the embedded engine."""
    _embedded_store.write(WIPE)
    return _embedded_store


@pytest.fixture(params=["embedded", "neo4j"])
def store(request):
    """An empty store, on each engine in turn."""
    return request.getfixturevalue(f"{request.param}_store")


@pytest.fixture(scope="session")
def browser():
    path = executable()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "no Chromium or Chrome found: set WHENCE_CHROMIUM"
        )
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield started
        started.close()
