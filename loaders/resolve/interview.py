"""Who speaks in an interview that is printed as questions and answers, without a name before each.

The headline or the lead says who was interviewed. In a line that asks, "you" is that person; in any other line outside
quotation marks "I" is. What the interviewer says of itself stays nobody's, and so does all of it where two are asked.
"""

import re
from dataclasses import dataclass

from graph.model import Actor
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.quotes import quoted
from loaders.attribute.sentences import sentence_at
from loaders.resolve.scene import Scene

SPEAKERS = frozenset(["i", "me", "my", "myself"])
"""Words for oneself alone."""
LEAD = 1500
"""Code points in which an article says that it is an interview."""
FEWEST = 2
"""Lines that ask, below which an article is none."""
LONGEST_QUESTION = 50
"""Words beyond which a line is an answer, though it ends in a question of its own."""
_OPENING, _CLOSING = '"“', '"”'
_INTERVIEW = re.compile(
    r"\binterview(?:s|ed|ing|ee)?\b(?P<object> with| of|(?<=s)|(?<=ed)(?! by))?"
    r"|\b(?:spoke|speaks|talked|talks|sat down|chatted)(?P<other> with| to)\b"
    r"|\btells(?= (?-i:[A-Z])\w+ (?:about|how|why)\b)|\banswers(?= (?:our |your |some )?questions\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview, the person who is asked in it, and the code point behind the words that say so."""

    text: str
    asked: Actor
    begins: int

    @classmethod
    def of(cls, scene: Scene) -> "Interview | None":
        """The interview that an article is, None if it is none or more than one person is asked."""
        flags = quoted(scene.text)
        asking = [m for m in _ASKS.finditer(scene.text) if not flags[m.start()]]
        return _told(scene, min(LEAD, asking[0].start())) if len(asking) >= FEWEST else None

    def meant(self, word: str, at: int) -> Actor | None:
        """The one asked, if that is whom "I" or "you" means at a code point."""
        start, end = paragraph(self.text, at)
        line = self.text[start:end].strip()
        aside = bool(quoted(self.text)[at]) and not (line[0] in _OPENING and line[-1] in _CLOSING)
        if at < self.begins or aside:
            return None
        asks = line.endswith("?") and len(line.split()) <= LONGEST_QUESTION
        return self.asked if asks == (word not in SPEAKERS) else None


def _told(scene: Scene, lead: int) -> Interview | None:
    """The interview as the lead tells of it: the only person in the first such sentence that names one, or before."""
    for told in _INTERVIEW.finditer(scene.text, 0, lead):
        start, end = sentence_at(scene.text, told.start())
        persons = [m for m in scene.mentions if m.start < end and m.actor.kind == "person"]
        here = [m for m in persons if m.start >= start]
        behind = [m for m in here if m.start >= told.end()] if told["object"] or told["other"] else []
        named = {m.actor.id: m.actor for m in behind or here or persons}
        if named:
            return Interview(scene.text, next(iter(named.values())), end) if len(named) == 1 else None
    return None
