"""Assertions as records: the words of the article, word for word, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ids import digest
from graph.model import Actor, Article, Assertion, Mode, Polarity, Span
from loaders import cues

CONTEXT = 32
"""Code points of prefix and suffix."""
BETWEEN = " … "
"""What stands between the pieces of an assertion's words."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an assertion's words stand in its article. `source` and `cue` may be empty."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an assertion beside its words. A polarity of None is read from the cue."""

    mode: Mode
    by: str
    score: float
    polarity: Polarity | None = None
    doubtful: bool = False


def assertion(article: Article, found: Found, actor: Actor | None, told: Told) -> Assertion:
    """The record of what `found` shows; its id is made of the article and the places alone."""
    text, content, cue = article.text, _ordered(found.content), _edges(found.cue)
    source = _edges(found.source)
    start, end = content[0][0], max(e for _, e in content)
    cue_words = joined(text, found.cue)
    return Assertion(
        id=digest("assertion", article.id, content, _ordered(found.source), _ordered(found.cue), found.reported),
        article=article.id,
        actor=actor.id if actor else None,
        exact=joined(text, content),
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        spans=content,
        cue=cue_words or None,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        source_text=joined(text, found.source) or None,
        source_start=source[0] if source else None,
        source_end=source[1] if source else None,
        mode=told.mode,
        polarity=told.polarity or cues.polarity(cue_words, text[start:end]),
        certainty=cues.certainty(text, cue, (start, end)),
        reported=found.reported,
        by=told.by,
        score=told.score,
        basis=cues.basis(actor, cue_words, text[start:end], reported=found.reported),
        doubtful=told.doubtful,
    )


def joined(text: str, spans: Sequence[Span]) -> str:
    """The words of the pieces in order, an ellipsis between."""
    return BETWEEN.join(text[start:end] for start, end in _ordered(spans))


def _ordered(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted((start, end) for start, end in spans))


def _edges(spans: Sequence[Span]) -> Span | None:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None
