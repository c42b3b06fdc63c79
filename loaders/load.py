"""The whole way of an article into the graph: read → attribute → resolve → match → store, one transaction each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from graph.errors import InputError, QuestionError
from graph.fetch import article_id, reading
from graph.model import Reading
from graph.store import Store
from graph.write import put
from loaders.attribute import attribute, extractor
from loaders.correct import corrected
from loaders.hand import is_by_hand, keep_hand_made
from loaders.match.same import match
from loaders.read import Found, Options, is_coded, read, read_coded
from loaders.records import CodedAssertion, Document
from loaders.resolve import Register, resolve

State = Literal["added", "replaced", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document, or of one row or file that was refused."""

    name: str
    state: State
    article: str | None = None
    assertions: int = 0
    chains: int = 0
    error: InputError | None = None

    def line(self) -> str:
        """One line for the user."""
        if self.error:
            return f"refused    {self.error}"
        found = f"{self.assertions} assertions, {self.chains} sourced from others"
        return f"{self.state:<10} {self.name}  {found}  {self.article}"


@dataclass(slots=True)
class Summary:
    """How many of what, over a whole load."""

    counts: dict[State, int] = field(default_factory=lambda: defaultdict(int))
    assertions: int = 0

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.state] += 1
        self.assertions += outcome.assertions

    @property
    def refused(self) -> int:
        return self.counts["refused"]

    def line(self) -> str:
        """One line for the user."""
        states: tuple[State, ...] = ("added", "replaced", "unchanged", "refused")
        told = ", ".join(f"{self.counts[state]} {state}" for state in states if self.counts[state])
        return f"{told or 'nothing to load'}; {self.assertions} assertions"


def load(
    store: Store,
    found: Iterable[Found],
    register: Register,
    options: Options,
    each: Callable[[], None] = lambda: None,
) -> Iterator[Outcome]:
    """Load every input, articles first and hand-made assertions after them; `each` is called as each input is done."""
    by_hand: list[CodedAssertion] = []
    for item in found:
        if is_coded(item):
            for row in read_coded(item):
                if isinstance(row, InputError):
                    yield Outcome(item.name, "refused", error=row)
                else:
                    by_hand.append(row)
        else:
            for document in read(item, options):
                yield _loaded(store, document, register, options.min_score)
        each()
    yield from _coded(store, by_hand, register)


def _loaded(store: Store, document: Document | InputError, register: Register, min_score: float) -> Outcome:
    if isinstance(document, InputError):
        return Outcome(document.where, "refused", error=document)
    try:
        return _put_document(store, document, register, min_score)
    except InputError as error:
        return Outcome(document.name, "refused", error=error)


def _put_document(store: Store, document: Document, register: Register, min_score: float) -> Outcome:
    return put_reading(store, document.name, reading_of(store, document, register, min_score))


def reading_of(store: Store, document: Document, register: Register, min_score: float) -> Reading:
    """All that a document brings to the graph, with what people made of it before; nothing is written."""
    attributions = attribute(document, register.knows, register.is_outlet)
    fresh = resolve(document, attributions, register, extractor(), min_score)
    return keep_hand_made(store, fresh, register, document.name)


def put_reading(store: Store, name: str, whole: Reading) -> Outcome:
    """Write a reading, in one transaction."""
    state = put(store, whole, match)
    return Outcome(name, state, whole.article.id, len(whole.assertions), len(whole.sourcings))


def _coded(store: Store, rows: Iterable[CodedAssertion], register: Register) -> Iterator[Outcome]:
    """Hand-made assertions, an article at a time: each refused row has its line, the others of the article go in."""
    groups: dict[str, list[CodedAssertion]] = defaultdict(list)
    for row in rows:
        try:
            groups[article_id(store, row.article)].append(row)
        except QuestionError as error:
            yield Outcome(row.where, "refused", error=InputError(row.where, str(error)))
    for article, group in groups.items():
        known = reading(store, article)
        whole, good = known, 0
        for row in group:
            try:
                whole = corrected(whole, [row], register)
                good += 1
            except InputError as error:
                yield Outcome(row.where, "refused", error=error)
        if good:
            state: State = "added" if put(store, whole, match) != "unchanged" else "unchanged"
            mine = [a for a in whole.assertions if is_by_hand(a)]
            chains = sum(s.assertion in {a.id for a in mine} for s in whole.sourcings)
            yield Outcome(
                f"{group[0].where.split(' row ')[0]} on {known.article.title or article}",
                state,
                article,
                len(mine),
                chains,
            )
