"""Made-up worlds for the page: a small one, one with everything in it, and hostile and large ones."""

import networkx as nx

HOSTILE = (
    "</script><script>window.hit=1</script>",
    "<img src=x onerror='window.hit=1'>",
    "href=javascript:window.hit=1",
    '"};window.hit=1;//',
    "`${window.hit=1}`",
    "{{ 7 * 7 }}",
    "\u202egnp.exe\u2028 \u0000",
    "Ω" * 10_000,
    "__proto__",
)


def link(graph, one, other, kind, /, **more):
    number = sum(edge["type"] == kind for edge in (graph.get_edge_data(one, other) or {}).values())
    graph.add_edge(one, other, key=f"{kind} {number + 1}" if number else kind, type=kind, **more)


def add_actor(graph, name, called, kind, **more):
    graph.add_node(name, label="Actor", id=name, name=called, kind=kind, aliases=more.pop("aliases", []), **more)


def add_article(graph, name, title=None, outlet=None, **more):
    graph.add_node(name, label="Article", id=name, **({"title": title} if title else {}), **more)
    if outlet:
        link(graph, name, outlet, "PUBLISHED_BY")


def add_assertion(graph, name, actor, article, claim, exact=None, cites=(), **more):
    told = {"cue": "said", "mode": "indirect", "polarity": "positive", "certainty": "stated", "reported": False}
    told |= {"by": "test", "score": 0.9, "prefix": "said ", "suffix": " on Monday", "start": 10, "end": 10 + len(exact)}
    graph.add_node(name, label="Assertion", id=name, exact=exact, **told | more)
    if actor:
        link(graph, actor, name, "ASSERTED")
    link(graph, name, article, "APPEARS_IN")
    link(graph, name, claim, "STATES", score=1.0, why="the same words of the same article", by="whence")
    for up, words in cites:
        link(graph, name, up, "SOURCED_FROM", exact=words, start=0, end=0)


def world():
    """Ann passes on what the bureau found; Bo says something else in another article, without saying how he knows."""
    graph = nx.MultiDiGraph()
    for name, kind in (("ann", "person"), ("bureau", "organization"), ("bo", "unnamed"), ("gazette", "outlet")):
        add_actor(graph, name, name.title(), kind)
    add_article(graph, "one", "The bridge", "gazette", published="2024-10-29", url="https://example.org/1")
    add_article(graph, "two", "The road")
    graph.add_node("c1", label="Claim", id="c1", text="the bridge is closed")
    graph.add_node("c2", label="Claim", id="c2", text="the road is open")
    add_assertion(graph, "a2", "bureau", "one", "c1", "the bridge is closed", basis="findings", reported=True)
    add_assertion(graph, "a1", "ann", "one", "c1", "the bridge is closed", [("a2", "citing")])
    add_assertion(graph, "a3", "bo", "two", "c2", "the road is open", sourceText="a man called Bo")
    return graph


TEXT = (
    "Cracks in the dam\n\n"
    "The mayor said that the engineers had told her that the dam is cracked. "
    "“Nothing is wrong with it,” the company said.\n\n"
    "An unnamed 😀 official called the report a fairy tale, and 3,000 people were moved."
)
"""The text of article "a" in `dam`."""


def marked(content, cue=None, source=None):
    """Where the words of an assertion stand in TEXT."""
    found = {"exact": content, "start": TEXT.index(content), "end": TEXT.index(content) + len(content)}
    found["spans"] = [found["start"], found["end"]]
    for name, words in (("cue", cue), ("source", source)):
        if words:
            start = TEXT.index(words)
            found |= {f"{name}Start": start, f"{name}End": start + len(words)}
    return found | ({"cue": cue} if cue else {}) | ({"sourceText": source} if source else {})


def dam():
    """A world with everything: five outlets, chains, an affiliation, denials, a loop, doubt, copies, rival figures."""
    graph = nx.MultiDiGraph()
    for name, called in (("wire", "The Wire"), ("post", "Valley Post"), ("six", "Channel Six"), ("daily", "The Daily")):
        add_actor(graph, name, called, "outlet")
    add_actor(graph, "board", "National Dam Safety Board", "organization", findings=True, aliases=["NDSB"])
    for name, called in (("ng", "Amara Ng"), ("po", "Lars Po"), ("mayor", "Mayor Ines Brandt"), ("voss", "Lena Voss")):
        add_actor(graph, name, called, "person")
    add_actor(graph, "hydro", "Kestrel Hydro, the company that built and runs the dam", "organization")
    add_actor(graph, "engineer", "a deputy engineer", "unnamed")
    add_actor(graph, "inspectors", "the inspectors", "group", candidates=["board", "union"])
    add_actor(graph, "report", "an internal report", "document")
    add_actor(graph, "brandt", "I. Brandt", "person")
    link(graph, "ng", "board", "AFFILIATED_WITH", role="spokesperson", by="register", since="2020")
    link(graph, "po", "board", "AFFILIATED_WITH", role="director", by="test", exact="Lars Po, its director")
    link(graph, "brandt", "mayor", "SAME_AS")
    add_article(graph, "a", "Cracks in the dam", "wire", published="2024-03-20", url="https://example.org/a", text=TEXT)
    add_article(
        graph,
        "b",
        "What the engineers saw, and what became of it in the months after they had seen it",
        "post",
        published="2024-03-24",
    )
    add_article(graph, "c", "Dam cracked, mayor says", "six", published="2024-04-03T08:10")
    add_article(graph, "d", "Dam cracked", "daily", published="2024-04-03")
    add_article(graph, "e")
    link(graph, "d", "c", "COPIES", similarity=0.9, why="9 words in 10 are the same", by="test")
    claims = {
        "c1": {"text": "the dam is cracked"},
        "c2": {"text": "the minister knew of it", "eventDate": "2024-03", "place": "Kestrel"},
        "c3": {
            "text": "3,000 people were moved",
            "quantityMin": 3000.0,
            "quantityMax": 3000.0,
            "quantityBound": "exact",
        },
        "c4": {"text": "at least 5,000 people were moved", "quantityMin": 5000.0, "quantityBound": "at least"},
        "c5": {
            "text": "about 2,500 people were moved",
            "quantityMin": 2500.0,
            "quantityMax": 2500.0,
            "quantityBound": "about",
        },
        "c6": {
            "text": "up to 12,000 people will be moved",
            "quantityMax": 12000.0,
            "quantityBound": "up to",
            "status": "plan",
        },
        "c7": {"text": "nothing is wrong with the dam"},
    }
    for name, told in claims.items():
        kind = {"quantityKind": "people"} if "quantityBound" in told else {}
        graph.add_node(name, label="Claim", id=name, **told, **kind)
    for one, other, rule in (("c3", "c4", "quantity"), ("c4", "c5", "quantity"), ("c1", "c7", "polarity")):
        link(graph, one, other, "CONFLICTS_WITH", rule=rule, why="“this” and “that” cannot both be right", by="test")
    link(graph, "c3", "c6", "MAY_MATCH", score=0.5, why="both are about people who were moved")
    said = "the dam is cracked"
    inner = marked("that the dam is cracked", "had told her", "the engineers")
    add_assertion(graph, "s1", "board", "a", "c1", basis="findings", reported=True, **inner)
    mayor = marked("that the engineers had told her that the dam is cracked", "said", "The mayor")
    add_assertion(graph, "s2", "mayor", "a", "c1", cites=[("s1", "had told her")], **mayor)
    add_assertion(graph, "s3", "ng", "b", "c1", f"that {said} in many places", basis="own", cue="told reporters that")
    add_assertion(graph, "s4", "engineer", "b", "c1", said, basis="own", reported=True, sourceText="a deputy engineer")
    add_assertion(
        graph, "s5", "voss", "b", "c1", said, [("s4", "after an interview with"), ("s6", "and following a briefing by")]
    )
    add_assertion(graph, "s6", "po", "b", "c1", said, basis="own", reported=True)
    add_assertion(graph, "s7", "daily", "d", "c1", said, [("s9", "citing")], certainty="hedged")
    add_assertion(graph, "s8", "hydro", "c", "c1", said, polarity="negative", cue="denied")
    add_assertion(graph, "s9", "report", "d", "c1", said, reported=True)
    add_assertion(graph, "s10", "inspectors", "e", "c1", said, score=0.4, doubtful=True, basis="own")
    add_assertion(graph, "s11", "mayor", "c", "c1", said, basis="own", cue="told Channel Six")
    add_assertion(graph, "s12", None, "e", "c1", "that it may be cracked", polarity="open", cue="asked whether")
    add_assertion(graph, "r1", "wire", "b", "c2", "the minister knew", [("r2", "citing")])
    add_assertion(graph, "r2", "daily", "d", "c2", "the minister knew of it", [("r1", "as reported by")])
    for number, (actor, article) in enumerate((("board", "a"), ("mayor", "b"), ("engineer", "c"), ("hydro", "e"))):
        name = f"c{3 + number}"
        add_assertion(graph, f"f{number}", actor, article, name, claims[name]["text"], basis="own")
    graph.nodes["f0"].update(marked("3,000 people were moved"))
    quote = marked("Nothing is wrong with it", "the company said", "the company")
    add_assertion(graph, "q1", "hydro", "a", "c7", mode="direct", **quote)
    add_assertion(
        graph, "q2", "engineer", "a", "c1", polarity="negative", **marked("the report a fairy tale", "called")
    )
    return graph


def crowd(number):
    """A world of about `number` nodes: claims, assertions, people and articles in fixed shares."""
    graph = world()
    for n in range(max(1, number // 20)):
        add_article(graph, f"t{n}", f"Article {n}", "gazette", published=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}")
    people = max(1, number // 10)
    for n in range(people):
        add_actor(graph, f"p{n}", f"Person {n}", "person")
    rest = (number - number // 20 - people) // 2
    for n in range(rest):
        claim = f"q{n}"
        graph.add_node(claim, label="Claim", id=claim, text=f"claim number {n} of many that say something")
        cites = [(f"r{n - 1}", "citing")] if n % 3 == 1 else []
        words = f"claim number {n} of many that say something"
        add_assertion(
            graph, f"r{n}", f"p{n % people}", f"t{n % max(1, number // 20)}", claim, words, cites, basis="own"
        )
    return graph
