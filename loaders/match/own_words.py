"""Which assertions state one claim, by the strictest rule: only those of the same words of the same article."""

from collections import Counter
from collections.abc import Iterable

from graph.ids import digest
from graph.model import Assertion, Claim, Span, Stating

SHARED = "the same words of the same article"
ALONE = "its own words"
BY = "whence"


def own_words(assertions: Iterable[Assertion]) -> tuple[tuple[Claim, ...], tuple[Stating, ...]]:
    """A claim for each article and content, and the statings that tie the assertions to it, in order of their ids."""
    given = {assertion.id: assertion for assertion in assertions}
    sharing = Counter((one.article, one.spans) for one in given.values())
    claims = {one.id: Claim(claim_id(one.article, one.spans), one.exact) for one in given.values()}
    statings = [
        Stating(name, claims[name].id, 1.0, SHARED if sharing[one.article, one.spans] > 1 else ALONE, BY)
        for name, one in sorted(given.items())
    ]
    return tuple(sorted(set(claims.values()), key=lambda claim: claim.id)), tuple(statings)


def claim_id(article: str, spans: tuple[Span, ...]) -> str:
    """The id of the claim that these words of an article state."""
    return digest("claim", article, spans)
