"""What the words round an assertion say of it: whether it is denied, hedged, or the speaker's own.

Exact words only, each list with its reason. What no list says is left open: positive, stated, and no basis.
"""

import re

from graph.model import Actor, Basis, Certainty, Polarity, Span

# The speaker says that the content is not so.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)"
    r"|disavow(?:s|ed|ing)?|debunk(?:s|ed|ing)?|doubt(?:s|ed|ing)?|contradict(?:s|ed|ing)?|rebut(?:s|ted|ting)?)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|nor|neither|never|without|cannot|no|yet\s+to|unable\s+to)\b|n['’]t\b", re.IGNORECASE)
# Said, asked or refused so that the speaker is no voice for the content, nor against it.
_OPEN = re.compile(
    r"\b(?:(?:ask|question|wonder|inquir|enquir|debat|discuss|investigat|prob|check|look)\w*\s+(?:\w+\s+){0,3}?(?:if|whether)"
    r"|(?:declin|refus)\w+\s+to|(?:fail\w*|unable|yet)\s+to|no\s+comment|(?:ask|question|wonder)(?:s|ed|ing)?\s+about)",
    re.IGNORECASE,
)
_OF_SAYING = re.compile(
    r"\b(?:confirm|say|said|know|knew|verif|corroborat|comment|rul|specif|claim|suggest|state|mention|disclos|reveal|tell"
    r"|told|give|gave|elaborat|identif|address|provid|impl|authenticat|clear|sure|certain|evidence|information)\w*",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:ask|wonder|question)(?:s|ed|ing)?\b", re.IGNORECASE)
_WHETHER = re.compile(r"[\s“\"']*(?:whether|if)\b", re.IGNORECASE)

# The speaker or the article does not put it as a fact. "May" is also a month, so that it counts in small letters only.
_HEDGED = re.compile(
    r"\b(?:[Rr]eportedly|[Aa]llegedly|[Aa]pparently|[Pp]ossibl[ey]|[Pp]ossibility|[Ll]ikely|[Ll]ikelihood|[Uu]nlikely"
    r"|[Pp]robabl[ey]|[Pp]erhaps|may|might|could|[Bb]eliev(?:e|es|ed|ing)|[Ss]uspect(?:s|ed)?|[Ss]peculat(?:e|es|ed|ing)"
    r"|[Rr]umou?red|[Uu]nconfirmed|[Dd]oubt(?:s|ed|ing)?|(?:is|are|was|were)\s+said\s+to|[Ss]aid\s+to\s+(?:be|have)"
    r"|[Pp]resum(?:ed|ably)|[Ss]eem(?:s|ed|ingly)?|[Aa]ppear(?:s|ed)\s+to|[Pp]otentially|[Pp]urported(?:ly)?|would)\b"
)
NEAR = 40
"""Code points before the cue in which a hedging word belongs to the assertion."""
CLAUSE = 90
"""Code points of the content's beginning, as far as its first clause goes, in which one does."""

# What nobody but the speaker can be the origin of: its view, wish, plan, promise, or the judgement it passes.
_OWN = re.compile(
    r"\b(?:think|thinks|thinking|thought|believ(?:e|es|ed|ing)|hop(?:e|es|ed|ing)|wish(?:es|ed)?|wants?|wanted"
    r"|plans?|planned|planning|intend(?:s|ed|ing)?|vow(?:s|ed|ing)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)"
    r"|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|condemn(?:s|ed|ing)?|apologi[sz](?:e|es|ed|ing)|offer(?:s|ed|ing)?"
    r"|agree(?:s|d|ing)?|threaten(?:s|ed|ing)?|prais(?:e|es|ed|ing)|critici[sz](?:e|es|ed|ing)|welcom(?:e|es|ed|ing)"
    r"|label(?:s|led|ed|ling|ing)?|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|ask(?:s|ed|ing)?\s+for|express(?:es|ed|ing)?"
    r"|call(?:s|ed|ing)?\s+(?:on|for|upon)|in\s+\w+\s+view)\b",
    re.IGNORECASE,
)
# "Called" alone is a judgement where it names something ("called it a threat"), and nothing where it is a telephone.
_CALLED = re.compile(r"(?:has\s+|have\s+|had\s+)?(?:also\s+)?call(?:s|ed|ing)?", re.IGNORECASE)
_SELF = re.compile(r"[\s“\"'‘]*(?:that\s+)?[\s“\"'‘]*(?P<who>I|we|my|our|he|she|they|it|its)\b", re.IGNORECASE)
# "It is raining", "it was clear that": not what an organisation says of itself.
_EXPLETIVE = re.compile(
    r"['’]s\b|\s+(?:is|was|are|were|would\s+be|will\s+be|may|might|could|seems?|appears?)\b", re.IGNORECASE
)
# "It is believed", "are thought": nobody's.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+ed\b|\b(?:is|are|was|were)\s+thought\b", re.IGNORECASE
)


def polarity(cue: str, content: str = "") -> Polarity:
    """Whether by a cue the speaker says that the content is so, says that it is not, or does neither.

    >>> polarity("denied"), polarity("has neither confirmed nor denied"), polarity("said")
    ('negative', 'open', 'positive')
    """
    denied, negated = _DENIED.search(cue), _NOT.search(cue)
    asked = _WHETHER.match(content) or (_ASKED.search(cue) and content.rstrip(" ”\"’'").endswith("?"))
    if asked or _OPEN.search(cue) or (negated and (denied or _OF_SAYING.search(cue))):
        return "open"
    return "negative" if denied else "positive"


def certainty(text: str, cue: Span | None, content: Span) -> Certainty:
    """Whether the words in and near the cue, or in the content's first clause, hold it back from being a fact."""
    near = re.split(r"[.!?;:,\n]", text[content[0] : min(content[1], content[0] + CLAUSE)].lstrip('"“, '))[0]
    if cue:
        before = text[max(0, cue[0] - NEAR) : cue[0]]
        near = f"{_same_clause(before)}{text[slice(*cue)][:NEAR]} {near}"
    return "hedged" if _HEDGED.search(near) else "stated"


def _same_clause(before: str) -> str:
    """What stands before a cue without a mark between."""
    return re.split(r"[.!?;:,\n\"“”]", before)[-1]


def basis(actor: Actor | None, cue: str, content: str = "", *, reported: bool) -> Basis | None:
    """What an assertion rests on in its speaker: its own findings or mind, None where the words do not say.

    What speakers say of themselves is theirs ("he said he would go", "“We struck it,” they said"). Of what is only
    reported of somebody nothing is known but that finding out is its work.
    """
    if actor is None:
        return None
    if actor.findings:
        return "findings"
    if reported or _PASSIVE.search(cue):
        return None
    own = (_OWN.search(cue) or _CALLED.fullmatch(cue.strip())) and not _NOT.search(cue)
    return "own" if own or _is_of_oneself(actor, content) else None


def _is_of_oneself(actor: Actor, content: str) -> bool:
    """Whether content begins with the speaker's own act, plan or view."""
    first = _SELF.match(content)
    if not first:
        return False
    word = first["who"].lower()
    if word in ("it", "its"):
        return actor.kind in ("organization", "outlet") and (
            word == "its" or not _EXPLETIVE.match(content, first.end())
        )
    return word in ("i", "we", "my", "our") or actor.kind in ("person", "unnamed", "group", "organization")
