"""From attributions to records: who each speaker is, and all that one article brings to the graph."""

from collections.abc import Sequence

from graph.ids import digest
from graph.model import Actor, Article, Assertion, Reading, Sourcing
from loaders.match.claims import claims_of
from loaders.match.prints import minhash
from loaders.records import Attribution, Document
from loaders.resolve.appositions import appositions
from loaders.resolve.evidence import Found, Told, assertion
from loaders.resolve.register import Register
from loaders.resolve.scene import Scene, scene
from loaders.resolve.sight import everywhere
from loaders.resolve.speakers import Speakers


def resolve(
    document: Document, attributions: Sequence[Attribution], register: Register, by: str, min_score: float = 0.0
) -> Reading:
    """All that a document and its attributions bring to the graph.

    `by` is the extractor and its version; attributions that score less than `min_score` are marked doubtful.
    """
    outlet = outlet_of(document, register)
    article = article_of(document, outlet)
    made = _scene(article, document, register)
    actors = Speakers(made).read(attributions)
    assertions = {
        a.id: assertion(
            article,
            Found(a.content, a.source, a.cue, a.reported),
            actors[a.id],
            Told(a.mode, by, a.score, doubtful=a.score < min_score),
        )
        for a in attributions
    }
    speaking = [actor for actor in actors.values() if actor]
    said = appositions(made, speaking, by)
    return complete(
        Reading(
            article,
            (*([outlet] if outlet else []), *speaking, *(organization for _, organization in said)),
            tuple(affiliation for affiliation, _ in said),
            tuple(assertions.values()),
            _sourcings(document, attributions, assertions),
        ),
        register,
    )


def actors_of(document: Document, attributions: Sequence[Attribution], register: Register) -> dict[str, Actor | None]:
    """Who speaks in each attribution, by its id; None where no source is named or nobody fits."""
    article = article_of(document, outlet_of(document, register))
    return Speakers(_scene(article, document, register)).read(attributions)


def _scene(article: Article, document: Document, register: Register) -> Scene:
    return scene(document.prose, document.body, article.id, document.published, register)


def outlet_of(document: Document, register: Register) -> Actor | None:
    """Who published a document, from the register or on sight; None where it does not say."""
    name = " ".join((document.outlet or "").split())
    return (register.named(name) or everywhere("outlet", name)) if name else None


def article_of(document: Document, outlet: Actor | None) -> Article:
    """A document as it is kept. Its id hashes everything but where it was read."""
    d, name = document, outlet.id if outlet else None
    return Article(
        id=digest("article", d.title, name, d.url, d.published, d.language, d.text),
        title=d.title,
        outlet=name,
        url=d.url,
        published=d.published,
        language=d.language,
        sha256=d.sha256,
        text=d.text,
        places=(d.place,) if d.place else (),
        prints=minhash("\n".join(d.text[start:end] for start, end in d.body)),
    )


def complete(found: Reading, register: Register) -> Reading:
    """A reading with all that its records name: register roles, candidates and claims; each once, in order of ids."""
    known = {actor.id: actor for actor in found.actors}
    roles = list(register.affiliations(known))
    known |= {role.organization: register.actor(role.organization) for role in roles}
    waiting = list(known.values())
    for actor in waiting:
        new = [register.actor(name) for name in actor.candidates if name not in known]
        known |= {one.id: one for one in new}
        waiting += new
    given = {one.id: one for one in found.assertions}
    claims, statings = claims_of(given.values(), found.article)
    return Reading(
        found.article,
        tuple(known[name] for name in sorted(known)),
        tuple(sorted({*found.affiliations, *roles}, key=repr)),
        tuple(given[name] for name in sorted(given)),
        tuple(sorted(set(found.sourcings), key=lambda s: (s.assertion, s.rests_on, s.start, s.end))),
        claims,
        statings,
    )


def _sourcings(
    document: Document, attributions: Sequence[Attribution], assertions: dict[str, Assertion]
) -> tuple[Sourcing, ...]:
    return tuple(
        Sourcing(assertions[a.id].id, assertions[c.target].id, document.text[slice(*c.words)], *c.words)
        for a in attributions
        for c in a.sourced_from
        if c.target in assertions and assertions[c.target].id != assertions[a.id].id
    )
