"""A trace folded: each origin once, who passes on once each, the outlets that carry it, and what leads where."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from queries.facts import Facts, Statement
from queries.origins import Verdict, verdict
from queries.picture.layers import lanes, layers, rings

Values = dict[str, Any]
Key = tuple[str, str]


def traced(facts: Facts) -> Values:
    """A claim's trace for the page: lanes, links and roles, and under each rule the verdict and what folds into what.

    `roles` tells whether an assertion is an origin, relays, states no basis, denies, leaves open or is doubtful.
    A rule that comes to the same as "affiliation" is left out.
    """
    links = [(sourcing.assertion, sourcing.rests_on) for sourcing in facts.sourcings]
    circular = rings(links)
    found = verdict(facts)
    told = {
        "lanes": lanes(facts),
        "links": [[s.assertion, s.rests_on, s.exact, (s.assertion, s.rests_on) in circular] for s in facts.sourcings],
        "roles": _roles(facts, found),
        "affiliation": _ruled(facts, found),
    }
    plain = _ruled(facts, verdict(facts, "none"))
    return told if plain == told["affiliation"] else told | {"none": plain}


def _ruled(facts: Facts, found: Verdict) -> Values:
    return {
        "kind": found.kind,
        "words": found.words,
        "notes": list(found.notes),
        "counts": [found.actors, found.assertions, found.articles, found.outlets, len(found.origins)],
        "circles": found.circles,
        **_folded(facts, found),
    }


def _roles(facts: Facts, found: Verdict) -> dict[str, str]:
    resting = {sourcing.assertion for sourcing in facts.sourcings}
    roles = {name: "relay" if name in resting else "doubtful" for name in facts.statements}
    roles |= {name: "origin" for origin in found.origins for name in origin.assertions}
    for role, names in (("unstated", found.unstated), ("denied", found.denied), ("open", found.open)):
        roles |= dict.fromkeys(names, role)
    return roles


def _folded(facts: Facts, found: Verdict) -> Values:
    """`groups` of assertions with their layer, merged `links` between them, `carriers`: who published which group."""
    roles = _roles(facts, found)
    origin = {name: ("origin", str(k)) for k, one in enumerate(found.origins) for name in one.assertions}
    group = {name: origin.get(name) or (roles[name], _actor(s)) for name, s in facts.statements.items()}
    merged: defaultdict[tuple[Key, Key], list[str]] = defaultdict(list)
    for sourcing in facts.sourcings:
        merged[group[sourcing.assertion], group[sourcing.rests_on]].append(sourcing.assertion)
    members: defaultdict[Key, list[str]] = defaultdict(list)
    for name in sorted(facts.statements, key=lambda n: _first(facts.statements[n])):
        members[group[name]].append(name)
    order = sorted(members, key=lambda key: (key[0] != "origin", key[1] if key[0] == "origin" else ""))
    apart = [pair for pair in merged if pair[0] != pair[1]]
    layer, circular = layers(order, apart), rings(apart)
    number = {key: k for k, key in enumerate(order)}
    return {
        "groups": [_group(key, members[key], layer[key], facts, found) for key in order],
        "links": [[number[a], number[b], sorted(set(merged[a, b])), (a, b) in circular] for a, b in apart],
        "carriers": _carriers(facts, {name: number[key] for name, key in group.items()}),
    }


def _group(key: Key, names: Sequence[str], layer: int, facts: Facts, found: Verdict) -> Values:
    told: Values = {"role": key[0], "layer": layer, "ids": list(names)}
    if key[0] != "origin":
        return told | {"actors": [key[1]] if key[1] else []}
    one = found.origins[int(key[1])]
    told |= {"name": one.name, "actors": [actor.id for actor in one.actors]}
    ties = _ties([actor.id for actor in one.actors], facts)
    return told | {"ties": ties} if ties else told


def _ties(actors: Sequence[str], facts: Facts) -> list[str]:
    """Why several actors are one origin: what each belongs to, in words."""
    if len(actors) == 1:
        return []
    called = facts.organizations or {}
    return [
        f"{called[a.actor].name}: {a.role or 'belongs to'}, {called[a.organization].name} "
        f"({'register' if a.by == 'register' else 'in an article: ' + (a.exact or '')})"
        for a in facts.affiliations
        if a.actor in actors and a.actor in called and a.organization in called
    ]


def _carriers(facts: Facts, group: dict[str, int]) -> list[Values]:
    """The outlets (or, where no outlet is known, the articles) with the groups whose words they carry themselves."""
    relied = {sourcing.rests_on for sourcing in facts.sourcings}
    carried: defaultdict[tuple[str, str], defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, statement in sorted(facts.statements.items(), key=lambda item: _first(item[1])):
        if name not in relied:
            article = statement.article
            key = ("outlet", article.outlet.id) if article.outlet else ("article", article.id)
            carried[key][group[name]].append(name)
    return [
        {kind: name, "of": [[one, ids] for one, ids in sorted(groups.items())]}
        for (kind, name), groups in carried.items()
    ]


def _actor(statement: Statement) -> str:
    return statement.actor.id if statement.actor else ""


def _first(statement: Statement) -> tuple[str, str, int, str]:
    return (
        statement.article.published or "9999",
        statement.article.id,
        statement.assertion.start,
        statement.assertion.id,
    )
