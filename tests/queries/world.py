"""A small made-up graph for the tests of queries: three articles, every shape of chain.

Rutte → GUR (findings)             claim KURSK, Gazette, 2024-10-28
Bay Radio → an official → the GUR  claim KURSK, Bay Radio, 2024-10-29; Moscow denies it there
Singh; Ryder, both of the Pentagon claim TEN, both of their own knowledge
Rutte                              claim MEETING, his own plan
nobody named                       claim DRONES
Ryder → Ukrainian intelligence → Ryder, a circle, claim RING, in an article without outlet and date
"""

from graph.ids import digest
from graph.model import Actor, Affiliation, Article, Assertion, Claim, Reading, Sourcing, Stating

KURSK, TEN, MEETING = "North Korean troops are in Kursk", "the Pentagon counts ten units", "We will meet on Monday"
DRONES, RING, HOSTILE = "drones were seen", "the ring is closed", "[red]=2+2[/red]\u202e\x1b[2J"

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("rutte", "Mark Rutte", "person", aliases=("Secretary General Rutte", "Rutte")),
        Actor("nato", "NATO", "organization"),
        Actor("gur", "GUR", "organization", aliases=("Ukraine’s military intelligence",), findings=True),
        Actor("singh", "Sabrina Singh", "person"),
        Actor("ryder", "Patrick Ryder", "person"),
        Actor("pentagon", "The Pentagon", "organization"),
        Actor("moscow", "Moscow", "group"),
        Actor("gazette", "The Gazette", "outlet"),
        Actor("bay-radio", "Bay Radio", "outlet"),
        Actor("official-1", "A senior official", "unnamed"),
        Actor("ukrainian-intelligence", "Ukrainian intelligence", "group", candidates=("gur",)),
    )
}
ROLES = (
    Affiliation("rutte", "nato", "Secretary General", "register", since="2024-10-01"),
    Affiliation("singh", "pentagon", "deputy press secretary", "register"),
    Affiliation("ryder", "pentagon", "press secretary", "register", since="2022-08", until="2025-01-20"),
)


def article(title: str | None, outlet: str | None, published: str | None, text: str, place: str) -> Article:
    return Article(digest(text), title, outlet, None, published, "en", digest(text), text, (place,))


def assertion(home: Article, actor: str | None, exact: str, cue: str, nth: int = 0, **more) -> Assertion:
    """The nth time that `exact` stands in the article."""
    start = -1
    for _ in range(nth + 1):
        start = home.text.index(exact, start + 1)
    end = start + len(exact)
    cue_start = home.text.index(cue)
    values = {"mode": "indirect", "polarity": "positive", "certainty": "stated", "reported": False, "by": "test 1"}
    words = ACTORS[actor].name if actor else None
    found = home.text.find(words) if words else -1
    source = (words, found, found + len(words)) if words and found >= 0 else (None, None, None)
    return Assertion(
        digest(home.id, actor, start, more.get("reported", False)),
        home.id,
        actor,
        exact,
        home.text[max(0, start - 32) : start],
        home.text[end : end + 32],
        start,
        end,
        ((start, end),),
        cue,
        cue_start,
        cue_start + len(cue),
        *source,
        score=0.9,
        **(values | more),
    )


def rests(home: Article, one: Assertion, other: Assertion, words: str) -> Sourcing:
    start = home.text.index(words)
    return Sourcing(one.id, other.id, words, start, start + len(words))


def claim(text: str) -> Claim:
    return Claim(digest("claim", text), text)


def reading(home: Article, sourcings: list[Sourcing], **stated: list[Assertion]) -> Reading:
    """`stated`: by the name of a claim's constant, the assertions that state it."""
    texts = {name: globals()[name] for name in stated}
    assertions = [one for group in stated.values() for one in group]
    actors = {one.actor for one in assertions if one.actor} | {home.outlet} - {None}
    roles = tuple(role for role in ROLES if role.actor in actors)
    actors |= {role.organization for role in roles} | ({"gur"} if "ukrainian-intelligence" in actors else set())
    return Reading(
        home,
        tuple(ACTORS[name] for name in sorted(actors)),
        roles,
        tuple(assertions),
        tuple(sourcings),
        tuple(claim(text) for text in texts.values()),
        tuple(
            Stating(one.id, claim(texts[name]).id, 1.0, "same words", "test 1")
            for name, group in stated.items()
            for one in group
        ),
    )


def gazette() -> Reading:
    text = (
        "Mark Rutte, citing GUR, said North Korean troops are in Kursk. “We will meet on Monday,” Rutte added. "
        "It was reported that drones were seen."
    )
    home = article("Rutte on the troops", "gazette", "2024-10-28", text, "/pile/001.txt")
    rutte = assertion(home, "rutte", KURSK, "said")
    gur = assertion(home, "gur", KURSK, "citing", reported=True)
    plan = assertion(home, "rutte", MEETING, "added", mode="direct", basis="own")
    nobody = assertion(home, None, DRONES, "was reported")
    return reading(home, [rests(home, rutte, gur, "citing")], KURSK=[rutte, gur], MEETING=[plan], DRONES=[nobody])


def bay_radio() -> Reading:
    text = (
        "A senior official, briefed by the GUR, told Bay Radio that North Korean troops are in Kursk. Sabrina Singh "
        "stated that the Pentagon counts ten units. Patrick Ryder stated that the Pentagon counts ten units. "
        "Moscow denied that North Korean troops are in Kursk."
    )
    home = article("Voices", "bay-radio", "2024-10-29T08:00:00Z", text, "/pile/002.txt")
    radio = assertion(home, "bay-radio", KURSK, "told")
    official = assertion(home, "official-1", KURSK, "told", reported=True)
    gur = assertion(home, "gur", KURSK, "briefed by", reported=True)
    singh = assertion(home, "singh", TEN, "stated", basis="own")
    ryder = assertion(home, "ryder", TEN, "stated", nth=1, basis="own")
    moscow = assertion(home, "moscow", KURSK, "denied", nth=1, polarity="negative", basis="own")
    chain = [rests(home, radio, official, "told"), rests(home, official, gur, "briefed by")]
    return reading(home, chain, KURSK=[radio, official, gur, moscow], TEN=[singh, ryder])


def ring() -> Reading:
    text = "Patrick Ryder heard from Ukrainian intelligence, which heard from Ryder, that the ring is closed."
    home = article(HOSTILE, None, None, text, "/pile/003.txt")
    ryder = assertion(home, "ryder", RING, "heard")
    other = assertion(home, "ukrainian-intelligence", RING, "heard", reported=True)
    circle = [rests(home, ryder, other, "heard from"), rests(home, other, ryder, "which heard from")]
    return reading(home, circle, RING=[ryder, other])


def readings() -> list[Reading]:
    return [gazette(), bay_radio(), ring()]
