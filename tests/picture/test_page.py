"""The network page in a real browser: what it shows, and that nothing in it runs or asks for anything."""

import random

import networkx as nx
import pytest

from queries.picture import page
from tests.picture.conftest import add_assertion, world

HOSTILE = (
    "</script><script>window.hit=1</script>",
    "<img src=x onerror='window.hit=1'>",
    "href=javascript:window.hit=1",
    '"};window.hit=1;//',
    "`${window.hit=1}`",
    "{{ 7 * 7 }}",
    "\u202egnp.exe\u2028 \u0000",
    "Ω" * 10_000,
)


def test_opens_quietly_with_the_longest_chain(opened):
    tab = opened(world())
    assert tab.evaluate("window.whence.state.selected") == "c1"
    assert tab.trouble == []


def test_the_cards_show_who_citing_whom_in_the_exact_words(opened):
    tab = opened(world())
    cards = tab.locator("#panel .card")
    assert cards.count() == 2
    ann = cards.filter(has_text="citing").first.inner_text()
    assert "Ann" in ann
    assert "Bureau" in ann
    assert cards.first.locator("mark").inner_text() == "the bridge is closed"
    assert "10–30" in ann
    assert "2024-10-29" in ann
    bureau = cards.filter(has_text="its own findings").inner_text()
    assert "known only through Ann" in bureau


def test_an_unknown_date_and_basis_are_said(opened):
    tab = opened(world(), focus="c2")
    text = tab.locator("#panel").inner_text()
    assert "date unknown" in text
    assert "outlet not known" in text
    assert "basis not stated" in text


def test_search_finds_a_quote_and_the_keyboard_opens_it(opened):
    tab = opened(world())
    tab.keyboard.press("/")
    tab.keyboard.type("road open")
    assert "the road is open" in tab.locator("#results li").first.inner_text()
    tab.keyboard.press("Enter")
    assert tab.evaluate("window.whence.state.selected") == "c2"
    assert tab.url.endswith("#c2")


def test_trace_puts_the_origin_left_of_who_passes_it_on(opened):
    tab = opened(world())
    tab.keyboard.press("t")
    assert tab.locator("#banner").is_visible()
    at = tab.evaluate("Object.fromEntries(window.whence.state.tracing.at)")
    assert at["bureau"]["x"] < at["ann"]["x"] < at["c1"]["x"]
    tab.keyboard.press("Escape")
    assert not tab.locator("#banner").is_visible()


def test_a_filter_hides_its_kind(opened):
    tab = opened(world())
    before = tab.locator("#status").inner_text()
    tab.uncheck("input[data-kind=organization]")
    assert before.startswith("3 of")
    assert tab.locator("#status").inner_text().startswith("2 of")


def test_the_date_range_keeps_undated_articles_until_told_otherwise(opened):
    tab = opened(world())
    tab.click("#all")
    tab.fill("#since", "2025-01-01")
    assert "2 of" in tab.locator("#status").inner_text()
    tab.uncheck("#undated")
    assert tab.locator("#status").inner_text()[0] in "01"


def test_an_article_links_out_only_by_http(opened):
    graph = world()
    graph.nodes["two"]["url"] = "javascript:window.hit=1"
    tab = opened(graph)
    tab.evaluate("window.whence.select('one')")
    assert tab.locator("#panel a").get_attribute("href") == "https://example.org/1"
    tab.evaluate("window.whence.select('two')")
    assert tab.locator("#panel a").count() == 0


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_and_never_runs(opened, text):
    graph = world()
    graph.nodes["ann"].update(name=text, aliases=[text])
    graph.nodes["c1"]["text"] = text
    graph.nodes["one"].update(title=text, url=text)
    graph.nodes["a1"].update(exact=text, cue=text, prefix=text)
    tab = opened(graph, title=text)
    for node in ("ann", "one", "c1"):
        tab.evaluate(f"window.whence.select('{node}')")
    assert tab.evaluate("window.hit") is None
    assert tab.trouble == []
    assert tab.locator("#panel mark").first.evaluate("e => e.textContent") == text or "\0" in text
    assert tab.locator("script").count() == 7


def test_three_thousand_nodes_become_ready(opened):
    graph = world()
    for n in range(1500):
        graph.add_node(f"p{n}", label="Actor", id=f"p{n}", name=f"Person {n}", kind="person", aliases=[])
        graph.add_node(f"q{n}", label="Claim", id=f"q{n}", text=f"claim {n}")
        add_assertion(graph, f"r{n}", f"p{n % 300}", "one", f"q{n}", f"claim {n}")
    tab = opened(graph)
    assert tab.trouble == []
    assert "of 3008 nodes" in tab.locator("#status").inner_text()


def test_the_same_graph_gives_the_same_page_in_any_order():
    graph = world()
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    random.Random(3).shuffle(nodes)
    random.Random(4).shuffle(edges)
    other = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    assert page(graph, title="t") == page(other, title="t")


def test_a_graph_of_one_actor_opens(opened):
    graph = nx.MultiDiGraph()
    graph.add_node("ann", label="Actor", id="ann", name="Ann", kind="person", aliases=[])
    assert opened(graph).trouble == []
