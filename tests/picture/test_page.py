"""The page as a whole: it opens quietly, asks for nothing, runs nothing it is told, and every state has an address."""

import random

import networkx as nx
import pytest

from queries.picture import page
from tests.picture.worlds import HOSTILE, add_actor, crowd, dam, world

VIEWS = (
    "view=board", "view=board&as=cards", "view=board&as=together", "view=trace&id=c1", "view=trace&id=c1&fold=1&e=s2",
    "view=trace&id=c1&fold=1&rule=none", "view=trace&id=c2", "view=trace&id=c4&filters=1", "view=rivals",
    "view=actor&id=mayor", "view=actor&id=inspectors", "view=article&id=a&e=s2", "view=article&id=b", "view=actors",
    "view=articles", "view=network&id=mayor&pick=mayor",
)  # fmt: skip


def shown(tab, address):
    tab.evaluate("told => window.whence.go(Object.fromEntries(new URLSearchParams(told)))", address)


def test_opens_quietly_with_the_table_of_claims(opened):
    tab = opened(world())
    assert tab.evaluate("window.whence.state.view") == "board"
    assert tab.locator("tbody tr").count() == 2
    assert tab.trouble == []


@pytest.mark.parametrize(
    ("focus", "view"), [("c1", "trace"), ("ann", "actor"), ("one", "article"), ("nobody", "board")]
)
def test_opens_at_what_it_is_told(opened, focus, view):
    assert opened(world(), focus=focus).evaluate("window.whence.state.view") == view


def test_an_address_opens_its_state_and_the_way_back_leads_back(opened):
    tab = opened(dam(), at="#view=trace&id=c1&fold=1")
    assert tab.locator("#fold").get_attribute("aria-pressed") == "true"
    tab.click("#unfold")
    tab.click(".step >> nth=0")
    chosen = tab.evaluate("window.whence.state.e")
    tab.click("[data-tab=actors]")
    tab.go_back()
    assert tab.evaluate("window.whence.state.e") == chosen
    assert tab.locator("#panel").is_visible()
    tab.go_back()
    assert not tab.locator("#panel").is_visible()
    tab.go_back()
    assert tab.locator("#fold").get_attribute("aria-pressed") == "true"
    tab.go_forward()
    assert tab.locator("#unfold").get_attribute("aria-pressed") == "true"
    assert tab.trouble == []


@pytest.mark.parametrize(
    "address", ["#%E0%A4%A", "#view=nonsense&id=%00", "#view=trace&id=gone&score=x", "#a=b&__proto__=c"]
)
def test_an_address_that_means_nothing_opens_the_claims(opened, address):
    tab = opened(world(), at=address)
    assert tab.evaluate("window.whence.state.view") == "board"
    assert tab.trouble == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field_of_every_view_never_runs(opened, text):
    graph = dam()
    for node, data in graph.nodes(data=True):
        kept = {"label", "id", "kind", "start", "end", "spans", "polarity", "certainty", "outlet", "basis"}
        for name, value in data.items():
            if isinstance(value, str) and name not in kept and not name.startswith("quantity"):
                data[name] = text
        if data["label"] == "Actor":
            data |= {"aliases": [text], "candidates": [text], "wikidata": text}
        if data["label"] == "Claim":
            data |= {"place": text, "eventDate": text, "status": text, "quantityUnit": text}
        graph.nodes[node].update(data)
    for *_, data in graph.edges(data=True):
        data.update(
            {name: text for name, value in data.items() if isinstance(value, str) and name not in ("type", "rule")}
        )
    tab = opened(graph, title=text)
    for view in VIEWS:
        shown(tab, view)
    tab.fill("#search", "a")
    tab.keyboard.press("Escape")
    assert tab.evaluate("window.hit") is None
    assert tab.trouble == []
    assert tab.locator("script").count() == 7
    assert tab.locator("img, iframe, object, embed").count() == 0
    assert tab.locator("a:not([href^='#'])").count() == 0


def test_hostile_ids_are_only_ids(opened):
    graph = nx.relabel_nodes(world(), {"ann": "__proto__", "c1": "constructor", "one": "'\"><b>", "a1": "toString"})
    tab = opened(graph, at="#view=actors")
    tab.click("text=Ann")
    assert tab.locator("#heading").inner_text() == "Ann"
    shown(tab, "view=trace&id=constructor")
    assert tab.locator("#heading").inner_text() == "“the bridge is closed”"
    assert tab.trouble == []


def test_an_article_links_out_only_by_http(opened):
    graph = world()
    graph.nodes["two"]["url"] = "javascript:window.hit=1"
    tab = opened(graph, at="#view=article&id=one")
    assert tab.locator("#view a[target]").get_attribute("href") == "https://example.org/1"
    shown(tab, "view=article&id=two")
    assert tab.locator("#view a[target]").count() == 0


def test_the_policy_lets_only_our_own_scripts_and_styles_in():
    document = page(world(), title="t")
    policy = document.partition('http-equiv="Content-Security-Policy" content="')[2].partition('">')[0]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_same_graph_gives_the_same_page_in_any_order():
    graph = dam()
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    random.Random(3).shuffle(nodes)
    random.Random(4).shuffle(edges)
    other = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    assert page(graph, title="t") == page(other, title="t")


def test_a_graph_of_one_actor_opens(opened):
    graph = nx.MultiDiGraph()
    add_actor(graph, "ann", "Ann", "person")
    tab = opened(graph)
    for view in ("view=board", "view=actor&id=ann", "view=network", "view=rivals", "view=articles"):
        shown(tab, view)
    assert tab.trouble == []


@pytest.mark.parametrize("nodes", [50, 1000, 10_000])
def test_pages_of_any_size_open_on_a_readable_part(opened, nodes):
    tab = opened(crowd(nodes))
    assert tab.evaluate("performance.now()") < 20_000
    assert tab.locator("tbody tr").count() <= 60
    shown(tab, "view=network")
    assert int(tab.locator("#status").inner_text().split()[0]) <= 150
    assert tab.trouble == []
