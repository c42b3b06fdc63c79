"""Where another's clause begins, a speaker's words end: "X warned that A, and Y said B".

What was taken for Y's words within X's, because X's ran on over "and", "but" or "while", is Y's own again.
"""

import re
from collections.abc import Sequence

from loaders.attribute.drafts import Draft, innermost
from loaders.attribute.quotes import quoted
from loaders.attribute.saying import is_said
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import common

_JOINT = re.compile(r"(?:,[”\"]?\s+(?:and|but|though|although|even\s+though|while|whereas)|;)\s+\Z")
_HIS = re.compile(r"(?:his|her|their|its|he|she|they|it)\b", re.IGNORECASE)
_TO_HIM = re.compile(r"\s+(?:him|her|them|me|us)\b")
"""What looks back to who speaks: "she begged for water, but the guards told her there was none" is all hers."""
_LONGEST = 20
"""Code points of a comma with the words that join two clauses."""


def part(drafts: Sequence[Draft], text: str) -> None:
    """End what is said where another's clause begins. Drafts are changed in place."""
    for second in drafts:
        if second.source and second.cue and second.content and min(second.source) < second.cue[0]:
            start = min(second.source)[0]
            joint = _JOINT.search(text, max(0, start - _LONGEST), start)
            back = _HIS.match(text, start) or _TO_HIM.match(text, second.cue[-1][1])
            if joint and not back and is_said(second, text):
                _part_at(joint.start(), second, drafts, text)


def _part_at(end: int, second: Draft, drafts: Sequence[Draft], text: str) -> None:
    begin, aloud = sentence_at(text, end)[0], quoted(text)
    running = [d for d in drafts if d.cue and begin <= d.cue[0][0] < end and _runs_over(d, end, second)]
    running = [d for d in running if aloud[d.cue[0][0]] or not aloud[end]]
    first = innermost(d for d in running if d.source != second.source)
    if first is None or (first.reaches(second) and second.inside is not first):
        return
    told = list(first.content)
    for draft in drafts:
        if draft.content == told:
            draft.content = common(told, [(0, end)])
            draft.rests_on = [(up, by) for up, by in draft.rests_on if up is not second]
    second.inside, second.reported = first.inside, False
    for draft in drafts:
        if any(up is first for up, _ in draft.rests_on) and draft.holds(second):
            draft.rest_on(second, second.cue[0])


def _runs_over(draft: Draft, end: int, second: Draft) -> bool:
    """Whether a content behind its cue goes on over a joint to another's cue."""
    return any(draft.cue[-1][1] <= s < end and second.cue[0][1] <= e for s, e in draft.content)
