"""Outlets that saw a paper a sentence before it speaks: "OUTLET has studied the order. The paper says Z"."""

import re
from collections.abc import Sequence

from loaders.attribute.carriers import carrier
from loaders.attribute.drafts import Draft
from loaders.attribute.phrases import Phrase
from loaders.attribute.sentences import sentence_at, sentence_before
from loaders.attribute.spans import touches, words
from loaders.attribute.speaking import Knows, is_carrier, is_paper
from loaders.words import DOCUMENTS, PAPERS, word_set

_SAW = re.compile(
    r"(?P<name>(?:the\s|The\s)?[A-Z](?:(?!\s(?:not|has|have|had|never)\b)[^,;:“”\"\n]){1,50}?)"
    r"(?:\s+(?:said|says)\s+(?:it|they))?\s+(?P<cue>(?:(?:has|have|had|also)\s+){0,2}"
    r"(?:reviewed|studied|seen|saw|obtained|viewed|examined|consulted|(?:was|were)\s+able\s+to\s+(?:consult|review|read|see)"
    r"|listened\s+to|read))\s+(?P<what>(?:an?|the|some|several|copies|excerpts|screenshots|dozens|hundreds|more|two|three|four|\d)\b"
    r"[^;:“”\"\n]{3,200})"
)
_ENDS = re.compile(
    r"\s(?:of|in|from|about|on|for|by|to|with|between|that|which|whose|dated|sent|written|seen|\w{3,}(?:ing|ed))\b|[,.(]"
)
"""Where the name of what was seen ends: "a copy of the order", "screenshots showing"."""
_PART = re.compile(
    r"(?:it|they|all|both|some|others|(?:one|another|each)(?:\sof\s(?:them|the\s.*))?"
    r"|(?:the\s)?(?:paragraph|page|section|article|chapter|line|entry)\s\w+)"
)
_UNABLE = re.compile(r"(?:that\s)?(?:it|they)\s(?:could|was|were|did|had)\s(?:not|unable)|(?:could|did)\snot\b")
"""What an outlet says of itself: "It said it could not verify the letter"."""
_IN_ONE = re.compile(
    r"\bin\s(?:one|another|the)\s(?:of\s(?:the|these|those)\s)?(?:message|letter|entry|note|document|post|text|e-mail|memo)s?\b"
)
_PAPERS = PAPERS | DOCUMENTS | word_set("instructions instruction orders copies screenshots order text texts chat")
_MANY = word_set(
    "copy copies dozens hundreds thousands pages parts portions sections several some number set series trove cache"
)
_OF_THEM = frozenset(["they", "all", "both", "some", "others"])
"""What is said of papers right behind them, and farther on of people."""
FAR = 2
"""Sentences behind it in which the paper may speak."""


def reviewed(drafts: Sequence[Draft], text: str, is_outlet: Knows) -> list[Draft]:
    """The outlets that have seen a paper that speaks in one of the sentences behind."""
    added: list[Draft] = []
    for draft in [d for d in drafts if d.source and d.cue and d.content and not d.inside]:
        carried = any(d.carries is draft for d in (*drafts, *added))
        saw = _seen(draft, text, is_outlet) if not carried and _is_of_paper(draft, text) else None
        if saw and not any(touches(saw.cue, d.cue) and d.overlap(draft.content) for d in drafts):
            added.append(carrier(draft, saw))
    return added


def _is_of_paper(draft: Draft, text: str) -> bool:
    """Whether a speaker is a paper, or a part of one, "Paragraph 11", "It", "One", or speaks "in one message"."""
    name = words(text, draft.source).lower()
    in_one = _IN_ONE.search(text, *sentence_at(text, draft.cue[0][0]))
    paper = is_paper(name.removeprefix("the ")) or not _PAPERS.isdisjoint(name.split()[-1:])
    part = _PART.fullmatch(name) and not _UNABLE.match(text, draft.content[0][0])
    return bool(in_one or paper or part)


def _seen(draft: Draft, text: str, is_outlet: Knows) -> Phrase | None:
    """The outlet and its cue, in one of the sentences before."""
    start = sentence_at(text, min(draft.source)[0])[0]
    many = words(text, draft.source).lower() in _OF_THEM
    for _ in range(1 if many else FAR):
        before = sentence_before(text, start)
        if before is None:
            return None
        start = before[0]
        found = _SAW.match(text, *before)
        if found and is_carrier(found["name"], is_outlet) and _is_paper(found["what"]):
            return Phrase(found.span("cue"), found.span("name"))
    return None


def _is_paper(what: str) -> bool:
    """Whether a paper was seen, or pages of one, and not "a rise in reports"."""
    heads = [part.split()[-1] for part in _ENDS.split(what.lower()) if part.strip()]
    return next((head for head in heads if head not in _MANY), "") in _PAPERS
