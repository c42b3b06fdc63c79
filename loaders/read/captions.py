"""Which paragraphs are picture captions and credits."""

import re
from collections.abc import Iterator, Sequence

from loaders.read.paragraphs import Paragraph, is_prose

LONGEST = 300
_NOUN = r"(?:pictures?|photos?|photographs?|photography|images?|illustrations?|credits?|photo credit|image credit|picture credit|image source)"
_LABEL = re.compile(rf"{_NOUN}\s*:?", re.I)
_CREDIT = re.compile(rf"{_NOUN}(?: courtesy(?: of)?)?\s*[:/©|]\s*\S.*", re.I)
_CLOSING = re.compile(
    r"\((?:[^()]{0,60}\s)?(?:(?:file |ap |afp |reuters |stock )?(?:photo|image|picture)s?\s*(?:by\b|:|/|courtesy|via\b|credit|$)[^()]{0,80}|file (?:photo|image|picture)|[^()]{0,40}/?getty(?: images)?|(?:ap|afp) photo[^()]{0,80}|(?:ap|afp|reuters|epa|pa)\s?/[^()]{1,60})\)\.?$"
    r"|(?:\s[|/©]|©|\b(?:photo|image|picture)s?(?: by)?:)\s?[^.|/©]{0,40}\b(?:getty(?: images)?|reuters|afp|alamy|epa|shutterstock|ap)\)?\.?$",
    re.I,
)
_NEXT_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")


def captions(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The indexes of captions and credits.

    - "Picture:" alone, the short line after it (the agency) and the sentence right before it (the caption); the sentence
      is at most 300 characters, one, and no further from the label than the agency is;
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
