"""What others say anywhere in somebody's words: "when a candidate says that Z", "we were told that Z".

`clauses.py` reads what begins a sentence of somebody's words, by its wording alone. Here every verb of saying within
them is weighed: what both of the network's readers make of it, of its subject and of what stands behind it, and how
it is worded, give the chance that it is an attribution (a logistic regression, `training/retold.py`).
"""

import json
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from graph.model import Span
from loaders.attribute.clauses import clause_end
from loaders.attribute.drafts import Draft
from loaders.attribute.idioms import is_idiom
from loaders.attribute.labels import LABELS, OUTSIDE, ROLE, ROLES
from loaders.attribute.nested import put_innermost, put_inside
from loaders.attribute.quotes import quoted
from loaders.attribute.selves import THIRD, is_self, is_third
from loaders.attribute.sentences import sentence_at, subject_before
from loaders.attribute.spans import length, touches, trimmed, words
from loaders.attribute.tagger import MODEL, Array, Section
from loaders.words import DETERMINERS, PRONOUNS

LIKELY = 0.45
"""The chance from which on a candidate is believed."""
LONGEST_NAME = 12
"""Words of a subject that is a name."""
NEAR = 6
"""Words behind a verb whose scores as content count."""
SHORTEST = 2
"""Words that are the least that is said."""
UNSEEN = -6.0
"""The score of a subject that is not there."""

_SAYING = """
    say says said saying tell tells told telling claim claims claimed claiming think thinks thought believe believes
    believed swear swears swore sworn assure assures assured assuring boast boasts boasted boasting brag brags bragged
    bragging complain complains complained complaining confide confides confided confiding whisper whispers whispered
    whispering shout shouts shouted shouting yell yells yelled yelling scream screams screamed screaming admit admits
    admitted admitting argue argues argued arguing insist insists insisted insisting reckon reckons reckoned warn warns
    warned warning deny denies denied denying explain explains explained explaining guarantee guarantees guaranteed
    announce announces announced announcing declare declares declared declaring
"""
_STATING = """
    promise promises promised promising write writes wrote written writing report reports reported reporting convey
    conveys conveyed conveying answer answers answered answering reply replies replied replying agree agrees agreed
    acknowledge acknowledges acknowledged acknowledging allege alleges alleged alleging predict predicts predicted
    pledge pledges pledged vow vows vowed hear hears heard state states stated stating stress stresses stressed fear
    fears feared suspect suspects suspected assume assumes assumed testify testifies testified recall recalls recalled
    conclude concludes concluded estimate estimates estimated confirm confirms confirmed confirming suggest suggests
    suggested suggesting assess assesses assessed maintain maintains maintained inform informs informed describe
    describes described describing call calls called calling expect expects expected reveal reveals revealed
"""
_DOING = """
    accept accepts accepted hope hopes hoped feel feels felt judge judges judged threaten threatens
    threatened threatening joke jokes joked joking propose proposes proposed proposing notify notifies notified advise
    advises advised beg begs begged ask asks asked asking consider considers considered see sees saw put puts note notes noted find finds found mention mentions mentioned remember remembers
    remembered point points pointed
"""
_GROUP = {verb: group for group, verbs in enumerate((_SAYING, _STATING, _DOING)) for verb in verbs.split()}
_VERB = re.compile(rf"(?<![\w'’-])(?:{'|'.join(sorted(_GROUP, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)
_HELPING = frozenset(
    "had has have having been being also just then once already kept keep keeps still even only now later earlier always"
    " never often sometimes all both not did do does would will could can cannot may might must should was were is are be"
    " publicly privately repeatedly recently really actually probably simply basically firmly continuously long to".split()
)
_HELD = frozenset("would will could can cannot may might must should to".split())
_TO_BE = frozenset("was were been being is are be".split())
_ENDS = frozenset(
    "that when because if but while as where than whether so though although unless until what why how which who whose"
    " whom and or nor about into like think thinks said says say told tell knows know believe believes let before after".split()
)
_LINKS = frozenset("of in at from for on with by since under near between against among over behind inside to".split())
_THEM = frozenset(["him", "them", "us", "me"])
_PERSONS = frozenset("i you we they he she it somebody someone nobody everybody everyone people".split())
_WORD = re.compile(r"\w+(?:[-'’.&]\w+)*|[^\w\s]")
_SHORT = re.compile(r"(\w+?)(?:n['’]t|['’](?:d|ve|ll|s|re|m))$", re.IGNORECASE)
_WHOM_VERB = re.compile(
    r"t(?:ell|old)|assur|promis|warn|inform|notif|ask|beg|advis|guarant|threat|show|remind|sw[eo]r|boast|complain|confid|whisper|shout|convey|report|wr[io]te|explain|mention|say|said",
    re.IGNORECASE,
)
_CLAUSE = (
    r"(?=\s+(?:that|he|she|they|it|we|you|I|there|the|their|his|her|its|of|about|no|not|how|what|why|whether)\b|\s*[,:]?\s*[“\"‘'])"
)
_WHOM = re.compile(
    r"\s+(?:to\s+|at\s+)?(?:(?:me|us|them|him|her|you|everyone|everybody|people|reporters|journalists)\b"
    rf"|(?:(?:his|her|their|my|our|its|your|the|an?|some|two|both)\s)(?:[\w'’-]+\s){{0,3}}?[\w'’-]+{_CLAUSE}"
    rf"|(?-i:[A-Z])[\w.'’-]*(?:\s(?-i:[A-Z])[\w.'’-]*)?(?:\s[\w'’-]+s)?{_CLAUSE}"
    rf"|[\w'’-]+s{_CLAUSE})",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",[^,;:.“”\"]{3,70},\s+(?=that\b)", re.IGNORECASE)
_TIME = re.compile(r"\s+(?:(?:on|by|in|at|last|this|through)\s(?:[\w'’-]+\s){0,3}?[\w'’-]+)(?=\s+that\b)", re.IGNORECASE)
_THAT = re.compile(r"[\s,:]*that\b", re.IGNORECASE)
_OPENS = re.compile(r"[\s,:]*[“\"‘']")
_LINKED = re.compile(r"(?:to|of|about|for|in|on|at|by|with|from|and|or)\b", re.IGNORECASE)
_NO_CONTENT = re.compile(r"(?:about|for|on|out|up|down)\b", re.IGNORECASE)
_WHO = re.compile(r"\b(?:who|which)\b")
_IS = re.compile(r"(?:is|are|was|were|has|have|had|will|would)\b")
_IS_TOLD = re.compile(r"(?:told|promised|assured|warned|informed|taught|advised)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Retold:
    """A verb of saying within somebody's words, its subject if there is one, and what it says.

    `helping` are the words between subject and verb, in small letters, `before` the one before the subject; `whom`
    tells whether somebody is told.
    """

    source: Span | None
    cue: Span
    verb: Span
    content: Span
    helping: tuple[str, ...]
    before: str
    whom: bool


def retold(drafts: Sequence[Draft], section: Section, text: str) -> list[Draft]:
    """The attributions by a verb in the middle of the drafts' contents, each inside the one that holds it most closely.

    The drafts that hold them rest on them.
    """
    known = [span for draft in drafts for span in draft.cue]
    found: list[Draft] = []
    weights = shipped()
    for outer in sorted((d for d in drafts if d.source and d.content), key=lambda d: length(d.content)):
        for one in candidates(outer.content, text):
            if touches(one.verb, known):
                continue
            known.append(one.verb)
            if not is_whole(one, outer, text):
                continue
            chance = float(1 / (1 + math.exp(-float(weights @ signs(one, section, text)))))
            draft = Draft(_speaker(one, text), [one.cue], [one.content], chance)
            if chance >= LIKELY and not is_idiom(draft, text):
                put_innermost(put_inside(draft, outer, text), [*drafts, *found], text)
                found.append(draft)
    return found


def candidates(content: Sequence[Span], text: str) -> Iterator[Retold]:
    """Every verb that may say something, in the ranges of somebody's words."""
    for start, end in content:
        for verb in _VERB.finditer(text, start, end):
            first, last = sentence_at(text, verb.start())
            yield _candidate(verb, (max(start, first), min(end, last)), text)


def signs(one: Retold, section: Section, text: str) -> Array:
    """What tells whether a candidate is an attribution, in the order that `training/retold.py` weighs."""
    name = text[slice(*one.source)].lower() if one.source else ""
    verb, said, helping = text[slice(*one.verb)].lower(), text[slice(*one.content)], set(one.helping)
    first, second, rests = _leanings(section, one.verb)
    subject = [_leanings(section, span)[:2] for span in _words_in(section, one.source)] if one.source else []
    behind = [_leanings(section, span)[:2] for span in _words_in(section, one.content)[:NEAR]]
    group = _GROUP[verb]
    return np.array(
        [
            1.0,
            first["cue"],
            second["cue"],
            rests,
            max((a["source"] for a, _ in subject), default=UNSEEN),
            max((b["source"] for _, b in subject), default=UNSEEN),
            max((a["content"] for a, _ in behind), default=UNSEEN),
            max((b["content"] for _, b in behind), default=UNSEEN),
            group == 0,
            group == 2,  # noqa: PLR2004
            said.startswith("that"),
            bool(_OPENS.match(said)),
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
            not helping.isdisjoint(_TO_BE),
            len(said.split()) < 3,  # noqa: PLR2004
        ],
        dtype=np.float32,
    )


@cache
def shipped() -> Array:
    """The weights of the signs that come with the package."""
    held = json.loads((MODEL / "retold.json").read_text(encoding="utf-8"))
    return np.array(held["weights"], dtype=np.float32)


def _candidate(verb: re.Match[str], within: Span, text: str) -> Retold:
    start, end = within
    before = [(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(text, max(start, verb.start() - 160), verb.start())]
    helping: list[str] = []
    cue = verb.start()
    while before and before[-1][2] in _HELPING:
        cue, _, word = before.pop()
        helping.append(word)
    commas = bool(before) and before[-1][2] == ","
    source = subject_before(text, cue) if commas else _subject(before, text, helping)
    source = source if source and source[0] >= start else None
    left = [word for at, _, word in before if not source or at < source[0]]
    content, whom = _content(verb, end, text)
    return Retold(source, (cue, verb.end()), verb.span(), content, tuple(helping), left[-1] if left else "^", whom)


def _subject(before: list[tuple[int, int, str]], text: str, helping: list[str]) -> Span | None:
    """The words before a verb that name who says it; None where there are none. Adds a "not" that hangs on them."""
    head: list[tuple[int, int, str]] = []
    while before and len(head) < LONGEST_NAME:
        start, end, word = before[-1]
        if word in ("who", "which") and len(before) > 1:
            before.pop()
            head = []
            continue
        if not word[0].isalnum() or word in _ENDS:
            break
        short = _SHORT.match(word)
        if short and short[1] in (*_PERSONS, *_HELPING, "do", "does", "did"):
            helping += ["not"] if "n" in word[len(short[1]) :] else []
            before.pop()
            if short[1] not in _PERSONS:
                continue
            return start, start + len(short[1])
        head.append(before.pop())
        if word in _PERSONS:
            break
    head.reverse()
    while head and (head[0][2] in _LINKS or head[0][2] in _THEM):
        links = [k for k, (_, _, word) in enumerate(head) if word in _LINKS]
        cut = links[-1] + 1 if links and head[0][2] in _LINKS else 1
        head = head[cut:]
    if head and head[0][2] in PRONOUNS and len(head) > 1:  # "they hear a candidate say"
        head = head[next((k for k, (_, _, word) in enumerate(head) if word in DETERMINERS), len(head)) :]
    if not head or not _HELPING.isdisjoint(word for _, _, word in head) or _is_no_end(head[-1][2]):
        return None
    return head[0][0], head[-1][1]


def _is_no_end(word: str) -> bool:
    """Whether a name cannot end with a word, so that what stands behind it is no verb: "the estimate"."""
    return word in _LINKS or word in DETERMINERS - PRONOUNS.keys() or len(word) == 1 or word.endswith(("'s", "’s", "ly"))


def _speaker(one: Retold, text: str) -> list[Span]:
    """Who says it: nobody where somebody "was told"."""
    told = not _TO_BE.isdisjoint(one.helping) and not text[slice(*one.verb)].endswith("ing")
    return [one.source] if one.source and not told else []


def _content(verb: re.Match[str], end: int, text: str) -> tuple[Span, bool]:
    """What stands behind a verb, as far as its clause, and whether somebody is told."""
    start = verb.end()
    whom = _WHOM.match(text, start, end) if _WHOM_VERB.match(verb[0]) and not _THAT.match(text, start) else None
    start = whom.end() if whom else start
    aside = _ASIDE.match(text, start, end) or _TIME.match(text, start, end)
    start = aside.end() if aside else start
    that = bool(_THAT.match(text, start, end))
    said = trimmed(text, (start, clause_end(text, start, end, that=that)))
    return said or (start, start), bool(whom)


def is_whole(one: Retold, outer: Draft, text: str) -> bool:
    """Whether a candidate has somebody else who says it, or is told to somebody by nobody, and words enough."""
    verb, helping = text[slice(*one.verb)], set(one.helping)
    said = text[slice(*one.content)]
    if "to" in helping or len(said.split()) < SHORTEST or _NO_CONTENT.match(said) or _is_question(one, text):
        return False
    if one.source and _WHO.search(text, one.source[1], one.verb[0]) and _IS.match(said):
        return False
    if not helping.isdisjoint(_TO_BE) and not verb.endswith("ing"):
        return bool(_IS_TOLD.match(verb))
    return one.source is not None and _is_another(one.source, outer, text)


def _is_question(one: Retold, text: str) -> bool:
    return text[: sentence_at(text, one.verb[0])[1]].rstrip(" \n”\"’'").endswith("?") and not _OPENS.match(text, one.verb[1])


def _is_another(source: Span, outer: Draft, text: str) -> bool:
    """Whether a subject is not the one who speaks: "he" where she does, "they" or "you" where it is said aloud."""
    name, speaker = text[slice(*source)].lower(), words(text, outer.source).lower()
    aloud = name in (*THIRD, "you") and bool(quoted(text)[source[0]])
    other = name in ("he", "she") and speaker in ("he", "she") and name != speaker
    return not is_self(name) or aloud or other or is_third(source, outer, text)


def _leanings(section: Section, span: Span) -> tuple[dict[str, float], dict[str, float], float]:
    """How much rather each role than nothing a word has to both readers, and the odds that another rests on it."""
    k = max(0, bisect_left(section.words, (span[0] + 1,)) - 1)
    both = (_roles(section.emissions[k]), _roles(section.upstream[k, : len(LABELS)]))
    return *both, float(section.upstream[k, len(LABELS)])


def _roles(scores: Array) -> dict[str, float]:
    return {role: float(scores[_COLUMNS[role]].max() - scores[OUTSIDE]) for role in ROLES}


_COLUMNS = {role: [k for k, name in enumerate(ROLE) if name == role] for role in ROLES}


def _words_in(section: Section, span: Span) -> Sequence[Span]:
    first = bisect_left(section.words, span)
    return section.words[first : bisect_left(section.words, (span[1],))]
