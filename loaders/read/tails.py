"""What follows an article on its page, or stands between its parts: links to other articles."""

import re
from collections.abc import Iterator, Sequence, Set

from loaders.read.dates import parse_clock
from loaders.read.labels import bare, is_label
from loaders.read.paragraphs import Paragraph, is_prose

FEWEST = 3
MOST_SENTENCES = 10
_HEADING = re.compile(
    r"""
      related(?:\ (?:posts?|articles?|stories|news|topics?|content|links|coverage|reading))?
    | (?:read|see|watch)\ (?:also|next|more) | also\ read | what\ to\ read\ next | up\ next | in\ this\ story
    | (?:more|latest|top|other|recent|popular|trending)(?:\ \w+)?\ (?:news|stories|articles|posts|headlines)
    | more\ (?:on|from|in|about)\b.{0,40} | you\ (?:may|might)(?:\ also)?\ (?:like|be\ interested\ in)
    | trending(?:\ now)?
    | recommended(?:\ \w+){0,3} | (?:most|popular)\ (?:read|viewed|popular|recent|commented|posts)
    | editor(?:['’]?s|s['’])?\ (?:picks?|choice) | tags? | topics? | keywords | filed\ under | categories
    """,
    re.VERBOSE,
)
_INLINE = re.compile(
    r"""(?: tags? | topics | keywords | filed\ under | categories | read\ (?:also|more|next) | also\ read | see\ also
    | related(?:\ \w+)? | watch ) \s*[:|]\s*\S""",
    re.IGNORECASE | re.VERBOSE,
)
_BULLET = re.compile(r"[•·▪‣◦*–-]\s+\S")
_CLOCK_FIRST = re.compile(r"\d{1,2}[:.]\d\d\s+\S")


def is_tail_heading(text: str) -> bool:
    """A line that is nothing but the heading of links to other articles, such as "Related Posts" or "Read also:"."""
    return len(text) <= 80 and bool(_HEADING.fullmatch(bare(text)))


def tails(paragraphs: Sequence[Paragraph], lead: int) -> Iterator[int]:
    """The indexes after the lead paragraph of links to other articles.

    - a heading ("Read also:") with all that follows it up to the next sentence;
    - a line that begins "Tags: …" or "Read also: …" and is no sentence;
    - where at least three times of day begin a headline: each; where they stand alone: each with the headline after
      it, but nothing where a sentence stands after more than one in ten, as in a live report;
    - at least three headlines with bullets at the very end of the text.
    """
    rest = range(lead + 1, len(paragraphs))
    yield from _headed(paragraphs, rest)
    yield from (i for i in rest if _INLINE.match(paragraphs[i].text) and not is_prose(paragraphs[i].text))
    yield from _timed(paragraphs, rest)
    yield from _bulleted(paragraphs, rest)


def _headed(paragraphs: Sequence[Paragraph], rest: range) -> Iterator[int]:
    inside = False
    for i in rest:
        text = paragraphs[i].text
        inside = is_tail_heading(text) or (inside and not is_prose(text))
        if inside:
            yield i


def _timed(paragraphs: Sequence[Paragraph], rest: range) -> Iterator[int]:
    first = [i for i in rest if _CLOCK_FIRST.match(paragraphs[i].text) and not is_prose(paragraphs[i].text)]
    if len(first) >= FEWEST:
        yield from first
    clocks = {i for i in rest if len(paragraphs[i].text) < 20 and parse_clock(paragraphs[i].text)}
    if len(clocks) < FEWEST:
        return
    items = [_item(paragraphs, i, clocks) for i in sorted(clocks)]
    if sum(is_prose(paragraphs[item[-1]].text) for item in items) * MOST_SENTENCES <= len(items):
        yield from (i for item in items for i in item if not is_prose(paragraphs[i].text))


def _item(paragraphs: Sequence[Paragraph], clock: int, clocks: Set[int]) -> range:
    """A time of day, the labels after it, and the first paragraph that is none; up to the next time of day."""
    end = clock + 1
    while end < len(paragraphs) and end not in clocks:
        end += 1
        if not is_label(paragraphs[end - 1].text):
            break
    return range(clock, end)


def _bulleted(paragraphs: Sequence[Paragraph], rest: range) -> Iterator[int]:
    run = 0
    for i in reversed(rest):
        text = paragraphs[i].text
        if not _BULLET.match(text) or is_prose(text) or len(text.split()) < 4:
            break
        run += 1
    if run >= FEWEST:
        yield from range(len(paragraphs) - run, len(paragraphs))
