"""Who may say something by a verb within somebody's words: its subject, its cue, and what stands behind it.

Read by their wording alone: whether it is an attribution is weighed in `retold.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Span
from loaders.attribute.clauses import clause_end
from loaders.attribute.drafts import Draft
from loaders.attribute.quotes import quoted
from loaders.attribute.selves import is_own
from loaders.attribute.sentences import sentence_at, subject_before
from loaders.attribute.spans import length, touches, trimmed, words
from loaders.words import DETERMINERS, PERSONS, PRONOUNS, word_set

LONGEST_NAME = 12
"""Words of a subject that is a name."""
SHORTEST = 2
"""Words that are the least that is said."""
REACH = 160
"""Code points before a verb in which its subject stands."""

_SAYING = """
    say says said saying tell tells told telling claim claims claimed claiming think thinks thought believe
    believes believed swear swears swore sworn assure assures assured assuring boast boasts boasted boasting
    brag brags bragged bragging complain complains complained complaining confide confides confided confiding
    whisper whispers whispered whispering shout shouts shouted shouting yell yells yelled yelling scream screams
    screamed screaming admit admits admitted admitting argue argues argued arguing insist insists insisted
    insisting reckon reckons reckoned warn warns warned warning deny denies denied denying explain explains
    explained explaining guarantee guarantees guaranteed announce announces announced announcing declare
    declares declared declaring
"""
_STATING = """
    promise promises promised promising write writes wrote written writing report reports reported reporting
    convey conveys conveyed conveying answer answers answered answering reply replies replied replying agree
    agrees agreed acknowledge acknowledges acknowledged acknowledging allege alleges alleged alleging predict
    predicts predicted pledge pledges pledged vow vows vowed hear hears heard state states stated stating stress
    stresses stressed fear fears feared suspect suspects suspected assume assumes assumed testify testifies
    testified recall recalls recalled conclude concludes concluded estimate estimates estimated confirm confirms
    confirmed confirming suggest suggests suggested suggesting assess assesses assessed maintain maintains
    maintained inform informs informed describe describes described describing call calls called calling expect
    expects expected reveal reveals revealed
"""
_DOING = """
    accept accepts accepted hope hopes hoped feel feels felt judge judges judged threaten threatens threatened
    threatening joke jokes joked joking propose proposes proposed proposing notify notifies notified advise
    advises advised beg begs begged ask asks asked asking consider considers considered see sees saw put puts
    note notes noted find finds found mention mentions mentioned remember remembers remembered point points
    pointed
"""
GROUP = {verb: group for group, verbs in enumerate((_SAYING, _STATING, _DOING)) for verb in verbs.split()}
"""How much a verb is one of saying: 0 where it is nothing else, 1 often, RARELY now and then."""
RARELY = 2
_VERB = re.compile(rf"(?<![\w'’-])(?:{'|'.join(sorted(GROUP, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)


TO_BE = word_set("was were been being is are be")
_HELPING = TO_BE | word_set(
    """
    had has have having also just then once already kept keep keeps still even only now later earlier always
    never often sometimes all not did do does would will could can cannot may might must should publicly
    privately repeatedly recently really actually probably simply basically firmly continuously long to
    """
)
_ENDS = word_set(
    """
    that when because if but while as where than whether so though although unless until what why how which who
    whose whom and or nor about into like think thinks said says say told tell knows know believe believes let
    before after
    """
)
"""Words before which a subject begins."""
_LINKS = word_set("of in at from for on with by since under near between against among over behind inside to")
_THEM = frozenset(["him", "them", "us", "me"])
_PERSONS = word_set("i you we they he she it somebody someone nobody everybody everyone people")
_NO_THINGS = PERSONS | {"he", "she"}
"""Words of a speaker's name by which he is no "it"."""
_WORD = re.compile(r"\w+(?:[-'’.&]\w+)*|[^\w\s]")
_SHORT = re.compile(r"(\w+?)(?:n['’]t|['’](?:d|ve|ll|s|re|m))$", re.IGNORECASE)
_WHOM_VERB = re.compile(
    r"t(?:ell|old)|assur|promis|warn|inform|notif|ask|beg|advis|guarant|threat|show|remind|sw[eo]r|boast|complain"
    r"|confid|whisper|shout|convey|report|wr[io]te|explain|mention|say|said",
    re.IGNORECASE,
)
_CLAUSE = (
    r"(?=\s+(?:that|he|she|they|it|we|you|I|there|the|their|his|her|its|of|about|no|not|how|what|why|whether)\b"
    r"|(?:\s*[,:]\s*|\s+)[“\"‘'])"
)
_WHOM = re.compile(
    r"\s+(?:to\s+|at\s+)?(?:(?:me|us|them|him|her|you|everyone|everybody|people|reporters|journalists)\b"
    rf"|(?:(?:his|her|their|my|our|its|your|the|an?|some|two|both)\s)(?:[\w'’-]+\s){{0,3}}?[\w'’-]+{_CLAUSE}"
    rf"|(?-i:[A-Z])[\w.'’-]*(?:\s(?-i:[A-Z])[\w.'’-]*)?(?:\s[\w'’-]+s)?{_CLAUSE}"
    rf"|(?:[\w'’-]+\s)?[\w'’-]+s{_CLAUSE})",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",[^,;:.“”\"]{3,70},\s+(?=that\b)", re.IGNORECASE)
_TIME = re.compile(
    r"\s+(?:(?:on|by|in|at|last|this|through)\s(?:[\w'’-]+\s){0,3}?[\w'’-]+)(?=\s+that\b)", re.IGNORECASE
)
_THAT = re.compile(r"[\s,:]*that\b", re.IGNORECASE)
OPENS = re.compile(r"[\s,:]*[“\"‘']")
_NO_CONTENT = re.compile(
    r"(?:about|for|on|off|out|up|down|in|at|to\s+(?:be|have)|that\s+(?:every|again|and|so|to|all|much|for|in|on|at))\b",
    re.IGNORECASE,
)
"""What stands behind such a verb where nothing is said: "called for help", "men thought to be soldiers"."""
_WHO = re.compile(r"\b(?:who|which)\b")
_IS = re.compile(r"(?:is|are|was|were|has|have|had|will|would)\b")
_IS_TOLD = re.compile(r"(?:told|promised|assured|warned|informed|taught|advised)$", re.IGNORECASE)

Words = list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Sayer:
    """A verb of saying within somebody's words, its subject if there is one, and what it says.

    `helping` are the words between subject and verb, in small letters, `before` the one before the subject, "^" where
    there is none; `whom` tells whether somebody is told.
    """

    source: Span | None
    cue: Span
    verb: Span
    content: Span
    helping: tuple[str, ...]
    before: str
    whom: bool


def sayers(drafts: Sequence[Draft], text: str) -> Iterator[tuple[Sayer, Draft]]:
    """Every verb by which somebody else may say something, with the draft that holds it most closely."""
    cues = [span for draft in drafts for span in draft.cue]
    seen: set[int] = set()
    outers = sorted((d for d in drafts if d.source and d.content), key=lambda d: length(d.content))
    held = ((verb, span, d) for d in outers for span in d.content for verb in _VERB.finditer(text, *span))
    for verb, (start, end), outer in held:
        if verb.start() in seen or touches(verb.span(), cues):
            continue
        seen.add(verb.start())
        first, last = sentence_at(text, verb.start())
        one = _sayer(verb, (max(start, first), min(end, last)), text)
        if _is_whole(one, outer, text):
            yield one, outer


def is_passive(one: Sayer, text: str) -> bool:
    """Whether the subject is who "was told": nobody is its source."""
    return not TO_BE.isdisjoint(one.helping) and not text[slice(*one.verb)].endswith("ing")


def _sayer(verb: re.Match[str], within: Span, text: str) -> Sayer:
    start, end = within
    near = _WORD.finditer(text, max(start, verb.start() - REACH), verb.start())
    before = [(m.start(), m.end(), m[0].lower()) for m in near]
    helping: list[str] = []
    cue = verb.start()
    while before and before[-1][2] in _HELPING:
        cue, _, word = before.pop()
        helping.append(word)
    commas = bool(before) and before[-1][2] == ","
    source = subject_before(text, cue) if commas else _named(_subject(before, helping))
    source = source if source and source[0] >= start else None
    left = [word for at, _, word in before if not source or at < source[0]]
    who = left[-1:] == ["which"] or (source and _WHO.search(text, source[1], cue))
    relative = text.find(",", verb.end(), end) if who else -1
    content, whom = _content(verb, end if relative < 0 else relative, text)
    return Sayer(source, (cue, verb.end()), verb.span(), content, tuple(helping), left[-1] if left else "^", whom)


def _subject(before: Words, helping: list[str]) -> Words:
    """The words of the clause before a verb, or before "who" where that is its subject: "the man who sold it swore".

    They are taken from `before`; a "not" that hangs on them ("hasn't") is added to `helping`.
    """
    head: Words = []
    while before and len(head) < LONGEST_NAME:
        start, _, word = before[-1]
        if len(before) > 1 and (word == "who" or (word == "which" and not head)):
            before.pop()
            head = []
            continue
        if not word[0].isalnum() or word in _ENDS:
            break
        short = _SHORT.match(word)
        if short and (short[1] in _PERSONS or short[1] in _HELPING):
            before.pop()
            if word.endswith(("n't", "n’t")):
                helping.append("not")
            if short[1] in _PERSONS:
                return [(start, start + len(short[1]), short[1])]
            continue
        head.insert(0, before.pop())
        if word in _PERSONS:
            break
    return head


def _named(head: Words) -> Span | None:
    """Who says it, of the words before a verb: "in Beijing officials", "they hear a candidate"; None where nobody."""
    while head and (head[0][2] in _LINKS or head[0][2] in _THEM):
        links = [k for k, (_, _, word) in enumerate(head) if word in _LINKS]
        head = head[links[-1] + 1 if head[0][2] in _LINKS else 1 :]
    if len(head) > 1 and head[0][2] in PRONOUNS:
        head = head[next((k for k, (_, _, word) in enumerate(head) if word in DETERMINERS), len(head)) :]
    if not head or not _HELPING.isdisjoint(word for _, _, word in head) or _is_no_end(head[-1][2]):
        return None
    return head[0][0], head[-1][1]


def _is_no_end(word: str) -> bool:
    """Whether a name cannot end with a word, so that what stands behind it is no verb: "the estimate"."""
    torn = len(word) == 1 or word.endswith(("'s", "’s", "ly"))
    return torn or word in _LINKS or word in DETERMINERS - PRONOUNS.keys()


def _content(verb: re.Match[str], end: int, text: str) -> tuple[Span, bool]:
    """What stands behind a verb, as far as its clause, and whether somebody is told."""
    start = verb.end()
    whom = _WHOM.match(text, start, end) if _WHOM_VERB.match(verb[0]) and not _THAT.match(text, start) else None
    start = whom.end() if whom else start
    aside = _ASIDE.match(text, start, end) or _TIME.match(text, start, end)
    start = aside.end() if aside else start
    that = bool(_THAT.match(text, start, end))
    said = trimmed(text, (start, clause_end(text, start, end, that=that)))
    return said or (start, start), bool(whom)


def _is_whole(one: Sayer, outer: Draft, text: str) -> bool:
    """Whether a verb has somebody else who says it, or somebody is told by nobody, and words enough."""
    said = text[slice(*one.content)]
    if "to" in one.helping or len(said.split()) < SHORTEST or _NO_CONTENT.match(said) or _is_question(one, text):
        return False
    if one.source and _WHO.search(text, one.source[1], one.verb[0]) and _IS.match(said):
        return False
    if is_passive(one, text):
        return bool(_IS_TOLD.match(text[slice(*one.verb)]))
    return one.source is not None and _is_another(one.source, outer, text)


def _is_question(one: Sayer, text: str) -> bool:
    sentence = text[slice(*sentence_at(text, one.verb[0]))]
    asked = text.startswith("?", one.content[1]) or sentence.rstrip(" \n”\"’'").endswith("?")
    return asked and not OPENS.match(text, one.verb[1])


def _is_another(source: Span, outer: Draft, text: str) -> bool:
    """Whether a subject is not the one who speaks: "he" where she does, "they" or "you" where it is said aloud."""
    name, speaker = text[slice(*source)].lower(), words(text, outer.source).lower()
    if name.startswith(("nobody", "no one")):
        return False
    if name == "it" and not _NO_THINGS.isdisjoint(speaker.split(",", 1)[0].split()):
        return True
    you = name == "you" and bool(quoted(text)[source[0]])
    other = name in ("he", "she") and speaker in ("he", "she") and name != speaker
    return you or other or not is_own(source, outer, text)
