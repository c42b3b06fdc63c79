""" "Y said A, adding that B, X reports": the participle has the speaker before it, all of it is what X reports.

The tagger takes the name behind for the speaker of both.
"""

import re
from collections.abc import Sequence

from loaders.attribute.clauses import INNER
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import trimmed, words

_PARTICIPLE = re.compile(
    r"(?:also\s+)?(?:add|not|warn|say|stress|insist|claim|explain|emphasi[sz]|argu|stat)ing$", re.IGNORECASE
)

_DENOUNCED = re.compile(
    r"(?P<name>[A-Z][^,;:“”\"]{2,80}?)(?:\s+on\s+\w+day)?\s+(?:also\s+)?(?:denounc|condemn|reject|dismiss|critici[sz]|accus|prais|hail"
    r"|slamm?|blast|defend|welcom|brush|shrug)\w*\s"
)


def give_back_participle(group: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts of a sentence with such participles and what stands before them put right. Changed in place."""
    added: list[Draft] = []
    for draft in group:
        first = _before(draft, text)
        if first is None:
            _give_to_subject(draft, group, text)
            continue
        last = next((d for d in group if d.cue > draft.cue and (not d.source or d.source == draft.source)), None)
        draft.content = [span for span in draft.content if span[0] > draft.cue[0][0]]
        if last is not None:
            last.source = draft.source
        draft.source = list(first.source)
        added.append(first)
    return [*group, *added]


def _give_to_subject(draft: Draft, group: Sequence[Draft], text: str) -> None:
    """ "A spokesman denounced the plan, saying it was late, X reported": who denounced says so. Changes the drafts."""
    if not _PARTICIPLE.match(words(text, draft.cue)) or not draft.source or min(draft.source) < max(draft.cue):
        return
    start = sentence_at(text, draft.cue[0][0])[0]
    does = _DENOUNCED.match(text, start, draft.cue[0][0])
    last = next((d for d in group if d is not draft and d.source == draft.source and d.cue > draft.cue), None)
    if does and last and draft.content:
        draft.source, draft.inside = [does.span("name")], last
        last.content = [(start, max(draft.content)[1])]
        last.rest_on(draft, draft.cue[0])


def _before(draft: Draft, text: str) -> Draft | None:
    """The clause of saying before a participle that was given a speaker behind it."""
    if not _PARTICIPLE.match(words(text, draft.cue)) or not draft.source or min(draft.source) < max(draft.cue):
        return None
    for start, end in draft.content:
        said = INNER.match(text, start, end) if end <= draft.cue[0][0] else None
        content = trimmed(text, (said.start("that") if said["that"] else said.end(), end)) if said else None
        if said and content:
            name = said.start("name"), said.start("name") + len(said["name"].rstrip())
            return Draft([name], [said.span("cue")], [content], draft.score * INFERRED)
    return None
