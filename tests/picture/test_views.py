"""Claims, figures, actors, articles and the network: what each view tells, and how one gets about."""

from pathlib import Path

import pytest

from graph.model import Judgement
from queries.picture import write_page
from tests.browser import QUIET, executable
from tests.picture.test_page import VIEWS, shown
from tests.picture.worlds import dam, world

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """axe.run(document, {resultTypes: ['violations']})
    .then(r => r.violations.map(v => [v.id, v.nodes[0].html.slice(0, 150)]))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_axe_finds_nothing_in_any_view(opened, scheme, size):
    tab = opened(dam(), size=size, scheme=scheme)
    tab.evaluate(AXE)
    found = {}
    for view in VIEWS:
        shown(tab, view)
        if troubles := tab.evaluate(RUN_AXE):
            found[view] = troubles
    assert found == {}


def test_the_board_tells_voices_outlets_origins_first_said_and_rivals(opened):
    row = opened(dam()).locator("tbody tr").first.inner_text()
    assert row.split("\t")[1:4] == ["10", "5", "4"]
    assert "2 named origins and 1 unnamed" in row
    assert "20 Mar 2024" in row
    assert "↯ 1" in row


def test_the_board_sorts_by_its_heads_and_shows_what_is_asked_for(opened):
    tab = opened(dam())
    tab.click("th >> text=First said")
    assert tab.locator("th[aria-sort=ascending]").inner_text().startswith("First said")
    assert "date not known" in tab.locator("tbody tr").last.inner_text()
    tab.click("text=Loops (1)")
    assert tab.locator("tbody tr").count() == 1
    assert "the minister knew" in tab.locator("tbody tr").inner_text()
    tab.click("text=Cards")
    assert tab.locator(".card").count() == 1


def test_rival_figures_stand_on_one_axis(opened):
    tab = opened(dam(), at="#view=rivals")
    at = {}
    for text in ("3,000 people", "at least 5,000", "about 2,500", "up to 12,000"):
        row = tab.locator("svg .step").filter(has_text=text)
        at[text] = row.locator("circle").first.evaluate("c => c.cx.baseVal.value")
    assert at["about 2,500"] < at["3,000 people"] < at["at least 5,000"] < at["up to 12,000"]
    assert tab.locator("svg .step").filter(has_text="at least").locator(".tip").count() == 1
    assert "↯" in tab.locator("svg .step").filter(has_text="3,000").locator(".figure").text_content()
    assert "↯" not in tab.locator("svg .step").filter(has_text="12,000").locator(".figure").text_content()
    assert "cannot both be right" in tab.locator("#view").inner_text()
    tab.locator("svg .step").filter(has_text="3,000 people").click()
    assert tab.evaluate("window.whence.state.id") == "c3"
    text = tab.locator("#view").inner_text()
    assert "Stands against 1 other claim" in text
    assert "May be the same claim, not joined" in text
    assert "both are about people who were moved" in text


def test_an_actor_tells_whom_it_relies_on_and_who_relies_on_it(opened):
    judged = Judgement(
        "j",
        "brandt",
        "mayor",
        "I. Brandt",
        "Mayor Ines Brandt",
        "{}",
        "{}",
        "positive",
        "ann",
        "2025-01-02",
        "same office",
    )
    tab = opened(dam(), focus="mayor", judgements=[judged])
    text = tab.locator("#view").inner_text()
    assert "National Dam Safety Board" in tab.locator("#picture").text_content()
    assert text.index("20 Mar 2024") < text.index("24 Mar 2024") < text.index("3 Apr 2024")
    assert "I. Brandt is counted as this actor" in text
    assert "same office – ann, 2 Jan 2025" in text
    shown(tab, "view=actor&id=board")
    text = tab.locator("#view").inner_text()
    assert "NDSB" in text
    assert "Relies on it" in text
    assert "Lars Po, director (“Lars Po, its director”)" in text
    shown(tab, "view=actor&id=inspectors")
    assert "It may be National Dam Safety Board, union" in tab.locator("#view").inner_text()


def test_an_article_marks_nested_attributions_inside_each_other(opened):
    tab = opened(dam(), focus="a")
    outer = tab.locator(".text mark.content[data-id=s2]")
    assert outer.locator("mark.content[data-id=s1]").inner_text().startswith("that the dam is cracked")
    assert outer.locator("mark.source").inner_text() == "the engineers"
    tab.locator(".text mark.content[data-id=s1]").click()
    assert tab.evaluate("window.whence.state.e") == "s1"
    assert "passed on by Mayor Ines Brandt" in tab.locator("#panel").inner_text()


def test_offsets_count_code_points(opened):
    tab = opened(dam(), focus="a")
    assert (
        tab.locator(".text mark.content[data-id=f0]").evaluate("m => m.firstChild.textContent")
        == "3,000 people were moved"
    )


def test_front_matter_is_no_paragraph_of_the_article(opened):
    graph = world()
    graph.nodes["one"]["text"] = "---\ntitle: The bridge\n---\n\nAnn said 😀 the bridge is closed."
    start = graph.nodes["one"]["text"].index("the bridge is")
    for name in ("a1", "a2"):
        graph.nodes[name].update(start=start, end=start + 20, spans=[start, start + 20])
    tab = opened(graph, focus="one")
    assert tab.locator(".text p").count() == 1
    assert tab.locator(".text p").inner_text().startswith("Ann said 😀 the bridge is closed")


def test_search_suggests_and_the_keyboard_opens(opened):
    tab = opened(dam())
    tab.keyboard.press("/")
    tab.keyboard.type("brandt")
    assert "Mayor Ines Brandt" in tab.locator("#results li").first.inner_text()
    tab.keyboard.press("ArrowDown")
    assert tab.locator("#search").get_attribute("aria-activedescendant") == "hit-0"
    tab.keyboard.press("Enter")
    assert tab.evaluate("window.whence.state.id") == "mayor"
    tab.keyboard.press("/")
    tab.keyboard.type("people moved")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    assert tab.locator("#heading").inner_text() == "Claims with the words “people moved”"
    assert tab.locator("tbody tr").count() == 4


def test_the_keyboard_reaches_everything_in_a_trace(opened):
    tab = opened(dam(), focus="c1")
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.classList.contains('step')"):
            break
    first = tab.evaluate("document.activeElement.dataset.id")
    tab.keyboard.press("ArrowRight")
    second = tab.evaluate("document.activeElement.dataset.id")
    assert (first, second) == ("s1", "s2")
    tab.keyboard.press("Enter")
    assert tab.evaluate("window.whence.state.e") == tab.evaluate("document.activeElement.dataset.id")
    tab.keyboard.press("Escape")
    assert not tab.locator("#panel").is_visible()
    for key, seen in (
        ("f", "fold=1"),
        ("r", "view=rivals"),
        ("a", "view=actors"),
        ("n", "view=network"),
        ("d", "theme=dark"),
        ("c", "view=board"),
    ):
        tab.keyboard.press(key)
        tab.wait_for_function("seen => location.hash.includes(seen)", arg=seen, timeout=10_000)
    tab.keyboard.press("?")
    assert tab.locator("#keys").is_visible()


def test_the_dark_follows_the_system_and_the_switch(opened):
    tab = opened(world(), scheme="dark")
    assert tab.evaluate("document.documentElement.className") == "dark"
    tab.click("#dark")
    assert tab.evaluate("document.documentElement.className") == ""
    assert "theme=light" in tab.url


def test_pictures_are_saved_as_svg_and_png(opened, tmp_path):
    tab = opened(dam(), focus="c1")
    for view in ("view=trace&id=c1", "view=trace&id=c1&fold=1", "view=network&id=mayor"):
        shown(tab, view)
        for kind, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
            with tab.expect_download() as download:
                tab.click(f"#{kind}")
            download.value.save_as(tmp_path / kind)
            data = (tmp_path / kind).read_bytes()
            assert data.startswith(start)
            assert len(data) > 3000
            assert b"class=" not in data
            assert b"var(--" not in data
    assert [t for t in tab.trouble if not t.startswith(("blob:", "data:"))] == []


def test_the_network_merges_parallel_links_and_opens_what_is_picked(opened):
    graph = dam()
    tab = opened(graph, at="#view=network&id=c1")
    assert "drawn" in tab.locator("#status").inner_text()
    shown(tab, "view=network&id=c1&pick=mayor")
    assert "Mayor Ines Brandt" in tab.locator("#panel").inner_text()
    text = tab.locator("details.in-words").text_content()
    assert "the dam is cracked" in text


def test_a_narrow_screen_scrolls_only_downwards(opened):
    tab = opened(dam(), size=(390, 844))
    for view in VIEWS:
        shown(tab, view)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, view
        assert (
            tab.evaluate("document.getElementById('view').scrollWidth - document.getElementById('view').clientWidth")
            <= 0
        ), view


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"Min": 3000.0, "Max": 3000.0, "Bound": "exact"}, "3,000"),
        ({"Min": 3000.0, "Bound": "at least"}, "at least 3,000"),
        ({"Min": 3000.0, "Bound": "more than"}, "more than 3,000"),
        ({"Max": 3000.0, "Bound": "up to"}, "up to 3,000"),
        ({"Max": 3000.0, "Bound": "fewer than"}, "fewer than 3,000"),
        ({"Min": 24.0, "Bound": "about"}, "about 24 or more"),
        ({"Min": 300.0, "Max": 900.0, "Bound": "about"}, "about 300–900"),
        ({"Min": 0.0, "Max": 0.0}, "0"),
    ],
)
def test_a_figure_is_told_with_its_bound(opened, bounds, words):
    graph = world()
    told = {f"quantity{name}": value for name, value in bounds.items()}
    graph.nodes["c1"].update(told, quantityKind="bridges", eventDate="../XXXX-12")
    tab = opened(graph, at="#view=rivals")
    assert tab.locator("svg .figure").text_content() == f"{words} bridges"
    assert "until Dec, year not known" in tab.locator("svg.sketch").text_content()
    assert tab.trouble == []


def test_a_scroll_bar_takes_nothing_from_the_drawing(browser, tmp_path):
    path = tmp_path / "network.html"
    write_page(path, dam(), title="A test", focus="c1")
    with browser.browser_type.launch(
        executable_path=executable(), args=QUIET, ignore_default_args=["--hide-scrollbars"]
    ) as other:
        tab = other.new_page(viewport={"width": 1000, "height": 400})
        tab.goto(path.as_uri())
        tab.wait_for_function("() => window.whence && window.whence.ready")
        bar, drawn, room = tab.evaluate(
            """(() => { const view = document.getElementById('view');
            const wide = [...view.querySelectorAll('svg')].sort((a, b) => b.clientWidth - a.clientWidth)[0];
            return [view.offsetWidth - view.clientWidth, wide.clientWidth, wide.parentElement.clientWidth]; })()"""
        )
    assert bar > 0
    assert drawn <= room
