"""Which actor each is counted as, by the judgements that hold: a pure question of who was judged to be whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from graph.model import Judgement

Pair = frozenset[str]


def standing(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """The judgement that holds for each pair of actors: the last one that was not taken back."""
    ordered = sorted((j for j in judgements if j.undone is None), key=lambda j: (j.when, j.id))
    return {frozenset((j.left, j.right)): j for j in ordered}


def counted_as(judgements: Iterable[Judgement]) -> dict[str, str]:
    """The actor that each merged actor is counted as; an actor that is counted as itself is not in it.

    Of actors judged to be one, it is the one that was never said to be another; the first by id where there are several
    or none, so that the order of the judgements does not matter.

    >>> def one(left, right):
    ...     return Judgement(left + right, left, right, left, right, "", "", "positive", "ann", "2024", "")
    >>> counted_as([one("a", "b"), one("b", "c")])
    {'a': 'c', 'b': 'c'}
    """
    held = [j for j in standing(judgements).values() if j.finding == "positive"]
    graph: nx.Graph[str] = nx.Graph((j.left, j.right) for j in held)
    never = set(graph) - {j.left for j in held}
    out: dict[str, str] = {}
    for members in nx.connected_components(graph):
        head = min(members & never or members)
        out |= dict.fromkeys(members - {head}, head)
    return dict(sorted(out.items()))


def against(judgements: Iterable[Judgement]) -> Judgement | None:
    """A negative judgement on two actors that positive ones make one through others; None where all agree."""
    held = standing(judgements)
    groups = _groups(counted_as(held.values()))
    return next(
        (j for pair, j in held.items() if j.finding == "negative" and any(pair <= group for group in groups.values())),
        None,
    )


def _groups(heads: Mapping[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for member, head in heads.items():
        groups[head] |= {member, head}
    return groups
