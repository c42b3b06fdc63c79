"""What is in the graph: the records that loaders make, the store keeps and queries hand out.

    (:Article)<-[:APPEARS_IN]-(:Assertion)-[:STATES]->(:Claim)      (:Article)-[:COPIES]->(:Article)
        |                      ^   |
    [:PUBLISHED_BY]   [:ASSERTED]  [:SOURCED_FROM]
        v                      |   v
     (:Actor)               (:Actor)  (:Assertion) … up to the origin
                               |
                        [:AFFILIATED_WITH] -> (:Actor)

Claims of several articles that are the same are one: (:Claim)-[:SAME_AS]->(:Claim) leads to the one they are counted
as, which their assertions then state, and WORDED leads to the claim in an assertion's own words. MATCHES, MAY_MATCH and
CONFLICTS_WITH between claims say why.

Where people judged that two actors are one, (:Actor)-[:SAME_AS]->(:Actor) leads to the one that both are counted as;
NAMED and PUBLISHED_AS keep the actor that the article itself names.

In the graph a record's fields are properties of the same name in camelCase; a field that is None is absent.
Offsets count code points of `Article.text`, ends are exclusive.
"""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "organization", "outlet", "document", "group", "unnamed"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["positive", "negative", "open"]
Certainty = Literal["stated", "hedged"]
Basis = Literal["own", "findings"]
Finding = Literal["positive", "negative", "unsure"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that says things.

    `candidates` are ids of known actors that this one may be, kept in doubt. `findings`: finding things out is its
    own work (an intelligence service, say), so that what it says can be an origin. An actor that is not from the
    register has no properties but those that its id is made of, so that loading order cannot matter.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    findings: bool = False
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """`actor` belongs to or speaks for `organization`. From the register, or from an article's own words.

    `since` and `until` are EDTF dates with the precision that is known. `article`, `exact`, `start` and `end` are
    the evidence; a register's affiliation has none and `by` is "register".
    """

    actor: str
    organization: str
    role: str | None
    by: str
    since: str | None = None
    until: str | None = None
    article: str | None = None
    exact: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was published. `id` hashes everything but `places` (absolute paths and URLs it was read from).

    `published` is an ISO 8601 date or date-time with the precision that is known. `outlet` is an Actor's id. `prints`
    is the body's MinHash, by which copies are found; empty for a short one. `struck` are the attributions that a person
    struck out as wrongly read, each a hand-made row as JSON, so that a new reading does not bring them back.
    """

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    sha256: str
    text: str
    places: tuple[str, ...] = ()
    prints: tuple[int, ...] = ()
    struck: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """COPIES: our inference that `article` repeats much of `original`'s text; `similarity` is 0 to 1."""

    article: str
    original: str
    similarity: float
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """One act of attribution, with its evidence.

    `spans` are the content's pieces; `start` and `end` its outer edges; `exact` the pieces' words joined by " … ";
    `prefix` and `suffix` up to 32 code points around it (W3C text-quote selector). `actor` is None where the article
    names no source. `reported`: known only through another assertion of the same article. `by` is the extractor and
    its version, or a person. `polarity`: whether the speaker says that it is so, that it is not, or neither ("did not
    confirm", "asked whether"). `basis`: "own" for the speaker's own act, plan, view or eye-witness, "findings" for
    those of an agency whose work that is, None where it is not stated. `doubtful`: its score was lower than asked for.
    """

    id: str
    article: str
    actor: str | None
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    spans: tuple[Span, ...]
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    source_text: str | None
    source_start: int | None
    source_end: int | None
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    reported: bool
    by: str
    score: float
    basis: Basis | None = None
    doubtful: bool = False
    said_at: str | None = None


@dataclass(frozen=True, slots=True)
class Sourcing:
    """SOURCED_FROM: `assertion` rests on `rests_on`, in the words `exact` at `start` to `end`."""

    assertion: str
    rests_on: str
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Our inference that assertions state the same thing. `text` is one assertion's words, with what they leave to the
    reader ("they", "the region") put in square brackets in the article's own words.

    What it comes to is read off the words: `quantity_min` and `quantity_max` of what it counts first (`quantity_kind`,
    or `quantity_unit`) with its `quantity_bound` ("additional" for one on top of another); `event_date` in EDTF;
    `place`; `status` is "current", "past", "plan", "forecast" or "possible". `said` is when its article was published.
    `topic` are the words that it is about, in one form each, `keys` bring claims of like topics
    together; `vector` is its meaning, 384 int8 as base64, and `meaning` the numbers of the words nearest to that, by
    which claims are found that tell the same in other words.
    """

    id: str
    text: str
    said: str | None = None
    status: str | None = None
    quantity_min: float | None = None
    quantity_max: float | None = None
    quantity_bound: str | None = None
    quantity_unit: str | None = None
    quantity_kind: str | None = None
    event_date: str | None = None
    place: str | None = None
    topic: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    vector: str | None = None
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class Stating:
    """STATES: `assertion` states `claim`; `why` explains our inference, `by` says who made it."""

    assertion: str
    claim: str
    score: float
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article brings to the graph, written in one transaction or not at all.

    `actors` holds every actor that the other records name.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    sourcings: tuple[Sourcing, ...] = ()
    claims: tuple[Claim, ...] = ()
    statings: tuple[Stating, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision that two actors, or two claims, are one (positive), are not (negative), or that nobody can
    tell (unsure).

    Where it is positive, `left` is counted as `right`. `who` judged, at `when` (ISO 8601, UTC), and `why`. `undone` is
    when it was taken back, None while it holds. It is kept for good, and outlives the articles that name the actors:
    `left_actor` and `right_actor` are their properties as JSON.
    """

    id: str
    left: str
    right: str
    left_name: str
    right_name: str
    left_actor: str
    right_actor: str
    finding: Finding
    who: str
    when: str
    why: str
    undone: str | None = None
    undone_by: str | None = None
    about: Literal["actor", "claim"] = "actor"
