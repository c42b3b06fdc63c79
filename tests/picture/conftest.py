"""A graph's page, opened in the real browser, which notes whatever a page must not do."""

import pytest

from queries.picture import write_page


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a graph's page; `trouble` collects whatever a page must not do."""
    pages = []

    def open_page(graph, **options):
        path = tmp_path / "network.html"
        address = options.pop("at", "")
        width, height = options.pop("size", (1280, 720))
        scheme = options.pop("scheme", "light")
        write_page(path, graph, title=options.pop("title", "A test"), **options)
        tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        tab.trouble = []
        tab.on("console", lambda message: tab.trouble.append(message.text))
        tab.on("pageerror", lambda error: tab.trouble.append(str(error)))
        tab.on("dialog", lambda dialog: (tab.trouble.append(dialog.message), dialog.dismiss()))
        tab.on(
            "request",
            lambda request: None if request.url.partition("#")[0] == path.as_uri() else tab.trouble.append(request.url),
        )
        tab.goto(path.as_uri() + address)
        tab.wait_for_function("() => window.whence && window.whence.ready", timeout=60_000)
        pages.append(tab)
        return tab

    yield open_page
    for tab in pages:
        tab.close()
