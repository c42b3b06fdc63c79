"""Which paragraphs are picture captions and credits."""

import re
from collections.abc import Iterator, Sequence

from loaders.read.paragraphs import Paragraph, is_prose

LONGEST = 300
_NOUN = (
    r"(?:pictures?|photos?|photograph(?:s|y)?|images?|illustrations?|(?:photo |image |picture )?credits?|image source)"
)
_AGENCY = r"(?:getty(?:\ images)?|reuters|afp|alamy|epa|shutterstock|ap|pa)"
_LABEL = re.compile(rf"{_NOUN}\s*:?", re.IGNORECASE)
_CREDIT = re.compile(rf"{_NOUN}(?: courtesy(?: of)?)?\s*[:/©|]\s*\S.*", re.IGNORECASE)
_CLOSING = re.compile(
    rf"""
      \( [^()]{{0,60}}\b (?:photo|image|picture)s? (?: \s*(?:by\b|via\b|courtesy|credit|[:/]) [^()]{{0,80}} )? \)\.?$
    | \( [^()]{{0,40}}\b {_AGENCY} (?: \s?/ [^()]{{1,60}} )? \)\.?$
    | (?: \s[|/©] | © | \b(?:photo|image|picture)s?(?:\ by)?: ) \s? [^.|/©]{{0,40}}\b {_AGENCY}\.?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEXT_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")


def captions(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The indexes of captions and credits.

    - "Picture:" alone, the short line after it (the agency) and the sentence right before it (the caption); the
      caption is one sentence of at most 300 characters, and no further from the label than the agency is;
    - a line that begins "Photo: …", at most 15 words;
    - a line that ends in a credit: "(Photo by …)", "(AP Photo/…)", "… / Getty Images";
    - a short line twice in a row, as a picture's alternative text and its credit are.
    """
    for i, here in enumerate(paragraphs):
        if len(here.text) > LONGEST:
            continue
        if _LABEL.fullmatch(here.text):
            yield from _around_label(paragraphs, i)
        elif (_CREDIT.fullmatch(here.text) and len(here.text.split()) <= 15) or _CLOSING.search(here.text):
            yield i
        elif i and here.text == paragraphs[i - 1].text and _is_short(here.text):
            yield from (i - 1, i)


def _around_label(paragraphs: Sequence[Paragraph], label: int) -> Iterator[int]:
    after = paragraphs[label + 1] if label + 1 < len(paragraphs) else None
    if not after or not _is_short(after.text):
        if paragraphs[label].text.endswith(":"):
            yield label
        return
    yield from (label, label + 1)
    before = paragraphs[label - 1] if label else None
    set_alike = paragraphs[label].apart == after.apart
    if (
        before
        and set_alike
        and len(before.text) <= LONGEST
        and is_prose(before.text)
        and not _NEXT_SENTENCE.search(before.text)
    ):
        yield label - 1


def _is_short(text: str) -> bool:
    return len(text.split()) <= 8 and not is_prose(text.replace("U.S.", "US"))
