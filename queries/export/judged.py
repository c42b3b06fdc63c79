"""Why one actor is counted as another: the judgement behind each SAME_AS, on the relationship itself."""

from collections.abc import Iterable

from graph.identity import standing
from graph.model import Judgement
from queries.export.around import Graph


def judged(graph: Graph, judgements: Iterable[Judgement]) -> Graph:
    """The network with `by`, `why` and `when` on each SAME_AS, from the judgement that holds on its first actor.

    Where several do, it is the one on both its actors, else the last.
    """
    made = graph.copy()
    held = [one for one in standing(judgements).values() if one.finding == "positive"]
    for start, end, values in made.edges(data=True):
        if values["type"] == "SAME_AS":
            values.update(_told(held, start, end))
    return made


def _told(held: Iterable[Judgement], start: str, end: str) -> dict[str, str]:
    about = [one for one in held if start in (one.left, one.right)]
    if not about:
        return {}
    found = next((one for one in about if {one.left, one.right} == {start, end}), about[-1])
    return {"by": found.who, "when": found.when, "why": found.why}
