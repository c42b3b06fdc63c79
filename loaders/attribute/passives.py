"""Who "was quoted by X as saying that Z", or whom "X quoted as saying" it: Z is said by the quoted, X carries it."""

import re
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.carriers import carrier
from loaders.attribute.drafts import INFERRED, Draft
from loaders.attribute.paragraphs import paragraph
from loaders.attribute.phrases import TOLD_BY_THAT, Phrase
from loaders.attribute.quotes import quotations
from loaders.attribute.sentences import ENDS_WITH_COMMA, subject_before, words_end
from loaders.attribute.spans import touches, trimmed
from loaders.attribute.speaking import Knows, is_carrier, speaks

SCORE = 0.7
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|who|which|that)\s*\Z", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"(?:on|in|at|during|after|before|last|this|late|early|earlier|to|by)\s[^,;:“”\"]{2,80}|\w+day(?:,\s[^:“”\"]*)?",
    re.IGNORECASE,
)
"""Where and when somebody is quoted, behind what he said: "…, she was quoted as saying in a report"."""
_SAID_THAT = re.compile(r"\b(?:said|says|told|claimed|claims|insisted|argued)\s")
_IF = re.compile(r"(?:Had|If|When|Once|After)\s")
_HIM = ("him", "her", "them")
_OPENS = re.compile(r"[^“”\":]{,60}:\s+(?=[“\"])")
_NAME = r"(?:(?:Gov|Gen|Col|Lt|Maj|Sen|Rep|Mr|Mrs|Ms|Dr)\.|[^,;:.\n\"“”]){2,80}?"
_WHEN = r"(?:(?:(?:on|this|last|late|early|earlier)\s+)*\w*(?:day|week|month|year)\s+)?"
_APPOSED = r"(?:,\s[^;:\n\"“”]{2,90},)?"
_IS_A = r"(?:,\s(?:an?|the)\s[^,;:.\n\"“”]{2,60}(?=[.,]|\s*\Z))?"
"""What an outlet is, behind its name: ", a local daily"."""
QUOTED_BY = re.compile(
    r"\b(?P<cue>(?:was|were|is|are|has\s+been|have\s+been)\s+(?:also\s+|later\s+|earlier\s+)?(?:quoted|cited))\s+"
    rf"(?:{_WHEN}(?P<by>by)\s+(?P<name>{_NAME}){_APPOSED}\s+)?(?P<saying>as\s+saying)"
    r"(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=\s+by\b))?"
    rf"(?:\s+(?P<by2>by)\s+(?P<name2>{_NAME}(?=\s+(?:that|on|in|at)\b|[,.;\n]|\s*\Z)){_IS_A})?",
    re.IGNORECASE,
)

QUOTES = re.compile(
    r"\b(?P<cue>(?:(?:had|has|have)\s+)?(?:also\s+|later\s+|earlier\s+)?(?:quoted|quotes|cited|cites|refer(?:red|s)\s+to))\s+"
    rf"(?P<name>{_NAME}(?:,\s[^,;:.\n\"“”]{{2,80}}(?=,))?),?\s+(?P<saying>as\s+(?:saying|telling\s+(?:an?\s[^,;:.\n\"“”]{{3,90}}(?=\.?\s*\Z)|\w+)|warning|writing|reporting|confirming|describing)"
    r"|(?:who|which)\s+(?:(?:has|had|have)\s+)?(?:said|says|reported|reports|stated|wrote|claimed|claims|warned|estimated|estimates"
    r"|(?:complained|complains|noted|notes|argued|argues|alleged|alleges|suggested|suggests)(?=\s+that\s)))\b",
    re.IGNORECASE,
)


def quotes_as(group: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    """The drafts of a sentence with what "X quoted Y as saying Z" tells in place of what was read of it."""
    out = list(group)
    for found in QUOTES.finditer(text, *sentence):
        subject = subject_before(text, found.start())
        somebody = found["name"].lower() in _HIM or speaks(found["name"], knows)
        if not subject or not somebody or _PASSIVE.search(text, *subject) or _SAID_THAT.search(text, *subject):
            continue
        content = _content(text, sentence, subject, found.end())
        if not content:
            continue
        out, score = _without(out, found)
        inner = Draft([found.span("name")], [found.span("saying")], list(content), score * INFERRED)
        outer = Draft([subject], [found.span("cue")], list(content), score)
        outer.carry(inner, outer.cue[0])
        out += [outer, inner]
    return out


def _quotation(text: str, said: Span) -> Span | None:
    """The quotation behind a colon that the words end in, with its further sentences: "over the radio: “A. B.”"."""
    opens = _OPENS.match(text, *said)
    return _round(text, opens.end()) if opens else None


def _round(text: str, place: int) -> Span | None:
    """The quotation of its paragraph that holds a code point."""
    return next(((s, e) for s, e in quotations(text, paragraph(text, place)) if s <= place < e), None)


def quoted_by(group: Sequence[Draft], text: str, sentence: Span, knows: Knows) -> list[Draft]:
    """The drafts of a sentence with what it says of those who were quoted in place of what was read of it."""
    out = list(group)
    for found in QUOTED_BY.finditer(text, *sentence):
        speaker = subject_before(text, found.start())
        content = _content(text, sentence, speaker, found.end()) if speaker else []
        if not speaker or not content:
            continue
        out, score = _without(out, found)
        said = Draft([speaker], [found.span("saying")], list(content), score * INFERRED)
        out.append(said)
        name, cue = ("name", (found.start("cue"), found.end("by"))) if found["by"] else ("name2", found.span("cue"))
        if found[name] and speaks(found[name], knows):
            outlet = Draft([found.span(name)], [cue], list(content), score * INFERRED)
            outlet.carry(said, outlet.cue[0])
            out.append(outlet)
    return out


def told_by(group: Sequence[Draft], text: str, sentence: Span, is_outlet: Knows) -> list[Draft]:
    """The drafts of a sentence with "X was told by Y that Z" read right: Z is Y's, and X passes it on if an outlet."""
    out = list(group)
    for found in TOLD_BY_THAT.finditer(text, *sentence):
        whom, said = subject_before(text, found.start()), trimmed(text, (found.end(), words_end(text, sentence)))
        held = any(start < found.start() and found.end() < end for d in group for start, end in d.content)
        if (
            not said
            or not whom
            or whom[0] != sentence[0]
            or held
            or _IF.match(text, whom[0])
            or found["cue"].startswith("being")
        ):
            continue
        read = [span for d in out if touches(found.span(), d.cue) for span in d.content if span[0] >= said[0]]
        out, score = _without(out, found)
        told = Draft([found.span("name")], [found.span("cue")], read or [said], score)
        out.append(told)
        if is_carrier(text[slice(*whom)], is_outlet):
            out.append(carrier(told, Phrase(found.span("cue"), whom)))
    return out


def _without(drafts: Sequence[Draft], found: re.Match[str]) -> tuple[list[Draft], float]:
    """The drafts less those whose cue is in a phrase, and how sure the surest of these was, or the phrase itself is."""
    held = [d for d in drafts if touches(found.span(), d.cue)]
    return [d for d in drafts if d not in held], max([SCORE, *(d.score for d in held)])


def _whole_quotation(text: str, said: Span | None) -> Span | None:
    """What was said, with the sentences before it in the same quotation."""
    held = _round(text, said[0]) if said else None
    return (held[0], said[1]) if said and held else said


def _content(text: str, sentence: Span, speaker: Span, end: int) -> list[Span]:
    """What was said: behind the phrase, or before it, or both: "Talks, he was quoted as saying, failed"."""
    before = _whole_quotation(text, trimmed(text, (sentence[0], speaker[0])))
    behind = trimmed(text, (end, words_end(text, sentence)))
    if (
        before
        and behind
        and _SOMEWHERE.fullmatch(text, *behind)
        and ENDS_WITH_COMMA.search(text, sentence[0], speaker[0])
    ):
        behind = None
    behind = (behind and _quotation(text, behind)) or behind
    torn = before and behind and text[end : end + 1] == "," and text[: speaker[0]].rstrip().endswith(",")
    return [span for span in (before if torn or not behind else None, behind) if span]
