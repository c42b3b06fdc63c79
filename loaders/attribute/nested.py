"""What is inside a content: "X said that, according to Y, Z", "X said Y had told him that Z", to any depth.

A content is searched for the words that bring in somebody else, then read by the tagger as a text of its own, since the
corpus that it learned from marks no attribution inside another.
"""

import re
from collections.abc import Iterator, Sequence

from graph.model import Span
from loaders.attribute.clauses import SHOWS, TOLD, TORN_END, TORN_START, clause_end, clauses
from loaders.attribute.drafts import INFERRED, Draft, innermost, joined
from loaders.attribute.hearsay import ADVERB, PASSIVE
from loaders.attribute.idioms import is_idiom
from loaders.attribute.link import flat_attributions
from loaders.attribute.mending import drop_addressee, drop_time, drop_told
from loaders.attribute.phrases import ACCORDING_TO, BRIEFED, CITING, TOLD_BY, Phrase, phrases, reports
from loaders.attribute.quotes import OPENING, quotations
from loaders.attribute.selves import is_own, is_self
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import common, length, touches, trimmed, word_start, words
from loaders.attribute.speaking import Knows, follows, is_paper, speaks
from loaders.attribute.tagger import Section, Tagger
from loaders.cues import polarity

SHORTEST = 30
"""Code points below which a content holds no attribution of somebody else."""
HINT = 2.5
"""How much less a word may seem a cue to the second reader than nothing at all for a content to be read again."""
DEEPEST = 4
"""Levels of contents in contents."""
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|inform|according|warn|announc|claim|believ|th(?:ink|ought)|report|deni|deny|confirm"
    r"|insist|admit|argu|suggest|predict|alleg|testif|wr(?:ote|ites)|estimat|reveal|explain|accus|urg(?:ed|es|ing)"
    r"|asked|promis|demand|declar|stat(?:ed|es|ing)|describ|call(?:ed|s|ing)|express|found|shows?|assur|conclud"
    r"|complain|conced|express|view|regard|sees?\b|saw\b|signal|repli|briefed|sp(?:oke|eaks?)\s+of|maintain|boast|acknowledg|pinpoint|establish|detect|assess|determin|identif|document|observ|verif|notic|consider|linked|expect|calculat|fear|point|rule[ds]?\s+out|puts?\b|intercept|attribut|reckon|clear\b|plain\b|convinced)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\b(?:video|footage|photo(?:graph)?|image|picture|clip)s?\b", re.IGNORECASE)
_THE_BODY = re.compile(r"the\s(?:\w+\s)?(?:agency|service|ministry|department|bureau|directorate)")
_CAPITALS = re.compile(r"\b[A-Z]\w+")
_FOUND_ON = re.compile(r"(?:found|recovered|seized)\s+(?:on(?!\s\w+day\b)|near|aboard|inside|beside)\b")
_WORD = re.compile(r"(?!\b(?:and|or|but)\b)\b\w", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w+ed$")
_SOMEWHERE = re.compile(r"(?:for|by|in|on|at|during|under|with|near)\s(?:the|this|that|an?|its|his|her|their|\d|[A-Z])")
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing))\s+(?:(?:an?|the|recent|earlier)\s+)*"
    r"(?P<name>[A-Z][\w.&’' -]{1,50}?)(?:['’]s)?\s+"
    r"(?P<cue>reporting|reports?|claims?|allegations?|assertions?|accusations?)\s+(?=that\s)"
)
_TOLD_OF = re.compile(
    r"\b(?P<cue>(?:was|were|(?:has|have|had)\s+been)\s+(?:told|informed|warned|notified|alerted|briefed))\s+"
    r"(?P<content>(?:of|about|on)\s[^,;:.“”\"\n]{3,80}?|this|so|as\smuch)\s+(?P<by>by)\s+"
    r"(?P<name>(?!\w+ing\b)[^,;:.“”\"\n]{2,60}?)(?=\s+(?:on|in|at|last|this|two|three|earlier|late|that|before|after|during|and|who)\b"
    r"|[,.;”\"\n]|\s*\Z)"
)


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
        ways = (_according, _told_by, clauses, _reporting)
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
    owner = innermost(holding)
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
    named_so = named and _same_body(words(text, draft.source), words(text, named.source))
    if named is None or not named_so or not draft.content or not BRIEFED.match(words(text, draft.cue) + " "):
        return
    for other in others:
        if other is not named and any(up is draft for up, _ in other.rests_on):
            other.rests_on = [(up, by) for up, by in other.rests_on if up not in (draft, named)]
            other.rest_on(named, named.cue[0])
            named.inside = other
    draft.content, draft.rests_on = [], []


def _same_body(one: str, named: str) -> bool:
    """Whether somebody is only called "the agency", or is named by the same words or by his letters."""
    short = named.removeprefix("The ").removeprefix("the ")
    letters = "".join(word[0] for word in _CAPITALS.findall(one))
    return bool(_THE_BODY.fullmatch(one)) or one.removeprefix("the ") == short or letters.endswith(short)


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
        content = trimmed(text, (found.end(), clause_end(text, found.end(), end)))
        if content and not is_self(found["name"]):
            yield Draft([found.span("name")], [found.span("cue")], [content], outer.score * INFERRED)


def _rest(text: str, span: Span, phrase: Phrase) -> list[Span]:
    """The sentence of the content that holds the phrase, without it."""
    start, end = sentence_at(text, phrase.cue[0])
    sides = ((max(span[0], start), phrase.whole[0]), (phrase.whole[1], min(span[1], end)))
    return [side for side in (trimmed(text, s, that=True) for s in sides) if side]


def _is_another(inner: Draft, outer: Draft, text: str) -> bool:
    """Whether an attribution found in a content is somebody else's, with speaker, cue and words all there."""
    if not (inner.source and inner.cue and inner.content) or is_scrap(inner, text):
        return False
    planned = ACCORDING_TO.match(words(text, inner.cue)) and follows(words(text, inner.source))
    if planned or not reports(text[slice(*inner.cue[0])]) or is_idiom(inner, text):
        return False
    if TOLD.search(words(text, inner.cue)) and text[inner.cue[-1][1] : inner.source[0][0]].isspace():
        return False  # whom they told
    if _PARTICIPLE.match(words(text, inner.cue)) and _SOMEWHERE.match(words(text, inner.content)):
        return False
    if is_own(inner.source[0], outer, text):
        return False
    return inner.overlap(outer.content) == length(inner.content)


def is_scrap(inner: Draft, text: str) -> bool:
    """Whether what was found is torn out of a name, "United" "States", of "a reason to" "believe", or no one's."""
    (start, _), cue = inner.cue[0], words(text, inner.cue)
    inside_name = text[start].isupper() and text[start - 2 : start - 1].isalnum()
    name = words(text, inner.source)
    thing = SHOWS.search(cue) and not (is_paper(name) or speaks(name, lambda _: False))
    lying = _FOUND_ON.match(text, start)
    torn = thing or lying or TORN_END.search(name) or TORN_START.match(text, min(inner.content)[0])
    return bool(inside_name or torn or ADVERB.match(cue) or PASSIVE.match(cue))


def _known(inner: Draft, found: Sequence[Draft]) -> bool:
    return any(touches(cue, other.cue) for other in found if other.content for cue in inner.cue)


def _over_quotation(span: Span, outer: Draft, text: str) -> Span:
    """A content with the quotation that its last words run into: "was treating them “as something to be used up”"."""
    start = word_start(text, span[1])
    if text[start : start + 1] not in OPENING or not text[span[1] - 1].isalnum():
        return span
    end = next((e for s, e in quotations(text, (start, sentence_at(text, start)[1])) if s == start), span[1])
    return (span[0], end) if any(s <= start and end <= e for s, e in outer.content) else span


def put_inside(inner: Draft, outer: Draft, text: str) -> Draft:
    """Who passes another's words on rests on them; who denies or asks about them does not, nor does a picture."""
    inner.content = [span for span in joined(inner.content, text) if _WORD.search(text, *span)]
    drop_told(inner, text)
    drop_time(inner, text)
    drop_addressee(inner, text)
    inner.content = [_over_quotation(span, outer, text) for span in inner.content]
    inner.inside = outer
    pictured = _PICTURE.search(words(text, outer.source)) and not ACCORDING_TO.match(words(text, outer.cue))
    if not pictured and polarity(words(text, outer.cue), words(text, outer.content[:1])) == "positive":
        outer.rest_on(inner, inner.cue[0])
    return inner
