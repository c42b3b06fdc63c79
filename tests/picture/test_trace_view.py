"""The trace: from the origin on the left to the last to repeat it, every voice or folded, with the evidence at hand."""

import pytest

from tests.picture.test_page import shown
from tests.picture.worlds import add_assertion, dam, world

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('#picture svg text')].filter((t) => t.textContent).map((t) => {
    const r = t.getBoundingClientRect();
    return {x: r.x + 1, y: r.y + 2.5, w: r.width - 2, h: r.height - 5, text: t.textContent};
  });
  const cross = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const found = boxes.flatMap((a, k) => boxes.slice(k + 1).filter((b) => cross(a, b)).map((b) => [a.text, b.text]));
  const steps = [...document.querySelectorAll('#picture .step > rect')].map((s) => [s, s.getBoundingClientRect()]);
  const labels = [...document.querySelectorAll('#picture .link-label, #picture .exact')];
  labels.forEach((t) => { const a = t.getBoundingClientRect(); steps.forEach(([, b]) => {
    const over = a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
    if (over) found.push([t.textContent, 'a box']);
  }); });
  steps.forEach(([s, b]) => s.parentNode.querySelectorAll('text').forEach((t) => {
    const a = t.getBoundingClientRect();
    const out = a.left < b.left - 1 || a.right > b.right + 1 || a.bottom > b.bottom + 2;
    if (out) found.push([t.textContent, 'its own edge']);
  }));
  return found;
}"""


def place(tab, name):
    return tab.locator(f"#picture .step[data-id~='{name}'] > rect").evaluate(
        "r => ({x: r.x.baseVal.value, y: r.y.baseVal.value})"
    )


def test_the_origin_stands_left_of_who_passes_it_on(opened):
    tab = opened(dam(), focus="c1")
    assert place(tab, "s1")["x"] < place(tab, "s2")["x"]
    assert place(tab, "s4")["x"] == place(tab, "s6")["x"] < place(tab, "s5")["x"]


def test_articles_stand_by_date_and_those_without_one_last(opened):
    tab = opened(dam(), focus="c1")
    heights = [place(tab, name)["y"] for name in ("s2", "s3", "s9", "s11", "s10")]
    assert heights == sorted(heights)
    text = tab.locator("#picture").inner_text()
    assert "20 Mar" in text
    assert "first dated" in text
    assert "+10 days" in text
    assert "date not" in text


def test_the_verdict_stands_on_top_in_words(opened):
    tab = opened(dam(), focus="c1")
    assert (
        tab.locator(".verdict").inner_text().startswith("2 named origins and 1 unnamed, independence not established")
    )
    assert "denied by" in tab.locator(".notes").inner_text()
    assert "10 voices → 3 origins" in tab.locator(".counter").inner_text()


def test_folding_leaves_a_box_an_origin_and_merges_links(opened):
    tab = opened(dam(), focus="c1")
    assert tab.locator("#picture .step .role-origin").count() == 5
    tab.click("#fold")
    assert tab.locator("#picture .step .role-origin").count() == 3
    board = tab.locator("#picture .step[data-id~=s1]").text_content()
    assert "Amara Ng + Lars Po + National Dam Safety Board" in board
    assert "Lars Po, its director" in board
    tab.uncheck("#rule")
    assert tab.locator("#picture .step .role-origin").count() == 5
    assert tab.locator("#picture").inner_text().count("Carried by") == 1
    assert tab.trouble == []


def test_roles_differ_in_frame_and_sign_not_only_in_colour(opened):
    tab = opened(dam(), focus="c1")
    looks = {}
    for role, sign in (
        ("origin", "◉"),
        ("relay", "→"),
        ("unstated", "?"),
        ("doubtful", "≈"),
        ("denied", "✕"),
        ("open", "○"),
    ):
        rect = tab.locator(f"#picture .step .role-{role}").first
        assert sign in rect.locator("xpath=..").locator(".sign").text_content()
        looks[role] = rect.evaluate("r => { const s = getComputedStyle(r); return s.strokeDasharray + s.strokeWidth; }")
    assert len(set(looks.values())) == len(looks)
    assert tab.locator("#picture .step .unnamed").count() >= 1


def test_a_loop_is_marked(opened):
    tab = opened(dam(), focus="c2")
    assert tab.locator(".verdict").inner_text() == "circular"
    assert tab.locator("#picture .wire.ring").count() == 2
    assert tab.locator("#picture .link-label").filter(has_text="↺").count() >= 1


def test_the_words_on_a_link_and_of_a_voice_are_shown(opened):
    text = opened(dam(), focus="c1").locator("#picture").inner_text()
    assert "had told her" in text
    assert "“that the engineers had told her that the dam is cracked”" in text
    assert "told Channel Six" in text


def test_one_click_away_is_the_evidence_in_its_paragraph(opened):
    tab = opened(dam(), focus="c1")
    tab.click("#picture .step[data-id=s2]")
    panel = tab.locator("#panel")
    quote = panel.locator("blockquote")
    assert quote.inner_text().startswith("The mayor said that the engineers")
    assert quote.locator("mark.content").inner_text() == "that the engineers had told her that the dam is cracked"
    assert quote.locator("mark.cue").inner_text() == "said"
    assert quote.locator("mark.source").inner_text() == "The mayor"
    text = panel.inner_text()
    assert all(
        words in text
        for words in ("The Wire", "20 Mar 2024", "https://example.org/a", "0.90", "the same words of the same article")
    )
    assert "The article writes “The mayor”" in text


def test_without_the_text_the_words_around_are_shown(opened):
    tab = opened(world(), at="#view=trace&id=c2&e=a3")
    text = tab.locator("#panel").inner_text()
    assert "said the road is open on Monday" in text
    assert "outlet not known" in text
    assert "date not known" in text
    assert "basis not stated" in text
    assert "keeps the unnamed sources of each article apart" in text


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
@pytest.mark.parametrize(
    "view",
    ["view=trace&id=c1", "view=trace&id=c1&e=s2", "view=trace&id=c1&fold=1", "view=trace&id=c1&fold=1&rule=none",
     "view=trace&id=c2", "view=board&as=together", "view=trace&id=c7"],
)  # fmt: skip
def test_no_label_lies_over_another(opened, size, view):
    tab = opened(dam(), size=size, at=f"#{view}")
    assert tab.evaluate(OVERLAPS) == []


def test_no_label_lies_over_another_in_a_long_and_wide_trace(opened):
    graph = dam()
    for n in range(6):
        cites = [(f"l{n - 1}", "in a long and winding reference to")] if n else [("s4", "recalling"), ("s6", "and so")]
        add_assertion(
            graph, f"l{n}", "voss" if n % 2 else "ng", "b", "c1", "the dam is cracked from top to bottom", cites
        )
    for fold in ("", "&fold=1"):
        assert opened(graph, at=f"#view=trace&id=c1{fold}").evaluate(OVERLAPS) == []


def test_filters_lay_the_trace_out_anew(opened):
    tab = opened(dam(), focus="c1")
    before = tab.locator("#picture .step").count()
    tab.click("#toggle-filters")
    tab.select_option("#outlet", "post")
    assert 0 < tab.locator("#picture .step").count() < before
    assert "the filters hide" in tab.locator(".notes").inner_text()
    assert place(tab, "s3")["y"] < 60
    tab.click("#clear")
    tab.uncheck("#kind-unnamed")
    assert tab.locator("#picture .step[data-id=s4]").count() == 0
    tab.fill("#since", "2024-04-01")
    tab.uncheck("#undated")
    assert tab.locator("#picture .step").count() == 4
    assert tab.evaluate(OVERLAPS) == []
    assert "since=2024-04-01" in tab.url


def test_the_same_is_told_in_words(opened):
    tab = opened(dam(), focus="c1")
    text = tab.locator("details.in-words").text_content()
    assert "had told her → National Dam Safety Board" in text
    shown(tab, "view=trace&id=c2")
    assert "as reported by → The Wire" in tab.locator("details.in-words").text_content()


def test_why_one_claim_is_answered(opened):
    tab = opened(dam(), focus="c1")
    tab.click("text=why one claim?")
    assert tab.locator("#why-one").inner_text().count("the same words of the same article") == 13


def test_the_voices_glide_to_their_origins_where_motion_is_wanted(opened):
    tab = opened(dam(), focus="c1")
    ghosts = "() => { document.getElementById('fold').click(); return document.querySelectorAll('.ghost').length; }"
    assert tab.evaluate(ghosts) == 13
    tab.wait_for_function("() => document.querySelectorAll('.ghost').length === 0")
    tab.emulate_media(reduced_motion="reduce")
    tab.click("#unfold")
    assert tab.evaluate(ghosts) == 0
    assert tab.trouble == []
