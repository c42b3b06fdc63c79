"""What each step hands to the next: read → Document → attribute → Attribution → resolve → graph.model records."""

import re
from dataclasses import dataclass

from graph.model import Mode, Polarity, Span

_LINE_END = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read, with what its source says of itself; unknown stays None.

    `text` is the decoded input itself where the input is text (so that offsets slice the file), else what was
    extracted, and then `extracted` is true. `body` are the ranges of `text` to be read for attributions, in order:
    headline and paragraphs, a range each, without captions, related posts, headline lists and litter. `headline` is the
    range of the headline in `text` where there is one. `sha256` is that of the input's bytes. `place` is the absolute
    path or URL; None for stdin. `outlet` is a name as written.
    """

    name: str
    place: str | None
    sha256: str
    text: str
    body: tuple[Span, ...]
    extracted: bool = False
    headline: Span | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None

    @property
    def prose(self) -> str:
        """`text` with a space for each line end inside a range of the body: a wrapped paragraph is one line."""
        if not any(_LINE_END.search(self.text, start, end) for start, end in self.body):
            return self.text
        parts, last = [], 0
        for start, end in self.body:
            parts += [self.text[last:start], _LINE_END.sub(" ", self.text[start:end])]
            last = end
        return "".join([*parts, self.text[last:]])


@dataclass(frozen=True, slots=True)
class Citation:
    """That an attribution rests on another: its id, and the words that say so ("citing", "told")."""

    target: str
    words: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what in which words, as spans of a Document's text, before anybody is recognised.

    `source` and `cue` may be empty, `content` never is; each is in pieces where it stands in pieces. `id` is unique in
    its document. `nested_in` is the attribution whose content holds this one. `reported`: known only through another.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    score: float
    sourced_from: tuple[Citation, ...] = ()
    nested_in: str | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class CodedAssertion:
    """A hand-made assertion: a person's reading of an article, one row of a CSV, YAML or JSONL file.

    `article` is the id, path, URL or title of an article, `words` occur in its text, `citing` names the actor it is
    sourced from. `where` is the file and row, for error messages. `start` is the code point at which the words begin,
    for words that stand several times. `strike`: no assertion, but that the one read in these words is none.
    """

    where: str
    article: str
    actor: str | None
    words: str
    cue: str | None = None
    citing: str | None = None
    mode: Mode | None = None
    polarity: Polarity | None = None
    coder: str | None = None
    start: int | None = None
    strike: bool = False
