"""What others say anywhere in somebody's words: "when a candidate says that Z", "they had been told that Z".

`clauses.py` reads what begins a sentence of somebody's words, by its wording alone. Here every verb of saying within
them (`sayers.py`) is weighed: what both of the network's readers make of it, of its subject and of what stands behind
it, and how it is worded, give the chance that it is an attribution (a logistic regression, `training/retold.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.idioms import is_idiom
from loaders.attribute.labels import LABELS, OUTSIDE, ROLE, ROLES
from loaders.attribute.nested import put_innermost, put_inside
from loaders.attribute.quotes import quoted
from loaders.attribute.sayers import GROUP, OPENS, RARELY, TO_BE, Sayer, is_passive, sayers
from loaders.attribute.saying import gives_figure
from loaders.attribute.tagger import Array, Section

LIKELY = 0.45
"""The chance from which on it is believed: below .5, since a link that is missed costs more than a doubtful one."""
NEAR = 6
"""Words behind a verb whose scores as content count."""
UNSEEN = -6.0
"""The score of a subject that is not there."""
TOLD = 0.6
"""The chance at least of what somebody "was told" where a clause follows, and of a toll that is "put at" so much."""
FEW = 3
"""Words below which what is said is short."""
_HELD = frozenset(("would", "will", "could", "can", "cannot", "may", "might", "must", "should"))
_IS_TOLD = re.compile(r"(?:told|assured|warned|informed)$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:that\s+)?(?:he|she|they|it|we|i|you|there|this|that)\b(?!\s+to\b)", re.IGNORECASE)
_PUTS = re.compile(r"puts?$", re.IGNORECASE)
_LINKED = re.compile(r"(?:to|of|about|for|in|on|at|by|with|from|and|or)\b", re.IGNORECASE)
_COLUMNS = {role: [k for k, name in enumerate(ROLE) if name == role] for role in ROLES}


def retold(drafts: Sequence[Draft], section: Section, text: str, weights: Array | None) -> list[Draft]:
    """The attributions by a verb in the middle of the drafts' contents, each inside the one that holds it most closely.

    The drafts that hold them rest on them. `weights` are the signs'; without them nothing is believed.
    """
    found: list[Draft] = []
    if weights is None:
        return found
    for one, outer in sayers(drafts, text):
        chance = float(1 / (1 + np.exp(-(weights @ signs(one, section, text)))))
        put = _PUTS.match(text, *one.verb) and gives_figure(text[slice(*one.verb)], text[slice(*one.content)])
        chance = max(chance, TOLD) if put or _is_told(one, text) else chance
        source = [one.source] if one.source and not is_passive(one, text) else []
        draft = Draft(source, [one.cue], [one.content], chance)
        if chance >= LIKELY and not is_idiom(draft, text):
            put_innermost(put_inside(draft, outer, text), [*drafts, *found], text)
            found.append(draft)
    return found


def _is_told(one: Sayer, text: str) -> bool:
    """Whether the subject is who was told something, and a clause tells what: "they had been told it was a drill"."""
    plain = _HELD.isdisjoint(one.helping) and not {"not", "never", "is", "are"} & set(one.helping)
    told = plain and is_passive(one, text) and _IS_TOLD.search(text, *one.verb)
    return bool(told and _CLAUSE.match(text, *one.content))


def signs(one: Sayer, section: Section, text: str) -> Array:
    """What tells whether it is an attribution, in the order that `training/retold.py` weighs."""
    name = text[slice(*one.source)].lower() if one.source else ""
    verb, said, helping = text[slice(*one.verb)].lower(), text[slice(*one.content)], set(one.helping)
    at = max(0, bisect_left(section.words, (one.verb[0] + 1,)) - 1)
    first, second = _leanings(section, at)
    subject = [_leanings(section, k) for k in _numbers(section, one.source)] if one.source else []
    behind = [_leanings(section, k) for k in _numbers(section, one.content)[:NEAR]]
    group = GROUP.get(verb, RARELY)
    return np.array(
        [
            1.0,
            first["cue"],
            second["cue"],
            section.upstream[at, len(LABELS)],
            max((a["source"] for a, _ in subject), default=UNSEEN),
            max((b["source"] for _, b in subject), default=UNSEEN),
            max((a["content"] for a, _ in behind), default=UNSEEN),
            max((b["content"] for _, b in behind), default=UNSEEN),
            group == 0,
            group == RARELY,
            said.startswith("that"),
            bool(OPENS.match(said)),
            one.whom,
            bool(helping & _HELD),
            not helping.isdisjoint({"not", "never"}),
            not one.source,
            name in ("i", "we"),
            name == "you",
            name in ("they", "he", "she", "it"),
            bool(quoted(text)[one.verb[0]]),
            verb.endswith("ing"),
            one.before in ("if", "when", "whether"),
            one.before in ("^", "that", "because", "but", ",", "and", "“", '"'),
            bool(_LINKED.match(said)),
            not helping.isdisjoint(TO_BE),
            len(said.split()) < FEW,
        ],
        dtype=np.float32,
    )


def _leanings(section: Section, k: int) -> tuple[dict[str, float], dict[str, float]]:
    """How much rather each role than nothing a word has to the first reader, and to the second."""
    return _roles(section.emissions[k]), _roles(section.upstream[k, : len(LABELS)])


def _roles(scores: Array) -> dict[str, float]:
    return {role: float(scores[_COLUMNS[role]].max() - scores[OUTSIDE]) for role in ROLES}


def _numbers(section: Section, span: Span) -> range:
    """The numbers of the section's words that begin in a range."""
    return range(bisect_left(section.words, span), bisect_left(section.words, (span[1],)))
