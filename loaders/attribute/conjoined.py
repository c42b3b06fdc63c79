"""Two verbs, one speaker: "She confirmed that the boy had been found and said he was cold" are two attributions.

So are "According to her, he was found, adding that he was cold". "She said it would rain and shows how" is one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.quotes import quoted
from loaders.attribute.sentences import sentence_at, words_end
from loaders.attribute.spans import touches, trimmed
from loaders.words import PERSONS

_STEMS = (
    "add|advise|warn|urge|accuse|order|call|confirm|promise|insist|argue|claim"
    "|announce|demand|describe|predict|admit|vow|assess|stress|explain|conclud|emphasi[sz]|acknowledg|complain|reiterat|caution|alleg|recall|underlin|underscor"
)
_PAST = rf"said|told|denied|asked(?=\s[^,.;:]{{2,40}}\sto\s)|(?:{_STEMS})e?d"
_PRESENT = rf"says|tells|denies|believes|thinks|expects|(?:{_STEMS})e?s"
_IS_PAST = re.compile(r"\b(?:said|told|found|wrote|\w+ed)$", re.IGNORECASE)
_IS_PRESENT = re.compile(r"(?:^|\s)\w+s$", re.IGNORECASE)
_JOINS = {
    tense: re.compile(rf",?\s+(?:and|but)\s+(?:(?:also|then|later)\s+)?(?P<cue>{verbs})\s", re.IGNORECASE)
    for tense, verbs in (("past", _PAST), ("present", _PRESENT))
}
_ADDING = re.compile(
    r"(?:,|\s+while)\s+(?:also\s+)?(?P<cue>"
    r"(?:adding|noting|stressing)(?=\s+(?:that|the|there|it|they|he|she|this)\s|\s+[A-Z])"
    r"|(?:cautioning|warning|insisting|arguing|suggesting|claiming)(?=\s+that\s)"
    r"|(?:reaffirming|reiterating|emphasi[sz]ing|underlining)(?=\s\w)"
    r"|(?:describing|calling|labell?ing)(?=\s+[^,.;“”\"]{2,60}?\s(?:as\s|[“\"])))\s+"
)
_AND = re.compile(r",?\s+(?:and|but)\s+")
_NOT_HIS = re.compile(r"denied|confirmed|\w+\s(?:him|her|them)\b", re.IGNORECASE)
"""What the one of whom something is told does not do himself there: "had resigned and denied it", "urged him"."""
_SAYS = re.compile(
    r"(?:also\s)?(?:says?|den(?:y|ies)|claims?|believes?|thinks?|insists?|argues?|warns?|accuses?|blames?)\b"
)
_HAS = re.compile(r"(?:has|have)\s")
_HAD_DONE = re.compile(
    r"(?P<who>[^\s,;:“”\"][^,;:“”\"]*?)\s(?:(?P<passive>was|were|(?:had|has|have)\sbeen)|had|has|have)\s(?!(?:no|an?|the|to|its|their|his|her)\s)[^,;:“”\"]*\Z"
)
_DONE_TO = re.compile(r"(?:told|promised|ordered|asked|urged|warned|accused)\s(?:to|of|by|about|not)\s", re.IGNORECASE)
"""What may be done to somebody else too: he "had been found and told to wait"."""
SHORTEST = 3
"""Words of what is said before the second verb."""


def conjoined(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The attributions of second verbs that a content runs on into. The drafts that lose them are changed in place."""
    found = [second for draft in drafts for split in (_second, _added) if (second := split(draft, text))]
    return found + [more for draft in drafts if (more := _behind(draft, [*drafts, *found], text))]


def rejoined(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts less the present tense that goes on with what was said in the past. Changed in place."""
    out = list(drafts)
    for first, second in pairwise(sorted((d for d in drafts if d.cue and d.content), key=lambda d: d.cue)):
        end = max(first.content)[1]
        goes_on = _AND.fullmatch(text, end, second.cue[0][0]) and first.source == second.source
        other = text.startswith("that ", min(second.content)[0]) or _SAYS.match(text, second.cue[0][0])
        if goes_on and not other and _tense(first, text) == "past" and _tense(second, text) == "present":
            first.content = [*first.content[:-1], (max(first.content)[0], max(second.content)[1])]
            out.remove(second)
    return out


def _behind(draft: Draft, drafts: Sequence[Draft], text: str) -> Draft | None:
    """What ", adding Z" brings in right behind a content, where nobody has it."""
    start, end = max(draft.content, default=(0, 0))
    found = _ADDING.match(text, end) if draft.source and draft.cue and start > draft.cue[0][0] else None
    sentence = sentence_at(text, draft.cue[0][0]) if draft.cue else (0, 0)
    if found is None or found.end() > sentence[1] or any(touches(found.span(), [*d.cue, *d.content]) for d in drafts):
        return None
    rest = trimmed(text, (found.end("cue"), words_end(text, sentence)))
    if rest is None or any(touches(rest, [*d.cue, *d.source, *d.content]) for d in drafts):
        return None
    return Draft(list(draft.source), [found.span("cue")], [rest], draft.score * INFERRED)


def _added(draft: Draft, text: str) -> Draft | None:
    for span in sorted(draft.content) if draft.source else []:
        found = _ADDING.search(text, *span)
        if found is None or quoted(text)[found.start("cue")] or (draft.cue and span < draft.cue[0]):
            continue
        rest = trimmed(text, (found.end("cue"), span[1])) or (found.end("cue"), span[1])
        behind = [other for other in draft.content if other > span]
        if span[1] - found.end("cue") > SHORTEST or behind:
            draft.content = [*(other for other in draft.content if other < span), (span[0], found.start())]
            begin = rest[0] if text[slice(*rest)].strip() else behind[0][0]
            pieces = [(begin, max(rest[1], behind[0][1] if behind else 0)), *behind[1:]]
            return Draft(list(draft.source), [found.span("cue")], pieces, draft.score * INFERRED)
    return None


def _second(draft: Draft, text: str) -> Draft | None:
    tense = _tense(draft, text)
    if not (tense and draft.content and draft.source and draft.source[0][1] <= draft.cue[0][0]):
        return None
    start, end = max(draft.content)
    joins = [*_JOINS[tense].finditer(text, start, end)] if start >= draft.cue[0][1] else []
    if _HAS.match(text, *draft.cue[0]):
        joins += _JOINS["present"].finditer(text, start, end)
    for found in joins:
        said = text[start : found.start()].split()
        if len(said) >= SHORTEST and not quoted(text)[found.start("cue")] and not _goes_on(text, start, found):
            return _parted(draft, found.start(), found, text)
    return None


def _goes_on(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a verb goes on with what another did: "that the leader had met families and promised them homes"."""
    did = _HAD_DONE.search(text, start, found.start())
    if did is None or text.startswith("that ", found.end()):
        return False
    if did["passive"]:
        return bool(_DONE_TO.match(text, found.start("cue")))
    somebody = did["who"].split()[-1]
    other = _NOT_HIS.match(text, found.start("cue"))
    return not other and (somebody[0].isupper() or somebody.lower() in PERSONS)


def _parted(draft: Draft, stop: int, found: re.Match[str], text: str) -> Draft | None:
    """What stands behind the second verb, as an attribution of its own; the first one's content ends at `stop`."""
    start, end = max(draft.content)
    rest = trimmed(text, (found.end("cue"), end))
    if rest is None:
        return None
    draft.content = [*(span for span in draft.content if span != (start, end)), (start, stop)]
    return Draft(list(draft.source), [found.span("cue")], [rest], draft.score * INFERRED)


def _tense(draft: Draft, text: str) -> str | None:
    cue = text[slice(*draft.cue[0])] if len(draft.cue) == 1 else ""
    return "past" if _IS_PAST.search(cue) else "present" if _IS_PRESENT.search(cue) else None
