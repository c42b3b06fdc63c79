"""The words by which an article says that a speaker passes on somebody else: who is cited, and who carries it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import Span
from loaders.attribute.sentences import SHORT_TITLES
from loaders.attribute.spans import up_to
from loaders.words import ROLES

CITING = re.compile(
    r"\b(?P<cue>(?:who\s+|also\s+|itself\s+had\s+|had\s+|has\s+)?(?:cit(?:ing|ed|es?)|quot(?:ing|ed(?!\s+(?:out|in)\b)|es?)|referencing)"
    r"|according\s+to|as\s+per|(?<=,\s)per(?=\s+(?:the\s+)?(?-i:[A-Z]))|(?:(?<!\bby\s)(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)based|(?<=[,”\"]\s)(?:relying|drawing)|(?-i:Relying|Drawing))\s+on(?:\s+(?:information|intelligence|data|reports?)\s+from)?"
    r"|on\s+the\s+basis\s+of(?:\s+(?:information|intelligence|data|reports?)\s+from)?"
    r"|in\s+the\s+(?:judge?ment|view|opinion|assessment|words)\s+of|as\s+(?:reported|confirmed|announced|stated|claimed|revealed|disclosed)\s+by|with\s+reference\s+to"
    r"|referring\s+to(?=\s+(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?(?:study|report|survey|analysis|poll|assessment|article|investigation|document|data)\b)"
    r"|referring\s+to(?!\s[^,.;]{2,60}\s(?:by|as)\s)|in\s+reference\s+to)\s+",
    re.IGNORECASE,
)
ACCORDING_TO = re.compile(r"according\s+to", re.IGNORECASE)
TALKED = re.compile(r"interview|comments?|remarks?|opinions?", re.IGNORECASE)
"""Cues behind which any name is one that carries the words."""
_OFFICER = (
    r"(?:(?:his|her|its|their|the)\s)?(?:[\w-]+\s){0,4}?"
    r"(?:chief|commander|commander-in-chief|general|head|minister|officer|staff|governor|intelligence|military)s?\b"
)
"""Who reports to somebody, so that "after a report by" is no report in a paper."""
BRIEFED = re.compile(
    r"\b(?P<cue>(?:(?:after|following|in|at|from)\s+)?(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:[a-z-]+\s+)?"
    r"(?:parliamentary\s+)?audit\s+of(?=\s+the\s+[A-Z])|(?:(?:after|following)\s+)?(?:an?\s+|the\s+)?"
    r"(?:(?:closed(?:-door)?\s+)?(?:briefings?|presentations?)\s+(?:by|with|from|of(?=\s+the\s+[A-Z]))"
    r"|closed(?:-door)?\s+(?:meetings?|sessions?)\s+with)"
    r"|(?:after|following)\s+(?:(?:hearing|receiving|getting)\s+)?(?:an?\s+|the\s+)?reports?\s+(?:by|from)"
    rf"(?=\s+{_OFFICER})"
    r"|(?:(?:after|once)\s+)?(?:(?:was|were|had\s+been|having\s+been|been|being)\s+)?briefed"
    r"(?:\s+(?:on|about)\s+[^,.;:“”\"]{2,60}?)?\s+by"
    r"|(?:received|learned|heard)\s+from|(?<=confirmed\s)(?:through|via)(?=\s+(?:the\s+)?(?-i:[A-Z])))\s+",
    re.IGNORECASE,
)
INFORMED = re.compile(
    r"\b(?P<cue>(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:informed|briefed|notified)"
    r"(?:\s+(?:about|of|on)\s+(?:this|it))?\s+by)\s+",
    re.IGNORECASE,
)
_TOLD_BY = (
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?(?:am|is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:told|informed|warned|notified|alerted|assured|advised|briefed)"
    r"(?:\s+(?:in\s+\w+|last\s+\w+|\w+ly))?\s+by)\s+"
    r"(?!(?:e-?mail|phone|telephone|letter|text|post|radio|mail|fax|messages?|the\s+(?:end|time|middle|start)|\w+day|\d)\b)"
    r"(?P<name>(?:[^,;:.“”\"\n]|(?<=\b[A-Z])\.){2,90}?)\s+"
)
TOLD_BY_THAT = re.compile(rf"{_TOLD_BY}(?=that\s)")
"""Somebody "was told by Y that", however long Y's name: "two clerks of the harbour office"."""
TOLD_BY = re.compile(rf"{_TOLD_BY}(?=(?:that|of|to|not\s+to)\s)")
"""Somebody "had been told by Y that", "of" or "to": what follows is Y's."""
CARRIED = re.compile(
    r"\b(?P<cue>told\s+(?:\w+\s+)?(?:reporters|journalists)(?:\s\w+){0,4}?,?\s+including|told|tells?|telling|(?:in|during)\s+an?\s+(?:[a-z]+\s+)?(?:interview|conversation)\s+(?:with|to|for|by|on)"
    r"|an\s+(?:[a-z]+\s+)?interview\s+(?:with|to|for|by|on)"
    r"|in\s+an?\s+(?:[a-z-]+\s+)?(?:column|op-ed|essay|commentary|article|piece)\s+(?:for|in)"
    r"|(?:comments?|remarks?|statement|opinions?)\s+(?:to|for|with|on|(?:carried|published|broadcast|aired)\s+by)|speaking\s+(?:to|on|with)|(?:spoke|talked)\s+(?:to|with|on)"
    r"|(?:confirmed|said|stated|admitted|revealed|disclosed|acknowledged|explained|commented)\s+(?:(?:it|this|that|the)\s+(?:\w+\s+)?)?to"
    r"|(?<=said\s)on|(?<=says\s)on|(?:quoted|cited)\s+(?:by|in))\s+",
    re.IGNORECASE,
)
SEEN = re.compile(
    r"\b(?P<cue>(?:seen|obtained|reviewed|viewed|published|analy[sz]ed|examined|verified|first\s+reported|shared)\s+(?:exclusively\s+)?by"
    r"|carried\s+by)\s+",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?P<cue>(?:leaked|sent|provided|shown|read|described|forwarded|made\s+available)\s+to|shared\s+with)\s+",
    re.IGNORECASE,
)
CAUGHT = re.compile(
    r"\b(?P<cue>(?:intercepted|captured|recorded|seized|found|collected|gathered|recovered)\s+by)\s+", re.IGNORECASE
)
THAT_CLAUSE = (
    r"that\s(?:(?:he|she|it|they|we|i|you|there|the|an?|its|his|her|their|our|my|this|these|those|no|some|all|both|more|most"
    r"|any|many|several|up|at|about|around|nearly|almost|if|when|after|as|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|(?-i:[A-Z\d“\"‘]))"
)
"""How a clause begins that tells what is said, and neither "that evening" nor "that accused"."""
QUOTED = re.compile(r"(?:as\s+)?(?:quoted|cited)\b", re.IGNORECASE)
"""How a cue begins by which an outlet passes on what somebody said: "as quoted by"."""
CITED = re.compile(
    r"\b(?P<cue>(?:that|which|who)\s+(?:(?:has|have|had|also)\s+)?(?:cit(?:ed|es)|quot(?:ed|es))|(?:that|which|who)\s+(?:was|were)\s+(?:citing|quoting)|which\s+spoke\s+(?:to|with))\s+",
    re.IGNORECASE,
)
_STOP = (
    r"said|says?|saying|shows?|reveals?|suggests?|indicates?|that|who|which|whose|has|had|have|is|was|were|are|will|would"
    r"|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reported|noted|told|added|confirmed|claimed|warned|when|while"
    r"|where|as|but|aired|broadcast|televised|revealed|announced|wrote|stated|(?<!-)(?:led|headed)\s+by"
)
_TITLE = "|".join(rf"(?<=\b{word})\.(?=\s[A-Z])" for word in SHORT_TITLES)
_NAME = re.compile(
    rf"(?:(?!\b(?:{_STOP})\b)[^,;:.\n\"“”()—–]|(?<=\d)[.,](?=\d)|(?<=\b[A-Z])\.|(?<=[a-zA-Z])\.(?=[A-Za-z]{{2,}})|{_TITLE})+"
)
_PLACE = re.compile(r"\s+(?:from|in|on|at|during|after|before|late|early|by|via|last|this|earlier)\s+", re.IGNORECASE)
_WHEN = re.compile(r"\s+(?:during|before)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|or|but)\s*\Z")
_AND_DONE = re.compile(r"\s+and\s+(?:\w+ly\s+|later\s+|then\s+)?\w+(?:ed|en)\s+(?:by|with|to)\s")
"""What else was done with a document: "intercepted by the agency and shared with the Gazette"."""
_CALLED = re.compile(r",\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,3}(?=[,.;]|\s*\Z)")
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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A citing phrase in the text: its cue, the name that it gives, and the whole of it."""

    cue: Span
    name: Span

    @property
    def whole(self) -> Span:
        return min(self.cue[0], self.name[0]), max(self.cue[1], self.name[1])

    def before(self, places: Iterable[int], text: str) -> "Phrase":
        """The phrase with its name ended where the first of some code points stands in it."""
        start, end = self.name
        return Phrase(self.cue, up_to(text, start, min((at for at in places if start < at < end), default=end)))


def phrases(pattern: re.Pattern[str], text: str, within: Span, *, short: bool = False) -> Iterator[Phrase]:
    """Every place in a range where the pattern's cue is followed by a name; a short one ends before "in" and "from"."""
    for match in pattern.finditer(text, *within):
        name = _NAME.match(text, match.end(), within[1])
        if name and name.group().strip():
            words = _PLACE.split(name.group(), maxsplit=1)[0] if short else name.group()
            words = _AND.sub("", _WHEN.split(_AND_DONE.split(words, maxsplit=1)[0], maxsplit=1)[0])
            end = name.start() + len(words.rstrip())
            office = any(word.lower() in ROLES for word in words.split())
            called = _CALLED.match(text, end, within[1]) if office else None
            yield Phrase(match.span("cue"), (name.start(), called.end() if called else end))


def reports(cue: str) -> bool:
    """Whether a cue is one of saying or finding, not of planning or doing."""
    return bool(_REPORT.search(cue))


def wants_subject(cue: str) -> bool:
    """Whether a cue is a verb in the active, which has a speaker for its subject.

    >>> wants_subject("warning"), wants_subject("was reported"), wants_subject("allegations of")
    (True, False, False)
    """
    return bool(_VERB.match(cue)) and not _PASSIVE.match(cue) and not cue.split(maxsplit=1)[0].endswith("ions")
