"""Two readings of one article as one: the machine's and a person's, say."""

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from graph.model import Reading
from loaders.match.claims import claims_of

T = TypeVar("T")


def merge(one: Reading, other: Reading) -> Reading:
    """All the records of both, each once; where both have one of the same id, `one`'s. Claims are made anew."""
    if one.article.id != other.article.id:
        raise ValueError(f"readings of two articles, {one.article.id} and {other.article.id}")
    assertions = _united(one.assertions, other.assertions)
    claims, statings = claims_of(assertions, one.article)
    return Reading(
        replace(one.article, places=tuple(dict.fromkeys((*one.article.places, *other.article.places)))),
        _united(one.actors, other.actors),
        tuple(sorted({*one.affiliations, *other.affiliations}, key=repr)),
        assertions,
        tuple(sorted({*one.sourcings, *other.sourcings}, key=lambda s: (s.assertion, s.rests_on, s.start, s.end))),
        claims,
        statings,
    )


def _united(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    by_id: dict[str, T] = {}
    identity = attrgetter("id")
    for record in (*one, *other):
        by_id.setdefault(identity(record), record)
    return tuple(by_id[name] for name in sorted(by_id))
