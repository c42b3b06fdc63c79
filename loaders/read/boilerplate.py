"""Which paragraphs of a text are the article. In doubt a paragraph is kept."""

from collections.abc import Sequence
from typing import NamedTuple

from graph.model import Span
from loaders.read.captions import captions
from loaders.read.dates import is_dateline, parse_clock, parse_date
from loaders.read.labels import bare, is_aside, is_label, is_litter
from loaders.read.paragraphs import Paragraph, is_prose
from loaders.read.tails import is_tail_heading, tails

NEAR_TOP = 8
_CLOSED = (".", ",", ":", ";", "…")


class Parts(NamedTuple):
    """The ranges to be read, the headline's range, and the date line's date (ISO 8601); None where there is none."""

    body: tuple[Span, ...]
    headline: Span | None
    published: str | None


def parts(paragraphs: Sequence[Paragraph]) -> Parts:
    """What is the article among its page's paragraphs.

    Left out are captions (`captions`), labels, litter and asides (`labels`), links to other articles (`tails`), and
    what stands above the headline or names the author. Where nothing would be left, all is kept.
    """
    cut = {i for i, p in enumerate(paragraphs) if is_label(p.text) or is_litter(p.text) or is_aside(p.text)}
    cut.update(captions(paragraphs))
    lead = next((i for i, p in enumerate(paragraphs) if i not in cut and is_prose(p.text)), None)
    headline = None
    if lead is not None:
        headline = next((i for i in range(lead) if i not in cut and _is_headline(paragraphs, i)), None)
        cut.update(i for i in range(lead) if _is_above(paragraphs, i, headline))
        cut.update(i for i in tails(paragraphs, lead) if i != headline)
    body = tuple(p.span for i, p in enumerate(paragraphs) if i not in cut)
    return Parts(
        body or tuple(p.span for p in paragraphs),
        None if headline is None else paragraphs[headline].span,
        _published(paragraphs),
    )


def _is_headline(paragraphs: Sequence[Paragraph], i: int) -> bool:
    """4 to 22 words near the top that end no sentence, with a blank line or a date line after them."""
    text, following = paragraphs[i].text, paragraphs[i + 1]
    return (
        i < NEAR_TOP
        and 4 <= len(text.split()) <= 22
        and not text.endswith(_CLOSED)
        and not is_tail_heading(text)
        and not _is_byline(text)
        and (following.apart or is_label(following.text))
    )


def _is_above(paragraphs: Sequence[Paragraph], i: int, headline: int | None) -> bool:
    text = paragraphs[i].text
    masthead = headline is not None and i < headline and len(text.split()) < 4
    return masthead or _is_byline(text) or is_tail_heading(text)


def _is_byline(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 10 and words[0] in ("By", "BY") and words[1][:1].isupper() and not is_prose(text)


def _published(paragraphs: Sequence[Paragraph]) -> str | None:
    """The date of the stand-alone date line near the top; None if the text has another, as a timeline has."""
    dates = [(i, parse_date(p.text)) for i, p in enumerate(paragraphs) if _is_publication(p.text)]
    known = [(i, day) for i, day in dates if day and len(day) > 7]
    if not known or known[0][0] >= NEAR_TOP or len({day for _, day in known}) > 1:
        return None
    i, day = known[0]
    clock = parse_clock(paragraphs[i + 1].text) if i + 1 < len(paragraphs) else None
    return f"{day}T{clock}" if clock and "T" not in day else day


def _is_publication(text: str) -> bool:
    return is_dateline(text) and not bare(text).startswith(("updated", "last", "modified"))
