"""What somebody else says in a clause of another's words: "Y had told him that Z", "Y puts the toll at Z"."""

import re
from collections.abc import Iterator

from graph.model import Span
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.quotes import quoted
from loaders.attribute.selves import THIRD, is_self, is_third
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import trimmed, words
from loaders.attribute.speaking import Knows, is_paper, speaks
from loaders.words import ONESELF

_LEAD = r"[\s“\"‘]*(?:that\s+|whether\s+|if\s+|but\s+|and\s+(?:that\s+)?)?"
_WORD = (
    r"(?!(?:that|which|who|am|be|been|was|were|is|are|had|has|have|will|would|could|can|may|might|must|should|do|does|did"
    r"|and|but|or|not)\b)(?:(?:(?-i:[A-Z])\.){2,}|(?-i:Gen|Lt|Col|Adm|Maj|Capt|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|St|[A-Z])\.|[\w'’-]+)"
)
_APPOSED = (
    r"(?:\s\((?-i:[A-Z])[\w-]{1,9}\))?"
    r"(?:,\s+(?:(?-i:[A-Z])|for\s(?:its|his|her|their)\spart(?=,)|an?\s|the\s|one\s|who\s|which\s|whose\s|head\s|chief\s)[^,;:“”\"]{0,80}(?=,))?"
)
"""A body's letters, and whose name it is: "the Weather Service (WS)", "the mayor, Ann Lee,"."""
_NAME = rf"(?P<name>(?:{_WORD}\s+){{0,9}}?{_WORD}{_APPOSED}),?\s+"
_CUE = (
    r"(?P<cue>(?=(?-i:[a-z]))(?:(?:had|has|have|ever|again|also|already|never|keeps?|kept|privately|publicly|repeatedly|personally|formally"
    r"|openly|quietly|later|earlier|previously|recently|initially|separately|themselves|himself|herself|itself)\s+){0,3}"
    r"(?:said|says?|saying|told|informed|warn(?:ed|s)?|assure[ds]?|promise[ds]?|announced|declared|claim(?:ed|s)?|believes?|believed"
    r"|thinks?|thought|reported|reports|stated|states|denied|denies|confirmed|insist(?:ed|s)|maintain(?:ed|s)|boasted"
    r"|admitted|argue[ds]|suggested|acknowledged|predicted|alleged|testified|wrote|writes|estimate[ds]?|concluded"
    r"|complained|conceded|revealed|explained|pinpointed|established|detected|found|assessed|assesses|determined"
    r"|identified|documented|observed|verified|stressed|emphasi[sz]ed|noted|notes|shows?|showed|indicate[ds]?|added|asserted|asserts|contended|noticed|noted|considers?|considered|linked|expects?|expected|calculated|fears?|feared|points?\s+out|pointed\s+out|recalled|called|described|branded|dubbed|labell?ed|attributed"
    r"|(?:discovered|uncovered|learned|learnt|assumed?|assumes|judged|judges)(?=[^.;]{0,60}\sthat\s)|let\s+it\s+be\s+known|(?:threaten(?:ed|s)?|vow(?:ed|s)?)(?=\sto\s)|(?:agreed?|agrees|demand(?:ed|s)|confess(?:ed|es)|complain(?:ed|s))(?=\s(?:that|of|they|it|he|she)\s)"
    r"|reckons?|reckoned|ma(?:de|kes)\s+(?:it\s+)?(?:clear|plain)|(?:is|are|was|were|remains?)\s+(?:absolutely\s+)?convinced|been\s+(?:\w+\s+)?clear(?=\s+that\s)"
    r"|(?:did|has|have)\s+not\s+ruled?\s+out|rule[ds]\s+out|puts?(?=\s(?:the|its|their|it|losses|casualties|[A-Z]\w+['’]s|[A-Z]\w+(?:\s\w+)?\s(?:losses|casualties|deaths))\s?[^.;“”\"]{0,60}\b(?:at|higher|lower|above|below|closer\s+to|down\s+to)\b)"
    r"|(?:reject|dismiss|denounc|condemn|hail|prais|depict|portray|view|regard)(?:e?d|e?s)(?=\s[^,;“”\"]{2,60}\sas\s)"
    r"|(?:report|claim|warn|insist|argue|suggest|predict|confirm|admit|acknowledge|deny|maintain)(?=\s+(?:that\s|[“\"]))"
    r"|express(?:ed|es)?(?=\s(?:an?|his|her|its|their)\s(?:\w+\s)?(?:wish|desire|hope|concern|doubt|fear|readiness|willingness|interest))"
    r"|continu(?:ed?|es)\s+to\s+(?:believe|think|say|insist)|signal(?:l?ed|s)(?=[^.;]{0,60}\sthat\s)|replie[ds](?=\s(?:that\s|[“\"]))"
    r"|(?:do|does|did)\s+not\s+(?:believe|think|expect|see)(?=\s(?:that|any|the|it|its|he|she|they|an?)\s)"
    r"|briefed(?=\s[^.;“”\"]{2,60}\sthat\s)|(?:sees?|saw|regard)(?=\s[^,;“”\"]{2,60}\sas\s)))"
)
_WHOM = r"(?P<whom>\s+(?!that\b)(?:(?!(?:he|she|they|we|it)\s)[\w'’.-]+\s+){0,8}?[\w'’-]+)?"
_CLAUSE = rf"{_CUE}(?:{_WHOM}\s+(?P<that>that\s)|:?\s+(?=\S))"
_FRONT = r"(?:(?:In|On|At|During|After|Before|Earlier|Last)\s[^,;:“”\"]{2,90},\s+)?"
_SAID_IN = (
    r"(?:in\s+an?\s+(?:\w+\s+)?(?:call|meeting|interview|speech|letter|conversation|statement|message|address|briefing)\b"
    r"[^,;:“”\"]{0,50}?\s)?"
)
INNER = re.compile(rf"{_LEAD}{_FRONT}{_NAME}{_SAID_IN}{_CLAUSE}", re.IGNORECASE)
_PARTED = re.compile(_CLAUSE, re.IGNORECASE)
_AT_TIME = re.compile(r"(?:to|early|earlier|late|last|this|on|in|at|during)\s|\w+(?:day|ly)$")
_TURN = re.compile(
    r",[\"”’]?\s+while\s+(?=(?:an?|the|its)\s|[A-Z])"
    r"(?![^,;.“”\"]{2,90},\s+(?:will|would|is|was|are|were|has|had|have|can|could|may|might|must|should|remains?)\b)"
    r"|,\s+(?:also\s+)?(?:adding|noting|warning|stressing|insisting|claiming|explaining)\s+that\b"
    r"|,\s+(?:and\s+)?then\s+(?:I|we|you|he|she|it|they)\s"
)
_FOR_HIS_PART = re.compile(r",\s+for\s(?:its|his|her|their)\spart\b")
_LEADS = re.compile(r"(?:after|before|when|once|because|while|although|though|if|now)\s+", re.IGNORECASE)
"""What a clause may begin with before its speaker, to go on behind a comma."""
_TANGLED = re.compile(
    r"(?:there|what|during|thank|to|one\sof\sthe\s(?:reasons|things|ways))\b|.*\s(?:I|he|she|we|you|they|it|not|\w+n['’]t|still|then|and|just)\Z",
    re.IGNORECASE,
)
"""What was taken for a speaker's name and is the beginning of a longer clause: "One of the reasons I"."""
_AND_THAT = re.compile(r",?\s+(?:and|but)\s+that\b")
TORN_END = re.compile(r"\b(?:to|of|that|by|and|for)$|\s(?:who|which)$", re.IGNORECASE)
TORN_START = re.compile(r"(?:by|of)\b")
SHOWS = re.compile(r"\b(?:show|indicat|prov(?:es?|ed|ing)$|demonstrat)\w*$", re.IGNORECASE)
_TO_WHOM = re.compile(
    r".*\b(?:told|informed|briefed|warn(?:ed|s)?|assure[ds]?|promise[ds]?|boasted|complained|found|suggested)$",
    re.IGNORECASE,
)
"""Verbs that without "that" are followed by somebody and not by what is said."""
_FOUND_SOMEWHERE = re.compile(
    r"(?:found|detected|identified|documented|observed|verified|reported|described|written|noted)\s+"
    r"(?:on|in|at|by|near|among|inside|during|under|with|from|aboard)\b"
)
_CLOSING = re.compile(r"[.!?,]?[”\"]")
_NOTHING = re.compile(r"(?:no|evidence|traces|\d[\d,.]*)\b|[“\"]")
_TOLD_HER = re.compile(
    r"(?:(?:had|has|have|also)\s+){0,2}(?:told|informed|assured|warned)\s+(?:him|her|them|us|me|(?:his|her|its|their|the)\s+\w+)"
    r"\s+(?:he|she|it|they|there|the|his|her|their|of|about)\s"
)
_BARE_CLAUSE = re.compile(
    r"(?:they|he|she|it|there|we)\s(?:had|has|have|was|were|is|are|would|will|could|can|may|might|should|must|did|do)\b"
)
"""What may stand for a clause behind a verb that else has somebody behind it: "complained they had not known"."""
_WARNED = re.compile(r"\bwarn(?:ed|s)?$", re.IGNORECASE)
_WARNED_OF = re.compile(r"(?:\s+(?!(?:of|against|about|that)\s)[\w'’.-]+){0,5}?\s+(?=(?:of|against|about)\s)")
"""Whom somebody warned, before what of."""
_NOUN = r"(?P<cue>assessment|estimate|view|belief|claim|statement|finding|conclusion|forecast|report)"
_ASSESSED = (
    re.compile(rf"{_LEAD}(?P<name>[^,;:“”\"]{{2,60}}?)['’]s\s+{_NOUN}(?:\s+(?:is|was))?(?:\s+that\s+|\Z)"),
    re.compile(rf"{_LEAD}the\s+{_NOUN}\s+(?:of|by|from)\s+(?P<name>[^,;:“”\"]{{2,60}}?)\s+(?:is|was)\s+that\s+"),
)
_QUOTED = re.compile(
    r"(?P<content>[“\"][^“”\"]+[”\"])\s+(?P<name>[^,;:“”\"]{2,60}?(?:,\s[^,;:“”\"]{3,90},)?)"
    r"\s+(?P<cue>(?:(?:also|then|later|once|earlier|has|had)\s+)?(?:said|says|told|added|wrote|written|stated|noted|warned))"
    r"(?:\s[^,;:“”\"]{0,60})?,?"
)
TOLD = re.compile(r"\b(?:told|informed|assured)$", re.IGNORECASE)
_IS_THAT = re.compile(r"(?:is|was)\s+that\s+")


def clauses(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
    """ "Y had told him that Z" at the beginning of a sentence of the content, or with the outer speaker in between."""
    start = span[0]
    while start < span[1]:
        end = min(span[1], sentence_at(text, start)[1])
        ands = [m.start() for m in _AND_THAT.finditer(text, start, end)]
        for begin in (start, *ands):
            yield from _clause_at(outer, (begin, end), text, knows)
        start = end
    yield from _assessed(outer, span, text, knows)
    said = _QUOTED.fullmatch(text, *span)
    pronoun = said and is_third(said.span("name"), outer, text)
    if said and (pronoun or (not is_self(said["name"]) and speaks(said["name"], knows))):
        yield Draft([said.span("name")], [said.span("cue")], [said.span("content")], outer.score * INFERRED)
    name = min(outer.content)
    second = len(outer.content) > 1 and span == sorted(outer.content)[1]
    found = _PARTED.match(text, *span) if second else None
    if found and _is_clause(found) and speaks(text[slice(*name)], knows):
        yield from _clause(outer, name, found, text, span[1])


def _clause_at(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
    """What somebody else says in a clause that begins where the span does."""
    found = INNER.match(text, *span)
    if found is None or not _is_clause(found):
        return
    aloud = bool(quoted(text)[found.start("name")])
    third = _is_it(found, outer, text) or is_third(found.span("name"), outer, text)
    if third or _is_somebody(found, knows, aloud=aloud):
        start, lead = found.start("name"), _LEADS.match(found["name"])
        name = start + (lead.end() if lead else 0), start + len(_FOR_HIS_PART.split(found["name"])[0])
        comma = text.find(",", found.end(), span[1]) if lead else -1
        yield from _clause(outer, name, found, text, span[1] if comma < 0 else comma)


def _assessed(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
    """ "Y's assessment is that Z", in one piece or with the outer speaker in between."""
    found = next((m for way in _ASSESSED if (m := way.match(text, *span))), None)
    if not found or not speaks(found["name"], knows) or found["name"].lower() in ONESELF:
        return
    rest = next((other for other in sorted(outer.content) if other > span and _IS_THAT.match(text, *other)), None)
    start, end = (found.end(), span[1]) if found.end() < span[1] else rest or (0, 0)
    that = _IS_THAT.match(text, start, end)
    content = trimmed(text, (that.end() if that else start, end)) if end else None
    if content and (found.end() < span[1] or that):
        yield Draft([found.span("name")], [found.span("cue")], [content], outer.score * INFERRED)


def _clause(outer: Draft, name: Span, found: re.Match[str], text: str, end: int) -> Iterator[Draft]:
    """The attribution of what stands behind a name's verb, as far as its sentence or another verb's turn."""
    that = _that(found)
    stop = clause_end(text, found.end(), end, that=that is not None)
    start = that if that is not None else found.end("cue") if found["that"] else found.end()
    warned = _warned_of(found, stop) if that is None else None
    start = warned.end() if warned else start
    content = trimmed(text, (start, stop))
    if content and (warned or not TORN_START.match(text, content[0])):
        yield Draft([name], [found.span("cue")], [content], outer.score * INFERRED)


def _is_clause(found: re.Match[str]) -> bool:
    if _FOUND_SOMEWHERE.match(found.string, found.start("cue")):
        return False
    if _that(found) or not _TO_WHOM.match(found["cue"]):
        return True
    if _warned_of(found, len(found.string)):
        return True
    clause = _BARE_CLAUSE.match(found.string, found.end()) and not TOLD.search(found["cue"])
    return bool(
        clause or _NOTHING.match(found.string, found.end()) or _TOLD_HER.match(found.string, found.start("cue"))
    )


def _warned_of(found: re.Match[str], end: int) -> re.Match[str] | None:
    """Whom somebody "warned", up to what of; None where it is another verb."""
    return _WARNED_OF.match(found.string, found.end("cue"), end) if _WARNED.search(found["cue"]) else None


def _that(found: re.Match[str]) -> int | None:
    """Where "that" begins behind the verb; None where it belongs to a clause further on: "said the general told …"."""
    whom = (found["whom"] or "").strip()
    mine = not whom or bool(_AT_TIME.match(whom) or _TO_WHOM.match(found["cue"]))
    return found.start("that") if found["that"] and mine else None


def _is_somebody(found: re.Match[str], knows: Knows, *, aloud: bool) -> bool:
    """Whether the subject is another one; before "said that" it speaks, whoever it is, and "they" in a quotation."""
    name = found["name"]
    if aloud and name.lower() in THIRD:
        return True
    pictured = bool(_that(found)) or is_paper(name) or not SHOWS.search(found["cue"])
    anybody = _that(found) and not SHOWS.search(found["cue"])
    torn = TORN_END.search(name) or _TANGLED.match(name)
    return not torn and pictured and not is_self(name) and bool(anybody or speaks(name, knows))


def _is_it(found: re.Match[str], outer: Draft, text: str) -> bool:
    """Whether "it" says or thinks something, and is another than the speaker, who is "he" or "she" and not quoted."""
    other = words(text, outer.source).lower() in ("he", "she") and not quoted(text)[found.start("name")]
    plain = SHOWS.search(found["cue"]) or found["cue"].endswith("clear")
    return other and found["name"].lower() == "it" and not plain


def clause_end(text: str, start: int, end: int, *, that: bool = False) -> int:
    """Where a clause ends: where another begins, at the end of its sentence, or where the quotation round it is closed.

    `that`: it began with "that", so that "and that" goes on with it. A mark that closes what the clause itself opens
    belongs to it.
    """
    turn = _TURN.search(text, start, end) or (None if that else _AND_THAT.search(text, start, end))
    if turn:
        return turn.start()
    stop = len(text[:end].rstrip(' \r\n.!?,”"’'))
    said = text[start:stop]
    if said.count("“") > said.count("”") or said.count('"') % 2:
        closing = _CLOSING.match(text, stop, end)
        stop = closing.end() if closing else stop
    return stop if stop > start else end
