"""What has the words of an attribution and is none: "claimed the lives", "refused to comment"."""

import re

from loaders.attribute.drafts import Draft
from loaders.attribute.phrases import reports
from loaders.attribute.sentences import sentence_at
from loaders.attribute.spans import words

_CALLED = re.compile(r"(?:named|called|dubbed|nicknamed|known as|entitled|titled)$", re.IGNORECASE)
_NAME = re.compile(r"[“\"‘'A-Z]", re.IGNORECASE)
_UNSAID = (
    "answer|clarif|disclos|elaborat|specif|say|said|provid|mention|respon|name|identif|comment|explain|detail|give"
    "|reveal|verif|defin|observ|publish|repl|offer|go into|discuss|speak|address|set out|releas|establish|determin"
    "|describ|acknowledg|corroborat"
)
_NOTHING = (
    r"(?:(?:did|does|do|has|have|had|was|were|is|would|could|can)(?:not| not| never|n['’]t)"
    r"(?: been| be)?(?: \w+ly| yet)?"
    rf"(?: able to)?|(?:was|were|is|are|been) unable to)(?: \w+ly)? (?:{_UNSAID})\w*\b.*"
    r"|(?:ha[sd] |have )?ma(?:d|k)e(?:s)? no (?:\w+ )?(?:mention|suggestion|comment|reference|secret)\b.*"
    r"|.*\bnot (?:been )?(?:previously|yet|publicly) reported$"
    r"|.*\b(?:declin|refus)\w* to "
    r"(?:comment|elaborate|discuss|assess|answer|give|provide|say|respond|speculate|confirm(?! or deny)|disclose)\b.*"
    r"|(?:has|have|had) (?:(?:never|not)(?: yet| publicly)*|still not) (?:confirmed|informed)$"
    r"|(?:could|can) ?not yet confirm$|(?:would|could) not (?:immediately )?confirm$"
    r"|(?:has|have|had) yet to .*"
    r"|(?:has|have|had) not been able to(?: \w+ly)? confirm\b.*"
    r"|.*\bgranted (?:\w+ )?anonymity\b.*"
    r"|(?:(?:can|could|was|were) ?n[o’']t|(?:was|were) unable)(?: able)?(?: to)?(?: \w+ly)? confirm\b.*"
    r"|(?!(?:\w+ )?(?:said|says|told|tells|confirmed|added|stated)\b).*\bcondition of anonymity\b.*"
    r"|(?:was|were|been|be)? ?briefed (?:on|about)$"
    r"|(?:ha[sd] |have )?(?:remain|stay|kept|keep|been|is|are|was)\w*(?: largely| mostly)?"
    r" (?:silent|quiet|tight-lipped|mum)\b.*"
)
"""Cues that say that somebody says nothing of a thing."""
_LISTS = "(?:list|blacklist|register|fleet|arsenal)"
_STIRS = (
    "(?:ha[sd] |have )?(?:alarmed|unsettled|worried|angered|infuriated|irritated|dismayed|surprised|shocked|stunned)"
)
_IDIOMS = tuple(
    (re.compile(rf"(?:{cue})$", re.IGNORECASE), re.compile(content, re.IGNORECASE))
    for cue, content in (
        (r"(?:also )?calling", r"(?:him|her|it|them)(?:self|selves)\b"),
        (r"believes?|trusts?", r"(?:him|her|them|it|you|me|us)$"),
        (
            r".*\bclaim\w*",
            r"(?!(?:[\w,]+ ){0,4}(?:was|were|is|are|no|had|have|has|who|there|that|he|she|it|they|we)\b)"
            r"(?:[\w,.-]+ ){0,5}(?:lives?|victims?)\b",
        ),
        (r".*\bclaim\w*", r"(?:responsibility for his|victory|the title|a medal|gold|silver|bronze|asylum|benefits)\b"),
        (
            r".*\b(?:declin|refus|fail)\w*(?: to)?",
            r"(?:to )?(?:assess|speculate|comment|respond|answer|reply|elaborate|discuss|provide|give|go into"
            r"|get into)\b",
        ),
        (r".*", r"(?:no comment|comment|to comment)$"),
        (r".*\b(?:request|ask|demand|insist)\w*(?: on| for)?", r"anonymity\b"),
        (r".*", r"(?-i:What|How|Why|Who|Where|When)$"),
        (
            r".*\b(?:say|said|says|saying)",
            r"nothing(?: (?:at all|more|further|else|new|publicly"
            r"|(?:of|about)\b(?!\sthe\s(?:kind|sort)\s\w).*))?$",
        ),
        (r".*\b(?:sidestep|dodg|avoid|evad|duck|ignor)\w*(?: \w+)? (?:an? |the |all )?questions?\b.*", r""),
        (r".*", r"(?:what|which|who)$"),
        (
            r".*\b(?:ask|request|insist)\w*",
            r"(?:that )?(?:his|her|their|its) (?:\w+ ){0,3}?(?:not be (?:\w+ )?(?:used|published|disclosed|given)"
            r"|(?:not )?be (?:\w+ )?(?:named|identified|withheld))\b",
        ),
        (r".*goes without saying.*", r""),
        (
            r".*\bagree\w*(?: \w+){0,2}",
            r"in principle\b|not to (?:disclose|name|identify|publish|reveal)\b|(?:to|on)\s(?!disagree)",
        ),
        (r".*\bagree\w* (?:on|upon)", r"(?!that\b)"),
        (r".*\bpoint\w* at", r""),
        (r".*\bfound", r"that (?:had|has|have) been\b"),
        (r".*\bsa(?:id|ys?)", r"too (?:little|much)(?: for\b.*| about\b.*)?$"),
        (r".*\badding", r"to\b"),
        (r".*\badd\w*", rf"(?!that\b)[^“\"]*\bto (?:its|the|a|their) (?:\w+ )?{_LISTS}\b"),
        (r".*", r"(?:the (?:next|same|following) day|(?:on )?\w+day|(?:last|this) week)$"),
        (r"(?:\w+ )?confirming$", r"(?:an?|the) (?:\w+ ){0,2}reports?\b"),
        (
            r".*\bcall\w*",
            r"(?:the |an? )?(?:\w+ )?(?:number|police|ambulance|doctor|hotline|meeting|election|vote|strike)"
            r"(?:\s+(?:to|for|on|about|in|of)\b(?:(?! an? \w+$)[\w ]){,40})?$",
        ),
        (
            r".*\bclaim\w*",
            r"(?:damages|compensation|the prize|(?:his|her|their|its) (?:\w+ )?"
            r"(?:prize|seat|title|rights?|reward|place|pension|due|share|throne|crown|win|victory|medal)s?)\b"
            r"(?! (?:is|was|were|are|had|has))",
        ),
        (r".*\bknow\w*", r"(?:each other|better|it|this|that)$"),
        (r".*\bcall\w*", r"the (?:next |first |last )?(?:witness|roll|shots)\b"),
        (
            r"(?:was|were|been|being|is|are) (?:told|asked|ordered)",
            r"(?!(?:he|she|they|it|we|i|you|there|that)\b)(?:[\w ]+ )?to ",
        ),
        (r".*\breport\w*(?: for)?", r"(?:(?:for )?(?:duty|work|service)|to work|(?-i:to|in|at) (?:the|an?))\b"),
        (r".*\b(?:been|was|were|is|are) (?:ordered|organi[sz]ed|directed|commissioned|carried out) by$", r""),
        (r"(?:was|were|been) cited(?: for)?", r"(?!.*\bas\b)"),
        (r".*\bcall\w* off", r""),
        (r".*\bwr(?:ites?|ote|itten|iting)", r"off\b"),
        (r".*\bcall\w*", r"an? (?:end|halt|stop) to\b"),
        (r".*\b(?:referr|redirect|direct)\w* (?:all |the |such |any )?(?:questions?|inquiries|requests?)\b.*", r""),
        (r".*\breferr\w*", r"(?:the |all |such )?(?:questions?|matter|requests?|inquir\w+)\b"),
        (
            r"(?:(?:claim|report|statement|accusation|allegation|comment|remark)s?"
            r"|announced|promised|pledged|proposed|planned|requested|described)$",
            r"(?:is|are|was|were|has|have|had|will|would|could|may|might|can|remains?|does|do|did)\b",
        ),
        (
            r"(?:report|claim|account|comment|remark|statement|accusation|allegation)s?$",
            r"as\b(?!\s(?:many|few|much|little)\b)",
        ),
        (
            r".*\b(?:declin|refus|want|wish|ask)\w*(?: not)?(?: to)?",
            r"(?:not )?(?:to )?be (?:named|identified|quoted|drawn)\b",
        ),
        (r".*\bwarning\w*", r"amid(?:st)?\b"),
        (r"(?:\w+ )?(?:commenting|remarking|reacting|responding) (?:on|to|about)", r""),
        (r".*\bengag\w*", r""),
        (r".*", r"(?:it|them|things) (?:differently|otherwise)$"),
        (
            r".*\b(?:post|shar|publish|releas|upload|circulat)\w*",
            r"(?:the |an? |some |several |its |his |her )?(?:\w+ )?"
            r"(?:pictures?|photos?|photographs?|videos?|footage|images?)\b",
        ),
        (r".*\b(?:at|about|of|over|with|for)$", r"(?:it|them|him|her|us|me)$"),
        (
            r".*\bdeclin\w*(?: to)?$",
            r"(?:to )?(?:confirm(?! or deny)|clear|identify|name|describe|say|disclose|reveal|specify|detail"
            r"|release|publish|share|meet|attend|sign)\b",
        ),
        (
            r"(?:is|are|was|were|remains?) (?:un|not |not yet )(?:known|clear)$",
            r"(?!that\b)",
        ),
        (
            r".*\bcall\w*$",
            r"(?:(?-i:[A-Z][\w'’.-]*(?: [A-Z][\w'’-]+)*|him|her|them)"
            r" (?:from|later|earlier|over|again|twice|(?:in|on) [A-Z]\w+|himself|herself)\b"
            r"|the (?:\w+ ){1,2}(?:leader|president|minister|king|chief) (?:from|late|on|after|again)\b)"
            r"(?!.*(?:[“\"]|\ban?\s|\bthe (?:only|main|real|most|best|worst|biggest)\b))",
        ),
        (r"can (?:now |only |still )say$", r""),
        (r".*\btook questions\b.*", r""),
        (r"(?:is |are |was |were )?taking$", r""),
        (r".*\bappeals? to$", r"(?!.*\bto\b)"),
        (_STIRS, r"(?!that\b)"),
        (r".*\btell\w*", r"an? (?:very )?(?:different|similar|familiar|another) (?:story|tale)"),
        (r"will (?:show|tell)$", r"(?:whether|if|how)\b"),
        (r".*\bdo well to\b.*", r""),
        (r"(?:best )?known$", r"(?!that\b)"),
        (r".*\b(?:reject|answer|dismiss|deflect|dodg|tak)\w*", r"(?:an? |the |all |any )?(?:\w+ )?questions?\b"),
        (r".*\b(?:answer|respond|react)\w*(?: to)?", r"(?:the|these|those|this|his|her|their|its) [\w ]{,40}$"),
        (
            r".*\b(?:ask|contact|reach|approach|request|seek|sought)\w*(?: out)?(?: to| for)?",
            r"(?:.*\bfor )?(?:an? )?(?:\w+ )?comments?\b",
        ),
        (r".*\bnot (?:permitted|authori[sz]ed|allowed)\b.*", r""),
        (r"(?:is|was|are|were|be) known$", r"what$"),
        (r"(?:may|might|could)(?! not)(?: \w+ly)?(?: also)?(?: have)? (?!not)\w+$", r""),
        (
            r".*\bdeclar\w*",
            r"(?:an? |the )?(?:[\w-]+ ){0,3}(?:emergency|martial law|curfew|mourning|holiday)\b",
        ),
        (r"(?:is|are|was|were|be|been) (?:\w+ly )?explained$", r""),
        (r"referring to$", r"(?!that\b).* by (?:its|the|their|his|her)\b"),
        (
            r".*\b(?:convey|made|gave|shar)\w*$",
            r"(?:the|this) (?:information|remarks?|comments?|statement|position|message|details?)$",
        ),
        (r"(?:\w+ )?comment(?:s|ed|ing) (?:up)?on$", r"(?![“\"])"),
        (_NOTHING, r""),
        (
            r"(?:ha[sd] |have )?(?:offer|gave|give|provid|releas|present|produc)\w*"
            r" no (?:\w+ )?(?:details?|information|comment|evidence|proof|explanation|figures?|breakdown)\b.*",
            r"",
        ),
        (
            r".*\b(?:offer|gave|give|provid|releas|present|produc)\w*$",
            r"no (?:\w+ )?(?:details?|information|comment|evidence|proof|explanation)\b",
        ),
        (r"without \w+ing$", r""),
        (r".*\breach\w* out\b.*", r""),
        (r"(?:\w+ )?sign(?:s|ed|ing)?$", r""),
        (r"(?:under|despite|amid|after|before|since|during|in|with)", r""),
        (
            r"(?:ha[sd] )?(?:made|makes|gave) (?:the|these|those|his|her) (?:remark|comment|announcement|statement).*",
            r"",
        ),
        (
            r".*\brefus\w*",
            r"to (?!confirm|deny|say|rule|acknowledg|admit|recogni|accept|believ|discuss|condemn|endors|apolog|call"
            r"|be drawn)\w",
        ),
        (r"[:–—-]$", r"(?:how|why|what|where|when|who)\b"),
        (r"as (?:alleged|claimed|described|reported|called)$", r"(?:is|are|was|were|has|have|had|will|would)\b"),
        (
            r"(?:\w+ )?ask(?:s|ed|ing)?$",
            r"(?!(?:that|whether|if|about|for|how|why|what|who|when|where)\b|[“\"])"
            r"[^,;“”\"]{2,60}?\bto (?!the\b|an?\b)\w",
        ),
        (
            r".*\bshow\w*",
            r"(?:the |an? |some )?(?:\w+ )?(?:pictures?|photos?|videos?|footage|images?)\b"
            r"(?!.*\b(?:is|was|were|are|had|has|have)\b)",
        ),
        (r".*\bcount\w* on$", r""),
        (r".*\bon condition of$", r"anonymity\b"),
        (r".*\bask(?:s|ed|ing)? for$", r"(?![“\"])"),
        (r".*\bfound (?:not )?guilty\b.*", r""),
        (r".*\bstopp?\w* short of\b.*", r""),
        (r"looks? at$", r"(?!.*[“\"])"),
        (r".*\breluctant to\b.*|(?:has|have|had) no (?:\w+ )?(?:confirmation|information)\b.*", r""),
        (r"(?:would|will) (?:know|see|find|learn|decide|discuss)$", r""),
        (r"(?:\w+ )?confirming$", r"(?:the |his |her |their )?(?:\w+ )?(?:fears?|suspicions?)\b"),
        (r".*\bpaint\w*$", r"an? (?:\w+ )?picture$"),
        (r"counts?$", r"(?:the )?costs?\b"),
        (r"(?:under|before) the eyes of$", r""),
        (
            r"(?:did|does|do|has|have) not (?:\w+ly )?confirm(?:ed)?$",
            r"(?!that\s+\S+\s+\S|(?:how|why|whether|if|what|who|where)\b)(?!.*(?:[“\"]|\b(?:is|are|was|were|has|have|had|will|would|could)\b))",
        ),
        (
            r"(?:\w+ )?refer(?:s|red) to$",
            r"(?!(?:that|what|how|why|whether|who|where)\b)(?!.*(?:[“\"]|\b(?:as|is|are|was|were|has|have|had|will|would)\b))",
        ),
        (r".*", r"(?:(?:an?|the) \w+ (?:that|which)|an? statement)$"),
    )
)
_STIRRED = re.compile(_STIRS, re.IGNORECASE)
_PASSIVE = re.compile(r"(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ld|id)$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^(?:that|to|how|why|what|whether|as)\b"
    r"|\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|should|did|does|do|be|\w+ed(?!-))\b|[“\"]",
    re.IGNORECASE,
)
_EXPECTED = re.compile(r"(?:is|are|was|were) expected$", re.IGNORECASE)
_ASKED = re.compile(r"(?:asked|questioned|pressed)\b", re.IGNORECASE)
_ASKED_OR_SHARED = re.compile(r"(?:^|\W)(?:asked|shared|pressed|quoted|questioned)$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:cited|published|released|shared|presented|provided)(?: by)?$", re.IGNORECASE)
"""What somebody did with a thing that is only named: "the images cited by the institute"."""
_SOMEWHERE = re.compile(r"\s+(?:in|at|near|from)\s+(?:the\s+)?", re.IGNORECASE)
"""What stands between a participle and a place: "the fighting reported in the eastern sectors"."""
_BY = re.compile(r"\s+by\b", re.IGNORECASE)
_HEDGED = re.compile(r"(?:reportedly|allegedly|supposedly|purportedly) \w+$", re.IGNORECASE)
_ASKED_BY_NOBODY = re.compile(r"(?:when |if )?(?:asked|questioned|pressed)$", re.IGNORECASE)
_ASKED_ABOUT = re.compile(
    r"(?:when |if |was |were |been |being )?(?:asked|questioned|pressed) (?:about|on|whether|by)\b", re.IGNORECASE
)
_WHETHER = re.compile(r"[“\"]?(?:if|whether|about|how|why|what|when|where|who)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:when|if|once|being|was|were)\s+\Z", re.IGNORECASE)
_BEFORE_ADJECTIVE = re.compile(r"\b(?:the|an?|his|her|its|their)\s+\Z", re.IGNORECASE)
_ALLEGED = re.compile(r"alleged|supposed|suspected|purported|reported|claimed", re.IGNORECASE)
_NEEDS = re.compile(r"(?:\w+ )?(?:call|demand|requir|need|ask)\w*(?: for)?$", re.IGNORECASE)
_HAPPENING = re.compile(
    r"(?<!\bof\s)(?<!\bfor\s)\b(?:situation|crisis|escalation|development|move|event|circumstance|moment|occasion|time|attack|war|conflict|"
    r"change|problem|issue|task|job|role|case|scale|step|threat|challenge|incident)s?$",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"(?:\w+ )?(?:signal|show|indicat|reflect|mean|underlin|underscor|highlight|demonstrat)", re.IGNORECASE
)
_RAISES = re.compile(r"(?:\w+ )*rais\w*(?: \w+){0,2} (?:questions?|concerns?|fears?|alarm|doubts?)\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:cooperation|partnership|deployment|development|presence|involvement|alliance|move|meeting|visit|war)\b",
    re.IGNORECASE,
)
_COURSE = re.compile(r"(?:the|an?|this|its|their|his|her) (?:\w+ )?\w+ing of\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:\w+ )?(?:asking|asked|requesting|requested|insisting|insisted)\s+(?:not\s+to\s+be|(?:for|on)\s+anonymity)\b"
)
DENIES = re.compile(r"\b(?:den|reject|disput|dismiss|confirm|contradict|refut)\w+$", re.IGNORECASE)
"""Cues behind which "this" and "that" are what was said before, by another: "He denied that." """
_NONE = re.compile(r"(?:neither|none|no(?!\s(?:\d|fewer|less)))\s", re.IGNORECASE)
_EXPRESSED = re.compile(r"(?:(?:has|have|had)\s)?(?:express|voic|indicat|mention|confirm)", re.IGNORECASE)
LONGEST = 7
"""Words of a thing that is announced, shown or reviewed, with nothing said of it."""


def has_clause(content: str) -> bool:
    """Whether words hold a verb or a quotation, so that something is said in them and not only named."""
    return bool(_CLAUSE.search(content))


def stays_unnamed(draft: Draft, text: str) -> bool:
    """Whether a cue only says that somebody asks not to be named."""
    return bool(draft.cue and _UNNAMED.match(text, draft.cue[-1][0]))


def is_idiom(draft: Draft, text: str) -> bool:
    """Whether cue and content together are a figure of speech; a name's quotation counts only with nobody to say it."""
    source, cue, content = (words(text, spans) for spans in (draft.source, draft.cue, draft.content))
    return (
        _is_of_things(cue, source)
        or bool(_NONE.match(source) and _EXPRESSED.match(cue))
        or stays_unnamed(draft, text)
        or (bool(_PASSIVE.match(cue)) and len(content.split()) <= LONGEST and not has_clause(content))
        or _is_passive(draft, cue, text)
        or (
            content.lower() == "that"
            and bool(draft.cue)
            and not DENIES.search(cue, 0 if draft.content[0] > draft.cue[-1] else len(cue))
        )
        or bool(not draft.source and _CALLED.match(cue) and _NAME.match(content))
        or any(about.match(cue) and what.match(content) for about, what in _IDIOMS)
    )


def _is_of_things(cue: str, source: str) -> bool:
    """What a situation calls for, or the tightening of something shows."""
    raises = _RAISES.match(cue) and _HAPPENED.search(source)
    return bool(
        raises or (_NEEDS.match(cue) and _HAPPENING.search(source)) or (_SHOWS.match(cue) and _COURSE.match(source))
    )


def _is_asked(draft: Draft, cue: str, text: str) -> bool:
    """Whether somebody is asked and asks nothing: "X, asked whether …, said Z", "Asked about it, X said Z".

    In "X, the head of the union, asked whether the cranes were safe." it is X who asks.
    """
    if not _ASKED.match(cue):
        return False
    start, end = draft.cue[0][0], max(draft.content, default=(0, 0))[1]
    first = sentence_at(text, start)[0] == start and draft.source[0][0] > start and text[start].isupper()
    apposed = ", " in words(text, draft.source) and text[end : end + 1] in ".?"
    comma = text[max(0, start - 2) : start].startswith(",") and not apposed
    aside = comma and (_ASKED_ABOUT.match(cue) or _WHETHER.match(words(text, draft.content)))
    return bool(first or aside or _WHEN.search(text, max(0, start - 8), start))


def _is_passive(draft: Draft, cue: str, text: str) -> bool:
    """Whether a participle only describes ("the named culprit", "when asked about") or its doer stands behind "by".

    Or whom something stirs stands behind the cue: in "which has angered Norland" Norland says nothing.
    """
    if not draft.cue:
        return False
    start, end = draft.cue[0][0], draft.cue[-1][1]
    if _ALLEGED.fullmatch(cue) and _BEFORE_ADJECTIVE.search(text, max(0, start - 8), start):
        return True
    if draft.source:
        said = cue.lower().startswith(("said", "says"))
        done = (_ASKED_OR_SHARED.search(cue) and not said) or (
            _HEDGED.match(cue) and not reports(cue.rsplit(maxsplit=1)[-1])
        )
        named = _PARTICIPLE.match(cue) and draft.source[0][0] > end and not has_clause(words(text, draft.content))
        stirred = _STIRRED.fullmatch(cue) and draft.source[0][0] > end
        somewhere = cue.endswith("ed") and _SOMEWHERE.fullmatch(text, end, max(end, min(draft.source)[0]))
        return bool(_is_asked(draft, cue, text) or named or stirred or somewhere or (done and _BY.match(text, end)))
    adjective = _BEFORE_ADJECTIVE.search(text, max(0, start - 8), start) and cue.endswith("ed")
    question = _ASKED_BY_NOBODY.match(cue) and _WHETHER.match(words(text, draft.content))
    return bool(adjective or question or _ASKED_ABOUT.match(cue) or _EXPECTED.match(cue))
