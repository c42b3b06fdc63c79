"""Search: claims, actors, quotes and articles by their words, claims and quotes also by what they mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.errors import QuestionError
from graph.lookup import Label
from graph.store import Answer, Store
from queries.found import Found, by_meaning, by_words, rarity, weighty
from queries.words import words

Kind = Literal["claim", "actor", "quote", "article"]
KINDS: tuple[Kind, ...] = ("claim", "actor", "quote", "article")
COLUMNS = ("kind", "id", "text", "why", "actor", "evidence", "article", "outlet", "published")
RANKS = 60
"""Of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): how little the first places count above the others."""
_LABELS: dict[Kind, Label] = {"claim": "Claim", "actor": "Actor", "quote": "Assertion", "article": "Article"}
_COUNTED_AS = """
UNWIND $ids AS id MATCH (n:{label} {{id: id}})-[:SAME_AS]->(head:{label}) RETURN id, head.id AS head
"""
_QUOTES_OF = """
UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (c)<-[r:STATES|WORDED]-(s:Assertion) WHERE r.leaf IS NULL
RETURN id, s.id AS quote ORDER BY id, quote
"""
_SAID = """
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s) OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN id, text, s.id AS quote, who.name AS actor, s.prefix AS prefix, s.exact AS exact, s.suffix AS suffix,
       a.title AS article, outlet.name AS outlet, a.published AS published ORDER BY id, actor
"""
_CLAIM = f"""
UNWIND $ids AS id MATCH (c:Claim {{id: id}})<-[:STATES]-(s:Assertion)-[:APPEARS_IN]->(a:Article)
WITH id, c.text AS text, s, a ORDER BY coalesce(a.published, '9999'), a.id, s.reported, s.start, s.id
WITH id, text, head(collect({{s: s, a: a}})) AS first WITH id, text, first.s AS s, first.a AS a
{_SAID}"""
_QUOTE = f"""
UNWIND $ids AS id MATCH (s:Assertion {{id: id}})-[:APPEARS_IN]->(a:Article) WITH id, s.exact AS text, s, a
{_SAID}"""
_ACTOR = """
UNWIND $ids AS id MATCH (a:Actor {id: id}) OPTIONAL MATCH (a)-[:ASSERTED]->(s:Assertion)
RETURN id, a.name AS text, count(s) AS said
"""
_ARTICLE = """
UNWIND $ids AS id MATCH (a:Article {id: id}) OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN id, a.title AS text, a.title AS article, outlet.name AS outlet, a.published AS published
"""
_TOLD_OF = ("quote", "actor", "prefix", "exact", "suffix", "article", "outlet", "published", "said")
_TOLD: dict[Kind, str] = {"claim": _CLAIM, "actor": _ACTOR, "quote": _QUOTE, "article": _ARTICLE}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that fits a question: a claim (the one it is counted as), an actor, a quote (an assertion), an article.

    `words` are those of the question that it has, `cosine` that of its meaning to the question's; empty and None where
    it was not found that way. `quote` is the id of the assertion that is its evidence: what `actor` said, `exact` with
    the words around it, in `article`. Of a claim it is the first to state it. An actor has none; `said` counts its own.
    """

    kind: Kind
    id: str
    text: str
    score: float
    words: tuple[str, ...] = ()
    cosine: float | None = None
    quote: str | None = None
    actor: str | None = None
    prefix: str | None = None
    exact: str | None = None
    suffix: str | None = None
    article: str | None = None
    outlet: str | None = None
    published: str | None = None
    said: int | None = None

    @property
    def why(self) -> str:
        """Why it was found, for people."""
        held = [f"has {', '.join(self.words)}"] if self.words else []
        close = [f"close in meaning ({self.cosine:.2f})"] if self.cosine is not None else []
        return "; ".join(held + close)

    @property
    def evidence(self) -> str:
        """The words that it rests on, in place."""
        return f"…{self.prefix or ''}»{self.exact}«{self.suffix or ''}…" if self.exact else ""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question means: its vector, 384 int8 as base64, and the numbers that claims near it are filed under."""

    vector: str
    nearest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question: its words of weight, the claims near to it in meaning; `weigh` asks how rare its words are."""

    store: Store
    wanted: Sequence[str]
    near: Sequence[Found]
    limit: int
    weigh: Callable[[], Mapping[str, float]]


@dataclass(slots=True)
class _Rank:
    """How one node fits: its score by ranks, words and meaning."""

    score: float = 0.0
    words: tuple[str, ...] = ()
    cosine: float | None = None


def search(
    store: Store, question: str, meant: Meant | None = None, *, kinds: Iterable[Kind] = KINDS, limit: int = 10
) -> list[Hit]:
    """What fits a question best, at most `limit` of it, best first; the same on both engines.

    Words of four letters or more are found also where they only begin a word. `meant` finds what tells the same in
    other words. A quote in the words of the evidence of a claim that is found with it is not told again. Raises
    QuestionError for a question without words, or, without `meant`, with only such as nearly every text has.
    """
    wanted = _wanted(question, meant)
    asked = [kind for kind in KINDS if kind in set(kinds)]
    near = by_meaning(store, meant.vector, meant.nearest) if meant and {"claim", "quote"} & set(asked) else []
    one = _Asked(store, wanted, near, limit, cache(lambda: rarity(store, wanted)))
    hits = [hit for kind in asked for hit in _hits(one, kind)]
    shown = {(hit.article, hit.exact) for hit in hits if hit.kind == "claim"}
    kept = [hit for hit in hits if hit.kind != "quote" or (hit.article, hit.exact) not in shown]
    return sorted(kept, key=lambda hit: (-hit.score, KINDS.index(hit.kind)))[:limit]


def as_answer(hits: Iterable[Hit]) -> Answer:
    """Hits as a table, in their order."""
    return Answer(COLUMNS, [tuple(getattr(hit, column) for column in COLUMNS) for hit in hits])


def _wanted(question: str, meant: Meant | None) -> list[str]:
    if not words(question):
        raise QuestionError("the question has no words in it")
    wanted = weighty(question)
    if not wanted and meant is None:
        raise QuestionError("the question has only words that nearly every text has")
    return wanted


def _hits(asked: _Asked, kind: Kind) -> list[Hit]:
    lists: list[Sequence[Found]] = [by_words(asked.store, _LABELS[kind], asked.wanted, asked.limit, asked.weigh)]
    if kind == "claim":
        lists.append(asked.near)
    elif kind == "quote":
        lists.append(_quotes_of(asked.store, asked.near))
    ranks = _fused(_counted(asked.store, kind, lists), len(asked.wanted))
    best = sorted(ranks, key=lambda name: (-ranks[name].score, name))[: asked.limit]
    told = asked.store.read(_TOLD[kind], {"ids": best}).dicts() if best else []
    rows = {row["id"]: row for row in reversed(told)}
    return [_hit(kind, ranks[name], rows[name]) for name in best if name in rows]


def _quotes_of(store: Store, near: Sequence[Found]) -> list[Found]:
    """The quotes that state these claims in their own words, in the claims' order."""
    cosines = {found.id: found.score for found in near}
    rows = store.read(_QUOTES_OF, {"ids": list(cosines)}).dicts() if cosines else []
    best: dict[str, float] = {}
    for row in rows:
        best[row["quote"]] = max(best.get(row["quote"], 0.0), cosines[row["id"]])
    return [Found(name, best[name]) for name in sorted(best, key=lambda name: (-best[name], name))]


def _counted(store: Store, kind: Kind, lists: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """The lists with claims and actors as those that they are counted as, each at its best place."""
    ids = sorted({found.id for one in lists for found in one})
    if kind not in {"claim", "actor"} or not ids:
        return [list(one) for one in lists]
    heads: dict[str, str] = dict(store.read(_COUNTED_AS.format(label=_LABELS[kind]), {"ids": ids}).rows)
    out = []
    for one in lists:
        best: dict[str, Found] = {}
        for found in one:
            best.setdefault(heads.get(found.id, found.id), found)
        out.append([Found(name, found.score, found.words) for name, found in best.items()])
    return out


def _fused(lists: Sequence[Sequence[Found]], wanted: int) -> dict[str, _Rank]:
    """By id, how each node ranks in the list by words and in that by meaning, if there is one.

    A place among those that have some of the wanted words counts by their share.
    """
    ranks: dict[str, _Rank] = {}
    for number, one in enumerate(lists):
        for place, found in enumerate(one, 1):
            rank = ranks.setdefault(found.id, _Rank())
            share = 1.0 if number else len(found.words) / wanted
            rank.score += share * 2 / len(lists) / (RANKS + place)
            rank.words = rank.words or found.words
            rank.cosine = found.score if number else None
    return ranks


def _hit(kind: Kind, rank: _Rank, row: dict[str, Any]) -> Hit:
    known = {name: row[name] for name in _TOLD_OF if name in row}
    return Hit(kind, row["id"], row["text"] or "untitled", rank.score, rank.words, rank.cosine, **known)
