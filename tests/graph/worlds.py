"""Small readings for the store's tests, by hand and made up by hypothesis."""

from dataclasses import replace

from hypothesis import strategies as st

from graph.ids import digest
from graph.model import Actor, Affiliation, Article, Assertion, Claim, Reading, Sourcing, Stating

ACTORS = tuple(
    Actor(f"p{n}", f"Person {n}", "person", aliases=(f"P{n}",) if n % 2 else (), findings=n == 4) for n in range(6)
)
OUTLET = Actor("gazette", "The Gazette", "outlet")


def article(text, places=(), title="A title", outlet=None):
    name = digest("article", title, outlet, text)
    return Article(name, title, outlet, None, None, "en", digest(text), text, tuple(sorted(places)))


def assertion(head, actor, start, end, reported=False):
    text = head.text
    name = digest("assertion", head.id, actor, start, end, reported)
    return Assertion(
        name, head.id, actor, text[start:end], text[:start][-32:], text[end:][:32], start, end, ((start, end),),
        "said", None, None, None, None, None, "indirect", "positive", "stated", reported, "test", 0.5,
    )  # fmt: skip


def reading(text="abcdefghij", said=((0, 0, 4),), chains=(), ties=(), places=(), outlet=None):
    """`said`: (actor number, start, end); `chains`: pairs of places in `said`; `ties`: (actor, organization)."""
    head = article(text, places, outlet=outlet)
    voices = {assertion(head, ACTORS[a].id, s, e, reported=any(k == up for _, up in chains)): None
              for k, (a, s, e) in enumerate(said)}  # fmt: skip
    voices = list(voices)
    claims = {(v.start, v.end): Claim(digest("claim", head.id, v.start, v.end), v.exact) for v in voices}
    links = {(a, b) for a, b in chains if a < len(voices) and b < len(voices) and a != b}
    affiliations = tuple(
        Affiliation(ACTORS[a].id, ACTORS[b].id, "member", "register")
        if (a + b) % 2
        else Affiliation(ACTORS[a].id, ACTORS[b].id, "head", "test", article=head.id, exact=text[:2], start=0, end=2)
        for a, b in sorted(set(ties))
    )
    used = {v.actor for v in voices} | {x for f in affiliations for x in (f.actor, f.organization)}
    return Reading(
        head,
        tuple(a for a in ACTORS if a.id in used) + ((OUTLET,) if outlet else ()),
        affiliations,
        tuple(voices),
        tuple(Sourcing(voices[a].id, voices[b].id, text[:1], 0, 1) for a, b in sorted(links)),
        tuple(claims.values()),
        tuple(Stating(v.id, claims[v.start, v.end].id, 1.0, "its own words", "whence") for v in voices),
    )


def many(count, said=6):
    """Readings with shared actors and chains, each of another text."""
    for n in range(count):
        text = f"Article number {n}: " + "word " * 40
        yield reading(text, [(k % 6, k, k + 9) for k in range(said)], [(k, k + 1) for k in range(0, said - 1, 2)])


NUMBERS = st.integers(0, len(ACTORS) - 1)
SAID = st.tuples(NUMBERS, st.integers(0, 4), st.integers(5, 9))
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] != pair[1]), max_size=4)


@st.composite
def readings(draw, most=4):
    """A few readings of different texts that share actors; ties may go round in circles."""
    out = []
    for n in range(draw(st.integers(1, most))):
        said = draw(st.lists(SAID, max_size=4, unique=True))
        # a register says the same of an actor in every article that names it
        ties = [(a, b) for a, b in draw(PAIRS) if (a + b) % 2 == 0] + REGISTER
        out.append(
            reading(
                f"text {n} abcdefghij",
                said,
                draw(PAIRS),
                ties,
                places=[f"/place/{n}"],
                outlet=draw(st.sampled_from([None, "gazette"])),
            )
        )
    return out


REGISTER = [(0, 1), (1, 2), (2, 1), (4, 5)]


def unplaced(one):
    return replace(one, article=replace(one.article, places=()))
