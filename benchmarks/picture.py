"""How soon the explorer's page can be used, beside an empty page with vis-network: `python -m benchmarks.picture`.

Both are opened in a real Chromium in turn, several times. Usable: the page has drawn its first view and answers to a
key. The ratio is of the medians; the file's size and the bytes a node are printed with it.
"""

import statistics
import tempfile
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from queries.picture import write_page
from tests.browser import QUIET, executable
from tests.picture.worlds import crowd

VIS = Path(__file__).parents[1] / "queries" / "picture" / "vendor" / "vis-network.min.js"
SIZES = (50, 1_000, 10_000)
ROUNDS = 7
_EMPTY = """<!doctype html><title>empty</title><div id="n" style="height:600px"></div><script>{vis}</script>
<script>new vis.Network(document.getElementById("n"), {{nodes: [], edges: []}}, {{physics: false}});
window.whence = {{ready: true}};</script>"""


def seconds(browser: Browser, path: Path) -> float:
    """From asking for the page until it is drawn and has answered to a key."""
    tab = browser.new_page(viewport={"width": 1280, "height": 720})
    began = perf_counter()
    tab.goto(path.as_uri())
    tab.wait_for_function("() => window.whence && window.whence.ready", polling=10)
    tab.keyboard.press("Tab")
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    took = perf_counter() - began
    tab.close()
    return took


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=QUIET)
        empty = Path(folder) / "empty.html"
        empty.write_text(_EMPTY.format(vis=VIS.read_text(encoding="utf-8")), encoding="utf-8")
        seconds(browser, empty)
        for size in SIZES:
            path = Path(folder) / f"{size}.html"
            began = perf_counter()
            write_page(path, crowd(size), title="A crowd")
            wrote = perf_counter() - began
            pairs = [(seconds(browser, path), seconds(browser, empty)) for _ in range(ROUNDS)]
            ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
            told = f"{size:6} nodes: usable in {ours:.2f} s, {ours / theirs:.2f} times an empty page ({theirs:.2f} s)"
            print(f"{told}; {path.stat().st_size / 1e6:.1f} MB, written in {wrote:.1f} s")
        browser.close()


if __name__ == "__main__":
    main()
