"""A small register and short articles of our own."""

from collections.abc import Callable

import pytest

from graph.model import Actor, Span
from loaders.attribute.paragraphs import ranges
from loaders.records import Attribution, Document
from loaders.resolve import Register, actors_of

REGISTER = """
- {id: norland, name: Government of Norland, kind: organization, aliases: [Norland, Norberg]}
- id: ndm
  name: Ministry of Defence of Norland
  kind: organization
  aliases: [Norland's Defence Ministry, Norlandish Defence Ministry, Defence Ministry, Stone House]
  roles: [{role: ministry, of: norland}]
- {id: nib, name: Norland Intelligence Bureau, kind: organization, aliases: [NIB], findings: true}
- {id: norland-intelligence, name: Norlandish intelligence, kind: organization, candidates: [nib, nms]}
- {id: nms, name: Norland Military Service, kind: organization, findings: true}
- {id: pact, name: PACT, kind: organization}
- {id: states, name: Union of States, kind: organization, aliases: [US]}
- id: vane
  name: Erik Vane
  kind: person
  titles: [PACT chief]
  pronoun: he
  roles: [{role: Secretary General, of: pact, since: 2023-05-01, until: null}]
- id: holm
  name: Sara Holm
  kind: person
  titles: [PACT chief]
  pronoun: she
  roles: [{role: Secretary General, of: pact, since: "2019", until: 2023-04}]
- id: brandt
  name: Lena Brandt
  kind: person
  pronoun: she
  roles: [{role: spokesperson, of: ndm, since: "2022", until: null}]
- {id: kim-dae-su, name: Kim Dae-su, kind: person}
- {id: kim-ji-woo, name: Kim Ji-woo, kind: person}
- {id: courier, name: Norberg Courier, kind: outlet}
- {id: herald, name: The Herald, kind: outlet}
"""


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    path = tmp_path_factory.mktemp("register") / "actors.yaml"
    path.write_text(REGISTER, encoding="utf-8")
    return Register.read([path])


def document(text: str, published: str | None = None, outlet: str | None = None) -> Document:
    """A whole text as its own body."""
    return Document("a.txt", "/tmp/a.txt", "0" * 64, text, ranges(text), published=published, outlet=outlet)


def spans(text: str, words: str | None) -> tuple[Span, ...]:
    """Where words stand, the only time they do."""
    if not words:
        return ()
    assert text.count(words) == 1, words
    return ((text.index(words), text.index(words) + len(words)),)


def said(text: str, source: str | None, content: str, cue: str | None = None, name: str = "a1") -> Attribution:
    """An attribution by its words."""
    return Attribution(name, spans(text, source), spans(text, cue), spans(text, content), "indirect", 0.9)


@pytest.fixture
def who(register: Register) -> Callable[..., Actor | None]:
    """Who a source is that begins a sentence of its own: `who("Vane", before="Erik Vane spoke.")`."""

    def ask(source: str, before: str = "", published: str | None = None) -> Actor | None:
        text = f"{before}\n{source} said that it rained."
        at = len(before) + 1
        one = Attribution("a1", ((at, at + len(source)),), (), ((len(text) - 10, len(text) - 1),), "indirect", 0.9)
        return actors_of(document(text, published), [one], register)["a1"]

    return ask
