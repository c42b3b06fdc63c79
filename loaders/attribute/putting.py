"""What somebody puts: a figure, "It put the size of the force at 12,000", or words, "“…,” as he put it"."""

import re
from collections.abc import Iterator, Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import touches, without
from loaders.attribute.speaking import Knows, speaks
from loaders.words import PRONOUNS

SCORE = 0.75
_PUTS = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?puts?)\s+(?P<content>(?:the|its|their|\w+['’]s?|[A-Z]\w+)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:size|number|toll|figure|total|strength|cost|loss|losses|casualties|share|price|damage|dead|killed|wounded)\b"
    r"[^.;!?\n]{0,80}?\b(?:at|closer\s+to|as\s+high\s+as|above|below|between)\s+(?=[^.;!?\n]{0,120}\d)(?:(?!,\s+(?:and|but|while)\s)[^.;!?\n]|(?<=\d)[.](?=\d))+"
    r"|(?:the|its|their)\s(?!(?:[\w-]+\s){0,2}?(?:troops|sides|guns|forces|soldiers|men|army|country|nation|alliance|team|people|villagers)\s)"
    r"[^.,;:!?\n“\"]{2,60}?\s(?:at|closer\s+to)\s+(?:(?:about|around|roughly|nearly|almost|some|over|up\s+to|at\s+least"
    r"|more\s+than|less\s+than|just)\s+){0,2}(?:[$€£]?\d(?![\d:.]*\s*[ap]\.?m)|(?:twice|half|double)\b|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b(?!\s+(?:of|o)\b))"
    r"(?:(?!,\s+(?:and|but|while)\s)[^.;!?\n]|(?<=\d)[.](?=\d))*"
    r"|(?:the|its|their)\s+(?:[\w-]+\s+){0,2}?(?:number|toll|figure|total|loss|losses|casualties|dead|killed|wounded)\s+"
    r"(?:[\w-]+\s+){0,3}?in\s+the\s+(?:low\s+|high\s+|tens\s+of\s+)?(?:dozens|hundreds|thousands|millions)\b(?!\s+of\b)"
    r"|(?P<higher>(?:it|them|the\s+\w+)\s+(?:far\s+|much\s+|slightly\s+)?(?:higher|lower)\b))",
)
_GAVE = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?(?:gave|given))\s+(?P<content>(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:figure|estimate|toll)\s+of\s+(?=[^.,;!?\n]{0,60}\d)(?:[^.,;!?\n]|(?<=\d)[.,](?=\d))+)"
)
_WORDED = re.compile(
    r"(?P<aside>[(–—-]\s*)?(?P<content>[“\"][^“”\"\n]{3,300}[”\"]),?\s+as\s+(?P<source>[^,;:.“”\"\n]{2,80}?)\s+"
    r"(?P<cue>(?:(?:has|had|once|later)\s+)*(?:put|puts|phrased)\s+it)\b\)?"
)
_ASIDE = re.compile(r",\s+while\s+")
_WHO = re.compile(
    r"(?:(?:(?:A|The)\s+\w+\s+(?:earlier|later|before|after)|(?:On|In|At|Last|Earlier)\s[^,]{2,40}|Meanwhile|Separately"
    r"|Earlier|Later|However),\s+)?(?P<source>\w[^.;:!?\n]{0,80}?)\s+(?:the\s+same\s+day\s+)?(?:(?:has|have|had|also|now)\s+)*"
)


def _cut(drafts: Sequence[Draft], aside: Span, text: str) -> None:
    """Take a clause of its own, "while Seoul put it at 9", from the content that runs on into it."""
    for draft in drafts:
        draft.content = without(draft.content, (aside[0] - len("while "), aside[1]), text)


def putting(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> Iterator[Draft]:
    """Attributions of figures, where no draft has a cue or words; a draft of nobody's gets its speaker."""
    for found in (*_PUTS.finditer(text, *within), *_GAVE.finditer(text, *within)):
        start = sentence_at(text, found.start())[0]
        aside = max((m.end() for m in _ASIDE.finditer(text, start, found.start())), default=None)
        if aside is not None:
            _cut(drafts, (aside, found.end()), text)
        who = _WHO.fullmatch(text, aside or start, found.start())
        start = aside or start
        said = [span for d in drafts for span in (*d.cue, *d.content)]
        pronoun = who and PRONOUNS.get(who["source"].lower()) in ("he", "she", "it", "they")
        if who is None or not (pronoun or speaks(who["source"], knows)):
            continue
        nobodys = next((d for d in drafts if not d.source and touches(found.span("cue"), d.cue)), None)
        if nobodys:
            nobodys.source = [who.span("source")]
        elif not touches((start, found.end()), said):
            yield Draft([who.span("source")], [found.span("cue")], [found.span("content")], SCORE)


def worded(drafts: Sequence[Draft], text: str, within: Span, knows: Knows) -> Iterator[Draft]:
    """Attributions of quotations "as X put it" that no draft has; an aside leaves the content that it stands in."""
    for found in _WORDED.finditer(text, *within):
        pronoun = PRONOUNS.get(found["source"].lower()) in ("he", "she", "they")
        if any(touches(found.span("cue"), d.cue) for d in drafts) or not (pronoun or speaks(found["source"], knows)):
            continue
        for draft in drafts if found["aside"] else ():
            draft.content = without(draft.content, found.span(), text)
        yield Draft([found.span("source")], [found.span("cue")], [found.span("content")], SCORE)
