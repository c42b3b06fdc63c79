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
    try:
        return decode(content, name)
    except InputError:
        declared = _DECLARED.search(content[:4096])
        if not declared or b"\0" in content:
            raise
        return _declared(content, declared[1].decode("ascii"), name)


def read_page(source: str, name: str) -> tuple[str, Metadata]:
    """The main text, the headline first where the page has one, and the metadata as the page writes it.

    Raises InputError where the page has no main text.
    """
    import trafilatura  # noqa: PLC0415 (a fifth of a second that other inputs need not wait)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree: Any = trafilatura.load_html(_XML.sub("", source))
    page: Any = None
    if tree is not None:
        stated = _dates(tree, source)
        language = tree.get("lang")
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
    return text, Metadata(title or None, page.sitename or None, page.url or None, stated or page.date, language)


def _dates(tree: Any, source: str) -> str | None:  # noqa: ANN401 (lxml has no types)
    """The date of publication with the precision that the page gives it."""
    for path in _DATES:
        if values := tree.xpath(path):
            return str(values[0])
    linked = _LINKED_DATA.search(source)
    return linked[1] if linked else None


def _declared(content: bytes, charset: str, name: str) -> str:
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError) as error:
        raise InputError(name, f"not text in the encoding it declares, {charset}") from error
