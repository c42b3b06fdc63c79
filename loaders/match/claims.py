"""The claims that an article's assertions state: one for each statement in their words, told so as to stand by itself.

Which claims of several articles are the same is decided later (loaders/match/same.py), and can be undone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.ids import digest
from graph.model import Article, Assertion, Claim, Span, Stating
from loaders.match.compound import statements
from loaders.match.encoder import encoder
from loaders.match.likeness import main_figures
from loaders.match.meaning import filed, packed
from loaders.match.quantities import Quantity
from loaders.match.slots import UNCLEAR, statement
from loaders.match.standalone import bare, standalone
from loaders.match.topic import keys, topic

SHARED = "the same words of the same article"
ALONE = "its own words"
PART = "one of {} statements in its words"
BY = "whence"
Spans = tuple[Span, ...]


def claims_of(assertions: Iterable[Assertion], article: Article) -> tuple[tuple[Claim, ...], tuple[Stating, ...]]:
    """A claim for each statement of an article's assertions, and what ties the assertions to them; in order of ids."""
    given = {assertion.id: statements(article.text, assertion.spans) for assertion in assertions}
    places = sorted({place for parts in given.values() for place in parts})
    claims = dict(zip(places, _claims(article, places), strict=True))
    sharing = Counter(place for parts in given.values() for place in parts)
    statings = [
        Stating(name, claims[place].id, 1.0, _why(len(parts), sharing[place]), BY)
        for name, parts in given.items()
        for place in parts
    ]
    return (
        tuple(sorted(claims.values(), key=lambda claim: claim.id)),
        tuple(sorted(statings, key=lambda stating: (stating.assertion, stating.claim))),
    )


def claim_id(article: str, spans: Spans) -> str:
    """The id of the claim that these words of an article state."""
    return digest("claim", article, spans)


def _why(parts: int, sharing: int) -> str:
    return PART.format(parts) if parts > 1 else SHARED if sharing > 1 else ALONE


def _claims(article: Article, places: Sequence[Spans]) -> list[Claim]:
    texts = [standalone(article.text, place) for place in places]
    vectors = encoder().encode([bare(text) for text in texts])
    meanings = zip(packed(vectors), filed(vectors), strict=True)
    return [
        _claim(claim_id(article.id, place), text, article.published, meaning)
        for place, text, meaning in zip(places, texts, meanings, strict=True)
    ]


def _claim(name: str, text: str, published: str | None, meaning: tuple[str, str]) -> Claim:
    said = published[:10] if published else None
    read = statement(bare(text), "asserted", said)
    about = topic(read)
    first: Quantity | None = next(iter(main_figures(read)), None)
    return Claim(
        name,
        text,
        said,
        read.status,
        quantity_min=first.min if first else None,
        quantity_max=first.max if first else None,
        quantity_bound=("additional" if first.more else first.bound) if first else None,
        quantity_unit=first.unit if first else None,
        quantity_kind=(first.kind or first.counted) if first else None,
        event_date=read.when if read.when != UNCLEAR else None,
        place=read.place,
        topic=tuple(sorted(about)),
        keys=keys(about),
        vector=meaning[0],
        meaning=meaning[1],
    )
