"""What the first reader learns from the passages: its own reading, with what the whole step gets wrong mended.

The corpus marks more than whence reads for, and the step's rules are made for what a reader of the corpus finds. So
the passages' marks are not the aim themselves. What the reader finds stays as it is, but that a content or a source
that is marked otherwise takes the marks, what is neither marked nor left out by the step goes, and what the reader
misses comes in, unless it stands inside another's words or shares its cue with another: that is left to the second
reader and the rules.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.attribute import attribute
from loaders.attribute.link import Flat, flat_attributions
from loaders.attribute.paragraphs import ranges
from loaders.attribute.spans import touches
from loaders.attribute.tagger import Tagger
from loaders.records import Attribution, Document
from loaders.resolve import Register
from training.corpus import ROLES, Article, Gold, Span
from training.sourced import gold_of

ALIKE = 0.3
"""The share of letters in both of those in either from which two contents are about one thing."""
HALF = 0.5
"""The share from which two contents are the same, with other edges."""
SAME = 0.93
"""The share from which a content's edges are right."""
Letters = frozenset[int]
Row = Mapping[str, Any]


@dataclass
class Mark:
    """An attribution as it is marked, and where its content's letters are."""

    spans: dict[str, list[Span]]
    letters: Letters
    optional: bool


def read_mended(path: Path, tagger: Tagger, register: Register) -> Iterator[Article]:
    """The passages of a file, each with what the tagger is to find in it."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        held = json.loads(line)
        yield mended(f"passage {number}", held["text"], held["attributions"], tagger, register)


def mended(name: str, text: str, rows: Sequence[Row], tagger: Tagger, register: Register) -> Article:
    """A passage with what the tagger finds in it, mended by its marks, rows as `passages.jsonl` has them."""
    marks = [_mark(row, text) for row in rows]
    document = Document(name, None, "", text, ranges(text))
    step = attribute(document, register.knows, register.is_outlet, tagger)
    out = Article(name, text, [])
    used: list[Mark] = []
    for section in tagger.read(text, document.body):
        for flat in flat_attributions(section, tagger.weights):
            mark = _nearest(flat, text, marks)
            if mark and not mark.optional:
                out.attributions.append(_mended(flat, mark, text))
                used.append(mark)
            elif mark or _is_doubtful(flat, marks) or not _survives(flat, step, text):
                out.attributions.append(Gold(_roles(flat)))
    for mark in marks:
        if mark not in used and _is_missing(mark, marks, out):
            out.attributions.append(Gold(mark.spans))
    return out


def _mended(flat: Flat, mark: Mark, text: str) -> Gold:
    """An attribution as found, but with the marked content, or the marked source, where it has another."""
    letters, roles = _letters(flat.content, text), _roles(flat)
    share, at_cue, of_one = _shared(letters, mark.letters), _meet(roles, mark, "cue"), _is_of_one(roles, mark)
    if at_cue and of_one and letters and mark.letters and share < SAME:
        roles["content"] = mark.spans["content"]
    elif at_cue and not of_one and mark.spans["source"] and share > HALF:
        roles["source"] = mark.spans["source"]
    return Gold(roles)


def _nearest(flat: Flat, text: str, marks: Sequence[Mark]) -> Mark | None:
    """The mark that goes best with an attribution found, None where none does."""
    letters, roles = _letters(flat.content, text), _roles(flat)
    likeness = [(_likeness(roles, letters, mark), mark) for mark in marks]
    best = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] else None


def _likeness(roles: dict[str, list[Span]], letters: Letters, mark: Mark) -> float:
    """How well a mark goes with an attribution found, 0 if it is of something else."""
    share, at_cue, of_one = _shared(letters, mark.letters), _meet(roles, mark, "cue"), _is_of_one(roles, mark)
    bare = not (roles["cue"] and mark.spans["cue"])
    alike = (at_cue and (of_one or share > ALIKE)) or (share > ALIKE and of_one and bare) or share > 2 * ALIKE
    return share + 0.5 * at_cue + 0.5 * of_one if alike else 0.0


def _is_missing(mark: Mark, marks: Sequence[Mark], out: Article) -> bool:
    """Whether nothing of what is marked was found, and it stands in nobody's words."""
    cue = mark.spans["cue"]
    if mark.optional or not cue or not mark.spans["source"]:
        return False
    others = [m for m in marks if m is not mark]
    inside = any(all(any(s <= a and b <= e for s, e in m.spans["content"]) for a, b in cue) for m in others)
    taken = _letters([span for gold in out.attributions for span in gold.spans["content"]], out.text)
    beside = any(_touch(cue, gold.spans["cue"]) for gold in out.attributions) or any(
        m.spans["cue"] == cue for m in others
    )
    return not beside and not inside and len(mark.letters & taken) <= ALIKE * len(mark.letters)


def _is_doubtful(flat: Flat, marks: Sequence[Mark]) -> bool:
    """Whether what was found touches something marked at its cue, or what two readers may see differently."""
    roles = _roles(flat)
    frame = roles["cue"] or roles["content"]
    return any(
        _touch(roles["cue"], mark.spans["cue"])
        or (mark.optional and any(_touch(frame, mark.spans[role]) for role in ROLES))
        for mark in marks
    )


def _survives(flat: Flat, step: Sequence[Attribution], text: str) -> bool:
    """Whether the step makes an attribution of it."""
    if flat.cue:
        return any(touches(flat.cue, found.cue) for found in step)
    letters = _letters(flat.content, text)
    return any(_shared(letters, _letters(found.content, text)) > HALF for found in step)


def _mark(row: Row, text: str) -> Mark:
    spans = gold_of(row).spans
    return Mark(spans, _letters(spans["content"], text), bool(row.get("optional")))


def _roles(flat: Flat) -> dict[str, list[Span]]:
    return {"source": list(flat.source), "cue": [flat.cue] if flat.cue else [], "content": list(flat.content)}


def _is_of_one(roles: dict[str, list[Span]], mark: Mark) -> bool:
    """Whether both have the same speaker, or none."""
    return _meet(roles, mark, "source") or not (roles["source"] or mark.spans["source"])


def _meet(roles: dict[str, list[Span]], mark: Mark, role: str) -> bool:
    return _touch(roles[role], mark.spans[role])


def _touch(ours: Sequence[Span], theirs: Sequence[Span]) -> bool:
    return any(touches(span, theirs) for span in ours)


def _letters(spans: Sequence[Span], text: str) -> Letters:
    return frozenset(place for start, end in spans for place in range(start, end) if text[place].isalnum())


def _shared(ours: Letters, theirs: Letters) -> float:
    return len(ours & theirs) / max(1, len(ours | theirs))
