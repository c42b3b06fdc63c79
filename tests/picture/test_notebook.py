"""Traces and networks show themselves in a notebook, in a frame that has no way out of it."""

import pytest

from queries import Network
from tests.picture.worlds import world

NOTEBOOK = "<!doctype html><title>notebook</title><script>window.secret = 1</script>{cell}"


@pytest.fixture
def notebook(browser, tmp_path):
    """Opens a cell's HTML as a notebook shows it; gives the tab and the frame."""
    tabs = []

    def show(cell):
        path = tmp_path / "notebook.html"
        path.write_text(NOTEBOOK.format(cell=cell), encoding="utf-8")
        tab = browser.new_page()
        tab.trouble = []
        tab.on("console", lambda message: tab.trouble.append(message.text))
        tab.on("pageerror", lambda error: tab.trouble.append(str(error)))
        tab.on("request", lambda r: None if r.url.startswith((path.as_uri(), "about:")) else tab.trouble.append(r.url))
        tab.goto(path.as_uri())
        tabs.append(tab)
        frame = tab.frames[1]
        frame.wait_for_function("() => window.whence && window.whence.ready")
        return tab, frame

    yield show
    for tab in tabs:
        tab.close()


def test_a_network_shows_itself_and_leads_on_by_its_links(notebook):
    tab, frame = notebook(Network(world())._repr_html_())
    assert frame.locator("tbody tr").count() == 2
    frame.click("text=the road is open")
    assert "the road is open" in frame.locator("#heading").inner_text()
    frame.click("#picture .step")
    assert "said the road is open on Monday" in frame.locator("#panel").inner_text()
    frame.click("[data-tab=actors]")
    assert frame.locator("tbody tr").count() == 4
    assert tab.url.endswith("notebook.html")
    assert tab.trouble == []


def test_the_frame_reaches_nothing_of_the_notebook(notebook):
    _, frame = notebook(Network(world())._repr_html_())
    assert frame.evaluate("(() => { try { return parent.secret; } catch { return 'refused'; } })()") == "refused"
    assert frame.evaluate("origin") == "null"


def test_hostile_names_do_not_leave_the_frame(notebook):
    graph = world()
    graph.nodes["ann"]["name"] = '"></iframe><script>window.hit=1</script>'
    tab, frame = notebook(Network(graph)._repr_html_())
    assert tab.evaluate("window.hit") is None
    assert frame.evaluate("window.hit") is None
    assert len(tab.frames) == 2
