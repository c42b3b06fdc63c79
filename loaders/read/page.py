"""The main text of an HTML page and what the page says of itself. Nothing is fetched."""

import logging
import re
from typing import Any

from graph.errors import InputError
from loaders.read.decode import decode
from loaders.read.metadata import Metadata

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATES = (
    "//meta[@property='article:published_time' or @property='og:published_time']/@content",
    "//meta[@itemprop='datePublished' or @name='date' or @name='pubdate' or @name='DC.date.issued']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
_LINKED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")


def decode_page(content: bytes, name: str) -> str:
    """The page's source. A charset that the page declares is believed where the bytes are not UTF-8."""
    declared = _DECLARED.search(content[:4096])
    if declared and b"\0" not in content and not _is_utf8(content):
        return _declared(content, declared[1].decode("ascii"), name)
    return decode(content, name)


def read_page(source: str, name: str) -> tuple[str, Metadata]:
    """The main text, the headline first where the page has one, and the metadata as the page writes it.

    Raises InputError where the page has no main text.
    """
    import trafilatura  # noqa: PLC0415 (a fifth of a second that other inputs need not wait)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree: Any = trafilatura.load_html(_XML.sub("", source))
    page: Any = None
    if tree is not None:
        page = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
        )
    if page is None or not (page.text or "").strip():
        raise InputError(name, "no main text on the page")
    title = " ".join((page.title or "").split())
    text = page.text if not title or title in page.text[: 2 * len(title) + 100] else f"{title}\n\n{page.text}"
    # Where a page names no site, the library gives the host, which is not a name.
    outlet = page.sitename if page.sitename and page.sitename != page.hostname else None
    return text, Metadata(title or None, outlet, page.url, _published(tree, source, page.date), tree.get("lang"))


def _published(tree: Any, source: str, day: str | None) -> str | None:  # noqa: ANN401 (lxml has no types)
    """The date of publication as the page states it; else the day that the library found, unless it is a change's."""
    for path in _DATES:
        if values := tree.xpath(path):
            return str(values[0])
    linked = _LINKED_DATA.search(source)
    if linked:
        return linked[1]
    changed = tree.xpath("//meta[contains(@property, 'modified') or contains(@property, 'updated')]/@content")
    return None if day is None or any(str(moment).startswith(day) for moment in changed) else day


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(content: bytes, charset: str, name: str) -> str:
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError) as error:
        raise InputError(name, f"not text in the encoding it declares, {charset}") from error
