"""Those whom others pass on, as the network's second reader sees them: "X said, on the strength of Y, Z".

The corpus that the first reader learned from marks neither who is cited nor what stands inside another's words. The
second learned just that, and what the first misses, from news passages written for it. What the words themselves have
shown is kept; it adds the rest.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import Span
from loaders.attribute.drafts import Draft
from loaders.attribute.idioms import has_clause, is_idiom, stays_unnamed
from loaders.attribute.labels import LABELS, OUTSIDE
from loaders.attribute.link import Flat, Run, span_of, tagged
from loaders.attribute.nested import is_scrap, put_innermost, put_inside
from loaders.attribute.paragraphs import keep_in_paragraph
from loaders.attribute.phrases import reports
from loaders.attribute.quotes import quoted
from loaders.attribute.saying import is_said
from loaders.attribute.selves import is_third, speaks_of_others
from loaders.attribute.sentences import sentence_at, words_end
from loaders.attribute.spans import common, gap, length, touches, trimmed, words
from loaders.attribute.speaking import Knows, is_paper, speaks
from loaders.attribute.tagger import Section, Tagger
from loaders.words import RULES

SURE = 0.65
"""The score from which on the second reader is believed."""
EAGER = 0.5
"""What is taken off a word's score of being outside everything: the second reader has seen few texts, and is shy."""
ALONE = 0.7
"""The score from which on it is believed of somebody whom nobody passes on."""
_WISHES = re.compile(r"(?:wants?|wanted|wish|plan|hop(?:es|ed|ing)|intend|need|agree|offer|kn[oe]w)|\W", re.IGNORECASE)
INSIDE = 0.7
"""The score from which on it is believed of somebody within another's words."""
THINGS = 0.93
"""The score from which on it is believed of what is not known to speak: "lists compiled by the cooperative"."""
CERTAIN = 0.95
"""The score from which on any words are believed to be those of having it from another."""
_LEANING = re.compile(
    r"\b(?:per|via|from|by|with|through|out of|going|basis|strength|evidence|authority|word|account|source|thanks"
    r"|reckoning|count|tally|bas(?:ed|ing|es)|learn|hear|invok|point|dr(?:aw|ew)|lean|rel(?:y|ie|ay)|credit|confid|rest|tip|suppl"
    r"|shar|provid|compil|collect|gather|pass|intercept|obtain|leak|recount|footnot|stem|ow(?:es?|ed)\b|ascrib|read|cross)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"for|on|in|with|of|to|at|over|about|(?:\w+\s)?(?:spoke|spoken|talked|met|report(?:ed|s|ing)?)\s(?:to|with)",
    re.IGNORECASE,
)
"""What is no cue by itself."""
_TO_BE = re.compile(r"to\s+(?:be|have)\b")
_TO_WHOM = re.compile(r"\s*to\s+(?:[\w'’-]+\s+){1,4}?(?=that\s)")
_ADDRESSED = re.compile(
    r"\b(?:interview|speaking|talk|alongside|mediat|confirm|den(?:y|ie)|reject|disput|dismiss|echo|contradict|refut|respond|react|answer|question|referr|veto"
    r"|captured|killed|wounded|detained|arrested)",
    re.IGNORECASE,
)
"""Words of speaking to somebody, or of what he said: nobody rests on him for that."""
SELVES = frozenset(["i", "we", "you", "me", "us", "nobody", "no one", "whoever", "everyone", "anyone"])
OTHERS = frozenset(["he", "she", "they", "it"])


def upstream(section: Section, drafts: list[Draft], text: str, reader: Tagger, knows: Knows) -> list[Draft]:
    """The drafts of a section with what the second reader finds beside them. Drafts are changed in place."""
    drafts = list(drafts)
    for found, rested_on in _found(section, text, reader):
        name = words(text, found.source)
        bare = bool(_BARE.fullmatch(words(text, found.cue))) or stays_unnamed(found, text)
        if found.score < SURE or bare or name.lower() in SELVES or _WISHES.match(text, *found.cue[0]):
            continue
        thing = found.score >= THINGS and RULES.isdisjoint(name.lower().split())
        somebody = thing or speaks(name, knows) or is_paper(name) or name.lower() in OTHERS
        if not rested_on:
            drafts = _missed(found, drafts, text) if somebody else drafts
        elif somebody or (reports(words(text, found.cue)) and any(d.holds(found) for d in drafts)):
            drafts = _passed_on(found, drafts, text)
    return drafts


def _found(section: Section, text: str, reader: Tagger) -> Iterator[tuple[Draft, bool]]:
    """Each cue with the nearest source and the contents of its sentence, and whether somebody else rests on it."""
    emissions = section.upstream[:, : len(LABELS)].copy()
    emissions[:, OUTSIDE] -= EAGER
    runs = tagged(section, emissions, reader.upstream.moves, reader.upstream.firsts)
    held: dict[Span, dict[str, dict[Span, Run]]] = defaultdict(lambda: defaultdict(dict))
    for run in runs:
        span = span_of(section, run)
        held[sentence_at(text, span[0])][run.role][span] = run
    for near in held.values():
        sources, cues = sorted(near["source"]), sorted(near["cue"])
        said: dict[Span, list[Span]] = defaultdict(list)
        for content in near["content"] if cues else ():
            said[_nearest(cues, content)].append(content)
        for cue in cues if sources else ():
            source = _nearest(sources, cue)
            sure = [near["cue"][cue].score, near["source"][source].score]
            sure += [near["content"][span].score for span in said[cue]]
            flat = Flat(cue, [source], said[cue], sure)
            found = Draft(flat.source, [cue], flat.content, flat.score(reader.weights.right))
            keep_in_paragraph(found, text)
            found.content = [_ended_with_sentence(span, text) for span in found.content]
            if found.source:
                yield found, bool(section.upstream[near["cue"][cue].words[0], len(LABELS)] > 0)


def _ended_with_sentence(span: Span, text: str) -> Span:
    """What is said by a clause, no further than its sentence: "that we could ban cheese. But if"."""
    start, end = span
    return (start, min(end, words_end(text, sentence_at(text, start)))) if text.startswith("that ", start) else span


def _nearest(spans: Sequence[Span], span: Span) -> Span:
    """The one of some spans in order that another is nearest to."""
    at = bisect_left(spans, span)
    return min(spans[max(0, at - 1) : at + 1], key=lambda one: gap([one], [span]))


def _passed_on(found: Draft, drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts with one that another rests on."""
    known = next((d for d in drafts if _is_one(d, found)), None)
    if known is None and any(_says_of(d, found, text) for d in drafts):
        return drafts
    if known and not known.source:
        known.source = list(found.source)
    outer = None if known and known.reported else _outer(known or found, drafts, text, read=known is not None)
    if outer is None:
        return [*drafts, found] if known is None and _stands_alone(found, drafts, text) else drafts
    if known is None and any(touches(found.source[0], up.source) for up, _ in outer.rests_on):
        return drafts
    inside = outer.holds(found)
    found.content = _said(found, outer, text) if inside else list(outer.content)
    if not found.content or not (_may_be_inside(found, outer, text) if inside else _leans(found, text)):
        return drafts
    drafts = [d for d in drafts if not _is_misread(d, found, outer)] + ([found] if known is None else [])
    if inside:
        put_innermost(put_inside(known or found, outer, text), drafts, text)
    else:
        outer.rest_on(known or found, found.cue[0])
    return drafts


def _may_be_inside(found: Draft, outer: Draft, text: str) -> bool:
    """Whether somebody's words inside another's are said, and "he" is not who speaks anyway."""
    (start, _), name = found.source[0], words(text, found.source).lower()
    aloud = quoted(text)[start] and name != "it"  # "it" in a quotation is what is spoken of, as a rule
    other = name not in OTHERS or aloud or is_third(found.source[0], outer, text) or speaks_of_others(outer, text)
    return (
        found.score >= INSIDE
        and bool(other)
        and _says(found, text)
        and not is_idiom(found, text)
        and not is_scrap(found, text)
    )


def _leans(found: Draft, text: str) -> bool:
    """Whether a cue beside somebody's words may be one of having them from another."""
    cue = words(text, found.cue)
    told = _LEANING.search(cue) or is_said(found, text) or found.score >= CERTAIN
    return bool(told) and not _ADDRESSED.search(cue) and not is_idiom(found, text)


def _missed(found: Draft, drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts with one on which nobody rests: who carries the words of another, or speaks for himself."""
    if any(_is_one(d, found) or d.holds(found) or touches(found.source[0], d.source) for d in drafts):
        return drafts
    same = [d for d in drafts if d.source and not d.reported and d.overlap(found.content)]
    if same and _ADDRESSED.search(words(text, found.cue)):
        return drafts
    if same and not any(touches(found.cue[0], d.cue) for d in drafts):
        found.rest_on(max(same, key=lambda d: d.overlap(found.content)), found.cue[0])
        return [*drafts, found]
    return [*drafts, found] if _stands_alone(found, drafts, text) else drafts


def _stands_alone(found: Draft, drafts: Sequence[Draft], text: str) -> bool:
    """Whether somebody surely says something whom nobody was seen to pass on: the first reader missed both."""
    taken = [span for d in drafts for span in (*d.source, *d.cue, *d.content)]
    free = not any(touches(span, taken) for span in (*found.cue, *found.content))
    return bool(found.content) and found.score >= ALONE and free and _says(found, text) and not is_idiom(found, text)


def _says(found: Draft, text: str) -> bool:
    """Whether something is said, and not thought of somebody: "men thought to be soldiers"."""
    return is_said(found, text) and not _TO_BE.match(words(text, found.content))


def _is_one(draft: Draft, found: Draft) -> bool:
    """Whether the same is found already: at the same cue with its words, or the same speaker with some of the same."""
    at_cue, name = touches(found.cue[0], draft.cue), touches(found.source[0], draft.source)
    read = draft.reported or not touches(found.source[0], draft.content)
    return bool(draft.content) and ((at_cue and read) or (name and draft.overlap(found.content) > 0))


def _is_misread(draft: Draft, found: Draft, outer: Draft) -> bool:
    """Whether a draft takes for said what is only named: X, "relaying", "the account of Y", where X said Z."""
    if draft is outer or not touches(found.cue[0], draft.cue) or draft.rests_on or draft.reported:
        return False
    return any(touches(span, draft.content) for span in found.source) and draft.overlap(found.content) == 0


def _says_of(draft: Draft, found: Draft, text: str) -> bool:
    """Whether somebody says by that verb what the other does: in "he said the paper had erred" the paper is silent."""
    mine = bool(draft.source) and touches(found.cue[0], draft.cue) and touches(found.source[0], draft.content)
    return mine and is_said(draft, text) and has_clause(words(text, draft.content)) and not draft.rests_on


def _outer(found: Draft, drafts: Sequence[Draft], text: str, *, read: bool) -> Draft | None:
    """Who passes it on: the innermost in whose words it stands, else who says the same, else the nearest beside it.

    `read`: the first reader has read it too, with words of its own.
    """
    others = [d for d in drafts if d is not found and d.content and d.source and not _is_same(d, found)]
    others = [d for d in others if not found.reaches(d)]
    round_it = [d for d in others if d.holds(found)]
    if round_it:
        return min(round_it, key=lambda d: (length(d.content), d.carries is not None))
    free = [d for d in others if not d.reported and not touches(found.cue[0], d.cue)]
    same = [d for d in free if d.overlap(found.content)]
    start, end = sentence_at(text, found.cue[0][0])
    beside = [d for d in free if any(start <= s < end for s, _ in d.cue + d.source)]
    if same or read:
        return max(
            same,
            key=lambda d: (d in beside, d.overlap(found.content), -gap(found.cue, d.cue or d.source)),
            default=None,
        )
    return min(beside, key=lambda d: gap(found.cue, d.cue or d.source), default=None)


def _is_same(draft: Draft, found: Draft) -> bool:
    """Whether two have one speaker: a name within another's description, "X, briefed by Y," is another."""
    return any((s <= a and b <= e) or s == a for s, e in found.source for a, b in draft.source)


def _said(found: Draft, outer: Draft, text: str) -> list[Span]:
    """What somebody says within another's words: what was seen of it there, or the rest of the sentence."""
    seen = [
        span
        for span in common(found.content, outer.content)
        if span > found.cue[0] or text[slice(*span)].lower() != "that"
    ]
    if seen and words(text, seen).lower() != "that":
        return _behind_whom(seen, outer, text) or seen
    first, last = min(found.source[0][0], found.cue[0][0]), max(found.cue[0][1], found.source[0][1])
    start, end = sentence_at(text, first)[0], sentence_at(text, found.cue[0][0])[1]
    behind = [(max(s, last), min(e, end)) for s, e in outer.content if s < end and e > last]
    before = [(max(s, start), min(e, first)) for s, e in outer.content if s < first and e > start]
    behind = [(whom.end(), e) if (whom := _TO_WHOM.match(text, s, e)) else (s, e) for s, e in behind]
    sides = ([span for span in (trimmed(text, one) for one in side) if span] for side in (behind, before))
    return next((side for side in sides if side), [])


def _behind_whom(seen: list[Span], outer: Draft, text: str) -> list[Span]:
    """What was said, where only to whom was seen: "told his counterparts in Lima, according to Y, that"."""
    behind = [span for span in outer.content if span[0] > seen[-1][1]]
    ends = any(end == seen[-1][1] for _, end in outer.content)
    that = bool(behind) and text.startswith("that ", behind[0][0])
    return behind if ends and that and not has_clause(words(text, seen)) else []
