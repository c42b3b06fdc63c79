"""What the words round an assertion say of it: whether it is denied, hedged, or the speaker's own.

Exact words only, each list with its reason. What no list says is left open: positive, stated, and no basis.
"""

import re

from graph.model import Actor, Basis, Certainty, Polarity, Span

# The speaker says that the content is not so. "Neither confirmed nor denied" says nothing either way.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)"
    r"|disavow(?:s|ed|ing)?|debunk(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NOT_DENIED = re.compile(r"\b(?:not|n['’]t|nor|neither|never|without)\b", re.IGNORECASE)

# The speaker or the article does not put it as a fact. "May" is also a month, so that it counts in small letters only.
_HEDGED = re.compile(
    r"\b(?:[Rr]eportedly|[Aa]llegedly|[Aa]pparently|[Pp]ossibl[ey]|[Pp]ossibility|[Ll]ikely|[Ll]ikelihood|[Uu]nlikely"
    r"|[Pp]robabl[ey]|[Pp]erhaps|may|might|could|[Bb]eliev(?:e|es|ed|ing)|[Ss]uspect(?:s|ed)?|[Ss]peculat(?:e|es|ed|ing)"
    r"|[Rr]umou?red|[Uu]nconfirmed|(?:did|does|do|has|have|had)(?:\s+not|n['’]t)\s+(?:yet\s+)?confirm(?:ed)?"
    r"|neither\s+confirm(?:ed|s)?)\b"
)
NEAR = 40
"""Code points of the content's beginning, and before the cue, in which a hedging word belongs to the assertion."""

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
# "It is believed", "are thought": nobody's.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+ed\b|\b(?:is|are|was|were)\s+thought\b", re.IGNORECASE
)


def polarity(cue: str) -> Polarity:
    """Whether a cue says that the content is so or that it is not.

    >>> polarity("denied"), polarity("has neither confirmed nor denied"), polarity("said")
    ('negative', 'positive', 'positive')
    """
    return "negative" if _DENIED.search(cue) and not _NOT_DENIED.search(cue) else "positive"


def certainty(text: str, cue: Span | None, content: Span) -> Certainty:
    """Whether the words in and near the cue hold the content back from being stated as a fact."""
    near = text[content[0] : min(content[1], content[0] + NEAR)]
    if cue:
        before = text[max(0, cue[0] - NEAR) : cue[0]]
        near = f"{_same_clause(before)}{text[slice(*cue)][:NEAR]} {near}"
    return "hedged" if _HEDGED.search(near) else "stated"


def _same_clause(before: str) -> str:
    """What stands before a cue without a mark between."""
    return re.split(r"[.!?;:,\n\"“”]", before)[-1]


def basis(actor: Actor | None, cue: str, *, reported: bool) -> Basis | None:
    """What an assertion rests on in its speaker: its own findings or mind, None where the words do not say.

    Of what is only reported of somebody nothing is known but that finding out is its work.
    """
    if actor is None:
        return None
    if actor.findings:
        return "findings"
    own = _OWN.search(cue) or _CALLED.fullmatch(cue.strip())
    return "own" if own and not reported and not _PASSIVE.search(cue) and not _NOT_DENIED.search(cue) else None
