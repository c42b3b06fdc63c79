"""Articles read but not yet in the graph: what would be loaded, to be looked at and corrected first."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from graph.errors import InputError
from graph.fetch import reading
from graph.model import Actor, Assertion, Reading
from graph.store import Store
from loaders.correct import corrected, in_order
from loaders.hand import cited, is_by_hand
from loaders.load import Outcome, put_reading, reading_of
from loaders.read import Found, Options, read
from loaders.records import CodedAssertion
from loaders.resolve import Register


@dataclass(frozen=True)
class Handed(Found):
    """A source that is handed over in memory: its name tells what kind it is, and it has no place."""

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case, with its dot; empty where there is none."""
        return PurePath(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that an article would bring to the graph, or brings. `name` is its source's."""

    name: str
    whole: Reading

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a page that marks the text: offsets count code points of "text".

            {"name", "article": {"id", "title", "outlet", "url", "published", "language"}, "text", "assertions": [
              {"id", "actor": {"id", "name", "kind"} | None, "content": [[start, end]], "source": [start, end] | None,
               "cue": [start, end] | None, "rests_on": [id], "mode", "polarity", "certainty", "reported", "doubtful",
               "basis", "score", "by", "hand",
               "row": {"actor", "words", "cue", "citing", "mode", "polarity", "start"}}],
             "struck": [row]}

        "row" is the assertion as a hand-made row has it: sent back with "strike" it is struck out.
        """
        actors = {actor.id: actor for actor in self.whole.actors}
        said = sorted(self.whole.assertions, key=lambda a: (a.start, a.end, a.reported, a.id))
        return {
            "name": self.name,
            "article": self._article(actors),
            "text": self.whole.article.text,
            "assertions": [self._assertion(one, actors) for one in said],
            "struck": [json.loads(text) for text in self.whole.article.struck or ()],
        }

    def _article(self, actors: dict[str, Actor]) -> dict[str, Any]:
        a = self.whole.article
        outlet = actors[a.outlet].name if a.outlet in actors else a.outlet
        return {
            "id": a.id,
            "title": a.title,
            "outlet": outlet,
            "url": a.url,
            "published": a.published,
            "language": a.language,
        }

    def _assertion(self, one: Assertion, actors: dict[str, Actor]) -> dict[str, Any]:
        actor = actors.get(one.actor or "")
        upstream = next(iter(cited(one, self.whole)), None)
        source = actors.get(upstream.actor or "") if upstream else None
        return {
            "id": one.id,
            "actor": {"id": actor.id, "name": actor.name, "kind": actor.kind} if actor else None,
            "content": [list(span) for span in one.spans],
            "source": None if one.source_start is None else [one.source_start, one.source_end],
            "cue": None if one.cue_start is None else [one.cue_start, one.cue_end],
            "rests_on": [s.rests_on for s in self.whole.sourcings if s.assertion == one.id],
            "mode": one.mode,
            "polarity": one.polarity,
            "certainty": one.certainty,
            "reported": one.reported,
            "doubtful": one.doubtful,
            "basis": one.basis,
            "score": round(one.score, 3),
            "by": one.by,
            "hand": is_by_hand(one),
            "row": {
                "actor": one.source_text,
                "words": one.exact,
                "cue": one.cue,
                "citing": source.name if source else upstream and upstream.source_text,
                "mode": one.mode,
                "polarity": one.polarity,
                "start": one.start,
            },
        }


def drafts(store: Store, found: Found, register: Register, options: Options) -> Iterator[Draft | InputError]:
    """Every article of a source as `load` would put it, or why it is refused. Nothing is written."""
    for document in read(found, options):
        if isinstance(document, InputError):
            yield document
            continue
        try:
            yield Draft(document.name, reading_of(store, document, register, options.min_score))
        except InputError as error:
            yield error


def draft_of(store: Store, article: str) -> Draft:
    """What an article of the graph (its id) brought. QuestionError if there is none."""
    whole = reading(store, article)
    name = whole.article.title or next(iter(whole.article.places), article)
    return Draft(Path(name).name if whole.article.title is None else name, whole)


def with_rows(draft: Draft, rows: Iterable[CodedAssertion], register: Register) -> Draft:
    """The draft as a person's rows correct it. InputError for the first that does not fit: then none is taken."""
    return Draft(draft.name, corrected(draft.whole, in_order(rows), register))


def save(store: Store, waiting: Sequence[Draft], rows: Sequence[CodedAssertion], register: Register) -> list[Outcome]:
    """Write drafts with the rows that name their articles, each in one transaction; all rows are checked before.

    InputError where a row does not fit or names none of the articles; then nothing is written.
    """
    groups: dict[str, list[CodedAssertion]] = defaultdict(list)
    for row in rows:
        groups[row.article].append(row)
    unknown = groups.keys() - {draft.whole.article.id for draft in waiting}
    if unknown:
        raise InputError(groups[min(unknown)][0].where, "is of another text than the one that was read: read it again")
    ready = [with_rows(draft, groups[draft.whole.article.id], register) for draft in waiting]
    return [put_reading(store, draft.name, draft.whole) for draft in ready]
