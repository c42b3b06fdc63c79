"""Attributions while they are being put together, and their way into records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.model import Span
from loaders.attribute.quotes import mode
from loaders.attribute.spans import length, whole_name
from loaders.records import Attribution, Citation

LOWEST = 0.25
"""Score below which an attribution is noise: three of four are wrong."""
INFERRED = 0.9
"""What a link found by its words keeps of the score of the attribution that it belongs to."""


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution that may still gain sources, content and what it rests on. Compared by identity."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    score: float
    rests_on: list[tuple["Draft", Span]] = field(default_factory=list)
    inside: "Draft | None" = None
    reported: bool = False
    carries: "Draft | None" = None

    def rest_on(self, upstream: "Draft", words: Span) -> None:
        """Note that this one passes on `upstream`, which is then known only through it. A loop is not made."""
        if upstream is not self and not upstream.reaches(self):
            self.rests_on.append((upstream, words))
            upstream.reported = True

    def rest_on_one(self, source: Sequence[Span], cue: Span) -> "Draft":
        """A new draft that has the same words, on whom this one rests: "X, citing Y"."""
        upstream = Draft(list(source), [cue], list(self.content), self.score * INFERRED)
        self.rest_on(upstream, cue)
        return upstream

    def reaches(self, other: "Draft") -> bool:
        return any(up is other or up.reaches(other) for up, _ in self.rests_on)

    def carry(self, upstream: "Draft", words: Span) -> None:
        """Note that this one only carries the words of `upstream`: "X told OUTLET"."""
        self.rest_on(upstream, words)
        self.carries = upstream if any(up is upstream for up, _ in self.rests_on) else None

    def teller(self) -> "Draft":
        """Who first said the words that are carried: what stands in them stands in his."""
        return self.carries.teller() if self.carries and self.carries.content == self.content else self

    def holds(self, other: "Draft") -> bool:
        """Whether another's name and cue, as far as he has them, stand in this one's words."""
        frame = (*other.source[:1], *other.cue[:1])
        return bool(frame) and all(any(s <= a and b <= e for s, e in self.content) for a, b in frame)

    def overlap(self, spans: Sequence[Span]) -> int:
        """Code points of the content that are in `spans`."""
        return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in self.content for b in spans)


def innermost(holding: Iterable[Draft]) -> Draft | None:
    """Of those in whose words something stands, the one with the fewest; None of nobody."""
    return min(holding, key=lambda draft: length(draft.content), default=None)


def records(drafts: Sequence[Draft], text: str) -> tuple[Attribution, ...]:
    """The drafts that have content and are not noise, in order of the text, as records with ids a1, a2, …"""
    kept = sorted(
        (d for d in drafts if d.content and d.score >= LOWEST),
        key=lambda d: (min(d.content + d.cue + d.source), d.reported),
    )
    ids = {d: f"a{n}" for n, d in enumerate(kept, 1)}
    cited = {up for d in kept for up, _ in d.rests_on}
    return tuple(
        Attribution(
            ids[d],
            tuple(sorted(whole_name(text, span) for span in d.source)),
            tuple(sorted(d.cue)),
            tuple(joined(d.content, text)),
            mode(d.content, text),
            round(d.score, 4),
            tuple(Citation(ids[up], words) for up, words in d.rests_on if up in ids),
            ids.get(d.inside) if d.inside else None,
            d in cited,
        )
        for d in kept
    )


def joined(spans: Sequence[Span], text: str) -> list[Span]:
    """The spans in order, those that overlap or have only white space between them made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
