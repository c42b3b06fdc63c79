"""Which cues are words of saying, thinking or showing, and which attributions without one are still believed.

The corpus marks attitudes and deeds too: "signed a deal", "aligns with the strategy". Where nothing is said in the
content, such a cue has to be sure of itself, and seeking, trying and discussing are never enough; and hearsay that
nobody is the source of has to be more than likely noise.
"""

import re
from collections.abc import Sequence

from loaders.attribute.drafts import Draft
from loaders.attribute.idioms import has_clause
from loaders.attribute.phrases import reports
from loaders.attribute.spans import words
from loaders.attribute.speaking import speaks

_VERBS = r"""
    accus acknowledg add|adds|added|adding admit advis agree alarm alleg announc argu ask assert according blast
    brief call|calls|called|calling cit|cite|cites|cited|citing claim comment complain conced conclud condemn
    confirm contend contradict critici declar demand den(?:y|ies|ied|ying) describ detail disclos dismiss doubt echo
    emphasi estimat expect explain express fear find|finds|found forecast hear|hears|heard hop(?:e|es|ed|ing) implor
    indicat inform insist label learn maintain mention mock not(?:e|es|ed|ing) observ outlin pledg point prais
    predict promis propos question quot read|reads reassur rebuff recall recommend reiterat reject remark
    repl(?:y|ies|ied) report reveal rumor rumour sa(?:y|ys|id|ying) show signal slam speak|spoke|spoken
    specul stat(?:e|es|ed|ing) stress suggest suspect t(?:ell|ells|old|elling) testif think|thinks|thought threat
    tweet underlin underscor urg view voic vow warn wonder wr(?:ite|ites|ote|itten|iting) belie(?:f|ve|ves|ved|ving)
    hail brand highlight count(?:s|ed|ing)? dub(?:s|bed|bing) depict portray denounc decr(?:y|ies|ied) lambast caution
    refut rebut corroborat verif
    whisper shout yell scream mutter murmur recount jok(?:e|es|ed|ing) quip sw(?:ear|ears|ore) retort exclaim confid
    assur convey attribut reckon clear|plain recount taunt identif
    consider repeat calculat regard boast relay disput hint rememb beg(?:s|ged|ging) confess regret
    rul(?:e|es|ed|ing)\sout
    text(?:s|ed|ing) notif document(?:s|ed|ing) credit|credits|credited|crediting flag(?:s|ged|ging)
    trac(?:e|es|ed|ing) sigh grumbl groan chuckl scoff sneer fum(?:e|es|ed|ing) mus(?:e|es|ed|ing) marvel
    account(?!s?\sfor) tally words?
    trumpet ridicul apologi[sz] brush(?:es|ed)\s(?:off|aside) went\son
    go(?:es)?\son lets?\sit\sbe geolocat revis(?:es|ed) correct(?:s|ed) rul(?:es|ed)
    lament tout character statement plea|pleas opinion interview blam referenc bemoan brag herald rail convinced
"""
_SAYING = re.compile(
    "|".join(rf"\b(?:{w})" + (r"\b" if "|" in w or "(" in w else "") for w in _VERBS.split()) + r'|^\W+$|["“]',
    re.IGNORECASE,
)
_DEEDS = re.compile(
    r"\b(?:seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying)|attempt|aim|target|discuss|debat|requir|negotiat|offer|cancel|present|publish|releas|includ|vot(?:e|ed|es|ing)\b|fed\b|feed"
    r"|veto|approv|irritat|desperate|disagree|argued over|divided o"
    r"|withdr|greet|place[ds]?\b|impos|sentenc|read(?:y|ies|ied)\b|weigh|squabbl|refus|wept|weep|did\b"
    r"|concerns? (?:for|of)\b|continu\w* to support|thank|willing|in support|oblig|broker|summon|inch(?:ed|es)\b"
    r"|plead|capp|adopt|lift|introduc|embrac|sanction|search|scrambl|creat|shrug|setting|want|prefer|address|charg)\w*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[“\"]|''|[“\"](?:[^”\"\s]+\s+){2}")
"""Quotation marks round all that is said, or round more than a name in two words: the "sanitary zone"."""
_WARNINGS = re.compile(
    r"^(?:[\w-]+ ){0,3}(?:warning|statement|assessment|objection|denial|apolog|estimate)\w*$", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|(?:believed|thought|said|understood|reported|presumed|rumou?red|alleged|known|feared))$",
    re.IGNORECASE,
)
_RAISES = re.compile(r"\brais\w+\s(?:\w+\s){0,2}(?:concern|alarm|objection)s?\b", re.IGNORECASE)
_PUTS = re.compile(r"\bputs?$", re.IGNORECASE)
_FIGURE = re.compile(
    r"\b(?:at|above|below|closer\s+to|nearer)\b.*(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b)"
    r"|\b(?:higher|lower)\b"
)
_AT = re.compile(r"\bat\s(?:\w+\s){0,2}(?:half|twice|about|nearly|around|roughly|some|more|less|under|over)\b")
_GIVES = re.compile(r"\b(?:gives?|gave|given)$", re.IGNORECASE)
_AN_ESTIMATE = re.compile(r"^(?:an?|the|its)\s(?:[\w-]+\s){0,3}(?:figure|estimate|toll)\sof\b.*\d")
_COUNTS = re.compile(r"\b(?:record|logg?|register|detect)(?:s|ed)?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:(?:about|around|nearly|some|over|more\sthan|at\sleast|up\sto|an?\s(?:sharp|steep)\s(?:rise|increase|fall))\s)*"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|since|in)\b)"
)
"""What is said by giving a number: "the agency recorded 176 clashes"."""
_SEES = re.compile(r"\b(?:sees?|saw)$", re.IGNORECASE)
_PLEADS = re.compile(r"\bplead(?:s|ed)?$", re.IGNORECASE)
_FEW = re.compile(r"^(?:(?:little|no|few|any)\s(?!of\b)|it\sdifferently\b)")
_NAMES = re.compile(r"\b(?:named|names|listed|lists)$", re.IGNORECASE)
_AMONG = re.compile(
    r"\bas\s[A-Z]|\bamong\s(?:those|(?:the|its|his|her|their)\s(?:\w+\s)?"
    r"(?:units?|brigades?|forces|troops|dead|victims|suspects|causes|reasons|risks|threats|sources))\b"
)
_TOLD_BY_VERB = (
    (_PUTS, _FIGURE),
    (_PUTS, _AT),
    (_SEES, _FEW),
    (_PLEADS, re.compile(r"^not\sguilty")),
    (_GIVES, _AN_ESTIMATE),
    (_NAMES, _AMONG),
)
"""Verbs of deeds, each with what must stand behind it for something to be said: "put the toll at 40"."""
_OF_NOBODY = re.compile(r"^(?:is|are|was|were|has|have|had|been|being)\b|\bthat$", re.IGNORECASE)
"""Cues that say something with no source to name and no clause behind: "has been accused", "rumours that"."""
_INFERS = re.compile(
    r"\b(?:suggest|indicat|mean|establish|reflect|show|mark|impl[iy]|highlight|underscor|signif|signal|represent|demonstrat"
    r"|seem|appear|rais)",
    re.IGNORECASE,
)
_SEEMS = re.compile(r"^(?:seem|appear)(?:s|ed)$", re.IGNORECASE)
_POINTING = re.compile(r"^(?:this|that|these|those|such)(?:\s(?P<noun>\w+))?$", re.IGNORECASE)
_RELATIVE = re.compile(r"^(?:who|which|that)$", re.IGNORECASE)
_THAT = re.compile(r"^(?:that$|(?:what|how|why)\s)", re.IGNORECASE)
_NOBODY = re.compile(r"nobody|no one|no-one|(?:condition\s+of\s+)?anonymity", re.IGNORECASE)
_NEITHER = re.compile(r"(?:neither|none)\b", re.IGNORECASE)
_WHICH = re.compile(r"(?:how|why|what|when|where|whether|who)\b", re.IGNORECASE)
_BARE = re.compile(r"^(?:an?|the|its|one)$", re.IGNORECASE)
_ABOUT_WORDS = re.compile(
    r"^(?:statement|remark|comment|announcement|decision|move|visit)s?\s+(?:also\s+)?(?=indicat|suggest|signal|underscor"
    r"|highlight|reflect|mark|rais)",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"(?:its|his|her|their|the|this|that)\s(?:decision|move|visit|trip|deal|silence)s?",
    re.IGNORECASE,
)
_SELVES = frozenset(["he", "she", "it", "they", "we", "his", "her", "its", "their"])
_FEELS = re.compile(r"\b(?:feels?|felt)$", re.IGNORECASE)
SURE = 0.6
"""The score from which on a cue that is no word of saying is believed; one with a quotation or a "that" always is."""
OF_THINGS = 0.72
"""The same where what is "said" has no verb: "weighs its options" is an attitude or a deed more often than not."""
UNSURE = 0.4
"""The score below which somebody's deed is dropped before anything is made of it."""
HEARSAY = 0.45
"""The score from which on an attribution without a source is believed."""


def gives_figure(verb: str, said: str) -> bool:
    """Whether something is said by a verb of deeds and a number or the like: "put the toll at 40"."""
    return any(way.search(verb) and what.search(said) for way, what in _TOLD_BY_VERB)


def believed(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts that are more than somebody doing something, and more than hearsay that may be none."""
    cited = {upstream for draft in drafts for upstream, _ in draft.rests_on}
    kept = (d for d in drafts if not (_is_nobodys(d) or _NOBODY.fullmatch(words(text, d.source))))
    return [draft for draft in kept if draft in cited or _carries(draft) or _is_believed(draft, text)]


def is_deed(draft: Draft, text: str) -> bool:
    """Whether somebody only does something, and that is not sure: it must not take words from those who speak."""
    cue = words(text, draft.cue)
    doubtful = draft.score < UNSURE and bool(cue and draft.source and draft.content)
    return doubtful and not _SAYING.search(cue) and not reports(cue) and not _is_said(words(text, draft.content))


def _carries(draft: Draft) -> bool:
    """Whether somebody passes on another's very words, by whatever verb: "X said Z, as Y learned"."""
    return bool(draft.source) and any(upstream.content == draft.content for upstream, _ in draft.rests_on)


def _is_nobodys(draft: Draft) -> bool:
    """Whether nobody passes on what another says in the same words: "as reported by X" is X's alone."""
    return not draft.source and any(upstream.content == draft.content for upstream, _ in draft.rests_on)


def _is_believed(draft: Draft, text: str) -> bool:
    """Whether something is said by a draft, and not only done or felt."""
    cue, content = words(text, draft.cue), words(text, draft.content)
    if (
        _THAT.match(words(text, draft.source))
        or (_NEITHER.match(words(text, draft.source)) and (_WHICH.match(content) or not has_clause(content)))
        or draft.source == draft.content
        or _is_the_articles(cue, words(text, draft.source), content)
    ):
        return False
    if not draft.source and (draft.score < HEARSAY or not (_OF_NOBODY.search(cue) or has_clause(content))):
        return bool(_TOLD.search(cue))
    raised = draft.source and _RAISES.search(cue)
    counted = _COUNTS.search(cue) and _COUNTED.match(content) and speaks(words(text, draft.source), lambda _: False)
    put = counted or gives_figure(cue, content)
    if (
        raised
        or put
        or not cue
        or _SAYING.search(cue)
        or _is_said(content)
        or (_FEELS.search(cue) and has_clause(content))
    ):
        return True
    source = words(text, draft.source)
    nobody = source.isalpha() and source.islower() and source not in _SELVES and not speaks(source, lambda _: False)
    if _RELATIVE.match(source) or nobody:
        return False
    sure = draft.score >= (SURE if has_clause(content) else OF_THINGS)
    return sure and not cue.endswith((":", " as")) and not _DEEDS.search(cue)


def is_said(draft: Draft, text: str) -> bool:
    """Whether a draft's cue is a word of saying, or its content is told as something said."""
    return bool(_SAYING.search(words(text, draft.cue))) or _is_said(words(text, draft.content))


def _is_the_articles(cue: str, source: str, content: str) -> bool:
    """Whether it is the article that infers: "This suggests …", "That seemed to …", "His statement indicates …"."""
    pointing = _POINTING.match(source) if _INFERS.search(cue) else None
    named = _DEED.fullmatch(source) and _INFERS.search(cue) and not has_clause(content)
    plain = pointing and not speaks(pointing["noun"] or "", lambda _: False)
    bare = _BARE.match(source) and not (source.lower() == "one" and _SAYING.search(cue))
    return bool(plain or bare or named or _ABOUT_WORDS.match(cue) or (not source and _SEEMS.match(cue)))


def _is_said(content: str) -> bool:
    return content.startswith("that ") or bool(_QUOTED.search(content) or _WARNINGS.search(content))
