"""The made-up world of the queries as a network, with what whence and people add to it, and with hostile text."""

import pytest

from graph.model import Judgement
from graph.write import put
from queries.export import judged
from queries.graphs import add_edge
from queries.network import network
from tests.queries import world

HOSTILE = 'a "b" \\";c|d\n,\'é\r\n\t<b>&amp; ]]> =1+1 \u202e\U0001f600'
"""What CSV, XML and JSON have to write in another way, and can."""


@pytest.fixture
def graph(embedded_store):
    """The whole world, a copy, a merged actor and two rivals in it, and text that is hard to write."""
    for reading in world.readings():
        put(embedded_store, reading)
    made = network(embedded_store)
    one, other = world.gazette().article.id, world.bay_radio().article.id
    add_edge(made, other, one, "COPIES", {"similarity": 0.75, "why": "the same runs of five words", "by": "whence"})
    add_edge(made, "singh", "ryder", "SAME_AS", {})
    rivals = world.claim(world.TEN).id, world.claim(world.RING).id
    add_edge(made, *rivals, "CONFLICTS_WITH", {"why": "numbers", "by": "whence", "score": 0.5})
    made.nodes["gur"].update(name=HOSTILE, aliases=[HOSTILE, "x"], wikidata="Q1")
    made.nodes[one]["url"] = "https://example.org/1?a=1&b=2"
    made.nodes[world.claim(world.TEN).id].update(min=10, max=None, sure=0.5, eventDate="2024-10~")
    made.nodes[world.claim(world.RING).id].update(min=10.5)
    held = Judgement("j", "singh", "ryder", "", "", "", "", "positive", "ann", "2024-11-01T00:00:00Z", "one desk")
    return judged(made, [held])
