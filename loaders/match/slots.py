"""What can be read off the words of a statement, so that it can be held against another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.model import Span
from loaders.match.dates import dates
from loaders.match.kinds import kind
from loaders.match.period import days
from loaders.match.quantities import Quantity, quantities

Said = Literal["asserted", "denied", "open"]
Status = Literal["current", "plan", "forecast", "past", "possible"]
UNCLEAR = "?"
"""A time that is given but cannot be told, or of which there are several."""


_GROUPS = {
    "send": "dispatch deploy transfer relocate redeploy sent sends sending deployment",
    "kill": "killed kills killing die died dies perish slain dead deaths",
    "wound": "injure injured wounded hurt",
    "capture": "captured seize seized",
    "attack": "strike struck hit hits bombard assault strikes attacked raid",
    "fire": "launch launched fired",
    "down": "shot shoot intercept destroy destroyed downed",
    "buy": "bought buys purchase purchased acquire acquired procure",
    "give": "gave gives given supply supplied provide provided deliver delivered donate donated",
    "begin": "began begun start started starts commence kicked",
    "end": "finish concluded conclude ended",
    "hold": "held holds",
    "build": "built constructed construct",
    "lose": "lost loses losing",
    "train": "training trained trains",
    "leave": "left leaves quit",
    "go": "went gone goes going travel travelled traveled",
    "sell": "sold sells",
    "win": "won wins",
    "take": "took taken takes",
    "make": "made makes",
    "arrive": "came come comes arrived arrival",
    "cost": "costs costing",
    "know": "knew known knows",
    "meet": "met meets meeting",
    "see": "saw seen sees",
    "find": "found finds",
    "grow": "grew grown grows",
    "fall": "fell fallen falls",
    "rise": "rose risen rises",
    "pay": "paid pays",
    "employ": "employs employed employing",
}
_FORMS = {form: group for group, forms in _GROUPS.items() for form in (group, *forms.split())}
EVENTS = frozenset(_GROUPS) - {"train", "hold", "employ", "cost", "know"}
"""Content words of what happens, rather than of how things stand."""
_IRREGULAR = {
    "american": "us", "america": "us", "u.s": "us", "usa": "us", "british": "britain", "uk": "britain",
    "u.k": "britain", "french": "france", "german": "germany", "germans": "germany", "turkish": "turkey",
    "dutch": "netherlands",
    "spanish": "spain", "polish": "poland", "greek": "greece", "swiss": "switzerland", "danish": "denmark",
    "swedish": "sweden", "finnish": "finland",
}  # fmt: skip
_STOP_WORDS = """
    a an the this that these those there here it its he his him she her they them their we our us who whom whose which
    of in on at to from for by with into onto near inside within across toward towards around as than
    and or but so while
    is are was were be been being am has have had having do does did doing will would shall 'll to
    not no never neither nor none cannot
    due set scheduled expected
    now already currently recently reportedly also still meanwhile
    stationed located based present amount amounts number numbers numbered stand stands stood
    region oblast province district area city town territory
    """
_STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"\w(?:[\w’'-]*\w)?(?:\.\w(?=\W))?")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_NOT = re.compile(r"n['’]t\Z")
_NATION = re.compile(r"(?<=\w{3})(?:ese|ish)\Z|(?<=\w{4}a)n\Z")
_VOWELS = re.compile(r"(?<=\w{3})[aeiouy]+\Z")
_PEOPLE = re.compile(r"(?:an|i|ese)s?\Z")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)\Z")
_AUXILIARY = frozenset({
    "do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "wo", "would", "ca", "could", "should",
})  # fmt: skip

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_CAPITAL}[\w’'-]*(?:\s+{_CAPITAL}[\w-]*)*"
_SORT = r"(?:region|oblast|province|district|city|county|prefecture)"
_PLACE = re.compile(
    r"(?<![\w-])(?P<way>in|inside|within|at|near|to|into|towards?|from|on|across|outside|over|against)\s+(?:the\s+)?"
    rf"(?P<sort>{_SORT}\s+of\s+)?(?P<name>{_NAME}(?:\s+{_SORT}\b)?(?:(?:,|\s+in)\s+{_NAME})*)"
)
_WAYS = {"inside": "in", "within": "in", "into": "to", "toward": "to", "towards": "to"}
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|can|should|must|ought|if|whether|unless|unlikely|possibl[ey]|perhaps|potential(?:ly)?|alleg\w+"
    r"|claim(?:s|ed|ing)?|rumou?r\w*|false|untrue|fake|wrong|lie|doubt\w*|den(?:y|ies|ied|ial)|refus\w+|declin\w+"
    r"|fail\w*|avoid\w*|want\w*|consider\w*|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\s+(?:on|for)|threat\w*"
    r"|offer\w*|suspect\w*|reports?\s+(?:that|of)|evidence|proof|capable|able|enough|almost|nearly\s+\w+ed|propos\w+"
    r"|tr(?:y|ies|ied|ying)\s+to|attempt\w*|suppos\w+|pretend\w*|hop(?:e|es|ed|ing)|unclear|unknown|question\w*)\b|\?",
)
_PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend\w*|aim(?:s|ed|ing)?\s+to|prepar\w+\s+to|ready\s+to|vow\w*|pledg\w+|promis\w+"
    r"|agree[ds]?\s+to|decided\s+to|target\s+of)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were|be)\s+(?:expected|likely|due|set|going|scheduled|projected|to)\b"
    r"|expects?|forecasts?|project(?:s|ed)\s+to)\b|['’]ll\b|\bwon['’]t\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:(?:was|were)(?=\s+(?:not\s+|already\s+)?(?:in|at|near|on|there|about|being|present|stationed|based|located|\w+ing)\b)"
    r"|there\s+(?:was|were)|had|used\s+to|once|formerly|previously)\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"\b(?:no|not)\s+(?:(?:fewer|more|less)\s+than|later\s+than|earlier\s+than)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|hardly|barely|few)\b|n['’]t\b", re.IGNORECASE
)
_PLAIN_NEGATION = re.compile(
    r"\b(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|wo)(?:\s+not|n['’]t)|(?:has|have|had)?\s*\bnever|no)\s+"
    r"(?!(?:only|just|all|yet|necessarily|always|every|each|both|until|because|even|so|very|much|longer|simply|merely|doubt"
    r"|evidence|question|matter|plans?|reason|need|any\s+more|alone)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:who|that|which|because|when|where|while|but|although|though|and|or|since|as|after|before)\b|;"
)
_BE = r"(?:(?:will|would|to)\s+)?(?:be|been|is|was|were|are)\s+(?:(?:due|set|scheduled|expected)\s+)?(?:to\s+be\s+)?"
_THE = (
    rf"\A\W*(?:(?i:the|its|his|her|their|this|our)\s|{_CAPITAL}\w*['’]s?\s)(?:(?!(?:a|an|some)\s)[\w’'-]+\s+){{1,6}}?"
)
_EVER = re.compile(
    rf"{_THE}{_BE}(?:signed|launched|founded|established|abolished|discovered|created|built|inaugurated|formed|completed"
    rf"|published|unveiled)\b|\A\W*{_NAME}\s+(?:(?:was|were)\s+(?:born|founded|established|abolished)|died)\b"
)
_LATELY = re.compile(
    rf"{_THE}(?:{_BE}(?:held|opened|released|elected|adopted|approved)|(?:{_BE}to\s+)?(?:begins?|began|start(?:s|ed)?"
    r"|end(?:s|ed)?|t(?:ake|akes|ook)\s+(?:place|effect)|arrived?|crashed|sank|collapsed|resigned?|expires?d?"
    r"|happen(?:s|ed)?|occur(?:s|red)?|c[ao]mes?\s+into\s+force|convened?|opens?))\b"
)
_OFTEN = re.compile(
    r"\b(?:meeting|session|match|game|hearing|talk|call|show|class|strike|attack|raid|shift)s?\b", re.IGNORECASE
)
_DID = re.compile(r"[a-z]{2,}(?<!ne)(?<!hundr)ed\b(?<!trained)(?<!stationed)(?<!based)(?<!located)(?<!employed)")


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, and what it comes to; `statement` fills in all but the first three.

    `polarity`: whether the speaker says that the text is so, that it is not, or neither. `said`: the ISO date of the
    saying. `when`: an EDTF date that the text gives, UNCLEAR where it cannot be told. `place`: the one place that it
    gives, from small to large ("Kursk, Russia"), and `way`, the preposition before it. `about`: the content words
    beside these, in order; `names`: those of them that are written as names. `so`: the polarity with the text's own
    "not" heeded. `event`: it happens, rather than lasts. `once`: it happens but once, ever or within weeks.
    """

    text: str
    polarity: Said = "asserted"
    said: str | None = None
    quantities: tuple[Quantity, ...] = ()
    when: str | None = None
    place: str | None = None
    way: str = "in"
    status: Status = "current"
    about: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    so: Said = "asserted"
    event: bool = False
    once: Literal["ever", "lately"] | None = None


def statement(text: str, polarity: Said = "asserted", said: str | None = None) -> Statement:
    """A statement with all that its words tell; dates are told from `said`."""
    told, counted = dates(text, said), quantities(text)
    times: list[Span] = [(one.start, one.end) for one in told]
    places = [match for match in _PLACE.finditer(text) if not any(_meet(match.span("name"), time) for time in times)]
    one = places[0] if len(places) == 1 else None
    figures: list[Span] = [(figure.start, figure.end) for figure in counted]
    about, names = gist(text, [*times, *figures, *([one.span()] if one else [])])
    when = None if not told else UNCLEAR if len(told) > 1 else told[0].edtf or UNCLEAR
    return Statement(
        text, polarity, said, counted, when,
        _place(one) if one else None, _WAYS.get(one["way"], one["way"]) if one else "in",
        _status(text, when, said), about, names, _so(text, polarity),
        bool(EVENTS & set(about) or _DID.search(text)), _once(text),
    )  # fmt: skip


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _place(match: re.Match[str]) -> str:
    """The place, "Russia's Kursk" and "Kursk in Russia" as "Kursk, Russia"."""
    name = re.sub(r"\s+in\s+", ", ", match["name"])
    land, _, within = name.partition("’s " if "’s " in name else "'s ")
    return f"{within}, {land}" if within else name


def _once(text: str) -> Literal["ever", "lately"] | None:
    if _EVER.search(text):
        return "ever"
    return "lately" if _LATELY.search(text) and not _OFTEN.search(text) else None


def _status(text: str, when: str | None, said: str | None) -> Status:
    if _POSSIBLE.search(text):
        return "possible"
    if _PLAN.search(text):
        return "plan"
    span, day = days(when or ""), days(said or "")
    ahead = bool(span and day and (((when or "").startswith("..") and span[1] > day[1]) or span[0] > day[1]))
    if ahead or _FORECAST.search(text):
        return "forecast"
    return "past" if _PAST.search(text) else "current"


def _so(text: str, polarity: Said) -> Said:
    """What is said of the text without its "not"; open where it is not plain what that denies."""
    text = _NO_DENIAL.sub("", text)
    found = list(_NEGATION.finditer(text))
    if not found or polarity == "open":
        return polarity
    denial = _PLAIN_NEGATION.search(text)
    if len(found) > 1 or denial is None or _CLAUSE.search(text, 0, denial.start()):
        return "open"
    return "denied" if polarity == "asserted" else "asserted"


def gist(text: str, hidden: Iterable[Span] = ()) -> tuple[tuple[str, ...], frozenset[str]]:
    """The content words of a text in order, each once, and those of them that are written as names.

    Words within `hidden` spans are left out, as are those that say little. A sentence's first word is no name by its
    capital alone.

    >>> gist("Troops were dispatched by North Koreans", ())[0] == gist("soldiers sent: North Korea", ())[0]
    True
    """
    spans = sorted(hidden)
    about: dict[str, None] = {}
    names = set()
    for match in _WORD.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in spans):
            continue
        word = plain(match[0])
        if word:
            about[word] = None
            if match[0][0].isupper() and match.start() > 0:
                names.add(word)
    return tuple(about), frozenset(names)


def plain(word: str) -> str:
    """The one form that stands for a word; empty where it says little."""
    small = _POSSESSIVE.sub("", word.lower().replace("’", "'"))
    # "US" and "WHO" are names.
    if not (word.isupper() and len(word) > 1) and (small in _STOP or _NOT.sub("", small) in _AUXILIARY):
        return ""
    if small in _FORMS or small in _IRREGULAR:
        return _FORMS.get(small) or _IRREGULAR[small]
    named = kind(small)
    # "Koreans" are people, but those of a nation.
    if named and not (named == "people" and _PEOPLE.search(small)):
        return named
    return _nation(small.removesuffix("s") if named else small) if word[:1].isupper() else _stem(small)


def _nation(word: str) -> str:
    """The stem that the name of a land and of its people have in common."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _VOWELS.sub("", _NATION.sub("", word))


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    stem = cut if len(cut) > 2 else word
    stem = stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
    return _FORMS.get(stem) or _FORMS.get(f"{stem}e") or stem
