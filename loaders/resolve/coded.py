"""Hand-made assertions: a person's reading of an article, tied to the article's own words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.errors import InputError
from graph.model import Actor, Article, Assertion, Reading, Sourcing, Span
from loaders.attribute.quotes import mode
from loaders.records import CodedAssertion
from loaders.resolve.evidence import BETWEEN, Found, Told, assertion
from loaders.resolve.phrase import Namer, Words
from loaders.resolve.register import Register
from loaders.resolve.resolve import complete
from loaders.resolve.scene import Scene, scene
from loaders.resolve.sight import here
from loaders.resolve.tokens import tokens

HAND = "hand"
"""Who made an assertion where the row names no coder."""
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'", "‚": "'"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its quotation marks plain and its white space single; `places` are its code points' in the text."""

    text: str
    places: tuple[int, ...]

    def all(self, words: str, within: Span) -> list[Span]:
        """Every range of the original text, inside one, that holds the words; they may not overlap."""
        needle, found, at = _plain(words), [], -1
        while needle and (at := self.text.find(needle, at + 1)) >= 0:
            span = (self.places[at], self.places[at + len(needle) - 1] + 1)
            if within[0] <= span[0] and span[1] <= within[1]:
                found.append(span)
            at += len(needle) - 1
        return found


def code(article: Article, rows: Sequence[CodedAssertion], register: Register) -> Reading:
    """What hand-made assertions of one article bring to the graph. Raises InputError for the first that does not fit.

    A row that cites somebody makes two assertions of the same words: the speaker's, and a reported one that it rests
    on, of the one cited. The evidence for that is the cited one's name where it stands near the words, else the cue,
    else the words themselves. Near means: in the same line.
    """
    text = article.text
    folded = _folded(text)
    made = scene(text, [(0, len(text))], article.id, article.published, register)
    actors: list[Actor] = []
    assertions: list[Assertion] = []
    sourcings: list[Sourcing] = []
    for row in rows:
        whole = (0, len(text))
        content = _content(folded, row, whole)
        line = _line(text, content)
        cue = _cue(folded, row, content, line)
        said = Told(row.mode or mode(content, text), row.coder or HAND, 1.0, row.polarity)
        actor = _actor(row.actor, made)
        source = _nearest(folded, row.actor, content, line)
        speaker = assertion(article, Found(content, source, cue), actor, said)
        assertions.append(speaker)
        actors += [actor] if actor else []
        if row.citing:
            cited = _actor(row.citing, made)
            named = _nearest(folded, row.citing, content, line)
            upstream = assertion(article, Found(content, named, (), reported=True), cited, said)
            words = (named or cue or content)[0]
            assertions.append(upstream)
            sourcings.append(Sourcing(speaker.id, upstream.id, text[slice(*words)], *words))
            actors += [cited] if cited else []
    outlet = [register.actor(article.outlet)] if article.outlet in register.entries else []
    return complete(Reading(article, (*outlet, *actors), (), tuple(assertions), tuple(sourcings)), register)


def _content(folded: Folded, row: CodedAssertion, within: Span) -> tuple[Span, ...]:
    """Where a row's words stand: whole, or in pieces between ellipses, each after the one before."""
    if not _plain(row.words):
        raise InputError(row.where, "the words are missing")
    whole = folded.all(row.words, within)
    if len(whole) == 1:
        return (whole[0],)
    pieces = [piece for piece in row.words.split(BETWEEN.strip()) if _plain(piece)]
    if whole or len(pieces) < 2:
        raise InputError(row.where, _unclear(row.words, len(whole)))
    found: list[Span] = []
    for piece in pieces:
        rest = folded.all(piece, (found[-1][1] if found else within[0], within[1]))
        if not rest or (not found and len(rest) > 1):
            raise InputError(row.where, _unclear(piece, len(rest)))
        found.append(rest[0])
    return tuple(found)


def _unclear(words: str, times: int) -> str:
    shown = words if len(words) <= 80 else words[:79] + "…"
    if times:
        return f"the words {shown!r} stand {times} times in the article: give more of them"
    return f"the words {shown!r} do not stand in the article"


def _cue(folded: Folded, row: CodedAssertion, content: Sequence[Span], line: Span) -> tuple[Span, ...]:
    if not row.cue:
        return ()
    cue = _nearest(folded, row.cue, content, line)
    if not cue:
        raise InputError(row.where, f"the cue {row.cue!r} does not stand in the line of the words")
    return cue


def _nearest(folded: Folded, words: str | None, content: Sequence[Span], line: Span) -> tuple[Span, ...]:
    """The place of words in a line that is nearest to the content and outside of it if there is one."""
    places = folded.all(words or "", line)
    start, end = content[0][0], content[-1][1]
    outside = [span for span in places if not any(s <= span[0] and span[1] <= e for s, e in content)]
    best = sorted(outside or places, key=lambda span: (max(start - span[1], span[0] - end, 0), span))
    return tuple(best[:1])


def _actor(name: str | None, made: Scene) -> Actor | None:
    """Who a name is: a name of the register, else read as a source of the article would be."""
    known = made.register.named(name or "")
    if known or not name:
        return known
    beside = replace(made, text=name)
    read = Namer(beside).read(tokens(name))
    if isinstance(read, Words):
        return here("unnamed", read.text, made.article)
    return read


def _line(text: str, content: Sequence[Span]) -> Span:
    start = text.rfind("\n", 0, content[0][0]) + 1
    end = text.find("\n", content[-1][1])
    return start, len(text) if end < 0 else end


def _plain(words: str) -> str:
    return " ".join(words.translate(_QUOTES).split())


def _folded(text: str) -> Folded:
    letters = list(_letters(text))
    return Folded("".join(letter for letter, _ in letters), tuple(place for _, place in letters))


def _letters(text: str) -> Iterator[tuple[str, int]]:
    space = True
    for place, letter in enumerate(text.translate(_QUOTES)):
        if not letter.isspace():
            yield letter, place
        elif not space:
            yield " ", place
        space = letter.isspace()
