"""What is inside a content: "X said that, according to Y, Z", "X said Y had told him that Z", to any depth.

A content is searched for the words that bring in somebody else, then read by the tagger as a text of its own, since the
corpus that it learned from marks no attribution inside another.
"""

import re
from collections.abc import Iterator, Sequence

from graph.model import Span
from loaders.attribute.drafts import INFERRED, Draft, joined
from loaders.attribute.hearsay import ADVERB, PASSIVE
from loaders.attribute.idioms import is_idiom
from loaders.attribute.link import flat_attributions
from loaders.attribute.mending import drop_addressee, drop_time
from loaders.attribute.phrases import BRIEFED, CITING, TOLD_BY, Phrase, phrases, reports
from loaders.attribute.quotes import OPENERS, quotations, quoted
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import common, length, touches, trimmed, word_start, words
from loaders.attribute.speaking import Knows, follows, is_carrier, is_paper, speaks
from loaders.attribute.tagger import Section, Tagger
from loaders.cues import polarity
from loaders.words import BODIES, ORGANIZATIONS, PLURALS

SELF = {
    "i",
    "we",
    "you",
    "us",
    "me",
    "my",
    "our",
    "they",
    "he",
    "she",
    "it",
    "nobody",
    "no one",
    "anybody",
    "everybody",
    "everyone",
    "anyone",
    "whoever",
    "such",
    "these",
    "those",
    "this",
    "whatever",
    "having",
}
_THIRD = ("he", "she", "they")
_NEW = re.compile(r"(?:an?|one\s+of|another)\s", re.IGNORECASE)
_REPORTED = re.compile(r"(?:later\s+|earlier\s+)?report(?:s|ed)")
_ONE_OF = re.compile(r"(?:an?|one|another|none|neither|each)\s", re.IGNORECASE)
_HEAD_ENDS = re.compile(r",|\s(?:of|in|at|from|with|familiar|briefed|close|who|on|for|to|near|by)\s")
SHORTEST = 30
"""Code points below which a content holds no attribution of somebody else."""
HINT = 2.5
"""How much less a word may seem a cue to the second reader than nothing at all for a content to be read again."""
DEEPEST = 4
"""Levels of contents in contents."""
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
    r"|(?:discovered|uncovered|learned|learnt|assumed?|assumes|judged|judges)(?=[^.;]{0,60}\sthat\s)|let\s+it\s+be\s+known|(?:threaten(?:ed|s)?|vow(?:ed|s)?)(?=\sto\s)|(?:agreed?|agrees|demand(?:ed|s)|complain(?:ed|s))(?=\s(?:that|they|it|he|she)\s)"
    r"|reckons?|reckoned|ma(?:de|kes)\s+(?:it\s+)?(?:clear|plain)|(?:is|are|was|were|remains?)\s+(?:absolutely\s+)?convinced"
    r"|(?:did|has|have)\s+not\s+ruled?\s+out|rule[ds]\s+out|puts?(?=\s(?:the|its|their|it|losses|casualties|[A-Z]\w+['’]s|[A-Z]\w+(?:\s\w+)?\s(?:losses|casualties|deaths))\s?[^.;“”\"]{0,60}\b(?:at|higher|lower|above|below|closer\s+to)\b)"
    r"|(?:reject|dismiss|denounc|condemn|hail|prais|depict|portray|view|regard)(?:e?d|e?s)(?=\s[^,;“”\"]{2,60}\sas\s)"
    r"|(?:report|claim|warn|insist|argue|suggest|predict|confirm|admit|acknowledge|deny|maintain)(?=\s+(?:that\s|[“\"]))"
    r"|express(?:ed|es)?(?=\s(?:an?|his|her|its|their)\s(?:\w+\s)?(?:wish|desire|hope|concern|doubt|fear|readiness|willingness|interest))"
    r"|continu(?:ed?|es)\s+to\s+(?:believe|think|say|insist)|signal(?:l?ed|s)(?=[^.;]{0,60}\sthat\s)|replie[ds](?=\s(?:that\s|[“\"]))"
    r"|(?:do|does|did)\s+not\s+(?:believe|think|expect|see)(?=\s(?:that|any|the|it|its|he|she|they|an?)\s)"
    r"|briefed(?=\s[^.;“”\"]{2,60}\sthat\s)|(?:sees?|saw|regard)(?=\s[^,;“”\"]{2,60}\sas\s)|sp(?:oke|eaks?)\s+(?=of\s)))"
)
_WHOM = r"(?P<whom>\s+(?!that\b)(?:(?!(?:he|she|they|we|it)\s)[\w'’.-]+\s+){0,8}?[\w'’-]+)?"
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|inform|according|warn|announc|claim|believ|th(?:ink|ought)|report|deni|deny|confirm"
    r"|insist|admit|argu|suggest|predict|alleg|testif|wr(?:ote|ites)|estimat|reveal|explain|accus|urg(?:ed|es|ing)"
    r"|asked|promis|demand|declar|stat(?:ed|es|ing)|describ|call(?:ed|s|ing)|express|found|shows?|assur|conclud"
    r"|complain|conced|express|view|regard|sees?\b|saw\b|signal|repli|briefed|sp(?:oke|eaks?)\s+of|maintain|boast|acknowledg|pinpoint|establish|detect|assess|determin|identif|document|observ|verif|notic|consider|linked|expect|calculat|fear|point|rule[ds]?\s+out|puts?\b|intercept|attribut|reckon|clear\b|plain\b|convinced)",
    re.IGNORECASE,
)
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
)
_FOR_HIS_PART = re.compile(r",\s+for\s(?:its|his|her|their)\spart\b")
_AND_THAT = re.compile(r",?\s+(?:and|but)\s+that\b")
_TORN_END = re.compile(r"\b(?:to|of|that|by|and|for)$|\s(?:who|which)$", re.IGNORECASE)
_TORN_START = re.compile(r"(?:by|of)\b")
_PICTURE = re.compile(r"\b(?:video|footage|photo(?:graph)?|image|picture|clip)s?\b", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:show|indicat|prov(?:es?|ed|ing)$|demonstrat)\w*$", re.IGNORECASE)
_TO_WHOM = re.compile(
    r".*\b(?:told|informed|briefed|warn(?:ed|s)?|assure[ds]?|promise[ds]?|boasted|complained|found|suggested)$",
    re.IGNORECASE,
)
"""Verbs that without "that" are followed by somebody and not by what is said."""
_BODIES = BODIES | ORGANIZATIONS
_BODY = re.compile(r"(?:[Tt]he\s+)?[A-Z]{2,6}")
_FOUND_SOMEWHERE = re.compile(
    r"(?:found|detected|identified|documented|observed|verified|reported|described|written|noted)\s+"
    r"(?:on|in|at|by|near|among|inside|during|under|with|from|aboard)\b"
)
_CLOSING = re.compile(r"[.!?,]?[”\"]")
_THE_BODY = re.compile(r"the\s(?:\w+\s)?(?:agency|service|ministry|department|bureau|directorate)")
_FOUND_ON = re.compile(r"(?:found|recovered|seized)\s+(?:on(?!\s\w+day\b)|near|aboard|inside|beside)\b")
_PARTICIPLE = re.compile(r"\w+ed$")
_SOMEWHERE = re.compile(r"(?:for|by|in|on|at|during|under|with|near)\s(?:the|this|that|an?|its|his|her|their|\d|[A-Z])")
_NOTHING = re.compile(r"(?:no|evidence|traces)\b|[“\"]")
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
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing))\s+(?:(?:an?|the|recent|earlier)\s+)*"
    r"(?P<name>[A-Z][\w.&’' -]{1,50}?)(?:['’]s)?\s+"
    r"(?P<cue>reporting|reports?|claims?|allegations?|assertions?|accusations?)\s+(?=that\s)"
)
_TOLD_OF = re.compile(
    r"\b(?P<cue>(?:was|were|(?:has|have|had)\s+been)\s+(?:told|informed|warned|notified|alerted|briefed))\s+"
    r"(?P<content>(?:of|about|on)\s[^,;:.“”\"\n]{3,80}?)\s+(?P<by>by)\s+"
    r"(?P<name>(?!\w+ing\b)[^,;:.“”\"\n]{2,60}?)(?=\s+(?:on|in|at|last|this|two|three|earlier|late|that|before|after|during|and|who)\b"
    r"|[,.;”\"\n]|\s*\Z)"
)
_TOLD = re.compile(r"\b(?:told|informed|assured)$", re.IGNORECASE)
_ACCORDING = re.compile(r"according\s+to", re.IGNORECASE)
_IS_THAT = re.compile(r"(?:is|was)\s+that\s+")


def nested(drafts: Sequence[Draft], text: str, tagger: Tagger, section: Section, knows: Knows) -> list[Draft]:
    """The attributions inside the drafts' contents; each outer one rests on them. Drafts are changed in place."""
    outers = list(dict.fromkeys(d.teller() for d in drafts if d.content and not d.reported))
    found: list[Draft] = []
    level = outers
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _by_words(outer, text, knows, [*drafts, *found])]
        found += level
    found += _by_tagger(outers, text, tagger, section, [*drafts, *found])
    for inner in found:
        put_innermost(inner, [*drafts, *found], text)
    for draft in drafts:
        _leave_to_the_named(draft, drafts, text)
    return found


def _by_tagger(outers: Sequence[Draft], text: str, tagger: Tagger, section: Section, known: list[Draft]) -> list[Draft]:
    found: list[Draft] = []
    cues = section.upstream_cues(HINT)
    spans = [(outer, span) for outer in outers for span in outer.content if _may_hold(text, span, cues)]
    for read in tagger.read_each(text, [span for _, span in spans]):
        outer, _ = next(pair for pair in spans if pair[1][0] <= read.words[0][0] < pair[1][1])
        for flat in flat_attributions(read, tagger.weights):
            inner = Draft(flat.source, [flat.cue] if flat.cue else [], flat.content, flat.score(tagger.weights.right))
            if _is_another(inner, outer, text) and not _known(inner, [*known, *found]):
                found.append(put_inside(inner, outer, text))
    return found


def _may_hold(text: str, span: Span, cues: Sequence[Span]) -> bool:
    """Whether a content may hold somebody else's word: it is long, and has a word of saying and what may be a cue."""
    long = span[1] - span[0] > SHORTEST
    return long and bool(_SAYING.search(text, span[0] + 1, span[1])) and touches(span, cues)


def _by_words(outer: Draft, text: str, knows: Knows, known: Sequence[Draft]) -> list[Draft]:
    found: list[Draft] = []
    for span in joined(outer.content, text):
        ways = (_according, _clauses, _reporting, _told_by)
        for inner in (inner for way in ways for inner in way(outer, span, text, knows)):
            if not _known(inner, [*known, *found]) and not is_idiom(inner, text):
                found.append(put_inside(inner, outer, text))
    return found


def put_innermost(inner: Draft, known: Sequence[Draft], text: str) -> None:
    """Move an attribution to whose words hold it most closely, of those whom the one round it passes on."""
    outer = inner.inside
    if outer is None:
        return
    holding = [d for d in known if d.source and d.holds(inner) and outer.reaches(d)]
    owner = min(holding, key=lambda d: length(d.content), default=None)
    if owner is None or inner.reaches(owner):
        return
    resting = any(upstream is inner for upstream, _ in outer.rests_on)
    if length(owner.content) < length(outer.content):
        outer.rests_on = [(upstream, by) for upstream, by in outer.rests_on if upstream is not inner]
        inner.content = common(inner.content, owner.content) or inner.content
        put_inside(inner, owner, text)
    elif resting:  # "Y, citing X, said that Z": it stands in Y's words, who has it from X too
        owner.rest_on(inner, inner.cue[0])


def _leave_to_the_named(draft: Draft, others: Sequence[Draft], text: str) -> None:
    """ "The bureau believes Z, said Lee after a briefing by the agency": Lee passes on the bureau, which is the agency.

    The agency is left with no words. Changes the drafts.
    """
    start = min(draft.content, default=(0, 0))[0]
    named = next((up for up, _ in draft.rests_on if up.source and up.source[0][0] == start), None)
    body = _THE_BODY.fullmatch(words(text, draft.source)) and BRIEFED.match(words(text, draft.cue) + " ")
    if named is None or not body or not draft.content:
        return
    for other in others:
        if any(up is draft for up, _ in other.rests_on):
            other.rests_on = [(named if up is draft else up, by) for up, by in other.rests_on]
            named.inside = other
    draft.content, draft.rests_on = [], []


def _according(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
    for phrase in phrases(CITING, text, span):
        if speaks(text[slice(*phrase.name)], knows):
            content = _rest(text, span, phrase)
            if content:
                yield Draft([phrase.name], [phrase.cue], content, outer.score * INFERRED)


def _reporting(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
    """ "X denied Y's reports that Z": Z is Y's, and X only speaks of it."""
    start = max(e for _, e in outer.source) if outer.source and max(outer.source) < span else span[0]
    found = _DENIED.search(text, start, span[1])
    content = trimmed(text, (found.end(), span[1])) if found else None
    if found and content and speaks(found["name"], knows):
        yield Draft([found.span("name")], [found.span("cue")], [content], outer.score * INFERRED)


def _told_by(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
    """ "He had been told by Y that Z", "had been told of Z by Y": Z is Y's, whoever was told."""
    for found in _TOLD_OF.finditer(text, *span):
        if speaks(found["name"], knows):
            cue = [found.span("cue"), found.span("by")]
            yield Draft([found.span("name")], cue, [found.span("content")], outer.score * INFERRED)
    for found in TOLD_BY.finditer(text, *span):
        end = min(span[1], sentence_at(text, found.end())[1])
        turn = _TURN.search(text, found.end(), end) or _AND_THAT.search(text, found.end(), end)
        content = trimmed(text, (found.end(), turn.start() if turn else _close(text, found.end(), end)))
        if content and not is_self(found["name"]):
            yield Draft([found.span("name")], [found.span("cue")], [content], outer.score * INFERRED)


def _rest(text: str, span: Span, phrase: Phrase) -> list[Span]:
    """The sentence of the content that holds the phrase, without it."""
    start, end = sentence_at(text, phrase.cue[0])
    sides = ((max(span[0], start), phrase.whole[0]), (phrase.whole[1], min(span[1], end)))
    return [side for side in (trimmed(text, s, that=True) for s in sides) if side]


def _clauses(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
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
        name = found.start("name"), found.start("name") + len(_FOR_HIS_PART.split(found["name"])[0])
        yield from _clause(outer, name, found, text, span[1])


def _assessed(outer: Draft, span: Span, text: str, knows: Knows) -> Iterator[Draft]:
    """ "Y's assessment is that Z", in one piece or with the outer speaker in between."""
    found = next((m for way in _ASSESSED if (m := way.match(text, *span))), None)
    if not found or not speaks(found["name"], knows) or found["name"].lower() in SELF:
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
    turn = _TURN.search(text, found.end(), end)
    turn = turn or (_AND_THAT.search(text, found.end(), end) if that is None else None)
    stop = turn.start() if turn else _close(text, found.end(), end)
    start = that if that is not None else found.end("cue") if found["that"] else found.end()
    warned = _WARNED_OF.match(text, found.end("cue"), stop) if that is None and _WARNED.search(found["cue"]) else None
    start = warned.end() if warned else start
    content = trimmed(text, (start, stop))
    if content and (warned or not _TORN_START.match(text, content[0])):
        yield Draft([name], [found.span("cue")], [content], outer.score * INFERRED)


def _is_clause(found: re.Match[str]) -> bool:
    if _FOUND_SOMEWHERE.match(found.string, found.start("cue")):
        return False
    if _that(found) or not _TO_WHOM.match(found["cue"]):
        return True
    if _WARNED.search(found["cue"]) and _WARNED_OF.match(found.string, found.end("cue")):
        return True
    clause = _BARE_CLAUSE.match(found.string, found.end()) and not _TOLD.search(found["cue"])
    return bool(
        clause or _NOTHING.match(found.string, found.end()) or _TOLD_HER.match(found.string, found.start("cue"))
    )


def _that(found: re.Match[str]) -> int | None:
    """Where "that" begins behind the verb; None where it belongs to a clause further on: "said the general told …"."""
    whom = (found["whom"] or "").strip()
    mine = not whom or bool(_AT_TIME.match(whom) or _TO_WHOM.match(found["cue"]))
    return found.start("that") if found["that"] and mine else None


def _is_somebody(found: re.Match[str], knows: Knows, *, aloud: bool) -> bool:
    """Whether the subject is another one; before "said that" it speaks, whoever it is, and "they" in a quotation."""
    name = found["name"]
    if aloud and name.lower() in _THIRD:
        return True
    pictured = bool(_that(found)) or is_paper(name) or not _SHOWS.search(found["cue"])
    whole = not found["cue"][0].isupper() and not _TORN_END.search(name) and pictured
    anybody = _that(found) and not _SHOWS.search(found["cue"])
    return whole and not is_self(name) and bool(anybody or speaks(name, knows))


def _is_it(found: re.Match[str], outer: Draft, text: str) -> bool:
    """Whether "it" says or thinks something, and is another than the speaker, who is "he" or "she" and not quoted."""
    other = words(text, outer.source).lower() in ("he", "she") and not quoted(text)[found.start("name")]
    return other and found["name"].lower() == "it" and not _SHOWS.search(found["cue"])


def _close(text: str, start: int, end: int) -> int:
    """Where a clause ends: at the end of its sentence, or before the mark that closes the quotation round it.

    A mark that closes what the clause itself opens belongs to it.
    """
    stop = len(text[:end].rstrip(' \r\n.!?,”"’'))
    said = text[start:stop]
    if said.count("“") > said.count("”") or said.count('"') % 2:
        closing = _CLOSING.match(text, stop, end)
        stop = closing.end() if closing else stop
    return stop if stop > start else end


def _is_another(inner: Draft, outer: Draft, text: str) -> bool:
    """Whether an attribution found in a content is somebody else's, with speaker, cue and words all there."""
    if not (inner.source and inner.cue and inner.content) or is_scrap(inner, text):
        return False
    planned = _ACCORDING.match(words(text, inner.cue)) and follows(words(text, inner.source))
    if planned or not reports(text[slice(*inner.cue[0])]) or is_idiom(inner, text):
        return False
    if _TOLD.search(words(text, inner.cue)) and text[inner.cue[-1][1] : inner.source[0][0]].isspace():
        return False  # whom they told
    name = words(text, inner.source[:1]).lower().strip("\"“”'‘’ ")
    if _PARTICIPLE.match(words(text, inner.cue)) and _SOMEWHERE.match(words(text, inner.content)):
        return False
    aloud = name in _THIRD and quoted(text)[inner.source[0][0]]
    if is_self(name) and not aloud and not is_third(inner.source[0], outer, text):
        return False
    return inner.overlap(outer.content) == length(inner.content)


def is_self(name: str) -> bool:
    """Whether a name is, or begins with, a word for the speaker or for nobody: "We've seen the"."""
    return name.lower() in SELF or re.split(r"['’]", name.lower(), maxsplit=1)[0] in SELF


def is_third(name: Span, outer: Draft, text: str) -> bool:
    """Whether "he", "she" or "they" in somebody's words is another than the one who speaks.

    "He" is no two officials; and who is only then brought in, "he …, according to an official", or reports what "he"
    said, is not "he" before.
    """
    pronoun = text[slice(*name)].lower()
    if pronoun not in _THIRD:
        return False
    who = words(text, outer.source[:1])
    one, head = pronoun != "they", _HEAD_ENDS.split(who, maxsplit=1)[0].lower().split()[-1:]
    many = one and not _ONE_OF.match(who) and not PLURALS.isdisjoint(head)
    before = one and bool(outer.source) and name < min(outer.source)
    new = before and bool(_NEW.match(who) or _REPORTED.fullmatch(words(text, outer.cue)))
    return many or new or speaks_of_others(outer, text)


def speaks_of_others(outer: Draft, text: str) -> bool:
    """Whether a body, an outlet or a document speaks, in whose words "he" is another."""
    name = words(text, outer.source[:1])
    body = _BODY.fullmatch(name) or not _BODIES.isdisjoint(name.lower().split()[-1:])
    return bool(body) or is_carrier(f"the {name}", lambda _: False) or is_paper(name)


def is_scrap(inner: Draft, text: str) -> bool:
    """Whether what was found is torn out of a name, "United" "States", of "a reason to" "believe", or no one's."""
    (start, _), cue = inner.cue[0], words(text, inner.cue)
    inside_name = text[start].isupper() and text[start - 2 : start - 1].isalnum()
    name = words(text, inner.source)
    thing = _SHOWS.search(cue) and not (is_paper(name) or speaks(name, lambda _: False))
    lying = _FOUND_ON.match(text, start)
    torn = thing or lying or _TORN_END.search(name) or _TORN_START.match(text, min(inner.content)[0])
    return bool(inside_name or torn or ADVERB.match(cue) or PASSIVE.match(cue))


def _known(inner: Draft, found: Sequence[Draft]) -> bool:
    return any(touches(cue, other.cue) for other in found if other.content for cue in inner.cue)


def _over_quotation(span: Span, outer: Draft, text: str) -> Span:
    """A content with the quotation that its last words run into: "was treating them “as something to be used up”"."""
    start = word_start(text, span[1])
    if text[start : start + 1] not in (*OPENERS, '"') or not text[span[1] - 1].isalnum():
        return span
    end = next((e for s, e in quotations(text, (start, sentence_at(text, start)[1])) if s == start), span[1])
    return (span[0], end) if any(s <= start and end <= e for s, e in outer.content) else span


def put_inside(inner: Draft, outer: Draft, text: str) -> Draft:
    """Who passes another's words on rests on them; who denies or asks about them does not, nor does a picture."""
    inner.content = [span for span in joined(inner.content, text) if any(map(str.isalnum, text[slice(*span)]))]
    drop_time(inner, text)
    drop_addressee(inner, text)
    inner.content = [_over_quotation(span, outer, text) for span in inner.content]
    inner.inside = outer
    pictured = _PICTURE.search(words(text, outer.source)) and not _ACCORDING.match(words(text, outer.cue))
    if not pictured and polarity(words(text, outer.cue), words(text, outer.content[:1])) == "positive":
        outer.rest_on(inner, inner.cue[0])
    return inner
