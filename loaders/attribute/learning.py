"""Who has learned something from another: "OUTLET has learned from Y that Z", "Z, OUTLET learned from Y".

The tagger leaves Y out, or takes him for the only speaker.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.clauses import clause_end
from loaders.attribute.drafts import Draft, innermost
from loaders.attribute.idioms import has_clause
from loaders.attribute.nested import put_innermost, put_inside
from loaders.attribute.selves import is_own
from loaders.attribute.sentences import is_endless, sentence_at, subject_before
from loaders.attribute.spans import touches, trimmed
from loaders.attribute.speaking import Knows, speaks

SCORE = 0.75
_FROM = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had|also|later|first)\s){0,2}(?:learn(?:ed|t|s)?|hear[sd]?|kn(?:ow|ows|ew)))\s"
    r"(?P<from>(?:[a-z]+ly\s|only\s|first\s)?from)\s(?P<name>[^\s,;:.“”\"](?:[^,;:.“”\"\n]|(?<=\b[A-Z])\.){1,80}?)"
    r"(?:,\s[^,;:.“”\"\n]{2,60}(?:,\s(?:he|she|they)\s(?:said|says))?,(?=\sthat\s))?"
    r"(?=\sthat\s(?!(?:evening|day|night|morning|afternoon|week|month|year|time|summer|winter|spring|autumn|moment)\b)|[,;]|(?<!\b[A-Z])\.|\s*\Z)"
)
_SAID = re.compile(r".*\b(?:said|says|told\s\w+|that|wrote|added)\s+(?=\S)")
_FRONT = re.compile(r".*\s(?=(?:he|she|it|they|we|I)\Z)")
"""What stands before a pronoun: "every week we"."""
_FRONTS = re.compile(
    r"(?:In|On|At|During|After|Before|When|While|As|Since|If|Once|Until|Though|Although|Because|With)\b"
)
"""How a clause begins that tells only when or why."""
_HIM = frozenset(["him", "her", "them", "those"])
_NOT_SAID = re.compile(r"\b(?:lessons?|how|what|why|mistakes?|to)\s*\Z", re.IGNORECASE)


def learned(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> list[Draft]:
    """The drafts with those from whom others have learned something, who rest on them. Drafts are changed in place."""
    out = list(drafts)
    for found in _FROM.finditer(text, *within):
        if is_endless(text, found.start()):
            continue
        who = _subject(text, found.start())
        name = text[slice(*found.span("name"))]
        somebody = name in _HIM or speaks(name, knows)
        outer = innermost(d for d in out if d.source and _in(found, d))
        said = _said(found, who, outer, text) if who and somebody else None
        if not who or said is None:
            continue
        mine = [d for d in out if touches(found.span("cue"), d.cue) or touches(found.span("from"), d.cue)]
        score = max([SCORE, *(d.score for d in mine)])
        upstream = Draft([found.span("name")], [found.span("from")], [said], score)
        out = [d for d in out if d not in mine]
        within_words = outer if outer not in mine else None
        own = within_words and is_own(who, within_words, text)
        told = upstream if own else _reader(who, found, upstream)
        if within_words:
            put_innermost(put_inside(told, within_words, text), out, text)
        out += [upstream] if own else [told, upstream]
    return out


def _subject(text: str, verb: int) -> Span | None:
    """Who learned it: in "said he had learned" that is "he"."""
    who = subject_before(text, verb)
    said = (_SAID.match(text, *who) or _FRONT.match(text, *who)) if who else None
    return (said.end(), who[1]) if who and said else who


def _in(found: re.Match[str], draft: Draft) -> bool:
    """Whether all of it stands in somebody's words."""
    places = found.span("cue"), found.span("name")
    return all(any(s <= start and end <= e for s, e in draft.content) for start, end in places)


def _said(found: re.Match[str], who: Span | None, outer: Draft | None, text: str) -> Span | None:
    """What was learned: the clause behind "that", or one that stands before the reader in his sentence."""
    start, end = sentence_at(text, found.start())
    if outer:
        end = min(end, max(outer.content)[1])
    if text.startswith("that ", found.end() + 1):
        return trimmed(text, (found.end(), clause_end(text, found.end(), end, that=True)))
    before = text[start : who[0]].rstrip() if who and not outer and "learn" in found["cue"] else ""
    if not before.endswith(",") or not has_clause(before) or _FRONTS.match(before) or _NOT_SAID.search(before[:-1]):
        return None
    return trimmed(text, (start, start + len(before)))


def _reader(who: Span, found: re.Match[str], upstream: Draft) -> Draft:
    draft = Draft([who], [found.span("cue")], list(upstream.content), upstream.score)
    draft.rest_on(upstream, found.span("from"))
    return draft
