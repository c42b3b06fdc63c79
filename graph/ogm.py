"""The graph as py2neo models, for people whose code is py2neo. Nothing else in whence leans on them.

py2neo is at the end of its life: over Bolt its queries and models work on both engines, its schema calls do not.
"""

import warnings

from graph.store import Store

with warnings.catch_warnings():
    # py2neo imports what newer Pythons and its own packages have marked as going away
    warnings.simplefilter("ignore")
    from py2neo import Graph
    from py2neo.ogm import Model, Property, RelatedFrom, RelatedTo


class Actor(Model):  # type: ignore[misc]
    """Somebody or something that says things."""

    __primarykey__ = "id"
    id = Property()
    name = Property()
    kind = Property()
    aliases = Property()
    candidates = Property()
    findings = Property()
    wikidata = Property()
    asserted = RelatedTo("Assertion", "ASSERTED")
    published = RelatedFrom("Article", "PUBLISHED_BY")
    affiliated_with = RelatedTo("Actor", "AFFILIATED_WITH")
    members = RelatedFrom("Actor", "AFFILIATED_WITH")


class Article(Model):  # type: ignore[misc]
    """A text as it was published."""

    __primarykey__ = "id"
    id = Property()
    title = Property()
    url = Property()
    published = Property()
    language = Property()
    sha256 = Property()
    text = Property()
    places = Property()
    outlet = RelatedTo("Actor", "PUBLISHED_BY")
    assertions = RelatedFrom("Assertion", "APPEARS_IN")


class Assertion(Model):  # type: ignore[misc]
    """One act of attribution, with its evidence."""

    __primarykey__ = "id"
    id = Property()
    exact = Property()
    prefix = Property()
    suffix = Property()
    start = Property()
    end = Property()
    spans = Property()
    cue = Property()
    source_text = Property(key="sourceText")
    mode = Property()
    polarity = Property()
    certainty = Property()
    basis = Property()
    doubtful = Property()
    reported = Property()
    by = Property()
    score = Property()
    actor = RelatedFrom("Actor", "ASSERTED")
    article = RelatedTo("Article", "APPEARS_IN")
    claims = RelatedTo("Claim", "STATES")
    sourced_from = RelatedTo("Assertion", "SOURCED_FROM")
    passed_on_by = RelatedFrom("Assertion", "SOURCED_FROM")


class Claim(Model):  # type: ignore[misc]
    """Our inference that assertions state the same thing."""

    __primarykey__ = "id"
    id = Property()
    text = Property()
    assertions = RelatedFrom("Assertion", "STATES")


def connect(store: Store) -> Graph:
    """A py2neo Graph on the store's own server, as the user who may write. It ends with the store.

    >>> with open_store() as store:  # doctest: +SKIP
    ...     rutte = Actor.match(connect(store), "rutte").first()
    ...     print([assertion.exact for assertion in rutte.asserted])
    """
    connection = store.connection
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Graph(connection.uri, auth=connection.login, name=connection.database)
