"""A relative clause inside what is said: "The figures of the mayor, who told nobody, are wrong, she said".

The tagger ends the content where the clause begins, and gives its rest to the clause.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.sentences import words_end
from loaders.attribute.spans import words
from loaders.attribute.speaking import is_carrier

_RELATIVE = re.compile(r"(?:who|which|whom|whose)", re.IGNORECASE)
_TOLD_HER = re.compile(r"\b(?:told|assured|informed|warned|promised)\s+(?:him|her|them|it)$")
_HER = re.compile(r"(?<=told|rmed|ured|rned|ised)\s+(?:him|her|them|it)\b")
_SELF = re.compile(r"(?:he|she|they|it|we|I)", re.IGNORECASE)
_THAT_IT_SAYS = re.compile(r"(?<!\bof)\s(?:that|which|who|whom)\s+\Z")
_BEFORE = re.compile(r",?\s+")
_AND = re.compile(r",\s+and\s+(?=\w+(?:s|ed)\b)")
_RESUMES = re.compile(
    r",\s+(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|\w+n['’]t)\b)"
)


def go_on_behind_relatives(group: Sequence[Draft], text: str, sentence: Span) -> None:
    """Let each content that breaks off before such a clause go on behind it. Drafts are changed in place."""
    for inner in group:
        _leave_noun(inner, text)
        if not inner.content and inner.cue and _RELATIVE.fullmatch(words(text, inner.source)):
            _take_up(inner, group, text)
            continue
        if not inner.content or not inner.cue or not _RELATIVE.fullmatch(words(text, inner.source)):
            continue
        end = words_end(text, sentence)
        resumes = _RESUMES.search(text, max(inner.cue)[1], end)
        if resumes is None:
            _take_in(inner, group, text)
            continue
        for outer in group:
            span = max(outer.content, default=None)
            if outer is inner or not span or not _BEFORE.fullmatch(text, span[1], min(inner.source)[0]):
                continue
            others = [min(d.source + d.cue)[0] for d in group if d not in (inner, outer) and d.source + d.cue]
            stop = min((at for at in others if at > resumes.end()), default=end)
            outer.content = sorted([*(s for s in outer.content if s != span), (span[0], stop)])
            inner.content = [(s, min(e, resumes.start())) for s, e in inner.content if s < resumes.start()]
            inner.inside = outer
            break


def _leave_noun(draft: Draft, text: str) -> None:
    """ "They shut two firms that they say forged papers": only "forged papers" is what they say. Changes the draft."""
    first = min(draft.source, default=(0, 0))
    behind = [span for span in draft.content if draft.cue and span > draft.cue[-1]]
    that = _THAT_IT_SAYS.search(text, max(0, first[0] - 10), first[0])
    if behind and that and draft.cue[0] > first and _SELF.fullmatch(text, *first):
        draft.content = behind


def _take_in(inner: Draft, group: Sequence[Draft], text: str) -> None:
    """ "She said she had met Orsk, who told her that Z": the clause is hers, in it Z is his. Changes both.

    So are all clauses in what an outlet reports.
    """
    told = _TOLD_HER.search(text, *max(inner.cue)) or _HER.match(text, max(inner.cue)[1])
    for outer in group:
        span = max(outer.content, default=None)
        if span is None or outer is inner or not outer.source or not outer.cue or outer.cue[0] > span:
            continue
        his = told or is_carrier(words(text, outer.source), lambda _: False)
        if his and _BEFORE.fullmatch(text, span[1], min(inner.source)[0]):
            outer.content = sorted([*(s for s in outer.content if s != span), (span[0], max(inner.content)[1])])
            inner.inside = outer
            outer.rest_on(inner, inner.cue[0])
            return


def _take_up(inner: Draft, group: Sequence[Draft], text: str) -> None:
    """A clause that was given no words has those of the content that goes on right behind its verb. Changes both."""
    cue = max(inner.cue)
    for outer in group:
        before = [span for span in outer.content if _BEFORE.fullmatch(text, span[1], min(inner.source)[0])]
        behind = [span for span in outer.content if text[cue[1] : span[0]].isspace()]
        if not before or not behind:
            continue
        start, end = before[0][0], behind[0][1]
        stop = _AND.search(text, *behind[0])
        inner.content = [(behind[0][0], stop.start() if stop else end)]
        outer.content = sorted([*(s for s in outer.content if s not in (before[0], behind[0])), (start, end)])
        inner.inside = outer
        return
