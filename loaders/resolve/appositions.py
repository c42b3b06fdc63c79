"""Who belongs to whom by an article's own words: "Pentagon spokesperson Sabrina Singh", "Kyrylo Budanov, head of …"."""

from collections.abc import Iterable, Iterator, Sequence

from graph.model import Actor, Affiliation, Span
from loaders.resolve.register import Register
from loaders.resolve.scene import Mention, Scene, apposition
from loaders.resolve.tokens import POSSESSIVE, Token, tokens, written
from loaders.resolve.units import Unit, units
from loaders.words import ROLES

NEAR = 160
"""Code points before and behind a name in which its office is looked for."""
LONGEST_ROLE = 5
"""Words of a role."""


def appositions(scene: Scene, actors: Iterable[Actor], by: str) -> list[tuple[Affiliation, Actor]]:
    """The offices that the article gives its speakers, each with the organisation; one for each role, the first."""
    speaking = {actor.id for actor in actors}
    found: dict[tuple[str, str, str | None], tuple[Affiliation, Actor]] = {}
    for mention in scene.mentions:
        if mention.actor.id in speaking and mention.actor.kind == "person":
            for role, organization, span in _offices(scene, mention):
                exact = scene.text[slice(*span)]
                made = Affiliation(
                    mention.actor.id,
                    organization.id,
                    role,
                    by,
                    article=scene.article,
                    exact=exact,
                    start=span[0],
                    end=span[1],
                )
                found.setdefault((made.actor, made.organization, role.casefold()), (made, organization))
    return list(found.values())


def _offices(scene: Scene, mention: Mention) -> Iterator[tuple[str, Actor, Span]]:
    yield from _before(scene, mention)
    yield from _behind(scene, mention)


def _before(scene: Scene, mention: Mention) -> Iterator[tuple[str, Actor, Span]]:
    """ "Pentagon spokesperson Sabrina Singh": the organisation, the role and the name."""
    lead = units(tokens(scene.text, max(0, mention.start - NEAR), mention.start), scene.register, titles=False)
    role = _trailing_words(lead)
    rest = lead[: len(lead) - len(role)]
    organization = _organization(rest[-1:], scene.register)
    if organization and _is_role(role):
        yield _words(role, scene.text), organization, (rest[-1].start, mention.end)


def _behind(scene: Scene, mention: Mention) -> Iterator[tuple[str, Actor, Span]]:
    """ "Kyrylo Budanov, head of Ukraine's Military Intelligence": the role stands between commas behind the name."""
    tail = tokens(scene.text, mention.end, min(len(scene.text), mention.end + NEAR))
    behind = units(apposition(0, tail), scene.register, titles=False)
    office = next((i for i, unit in enumerate(behind) if unit.key in ("of", "for", "at", "with")), 0)
    named = [unit for unit in behind[office + 1 :] if unit.key != "the"][:1]
    role = [unit for unit in behind[:office] if unit.key not in ("a", "an", "the")]
    organization = _organization(named, scene.register)
    if organization and _is_role(role):
        yield _words(role, scene.text), organization, (mention.start, named[0].end)


def _trailing_words(before: Sequence[Unit]) -> Sequence[Unit]:
    """The words of a role right before a name, back to the organisation."""
    start = len(before)
    while start and before[start - 1].what in ("word", "capitals") and _in_role(before[start - 1]):
        start -= 1
    return before[start:]


def _in_role(unit: Unit) -> bool:
    return unit.tokens[0].word and unit.key != POSSESSIVE


def _is_role(role: Sequence[Unit]) -> bool:
    words = [token for unit in role for token in unit.tokens]
    return 0 < len(words) <= LONGEST_ROLE and words[-1].key in ROLES


def _organization(unit: Sequence[Unit], register: Register) -> Actor | None:
    if not unit or unit[0].what != "name":
        return None
    actor = register.actor(unit[0].ids[0])
    return actor if actor.kind in ("organization", "outlet", "group") else None


def _words(role: Sequence[Unit], text: str) -> str:
    found: list[Token] = [token for unit in role for token in unit.tokens]
    return written(found, text)
