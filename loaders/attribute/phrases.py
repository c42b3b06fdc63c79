"""The words by which an article says that a speaker passes on somebody else: who is cited, and who carries it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.model import Span

CITING = re.compile(
    r"\b(?P<cue>(?:who\s+)?cit(?:ing|ed|es?)|quot(?:ing|ed|es?)|referr(?:ing|ed)\s+to|according\s+to"
    r"|(?:based|relying|drawing)\s+on|on\s+the\s+basis\s+of|as\s+reported\s+by)\s+",
    re.I,
)
BRIEFED = re.compile(
    r"\b(?P<cue>(?:(?:after|following|in|at|from)\s+)?(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:[a-z-]+\s+)?"
    r"briefings?\s+(?:by|with|from)|(?:was|were|been|being)?\s*briefed\s+by|intercepted\s+by|obtained\s+by"
    r"|(?:received|learned|heard)\s+from)\s+",
    re.I,
)
CARRIED = re.compile(
    r"\b(?P<cue>told|tells|telling|(?:in\s+an?|an)\s+(?:[a-z]+\s+)?interview\s+(?:with|to|for|by|on)"
    r"|(?:comments?|remarks?|statement|opinions?)\s+(?:to|for|with)|speaking\s+(?:to|on)|spoke\s+to)\s+",
    re.I,
)
FINDING = re.compile(
    r"\s+(?P<cue>(?:had\s+|has\s+|have\s+|was\s+|were\s+)?(?:already\s+|also\s+)?"
    r"(?:pinpointed|established|detected|found|assessed|estimated|concluded|determined|confirmed|identified|reported"
    r"|estimates?|assesses|believes?|says?|said))\s+(?:that\s+)?",
)

_STOP = (
    r"said|says|saying|that|who|which|whose|has|had|have|is|was|were|are|will|would|on\s+(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day|reported|noted|told|added|confirmed|claimed|warned|when|while|where|as|but|revealed|announced|in"
)
_NAME = re.compile(rf"(?:(?!\b(?:{_STOP})\b)[^,;:.\n\"“”()—–])+(?:(?<=\b[A-Z])\.(?:[A-Z]\.)*[^,;:.\n\"“”()—–]*)?")
_SPEAKS = re.compile(
    r"\b(?:intelligence|officials?|officers?|sources?|reports?|ministr\w+|agenc\w+|services?|spokes\w+|data|figures"
    r"|statements?|people|media|newspapers?|ministers?|presidents?|documents?|assessments?|surveys?|polls?|stud\w+"
    r"|police|army|military|government|authorit\w+|experts?|analysts?|witness\w*|diplomats?|lawmakers?|messages?"
    r"|press|radio|television|briefings?|researchers?|leaders?|commanders?|soldiers?|prisoners?|aides?|investigators?)\b",
    re.I,
)
_OUTLET = re.compile(
    r"\b(?:Post|Times|News|TV|Radio|Journal|Herald|Tribune|Guardian|Telegraph|Reuters|AFP|AP|BBC|CNN|NBC|CBS|ABC|Fox"
    r"|Press|Agency|Independent|Gazette|Mail|Magazine|Television|Channel|Bloomberg|Politico|Axios|Economist|Observer)\b"
)

Knows = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A citing phrase in the text: its cue, the name that it gives, and the whole of it."""

    cue: Span
    name: Span

    @property
    def whole(self) -> Span:
        return self.cue[0], self.name[1]


def phrases(pattern: re.Pattern[str], text: str, within: Span) -> Iterator[Phrase]:
    """Every place in a range where the pattern's cue is followed by a name."""
    for match in pattern.finditer(text, *within):
        name = _NAME.match(text, match.end(), within[1])
        if name and name.group().strip():
            start, end = name.span()
            yield Phrase(match.span("cue"), (start, start + len(name.group().rstrip())))


def speaks(name: str, knows: Knows) -> bool:
    """Whether a cited name is somebody's and not a thing's: "citing officials", not "citing Article 5"."""
    return bool(_SPEAKS.search(name)) or knows(name)


def carries(name: str, is_outlet: Knows) -> bool:
    """Whether the one who was told is an outlet, so that it carries the words: "told Reuters", not "told reporters"."""
    return is_outlet(name) or (name[:1].isupper() or name.lower().startswith("the ")) and bool(_OUTLET.search(name))
