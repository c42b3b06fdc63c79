"""When each node and relationship of a network came to be, as far as dates of publication tell."""

from collections.abc import Callable

from queries.dates import earliest, latest
from queries.export.around import Graph, Properties, heads, nodes, tails

Span = tuple[str | None, str | None]
UNKNOWN = {"0000-01-01", "9999-12-31"}


def starts(graph: Graph) -> dict[str, str]:
    """The day (YYYY-MM-DD) from which an article, an assertion and a claim is there; absent where no date is known.

    An assertion is there from when it was said, else from when its article was published; a claim from the first
    assertion of it whose day is known. Of a date that is known to the month, it is the first day.
    """
    found: dict[str, str] = {}
    for name, values in nodes(graph, "Article"):
        _keep(found, name, [_day(earliest, values.get("published"))])
    for name, values in nodes(graph, "Assertion"):
        _keep(found, name, [_day(earliest, values.get("saidAt"))])
        _keep(found, name, [found.get(article) for article in heads(graph, name, "APPEARS_IN")])
    for name, _ in nodes(graph, "Claim"):
        _keep(found, name, [found.get(assertion) for assertion in tails(graph, name, "STATES")])
    return found


def span(start: str, end: str, values: Properties, known: dict[str, str]) -> Span:
    """From when until when a relationship is there: its own `since` and `until`, else from its ends' first day."""
    since = _day(earliest, values.get("since"))
    return since or known.get(start) or known.get(end), _day(latest, values.get("until"))


def _day(bound: Callable[[str | None], str], date: str | None) -> str | None:
    day = bound(date)
    return None if day in UNKNOWN else day


def _keep(found: dict[str, str], name: str, days: list[str | None]) -> None:
    known = [day for day in days if day]
    if known and name not in found:
        found[name] = min(known)
