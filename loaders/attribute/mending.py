"""What the tagger mistakes within an attribution and its own words put right.

Names that it parts, times that it takes into names and contents, deeds and two words at once for a verb of saying.
"""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.phrases import reports
from loaders.attribute.quotes import OPENING, quoted
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import gap, whole_name, word_start, words
from loaders.words import ROLES

_TITLE = re.compile(r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|An?)(?:\s[\w'’-]+){1,18},\s+")
_DOES = re.compile(r"(?P<name>(?:[A-Z][\w'’.-]*\s)*?[A-Z][\w'’.-]*)\s+[a-z]+ed\s+\S")
"""Who does what somebody says something by: "Norland summoned the envoy" to complain."""
_KNOWN = re.compile(
    r",[\"”’']?\s+(?P<name>(?:[Tt]he\s+)?[A-Z][^,;:“”\"\n]{2,80},\s+(?:also\s+|better\s+|widely\s+)?known\s+(?:\w+\s+){0,2}?(?:as|by)\s[^,;:\n]{2,60})\Z"
)
"""Who speaks right before the verb, by two names: "…, the Institute of Hydrology, known as the IH, said"."""
_AS_QUOTED = re.compile(r"(?:as\s+)?(?:quoted|cited)(?:\s+by)?$", re.IGNORECASE)
_NOUN = re.compile(r"states|reports|claims|notes|details|forecasts|estimates")
"""Words that are those who speak where a verb of saying follows."""
_SAID = re.compile(r"(?P<verb>(?:have |had |has )?(?:said|told|warned|argued|say|reported))\s")
_OFFICE = re.compile(r",\s+(?P<title>(?:the|its|their|his|her)\s[^,.;:“”\"]{3,80})\Z")
_OF = frozenset(["of", "for", "at", "in", "on", "to", "and", "general", "designate", "since", "from", "with", "who"])
"""What may stand behind the word for an office."""
_TORN_NAME = re.compile(r",[\"”’']?\s+(?P<name>(?:[A-Z]|the\s+[A-Z])[^,;:“”\"]{2,80})\Z")
_PARTED = re.compile(r"(?P<what>[^,;:“”\"]{3,80}),\s+(?P<who>(?:[A-Z][\w'’-]+\s?){1,3}|he|she|it|they)")
_READS = re.compile(r"reads?|says|said|bear(?:s|ing)|bore")
_THING = re.compile(r"\b(?P<name>(?:an?|the|one|this)\s(?:[\w-]+\s){0,2}?[\w-]+)\s+that\s+\Z")
_GOES_ON = re.compile(r"(?:had|has|have|was|were|is|are|will|would|could|may|might|can|should|did|does)\s")
"""How a clause goes on behind "X claimed" in its middle."""
_IS_TOLD = re.compile(
    r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?(?:told|informed|assured|reassured|warned|notified|advised)\Z"
)
FRONT = 25
"""Code points before a verb in which its "was" stands."""
LONGEST_NAME = 8
"""Words of a name that a quotation was given by mistake."""
TORN = 5
"""Words of a next sentence that a content may have been given by mistake."""
_LATE = re.compile(
    r"(?:in|on|at(?!\s+least|\s+most)|during|after|late|early|earlier|the\s+(?:same|previous|following|next)|that\s+(?:day|evening)"
    r"|for\s+the\s+(?:first|second)\s+time|last|this|travell?ing|gathered|assembled|accompanying|aboard|outside)\b[^,.;“\"]{0,80}?(?<!\band)(?<!\bbut)\s(?=that\b)",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"(?:Earlier|Later|Previously|Meanwhile|However|Separately|Recently|Also|Then|Still|Today|Yesterday|In addition"
    r"|Instead|In reality|In fact|In other words|In response|Overall),?"
    r"|what",
    re.IGNORECASE,
)
"""What stands before a speaker and is not said."""
_BEFORE = re.compile(r"(?:Meanwhile|Separately),?\s+|only\s+(?=that\s)")
_FRONT = re.compile(
    r"(?:\w+\s){1,2}(?:later|earlier|before|after)\Z|(?:In|On|At|During|After|Before|Since|By)\s(?:\S+\s?){1,5}\Z|(?:about|whether|if)\s.*\Z"
)
CALLS = re.compile(r"\b(?:call|describ|label|brand|denounc|condemn|character)\w*$", re.IGNORECASE)
_REMARK = re.compile(
    r"(?<=[”\"’'])(?P<remark>,?\s+(?:referring|alluding)\s+to\b|,?\s+using\s+(?:the|an?)\s+(?:acronym|term|name|word)\b"
    r"|,?\s+(?:an?\s+|in\s+)(?:reference|allusion)\s+to\b"
    r"|,?\s+in\s+(?:an?\s+)?(?:comments?|remarks?|interview|statement|post)\s+(?:to|with|for|on)\b)"
)
_WHEN_ASKED = re.compile(r",?\s+when\s+(?:asked|pressed|questioned)\b[^,;“”\"]*\Z")
_POLL = re.compile(r"\b(?:poll|survey|stud(?:y|ies)|percent|respondent)\w*\b", re.IGNORECASE)
_COMMENT = re.compile(
    r",\s+(?:(?:(?:just|only|a\s+few|two|three|some)\s+)?(?:hours|days|weeks|months|a\s+(?:day|week|month))\s+(?:after|before)"
    r"|in\s+what\s+(?:would\s+be|is|officials)|in\s+(?:the|its|an?)\s(?:[^,.;\s]+\s){0,4}?(?:first|latest|biggest|largest|rare)\s(?!half|quarter|of)"
    r"|the\s+(?:first|latest|second|third|largest|biggest)\s+(?:such|time|attack|strike|sign)"
    r"|making\s+(?:it|this)\s+(?:one\s+of\s+)?the)\s[^,“”\"]*\Z"
)
_VERDICT = re.compile(
    r"(?:an?|the|in)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:toll|sign|signal|term|step|shift|blow|reversal|departure|reminder|milestone|rebuke|setback|attempt|moment)\s+"
    r"(?:yet\s+)?(?:that|which|in|of|it|he|she|for|to|from)\b(?![^,“”\"]*,\s(?:is|was|had|has|would|will)\b)"
    r"|(?:just\s+)?(?:hours|days|weeks|months)\s+(?:after|before)\b"
)
"""What the article makes of it, behind cue and speaker: "“…,” she said, the clearest sign yet that …"."""
_UNFINISHED = re.compile(r"\b(?:is|was|are|were|be|been|being|as|up|come|came|comes)$", re.IGNORECASE)
_OF_IT = re.compile(r"\b(?:said|says)\s(?:of|about)$", re.IGNORECASE)
_WHOM = re.compile(r"(?:the|his|her|its|their|[A-Z])[^“”\":,.]{2,40}:\s+(?=[“\"])")
_SILENCE = re.compile(
    r",?\s+(?:but\s+(?:have|has|had)\s+no\s+(?:proof|evidence)\b"
    r"|(?:but|and|though)\s+(?:(?:he|she|it|they)\s+)?(?:(?:would|did|could)\s+not\s+(?:elaborate|say|give|provide|specify|name)"
    r"|(?:was|were)\s+not\s+(?:permitted|authori[sz]ed|allowed)|declined\s+to"
    r"|gave\s+no|provided\s+no|made\s+no)\b"
    r"|(?:al)?though\s+(?:the\s+)?(?:details?|this|it|that|they)\s+(?:remain|could\s+not|has\s+not|have\s+not|is\s+not|was\s+not)\b"
    r"|an?\s+(?:\w+\s+){0,2}(?:figure|claim|number|assertion|account|allegation|version|statement)s?\s+(?:that|which)\s+"
    r"(?:[\w\s-]{2,40}\s)?(?:could|can|has|have|had)\s?not\b"
    r"|without\s+(?:elaborating|(?:specifying|saying|naming|identifying|explaining|giving|providing|offering|going\s+into)\s)).*"
)
_TOLD = re.compile(r"\b(?:told|tells|telling|informed)$", re.IGNORECASE)
_SIGN = re.compile(
    r"(?:in\s+(?:an?|what)\s+(?:\w+\s+){0,3}?|an?\s+(?:\w+\s+){0,2}?)(?:sign|move|step|blow|shift|bid|setback|indication|reversal)\b"
    r"|(?:(?:as|amid|even\s+as|despite)(?!\s+(?:I|we|you|they|he|she|it|what|if|though|well|of|is|are|was|were|do|does|did|has|have)\b)|in\s+(?:one\s+of|the\s+latest)|up\s+from|down\s+from|more\s+than\s+\w+ing"
    r"|(?:hours|days|weeks|months|an?\s+\w+|two\s+\w+|three\s+\w+)\s+after)\s"
    r"|an?\s+(?:\w+\s+)?(?:figure|number|claim|account)\s+(?:that|which)\s"
    r"|(?:who\s+)?(?:asked|requested|spoke|speaking)\b[^.]*\banonymity\b|speaking\s+on\s+condition\b"
    r"|that\s+(?:they|he|she)\s+(?:not\s+)?be\s+(?:\w+\s+)?(?:identified|named|quoted)\b"
    r"|in\s+what\s+(?:would|is|was|officials)\b"
    r"|(?:which|who|whose|(?:all|both|one|two|some|most|many|none|neither|each)\s+of\s+(?:whom|which))\s"
)
_SIGNED = re.compile(r"\b(?:sign|signal|indication|evidence|hint)\s+\Z")
_ADDRESSEE = re.compile(  # what is told to somebody of several words begins with "that"
    r"(?:(?:(?!(?:an?|no|story|stories|tales?|jokes?|truth|lies?|things|news|he|she|it|they|we|there|is|was|were|had|has)\s)[a-z][\w'’-]*\s){1,4}(?=that\s)|(?:his|her|its|their|the)\s(?!truth\b)[a-z]+\s(?=(?:he|she|it|they|there)\s))|(?:me|us|him|them|you|her(?=\s+(?:that|he|she|it|they|the|his|her|its|their|to|there|of|about)\b)),?\s+(?=\S+\s)"
)
_NAMED = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,6}(?:(?:this|last|on|in)\s\w+\s)?(?=that\s)")
"""Whom something is told, by name: "told President Ann Lee this month that"."""
_WAS_TOLD = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:told|informed|warned)$", re.IGNORECASE)
_WHEN = (", when", "when", ", as", ", after", ", while")
_OPENING = re.compile(
    r"(?:only\s|late\s|early\s)?(?:in|on|at|since|after|before|during|last|earlier)\s|an?\s\w+\s(?:earlier|later|before)",
    re.IGNORECASE,
)
_HELPING = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|should|do|does|did)\b")
_SOMEBODY = re.compile(r"(?:an?|the|its|his|her|their)\s")
_DOING = re.compile(r"[A-Z]\w+ing\s")
_REPORTS_CITING = re.compile(r"(?P<verb>\w+),?\s+(?:citing|quoting)$", re.IGNORECASE)
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z'’./-]+(?:\s(?:and\s)?[A-Z][A-Z'’.-]+){0,3}(?:,\s(?:\d{1,2}\s)?[A-Z][\w.]*(?:\s[\w.]+){0,3}){0,2}\s*"
    r"(?:\([^)\n]{2,40}\)\s*(?:--|[–—-])\s*|(?:--|[–—-])\s+|\.?\s*/[A-Z]{3,}/\.?\s*)"
    r"|\s*[A-Z][a-z]+(?:(?:,|\s+and)\s[A-Z][a-z]+){0,2}\s+—\s+(?=(?:[A-Z“\"][^—\n]*)(?:\n|\Z))(?![A-Z]\w+['’]s\s)"
    r"|\s*(?:More\s+)?(?:Details|Background|Previously):\s+"
)
_CLAIM = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+)?(?:allegation|claim|charge|accusation|assertion|suggestion|figure|estimate|number)\s+(?:that\s+|which\s+)?"
    r"(?=(?:the|its|his|her|their)\s|[A-Z])"
)
"""What somebody dismisses or makes, before his name: "an allegation Kyiv" is Kyiv."""
_BY = re.compile(r"(?:by|from)\s+(?=\S)", re.IGNORECASE)
_BY_DOING = re.compile(r"\b(?:by|for|of|without|from)\s+\Z", re.IGNORECASE)


def make_whole(draft: Draft, text: str) -> None:
    """Give the sources their whole names and nothing else: "Park Sun-" and "won said", "Brenn on Monday"."""
    if draft.cue and text[slice(*draft.cue[0])].startswith("to "):
        doing = [found for span in draft.source if (found := _DOES.match(text, *span))]
        draft.source = [found.span("name") for found in doing] or draft.source
    first = min(draft.source, default=None)
    titles = [span for span in draft.content if first and span < first and _TITLE.fullmatch(text, span[0], first[0])]
    named = first and "," in text[first[1] - 1 : first[1] + 1]
    office = any(word.lower() in ROLES for word in words(text, titles).split())
    behind = [span for span in draft.content if first and span > first]
    that = any(text.startswith("that ", start) for start, _ in behind)
    if first and named and titles and behind and (office or that):
        draft.content = [span for span in draft.content if span not in titles]
        draft.source = [(titles[-1][0], first[1]), *draft.source[1:]]
    if first:
        draft.content = [_without_title(span, draft, text) for span in draft.content]
    draft.content = [_within_sentence(span, text) for span in draft.content]
    _read_out(draft, text)
    draft.source = sorted({whole_name(text, _behind(_BY, _behind(_CLAIM, span, text), text)) for span in draft.source})
    _part_subject(draft, text)
    _give_both_names(draft, text)
    _give_torn_name(draft, text)
    _give_verb(draft, text)
    behind = [span for span in draft.source if draft.cue and span > draft.cue[0]]
    if behind and _AS_QUOTED.match(words(text, draft.cue)):
        draft.source = behind
    taken = max((end for _, end in draft.source), default=0)
    draft.cue = [(word_start(text, taken), end) if start < taken < end else (start, end) for start, end in draft.cue]


def _read_out(draft: Draft, text: str) -> None:
    """Name the thing that is "that", or nobody, where it says something word by word: "a billboard that reads “…”"."""
    start, end = draft.cue[0] if draft.cue else (0, 0)
    bare = not draft.source or words(text, draft.source) == "that"
    reads = bare and _READS.fullmatch(text, start, end) and any(text[s] in OPENING for s, _ in draft.content)
    thing = _THING.search(text, max(0, start - 60), start) if reads else None
    draft.source = [thing.span("name")] if thing else draft.source


def _give_verb(draft: Draft, text: str) -> None:
    """ "Two member states said Z", of which "states" was taken for the verb: it is those who say it. Changes it."""
    cue, said = draft.cue[0] if draft.cue else (0, 0), min(draft.content, default=(0, 0))
    verb = _SAID.match(text, *said) if draft.source and 0 <= said[0] - cue[1] <= 1 else None
    if verb and _NOUN.fullmatch(text, *cue) and 0 <= cue[0] - max(draft.source)[1] <= 1:
        draft.source = [*draft.source[:-1], (draft.source[-1][0], cue[1])]
        draft.cue = [verb.span("verb"), *draft.cue[1:]]
        draft.content = [(verb.end(), e) if s == said[0] else (s, e) for s, e in draft.content]


def _part_subject(draft: Draft, text: str) -> None:
    """ "The agency, Orlov claimed, had seen it": the speaker is Orlov, the agency in his words. Changes it."""
    if len(draft.source) == 2 and draft.cue and draft.content:
        who, speaker = sorted(draft.source)
        aside = text[who[1] : speaker[0]].strip() == "," and text[speaker[1] : draft.cue[0][0]].isspace()
        if aside and min(draft.content) > draft.cue[-1] and _GOES_ON.match(text, *min(draft.content)):
            draft.source, draft.content = [speaker], [who, *draft.content]
    first = min(draft.source, default=(0, 0))
    parted = _PARTED.fullmatch(text, *first) if len(draft.source) == 1 and draft.cue else None
    behind = min(draft.content, default=(0, 0))
    if parted and behind > draft.cue[-1] and text[draft.cue[-1][1]] == "," and _GOES_ON.match(text, *behind):
        draft.source = [parted.span("who")]
        draft.content = [parted.span("what"), *draft.content]


def _give_both_names(draft: Draft, text: str) -> None:
    """What a content ends in right before the verb is who says it, if it has a second name. Changes the draft."""
    for start, end in draft.content if draft.cue else ():
        known = _KNOWN.search(text, start, end) if 0 < draft.cue[0][0] - end <= 2 else None
        if known and known.start() > start:
            draft.source = [known.span("name")]
            draft.content = [(s, known.start()) if s == start else (s, e) for s, e in draft.content]
            return


def _give_torn_name(draft: Draft, text: str) -> None:
    """ "“A,” X told the press, Y said", of which Y was given the first verb: X has it. Changes the draft."""
    cue = draft.cue[0] if draft.cue else (0, 0)
    for start, end in draft.content if draft.source and min(draft.source) > cue else ():
        torn = _TORN_NAME.search(text, start, end) if 0 < cue[0] - end <= 1 else None
        if torn and text[torn.start() + 1] in '"”’' and len(torn["name"].split()) <= LONGEST_NAME:
            draft.source = [torn.span("name")]
            draft.content = [(s, torn.start() + 2) if s == start else (s, e) for s, e in draft.content]
            return


def _without_title(span: Span, draft: Draft, text: str) -> Span:
    """A content less the title before its speaker: "…, the governor, Ivan Fedorov, said". The title is the source's."""
    first = min(draft.source)
    if span[1] <= first[0] and text[span[1] : first[0]].isspace():
        torn = _TORN_NAME.search(text, *span)
        if torn:
            draft.source = [(torn.start("name"), first[1]), *(other for other in draft.source if other != first)]
            return span[0], torn.start()
    found = _OFFICE.search(text, *span) if span[1] <= first[0] and text[span[1] : first[0]].strip() == "," else None
    if found is None or not _is_office(found["title"].lower().split()):
        return span
    draft.source = [(found.start("title"), first[1]), *(other for other in draft.source if other != first)]
    return span[0], found.start()


def _is_office(title: Sequence[str]) -> bool:
    """Whether words are an office's, "the governor of the north", and no clause: "the council chose a new mayor"."""
    at = next((n for n, word in enumerate(title) if word in ROLES), None)
    if at is None or not {"a", "an", "the"}.isdisjoint(title[1:at]):
        return False
    return all(word in ROLES for word in title[at + 1 : at + 2]) or title[at + 1] in _OF


def _within_sentence(span: Span, text: str) -> Span:
    """A content less the first words of the next sentence, unless that is all said: "…. Seoul's spy agency"."""
    start = sentence_at(text, span[1] - 1)[0]
    torn = text[start : span[1]]
    short = start > span[0] and len(torn.split()) <= TORN and "\n" not in text[span[0] : span[1]]
    whole = torn.rstrip("\"”’' ")[-1:] in ".!?" or text[span[1] : span[1] + 1] not in (" ", ",")
    return (span[0], start) if short and not whole and not quoted(text)[span[1] - 1] else span


def _behind(front: re.Pattern[str], span: Span, text: str) -> Span:
    """A span less what it begins with."""
    found = front.match(text, *span)
    return (found.end(), span[1]) if found else span


def drop_dateline(draft: Draft, text: str) -> None:
    """Cut "KYIV, Ukraine --" and "Details:" from what begins in it."""
    for name in ("source", "content"):
        behind = [_behind_dateline(span, text) for span in getattr(draft, name)]
        setattr(draft, name, [span for span in behind if span] or getattr(draft, name))


def _behind_dateline(span: Span, text: str) -> Span | None:
    line = _DATELINE.match(text, paragraph(text, span[0])[0])
    if line is None or span[0] >= line.end():
        return span
    return (line.end(), span[1]) if line.end() < span[1] else None


def part_cue(draft: Draft, text: str) -> None:
    """Part "reports citing": a verb, and a word that brings in another, which is looked for by itself."""
    both = _REPORTS_CITING.match(text[slice(*draft.cue[0])]) if len(draft.cue) == 1 else None
    if both and reports(both["verb"]):
        (start, _) = draft.cue[0]
        draft.cue = [(start, start + both.end("verb"))]
        draft.content = [span for span in draft.content if span < draft.cue[0]]


def drop_time(draft: Draft, text: str) -> None:
    """Take "On Monday" before the speaker, and "in its latest report" behind the verb, from the content "that …"."""
    behind = draft.cue[-1] if draft.cue else (len(text), len(text))
    late = {span: found.end() for span in draft.content if span > behind and (found := _LATE.match(text, *span))}
    content = [(late.get(span, span[0]), span[1]) for span in draft.content]
    that = any(text[start : start + 5].lower() == "that " for start, _ in content)
    first = min(draft.source, default=None)
    apart = [span for span in content if that and first and span < first]
    apart = [span for span in apart if _FRONT.match(text, *span) or _is_title(span, first, text)]
    draft.content = [span for span in content if span not in apart]
    if len(draft.content) > 1:
        draft.content = [span for span in draft.content if not _ADVERB.fullmatch(text, *span)]
    whom = _TOLD.search(words(text, draft.cue)) and any(span < behind for span in draft.content)
    if whom and first and any(span[1] <= min(first, behind)[0] for span in draft.content):
        draft.content = [span for span in draft.content if span < behind or not _SOMEBODY.match(text, *span)]
    said = [span for span in draft.content if first and span > first]
    doing = [span for span in draft.content if first and span < first and _DOING.match(text, *span)]
    draft.content = said if said and doing else draft.content


def _is_title(span: Span, first: Span | None, text: str) -> bool:
    """Whether what stands before a speaker is none of what he says: "In April the chief, Ann Lee, said that".

    Nor is a clause of its own: "The mine closed in April, when Ann Lee said that".
    """
    between = text[span[1] : first[0]].strip() if first else ""
    opening = between == "," and bool(_OPENING.match(text, *span))
    return between in _WHEN or (opening and not _HELPING.search(text, *span))


def drop_sign(draft: Draft, text: str) -> None:
    """Cut what the article says of it all behind "Z, according to Y": ", in a sign that …". Changes the draft."""
    behind = max(draft.source + draft.cue, default=(0, 0))
    if len(draft.content) > 1 and min(draft.content) < behind and not CALLS.search(words(text, draft.cue)):
        draft.content = [span for span in draft.content if span < behind or not _is_aside(span, text)]


def _is_aside(span: Span, text: str) -> bool:
    return bool(_SIGN.match(text, *span) or _SIGNED.search(text, max(0, span[0] - 30), span[0]))


def drop_told(draft: Draft, text: str) -> None:
    """Leave nobody for the source of what he was told: "the crew were told that help was near". Changes the draft."""
    start, end = draft.cue[0] if draft.cue else (0, 0)
    if draft.source and max(draft.source)[1] <= start and _IS_TOLD.search(text, max(0, start - FRONT), end):
        draft.source = []


def drop_addressee(draft: Draft, text: str) -> None:
    """Cut whom a speaker addresses, "told me", "tells families that", from what is said. Changes the draft."""
    cue = words(text, draft.cue)
    told = bool(_TOLD.search(cue))
    start, end = (draft.cue[0][0], draft.cue[-1][1]) if draft.cue else (0, 0)
    if _WAS_TOLD.search(cue) and any(span > draft.cue[-1] for span in draft.content):
        draft.content = [span for span in draft.content if not 0 <= start - span[1] <= 1]
    found = (
        (_addressee(text, start, stop) if told and 0 <= start - end <= 2 else None, start, stop)
        for start, stop in draft.content
    )
    draft.content = [(whom.end() if whom else start, stop) for whom, start, stop in found]


def _addressee(text: str, start: int, stop: int) -> re.Match[str] | None:
    return _ADDRESSEE.match(text, start, stop) or _NAMED.match(text, start, stop)


def drop_remark(draft: Draft, text: str) -> None:
    """Cut what the article explains behind a quotation: "…," referring to the town by its old name."""
    found = ((start, _REMARK.search(text, start, end), end) for start, end in draft.content)
    draft.content = [(start, remark.start("remark") if remark else end) for start, remark, end in found]


def drop_silence(draft: Draft, text: str) -> None:
    """Cut what a speaker did not say behind what he did: "…, without giving further details". Changes the draft."""
    if len(draft.content) > 1:
        said = [span for span in draft.content if not _SILENCE.match(" " + text[slice(*span)])]
        draft.content = said or draft.content
    found = ((start, _SILENCE.search(text, start, end), end) for start, end in draft.content)
    flags = quoted(text)
    draft.content = [(s, silence.start() if silence and not flags[silence.start()] else e) for s, silence, e in found]
    last = max(draft.content, default=None)
    asked = _WHEN_ASKED.search(text, *last) if last and draft.cue and draft.cue[0] < last else None
    if last and asked and not _POLL.search(words(text, draft.source)):
        draft.content = ended(draft.content, asked.start())


def ended(content: Sequence[Span], end: int) -> list[Span]:
    """What is said, its last piece up to `end`."""
    last = max(content)
    return [*(span for span in content if span != last), (last[0], end)]


def drop_sentence(draft: Draft, text: str) -> None:
    """Cut a sentence before that is not quoted: "It rained. The road was shut, she said". Changes the draft.

    Nor is a quotation said by who "added that Z": it is whose it was before.
    """
    begin = sentence_at(text, draft.cue[0][0])[0] if draft.cue else 0
    that = any(span > max(draft.cue) and text.startswith("that ", span[0]) for span in draft.content if draft.cue)
    near = [span for span in draft.content if span[1] > begin or (_holds_quotation(span, text) and not that)]
    if any(span[1] > begin for span in near):
        draft.content = near


def _holds_quotation(span: Span, text: str) -> bool:
    return quoted(text).find(1, *span) >= 0


def drop_topic(draft: Draft, text: str) -> None:
    """Cut what something is said of beside what is: "“A lie,” she said of the report". Changes the draft."""
    if len(draft.content) > 1 and draft.cue and _OF_IT.search(words(text, draft.cue)):
        said = [span for span in draft.content if quoted(text)[span[0]]]
        draft.content = said or draft.content


def drop_comment(draft: Draft, text: str) -> None:
    """Cut what the article makes of it behind what is said: ", hours after …", ", in what would be …". Changes it."""
    last = max(draft.content, default=None)
    if last and draft.cue and draft.cue[0] < last:
        comment = _COMMENT.search(text, *last)
        if comment and not quoted(text)[comment.start()]:
            draft.content = ended(draft.content, comment.start())
        elif (
            len(draft.content) > 1
            and _VERDICT.match(text, *last)
            and not _UNFINISHED.search(words(text, draft.content[:-1]))
        ):
            draft.content = [span for span in draft.content if span != last]


def drop_lead(draft: Draft, text: str) -> None:
    """Cut whom a quotation is addressed to before its colon: "told the crew: “Wait”". Changes the draft."""
    if not _TOLD.search(words(text, draft.cue)):
        return
    for start, end in draft.content:
        whom = _WHOM.match(text, start, end) if 0 <= start - draft.cue[-1][1] <= 1 else None
        if whom and quoted(text)[whom.end()]:
            draft.content = [(whom.end(), e) if s == start else (s, e) for s, e in draft.content]


def drop_front(draft: Draft, text: str) -> None:
    """Cut the words before what is said: "Meanwhile, it rained", "only that it rained". Changes the draft."""
    cut = ((_BEFORE.match(text, start, end), start, end) for start, end in draft.content)
    draft.content = [(found.end() if found and found.end() < end else start, end) for found, start, end in cut]


def without_gerunds(group: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts of a sentence less "By supporting Z …, X warned": what the gerund was given is the other verb's."""
    gerunds = {draft: begin for draft in group if (begin := _gerund(draft, text)) is not None}
    kept = [draft for draft in group if draft not in gerunds]
    for draft, begin in gerunds.items():
        bare = [d for d in kept if d.cue and d.source and not d.content and reports(words(text, d.cue))]
        if bare and draft.content:
            min(bare, key=lambda d: gap(d.cue, draft.content)).content = [(begin, max(draft.content)[1])]
    return kept


def _gerund(draft: Draft, text: str) -> int | None:
    """Where "by supporting the attack" begins, if the cue is what somebody does something by."""
    start, end = draft.cue[0] if draft.cue else (0, 0)
    by = _BY_DOING.search(text, max(0, start - 10), start) if text[start:end].endswith("ing") else None
    return by.start() if by and not reports(text[start:end]) else None
