"""Where a claim comes from, counted when it is asked and never stored.

A root is an assertion that rests on no other. It is an origin when its basis is the speaker's own or an agency's
findings; a root that does not say what it rests on is not. Two roots are one origin when one actor made both and, by
the rule "affiliation", when both actors belong to one organisation, directly or through others, on the article's day:
a spokesperson, another one and their ministry are one. So are the same words in articles of which one copies the other.
The rule "none" counts each actor for itself.
Nothing here says that a claim is true, or that two origins do not know of each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from graph.ids import fold
from graph.model import Actor, Affiliation
from queries.dates import earliest, latest
from queries.facts import Facts, Statement

Rule = Literal["affiliation", "none"]
Kind = Literal["no origin stated", "one origin", "several origins", "circular"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: the name of what its actors have in common, the actors, and the ids of their root assertions."""

    name: str
    named: bool
    actors: tuple[Actor, ...]
    assertions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of a claim's origins, `words` in one line and `notes` beside it.

    `unstated`, `denied` and `open` are the ids of roots that state no basis, that deny the claim, and that neither say
    nor deny it; none is an origin. `circles` counts the rings of assertions that rest on each other.
    """

    kind: Kind
    words: str
    notes: tuple[str, ...]
    assertions: int
    actors: int
    articles: int
    outlets: int
    origins: tuple[Origin, ...]
    unstated: tuple[str, ...]
    denied: tuple[str, ...]
    open: tuple[str, ...]
    circles: int
    rule: Rule


def verdict(facts: Facts, rule: Rule = "affiliation") -> Verdict:
    """Counts the statements of `facts`, all taken to state or to carry one claim, and their origins."""
    statements = list(facts.statements.values())
    roots = _roots(facts)
    denied = [root for root in roots if root.assertion.polarity == "negative"]
    left = [root for root in roots if root.assertion.polarity == "open"]
    positive = [root for root in roots if root.assertion.polarity == "positive"]
    affirmed = [root for root in positive if not root.assertion.doubtful]
    grounded = [root for root in affirmed if is_origin(root)]
    unstated = [root for root in affirmed if not is_origin(root)]
    origins = _collapsed(grounded, facts, rule)
    circles, closed = _circles(facts)
    mutual = _mutual(facts)
    return Verdict(
        kind=_kind(origins, closed + len(mutual)),
        words=_words(origins, closed + len(mutual)),
        notes=(
            *_notes(origins, unstated, (denied, left), (len(positive) - len(affirmed), circles)),
            *mutual,
            *_copied(facts),
        ),
        assertions=len(statements),
        actors=len({statement.actor.id for statement in statements if statement.actor}),
        articles=len({statement.article.id for statement in statements}),
        outlets=len({statement.article.outlet.id for statement in statements if statement.article.outlet}),
        origins=origins,
        unstated=_ids(unstated),
        denied=_ids(denied),
        open=_ids(left),
        circles=circles,
        rule=rule,
    )


def is_origin(root: Statement) -> bool:
    """Whether a root that affirms the claim is an origin: somebody made it, of their own knowledge or findings."""
    return root.actor is not None and (root.assertion.basis is not None or root.actor.findings)


def _roots(facts: Facts) -> list[Statement]:
    resting = {sourcing.assertion for sourcing in facts.sourcings}
    return [facts.statements[name] for name in sorted(facts.statements) if name not in resting]


def _circles(facts: Facts) -> tuple[int, int]:
    """How many rings of assertions there are, and how many of them no chain leaves."""
    graph = nx.DiGraph((sourcing.assertion, sourcing.rests_on) for sourcing in facts.sourcings)
    rings = [ring for ring in nx.strongly_connected_components(graph) if _is_ring(graph, ring)]
    return len(rings), sum(all(up in ring for name in ring for up in graph[name]) for ring in rings)


def _is_ring(graph: "nx.DiGraph[str]", names: Collection[str]) -> bool:
    return len(names) > 1 or any(graph.has_edge(name, name) for name in names)


def _mutual(facts: Facts) -> list[str]:
    """Actors that pass on one another's word in several articles, so that each seems to bear the other out."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    names: dict[str, str] = {}
    for sourcing in facts.sourcings:
        one, other = (facts.statements[name].actor for name in (sourcing.assertion, sourcing.rests_on))
        if one and other and one.id != other.id:
            names |= {one.id: one.name, other.id: other.name}
            graph.add_edge(one.id, other.id)
    rings = [
        sorted(names[actor] for actor in ring) for ring in nx.strongly_connected_components(graph) if len(ring) > 1
    ]
    return [
        f"{', '.join(ring)} rest on each other in different places" for ring in sorted(rings) if not _circles(facts)[0]
    ]


def _collapsed(roots: Sequence[Statement], facts: Facts, rule: Rule) -> tuple[Origin, ...]:
    near = {root.assertion.id: _belongs(root, facts, rule) for root in roots}
    shared = nx.Graph((name, f"actor {actor}") for name, actors in near.items() for actor in actors)
    if rule == "affiliation":
        texts = _one_text(facts)
        same = ((r.assertion.id, texts[r.article.id], fold(r.assertion.exact)) for r in roots if r.article.id in texts)
        shared.add_edges_from((name, f"text {text} {words}") for name, text, words in same)
    groups = [sorted(names & near.keys()) for names in nx.connected_components(shared)]
    return tuple(sorted((_origin(group, near, facts) for group in groups), key=_order))


def _one_text(facts: Facts) -> dict[str, str]:
    """Articles that copy one another, each with the first of its group."""
    graph: nx.Graph[str] = nx.Graph((copy.article, copy.original) for copy in facts.copies)
    return {name: min(group) for group in nx.connected_components(graph) for name in group}


def _order(origin: Origin) -> tuple[bool, str, tuple[str, ...]]:
    return (not origin.named, origin.name, origin.assertions)


def _belongs(root: Statement, facts: Facts, rule: Rule) -> dict[str, int]:
    """The actor of a root and, by the rule, the organisations it belongs to that day, with the steps to each."""
    assert root.actor is not None
    steps = {root.actor.id: 0}
    if rule == "none":
        return steps
    above = _above(facts.affiliations, root.article.published)
    waiting = [root.actor.id]
    for actor in waiting:
        new = [organization for organization in above[actor] if organization not in steps]
        steps.update(dict.fromkeys(new, steps[actor] + 1))
        waiting += new
    return steps


def _above(affiliations: Iterable[Affiliation], published: str | None) -> Mapping[str, list[str]]:
    above: defaultdict[str, list[str]] = defaultdict(list)
    for affiliation in affiliations:
        if holds(affiliation, published):
            above[affiliation.actor].append(affiliation.organization)
    return above


def holds(affiliation: Affiliation, published: str | None) -> bool:
    """Whether an affiliation may hold on the day of an article; where the day is unknown, it may."""
    began = earliest(affiliation.since) <= latest(published)
    return began and earliest(published) <= latest(affiliation.until)


def _origin(group: Sequence[str], near: Mapping[str, Mapping[str, int]], facts: Facts) -> Origin:
    made = [actor for name in group if (actor := facts.statements[name].actor)]
    known = {actor.id: actor for actor in made}
    actors = tuple(sorted(known.values(), key=lambda actor: (actor.kind == "unnamed", actor.name, actor.id)))
    called = {**(facts.organizations or {}), **known}
    common = set.intersection(*(set(near[name]) for name in group))
    heads = sorted(common, key=lambda actor: (sum(near[name][actor] for name in group), called[actor].name, actor))
    head = called[heads[0]] if heads else actors[0]
    return Origin(head.name, head.kind != "unnamed", actors, tuple(group))


def _kind(origins: Sequence[Origin], closed: int) -> Kind:
    if not origins:
        return "circular" if closed else "no origin stated"
    return "one origin" if len(origins) == 1 else "several origins"


def _words(origins: Sequence[Origin], closed: int) -> str:
    kind = _kind(origins, closed)
    if kind == "one origin":
        return f"one origin: {origins[0].name}" if origins[0].named else f"one origin, unnamed: “{origins[0].name}”"
    if kind == "several origins":
        return f"{_numbers(origins)}, independence not established: {', '.join(map(_called, origins))}"
    return kind


def _numbers(origins: Sequence[Origin]) -> str:
    named = sum(origin.named for origin in origins)
    unnamed = len(origins) - named
    if not named:
        return f"{unnamed} unnamed origins"
    return plural(named, "named origin") + (f" and {unnamed} unnamed" if unnamed else "")


def _called(origin: Origin) -> str:
    return origin.name if origin.named else f"“{origin.name}”"


def _notes(
    origins: Sequence[Origin],
    unstated: Sequence[Statement],
    apart: Sequence[Sequence[Statement]],
    counts: tuple[int, int],
) -> tuple[str, ...]:
    (doubtful, circles), notes = counts, _doubts(origins)
    if unstated:
        notes.append(f"{plural(len(unstated), 'root')} without a stated basis, not counted as an origin")
    for done, roots in zip(("denied", "neither said nor denied"), apart, strict=True):
        if roots:
            names = sorted({root.actor.name if root.actor else "no source named" for root in roots})
            notes.append(f"{done} by {', '.join(names)}")
    if doubtful:
        notes.append(f"{plural(doubtful, 'root')} read with a low score, not counted as an origin")
    if circles:
        notes.append(f"{plural(circles, 'circle')} of assertions that rest on each other")
    return tuple(notes)


def _copied(facts: Facts) -> list[str]:
    """How many of the articles copy another one of them."""
    here = {statement.article.id for statement in facts.statements.values()}
    copies = {copy.article for copy in facts.copies if {copy.article, copy.original} <= here}
    return [f"{plural(len(copies), 'article')} in much the same words as another of them"] if copies else []


def _doubts(origins: Sequence[Origin]) -> list[str]:
    """Which of the origins may be another of them, so that the count may be too high."""
    pairs = [(one, other) for one in origins for other in origins if one is not other and _may_be(one, other)]
    return [f"{one.name} may be {other.name}" for one, other in pairs]


def _may_be(one: Origin, other: Origin) -> bool:
    candidates = {candidate for actor in one.actors for candidate in actor.candidates}
    return any(actor.id in candidates for actor in other.actors)


def _ids(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.assertion.id for statement in statements)


def plural(number: int, noun: str) -> str:
    """`number` and `noun`, with an s where it takes one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
