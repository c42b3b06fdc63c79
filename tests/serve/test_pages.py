"""The pages in a real browser: loading end to end, the console, judging, the keyboard; nothing hostile runs."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

import queries
from tests.serve.conftest import served

HOSTILE = "<img src=x onerror='window.hit=1'></script><script>window.hit=1</script>"
TEXT = (
    "Ann Poe, the transport minister, said on Monday that the old bridge would stay shut until May.\n\n"
    "Bo Lee, citing the Bridge Bureau, said that the cracks were found in March.\n\n"
    f"Cy {HOSTILE} Orr said that the road was open.\n"
)
AXE = Path(__file__).parents[1] / "picture" / "vendor" / "axe.min.js"
PAGES = ("/", "/figures", "/actors", "/articles", "/load", "/console", "/judgements", "/nothing", "/?q=units")


@pytest.fixture
def opened(browser, live):
    """Opens a path of the live explorer with the start-up link taken; `trouble` is what a page must not do."""
    contexts = []

    def open_path(path, **options):
        context = browser.new_context(viewport={"width": 1280, "height": 720}, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.trouble = []
        base = live.partition("/?")[0]
        tab.on("console", lambda message: tab.trouble.append(message.text))
        tab.on("pageerror", lambda error: tab.trouble.append(str(error)))
        tab.on("request", lambda r: None if r.url.startswith((base, "data:", "blob:")) else tab.trouble.append(r.url))
        tab.goto(live)
        if path != "/":
            tab.goto(base + path)
        return tab

    yield open_path
    for context in contexts:
        context.close()


def ready(tab):
    """Waits for the explorer; by asking again, since a page's policy keeps Playwright from waiting inside of it."""
    for _ in range(600):
        if tab.evaluate("Boolean(window.whence && window.whence.ready)"):
            return
        tab.wait_for_timeout(50)
    raise AssertionError("the explorer is not ready")


def card(tab, words):
    return tab.locator("#cards .card").filter(has_text=words).first


def test_a_dropped_file_is_read_corrected_saved_and_seen(opened, tmp_path, loaded):
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT)
    tab = opened("/load")
    tab.set_input_files("#file", file)
    tab.fill("input[name=outlet]", "The Gazette")
    tab.click("text=Read it")
    tab.wait_for_selector("#cards .card")
    assert "Ann Poe" in card(tab, "until May").inner_text()
    assert "old bridge" in tab.locator("#text mark.content").first.inner_text()
    card(tab, "until May").get_by_text("Correct").click()
    card(tab, "until May").locator("input[name=actor]").fill("Dee Fox")
    card(tab, "until May").get_by_text("Done").click()
    card(tab, "the road was open").get_by_text("Strike out").click()
    assert tab.locator("#changes").inner_text() == "1 corrected, 1 struck out"
    assert len(queries.articles(loaded.store).rows) == 1
    tab.fill("#who", "mia")
    tab.click("#save button")
    tab.wait_for_selector("#said a")
    assert "added" in tab.locator("#said").inner_text()
    claim = next(row[0] for row in queries.claims(loaded.store).rows if "stay shut until May" in row[1])
    tab.goto(tab.url.replace("/load", f"/claim/{claim}"))
    ready(tab)
    assert "Dee Fox" in tab.locator("body").inner_text()
    assert not [row for row in queries.claims(loaded.store).rows if "road was open" in row[1]]
    by = loaded.store.read("MATCH (:Actor {name: 'Dee Fox'})-[:ASSERTED]->(s) RETURN s.by").rows
    assert by == [("mia",)]
    assert tab.evaluate("window.hit") is None
    assert tab.trouble == []


def test_a_file_is_dropped_on_the_page(opened):
    tab = opened("/load")
    handle = tab.evaluate_handle(
        "() => { const d = new DataTransfer(), text = 'Ann Poe said that it rained.';"
        " d.items.add(new File([text], 'a.txt')); return d; }"
    )
    tab.dispatch_event("#drop", "drop", {"dataTransfer": handle})
    assert tab.locator("#chosen").inner_text().startswith("a.txt")
    tab.click("text=Read it")
    assert "Ann Poe" in tab.locator("#cards .card").first.inner_text()
    assert tab.trouble == []


def test_marked_words_are_added_and_counted_in_code_points(opened, loaded):
    tab = opened("/load")
    text = "🙂 Ann Poe said that it rained. The 🙂 road is open. The road is open."
    tab.fill("#pasted", text)
    tab.click("text=Read it")
    tab.wait_for_selector("#cards .card")
    tab.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
          let node; while ((node = walk.nextNode()) && !node.data.includes("The road")) {}
          const at = node.data.indexOf("The road"), range = document.createRange();
          range.setStart(node, at); range.setEnd(node, at + 16);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }"""
    )
    tab.click("#add")
    assert card(tab, "Words, as they stand").locator("textarea").input_value() == "The road is open"
    tab.keyboard.type("Bo Lee")
    tab.keyboard.press("Enter")
    tab.click("#save button")
    tab.wait_for_selector("#said a")
    rows = loaded.store.read("MATCH (:Actor {name: 'Bo Lee'})-[:ASSERTED]->(s) RETURN s.exact, s.start").rows
    assert rows == [("The road is open", text.rindex("The road"))]
    assert tab.trouble == []


def test_words_that_are_not_there_are_refused_at_once(opened):
    tab = opened("/load")
    tab.fill("#pasted", TEXT)
    tab.click("text=Read it")
    card(tab, "until May").get_by_text("Correct").click()
    tab.locator(".card textarea").fill("that pigs fly")
    tab.get_by_text("Done").click()
    assert "do not stand in the text" in tab.locator(".card [role=alert]").inner_text()
    tab.click("#save button")
    assert "Finish or cancel" in tab.locator("#said").inner_text()
    tab.get_by_role("button", name="Cancel").click()
    assert tab.locator("#changes").inner_text() == "As it was read"


def test_a_saved_article_is_corrected_on_its_page(opened, loaded):
    article = queries.articles(loaded.store).rows[0][0]
    tab = opened(f"/article/{article}/text")
    before = tab.locator("#cards .card").count()
    tab.locator("#cards .card").first.get_by_text("Strike out").click()
    tab.click("#save button")
    expect(tab.locator("#said")).to_have_text("Saved.")
    assert tab.locator("#cards .card").count() < before
    assert tab.trouble == []


def test_by_the_keyboard_alone(opened):
    tab = opened("/load")
    tab.focus("#pasted")
    tab.keyboard.type("Ann Poe said that it rained in May.")
    tab.locator("#source button.main").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#cards .card")
    tab.locator("#cards .card .who").first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator("#text mark.on").count() > 0
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.name") == "actor"
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("Dee Fox")
    tab.keyboard.press("Enter")
    assert "Dee Fox" in tab.locator("#cards .card").first.inner_text()
    tab.keyboard.press("Escape")
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.name") == "q"


def test_the_console_shows_a_table_and_a_network(opened):
    tab = opened("/console")
    tab.fill("#cypher", "MATCH (a:Actor {id: 'rutte'})-[:ASSERTED]->(s) RETURN a, s.exact AS words")
    tab.focus("#cypher")
    tab.keyboard.press("Control+Enter")
    tab.wait_for_selector("#rows td")
    assert "Actor Mark Rutte" in tab.locator("#rows").inner_text()
    tab.fill("#cypher", "CREATE (n:Claim) RETURN n")
    tab.click("text=Run")
    tab.wait_for_selector("#said.wrong")
    assert "reader" in tab.locator("#said").inner_text()
    tab.trouble.clear()  # Chromium tells the console of every 403
    tab.fill("#cypher", "UNWIND range(1, 2000) AS n RETURN n")
    tab.click("text=Run")
    expect(tab.locator("#said")).to_contain_text("more than 1000 rows")
    tab.select_option("#question", "whom-actor-relies-on")
    tab.fill("#fields input[name=actor]", "rutte")
    tab.click("#asking .main")
    expect(tab.locator("#rows")).to_contain_text("Ukrainian intelligence")
    tab.click("#edit")
    assert json.loads(tab.input_value("#parameters"))["actor"] == "rutte"
    tab.fill("#cypher", "MATCH (a:Actor {id: 'rutte'}) RETURN a")
    tab.fill("#parameters", "{}")
    tab.click("text=Run")
    tab.click("#network")
    ready(tab)
    assert "Mark Rutte" in tab.locator("body").inner_text()
    assert tab.trouble == []


def test_people_judge_and_take_it_back(opened):
    tab = opened("/judgements")
    form = tab.locator("form.judging").last
    form.locator("[name=one]").fill("rutte")
    form.locator("[name=other]").fill("Ukrainian intelligence")
    form.locator("[name=why]").fill(HOSTILE)
    form.get_by_text("They are not").click()
    expect(tab.locator("main")).to_contain_text(HOSTILE)
    tab.get_by_role("button", name="Undo").first.click()
    tab.wait_for_selector("text=undone by")
    assert tab.evaluate("window.hit") is None
    assert tab.trouble == []


def test_an_article_is_retracted_after_a_question(opened, loaded):
    tab = opened("/articles")
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.click("text=Retract")
    tab.wait_for_selector("text=No article is loaded yet")
    assert queries.articles(loaded.store).rows == []


def test_the_explorer_leads_on_to_what_is_selected(opened):
    tab = opened("/actor/rutte")
    ready(tab)
    assert tab.locator(".whence-bar a[href='/console']").is_visible()
    assert not tab.locator("#whence-open").is_visible()
    tab.evaluate("location.hash = '#view=actor&id=ukrainian-intelligence'")
    tab.click("#whence-open")
    tab.wait_for_url("**/actor/ukrainian-intelligence**")
    tab.click(".whence-bar a[aria-label='2 steps']")
    tab.wait_for_url("**depth=2**")
    assert tab.trouble == []


def test_who_only_reads_is_told_so(browser, loaded):
    with served(loaded) as address:
        context = browser.new_context()
        tab = context.new_page()
        for path in ("/load", "/articles", "/judgements"):
            tab.goto(address.partition("/?")[0] + path)
            assert "reading only" in tab.locator(".notice").inner_text()
            assert tab.locator("main button:visible").count() == 0
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(opened, path, scheme):
    if not AXE.exists():
        pytest.skip(f"no {AXE.name}")
    tab = opened(path, color_scheme=scheme, bypass_csp=True)
    if path == "/load":
        tab.fill("#pasted", TEXT)
        tab.click("text=Read it")
        card(tab, "until May").get_by_text("Correct").click()
    tab.add_script_tag(path=AXE)
    found = tab.evaluate("axe.run().then(found => found.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    assert found == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(opened, path):
    tab = opened(path)
    tab.set_viewport_size({"width": 390, "height": 844})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
