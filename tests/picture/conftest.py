"""A real browser, and a page of a small made-up world."""

import os
import shutil
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import sync_playwright

from queries.picture import write_page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def executable():
    named = os.environ.get("WHENCE_CHROMIUM")
    return named or next((path for path in map(shutil.which, BROWSERS) if path), MAC if Path(MAC).exists() else None)


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


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a graph's page; `trouble` collects whatever a page must not do."""
    pages = []

    def open_page(graph, **options):
        path = tmp_path / "network.html"
        write_page(path, graph, title=options.pop("title", "A test"), **options)
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        tab.trouble = []
        tab.on("console", lambda message: tab.trouble.append(message.text))
        tab.on("pageerror", lambda error: tab.trouble.append(str(error)))
        tab.on("dialog", lambda dialog: (tab.trouble.append(dialog.message), dialog.dismiss()))
        tab.on("request", lambda request: None if request.url == path.as_uri() else tab.trouble.append(request.url))
        tab.goto(path.as_uri())
        tab.wait_for_function("window.whence && window.whence.ready", timeout=60_000)
        pages.append(tab)
        return tab

    yield open_page
    for tab in pages:
        tab.close()


def add_assertion(graph, name, actor, article, claim, exact, **more):
    graph.add_node(
        name, label="Assertion", exact=exact, prefix="said ", suffix=" on Monday", start=10, end=10 + len(exact),
        cue="said", mode="indirect", polarity="positive", certainty="stated", reported=False, by="test", score=0.9,
        **more,
    )  # fmt: skip
    if actor:
        graph.add_edge(actor, name, key="ASSERTED", type="ASSERTED")
    graph.add_edge(name, article, key="APPEARS_IN", type="APPEARS_IN")
    graph.add_edge(
        name, claim, key="STATES", type="STATES", score=1.0, why="the same words of the same article", by="whence"
    )


def world():
    """Ann passes on what the bureau found; Bo says something else in another article, without saying how he knows."""
    graph = nx.MultiDiGraph()
    for name, kind in (("ann", "person"), ("bureau", "organization"), ("bo", "unnamed"), ("gazette", "outlet")):
        graph.add_node(name, label="Actor", id=name, name=name.title(), kind=kind, aliases=[])
    graph.add_node(
        "one", label="Article", id="one", title="The bridge", published="2024-10-29", url="https://example.org/1"
    )
    graph.add_node("two", label="Article", id="two", title="The road")
    graph.add_edge("one", "gazette", key="PUBLISHED_BY", type="PUBLISHED_BY")
    graph.add_node("c1", label="Claim", id="c1", text="the bridge is closed")
    graph.add_node("c2", label="Claim", id="c2", text="the road is open")
    add_assertion(graph, "a1", "ann", "one", "c1", "the bridge is closed")
    add_assertion(graph, "a2", "bureau", "one", "c1", "the bridge is closed", basis="findings")
    graph.nodes["a2"]["reported"] = True
    graph.add_edge("a1", "a2", key="SOURCED_FROM", type="SOURCED_FROM", exact="citing", start=4, end=10)
    add_assertion(graph, "a3", "bo", "two", "c2", "the road is open")
    return graph
