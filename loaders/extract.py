"""What the attribution step sees in articles, without a store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.model import Actor, Span
from loaders.attribute import attribute
from loaders.read import Found, Options, read
from loaders.records import Attribution, Document
from loaders.resolve import Register, actors_of


@dataclass(frozen=True, slots=True)
class Extract:
    """A document with its attributions and who speaks in each."""

    document: Document
    attributions: tuple[Attribution, ...]
    actors: dict[str, Actor | None]

    def as_dict(self) -> dict[str, Any]:
        """One line of `whence extract --format jsonl`.

        Spans are lists of [start, end] in code points of the decoded input text, or of "text" where that is given
        because the input is not plain text or had to be mended.
        """
        head: dict[str, Any] = {"article": Path(self.document.name).name, "sha256": self.document.sha256}
        if self.document.extracted:
            head["text"] = self.document.text
        return head | {"attributions": [self._row(a) for a in self.attributions]}

    def as_text(self) -> str:
        """A few lines for people: who, citing whom, in which words."""
        lines = [f"{self.document.name}: {len(self.attributions)} attributions"]
        for a in self.attributions:
            rests_on = "".join(f" <- {c.target}" for c in a.sourced_from)
            who = self._words(a.source) or "(no source named)"
            lines.append(f"  {a.id} {who} [{self._words(a.cue)}]{rests_on}: {self._words(a.content)}")
        return "\n".join(lines)

    def _words(self, spans: Sequence[Span]) -> str:
        return " … ".join(" ".join(self.document.text[s:e].split()) for s, e in spans)

    def _row(self, a: Attribution) -> dict[str, Any]:
        actor = self.actors.get(a.id)
        return {
            "id": a.id,
            "source": [list(span) for span in a.source],
            "cue": [list(span) for span in a.cue],
            "content": [list(span) for span in a.content],
            "mode": a.mode,
            "actor": {"id": actor.id, "name": actor.name} if actor else None,
            "sourced_from": [citation.target for citation in a.sourced_from],
            "nested_in": a.nested_in,
            "score": a.score,
        }


def extract(found: Iterable[Found], register: Register) -> Iterator[Extract | InputError]:
    """Read and attribute each input; what is refused is handed on in its place."""
    for item in found:
        for document in read(item, Options()):
            yield document if isinstance(document, InputError) else extract_one(document, register)


def extract_one(document: Document, register: Register) -> Extract:
    """Attribute one document and say who speaks."""
    attributions = attribute(document, register.knows, register.is_outlet)
    return Extract(document, attributions, actors_of(document, attributions, register))
