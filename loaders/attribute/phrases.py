"""The words by which an article says that a speaker passes on somebody else: who is cited, and who carries it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.model import Span

CITING = re.compile(
    r"\b(?P<cue>(?:who\s+)?cit(?:ing|ed|es?)|quot(?:ing|ed|es?)|according\s+to"
    r"|(?:based|relying|drawing)\s+on|on\s+the\s+basis\s+of|as\s+reported\s+by)\s+",
    re.IGNORECASE,
)
BRIEFED = re.compile(
    r"\b(?P<cue>(?:(?:after|following|in|at|from)\s+)?(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:[a-z-]+\s+)?"
    r"briefings?\s+(?:by|with|from)|(?:was|were|been|being)?\s*briefed\s+by|intercepted\s+by|obtained\s+by"
    r"|(?:received|learned|heard)\s+from)\s+",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"\b(?P<cue>told|tells|telling|(?:in\s+an?|an)\s+(?:[a-z]+\s+)?interview\s+(?:with|to|for|by|on)"
    r"|(?:comments?|remarks?|statement|opinions?)\s+(?:to|for|with)|speaking\s+(?:to|on)|spoke\s+to)\s+",
    re.IGNORECASE,
)
HEARSAY = re.compile(r"^(?:reportedly|allegedly|supposedly|purportedly|apparently)$", re.IGNORECASE)
FINDING = re.compile(
    r"\s+(?P<cue>(?:had\s+|has\s+|have\s+|was\s+|were\s+)?(?:already\s+|also\s+)?"
    r"(?:pinpointed|established|detected|found|assessed|estimated|concluded|determined|confirmed|identified|reported"
    r"|estimates?|assesses|believes?|says?|said))\s+(?:that\s+)?",
)

_STOP = (
    r"said|says?|saying|shows?|reveals?|suggests?|indicates?|that|who|which|whose|has|had|have|is|was|were|are|will|would|on\s+(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day|reported|noted|told|added|confirmed|claimed|warned|when|while|where|as|but|revealed|announced|in"
)
_NAME = re.compile(rf"(?:(?!\b(?:{_STOP})\b)[^,;:.\n\"“”()—–])+(?:(?<=\b[A-Z])\.(?:[A-Z]\.)*[^,;:.\n\"“”()—–]*)?")
_SPEAKS = re.compile(
    r"\b(?:intelligence|officials?|officers?|sources?|reports?|ministr\w+|agenc\w+|services?|spokes\w+|data|figures"
    r"|statements?|people|media|newspapers?|ministers?|presidents?|documents?|assessments?|surveys?|polls?|stud\w+"
    r"|police|army|military|government|authorit\w+|experts?|analysts?|witness\w*|diplomats?|lawmakers?|messages?"
    r"|press|radio|television|briefings?|researchers?|leaders?|commanders?|soldiers?|prisoners?|aides?|investigators?)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:Post|Times|News|TV|Radio|Journal|Herald|Tribune|Guardian|Telegraph|Reuters|AFP|AP|BBC|CNN|NBC|CBS|ABC|Fox"
    r"|Press|Agency|Independent|Gazette|Mail|Magazine|Television|Channel|Bloomberg|Politico|Axios|Economist|Observer)\b"
)

_REPORT = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|report(?:s|ed|ing|edly)?|announc\w+|claim\w*|warn\w*|reveal\w*"
    r"|confirm\w*|den(?:y|ied|ies|ying)|stat(?:e|es|ed|ing)|not(?:e|es|ed|ing)|add(?:s|ed|ing)?|estimat\w+|believ\w+"
    r"|argu\w+|suggest\w*|insist\w*|describ\w+|call(?:s|ed|ing)?|accus\w+|alleg\w+|admit\w*|cit\w+|according"
    r"|wr(?:ite|ites|ote|itten|iting)|publish\w*|testif\w+|acknowledg\w+|explain\w*|conclud\w+|assess\w*|found"
    r"|establish\w*|indicat\w+|predict\w*|expect\w*|emphasi[sz]\w+|stress\w*|declar\w+|think\w*|pinpoint\w*)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"^(?:(?:is|are|was|were|be|been|being|has been|have been|had been)\b|it\b)", re.IGNORECASE)
_VERB = re.compile(
    r"^(?:\w+ly\s+)?(?:has|have|had|will|would|also|\w+(?:ed|ing|s|d)|to|said|told|wrote)\b", re.IGNORECASE
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
            start = name.start()
            yield Phrase(match.span("cue"), (start, start + len(name.group().rstrip())))


def reports(cue: str) -> bool:
    """Whether a cue is one of saying or finding, not of planning or doing."""
    return bool(_REPORT.search(cue))


def wants_subject(cue: str) -> bool:
    """Whether a cue is a verb in the active, which has a speaker for its subject.

    >>> wants_subject("warning"), wants_subject("was reported"), wants_subject("allegations of")
    (True, False, False)
    """
    return bool(_VERB.match(cue)) and not _PASSIVE.match(cue) and not cue.split(maxsplit=1)[0].endswith("ions")


def speaks(name: str, knows: Knows) -> bool:
    """Whether a cited name is somebody's and not a thing's: "citing officials", not "citing Article 5"."""
    return bool(_SPEAKS.search(name)) or knows(name)


def carries(name: str, is_outlet: Knows) -> bool:
    """Whether the one who was told is an outlet, so that it carries the words: "told Reuters", not "told reporters"."""
    return is_outlet(name) or ((name[:1].isupper() or name.lower().startswith("the ")) and bool(_OUTLET.search(name)))
