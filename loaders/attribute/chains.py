"""What the sentence round the tagger's attributions tells of them: who cites whom, and who carries it."""

import re
from collections import defaultdict
from collections.abc import Sequence

from graph.model import Span
from loaders.attribute.backward import backward
from loaders.attribute.briefed import briefed, briefed_aside, informed, relayed
from loaders.attribute.briefings import attended, cited_after, made_it
from loaders.attribute.carriers import carriers, documents, led_in
from loaders.attribute.citing import ACCORDING, attributed, read_citing
from loaders.attribute.completing import complete_clause, complete_list, complete_parts
from loaders.attribute.conjoined import conjoined, rejoined
from loaders.attribute.drafts import Draft
from loaders.attribute.echoed import echoed
from loaders.attribute.hearsay import drop_it, give_subject, hearsay, without_hedges
from loaders.attribute.idioms import is_idiom
from loaders.attribute.mending import (
    drop_addressee,
    drop_comment,
    drop_front,
    drop_lead,
    drop_remark,
    drop_sentence,
    drop_sign,
    drop_silence,
    drop_time,
    drop_told,
    drop_topic,
    part_cue,
    without_gerunds,
)
from loaders.attribute.outlets import reported_aside, reported_first, reported_last, shared, told_first
from loaders.attribute.participles import give_back_participle
from loaders.attribute.passives import QUOTED_BY, QUOTES, quoted_by, quotes_as, told_by
from loaders.attribute.phrases import QUOTED, TOLD_BY_THAT
from loaders.attribute.putting import putting, worded
from loaders.attribute.quotations import give_back_quotations, introduced
from loaders.attribute.quotes import quoted
from loaders.attribute.relatives import go_on_behind_relatives
from loaders.attribute.sentences import sentence_at, words_end
from loaders.attribute.sharing import (
    cites,
    from_the_beginning,
    from_the_front,
    give_back_next,
    give_back_reporter,
    give_back_speaker,
    give_back_subject,
    is_according,
    part_source,
    share_content,
    share_source,
    trail,
)
from loaders.attribute.spans import touches, without, words
from loaders.attribute.speaking import Knows

_BY_WORDS = (ACCORDING, QUOTES, QUOTED_BY, TOLD_BY_THAT)
"""What shows who says something where the tagger has found nobody in the sentence."""
_ASIDE = re.compile(r"(?:(?:as\s+)?(?:quoted|cited)\s+(?:by|in)|commenting\s+on)\b", re.IGNORECASE)


def chain(drafts: Sequence[Draft], text: str, within: Span, knows: Knows, is_outlet: Knows) -> list[Draft]:
    """Link the drafts of a range, drop idioms, add those that only their words show. Drafts are changed in place."""
    for group in _by_sentence(drafts, text).values():
        give_back_speaker(group, text)
    give_back_quotations(drafts, text, within)
    drafts = [*drafts, *introduced(drafts, text, within, knows)]
    found: list[Draft] = []
    spoken: set[Span] = set()
    _leave_according(drafts, text, within)
    groups = _by_sentence(_complete(drafts, text), text)
    for told in (m for way in _BY_WORDS for m in way.finditer(text, *within)):
        if not any(start < told.start() and told.end() < end for d in drafts for start, end in d.content):
            groups.setdefault(sentence_at(text, told.start()), [])
    for sentence, group in groups.items():
        read = _sentence(group, text, sentence, knows, is_outlet)
        found += read
        spoken |= {sentence} if any(d.content for d in read) else set()
    idioms = {d for d in found if not _passes_on(d, text) and is_idiom(d, text)}
    kept_up = {up for d in found if d not in idioms for up, _ in d.rests_on}
    idioms |= {up for d in idioms for up, _ in d.rests_on if up.content == d.content} - kept_up
    kept = [d for d in found if d not in idioms and (not d.rests_on or any(up not in idioms for up, _ in d.rests_on))]
    for draft in kept:
        draft.rests_on = [(up, by) for up, by in draft.rests_on if up not in idioms]
    kept += hearsay(kept, text, within)
    kept += list(putting(kept, text, within, knows))
    kept += list(worded(kept, text, within, knows))
    kept += informed(kept, text, knows)
    kept += led_in(kept, text, is_outlet, spoken)
    kept += made_it(kept, text, knows)
    kept += attended(kept, text)
    kept = cited_after(kept, text, within, knows)
    kept += briefed_aside(kept, text, within, knows)
    return _with_carriers(backward(kept, text, within, knows), kept, text, is_outlet)


def _with_carriers(drafts: list[Draft], known: Sequence[Draft], text: str, is_outlet: Knows) -> list[Draft]:
    """The drafts with the outlets that those not known before told: "This was stated by X in an interview with Y"."""
    told = [d for d in drafts if d not in known and d.cue and d.content]
    return drafts + [c for d in told for c in carriers([d], text, sentence_at(text, d.cue[0][0]), is_outlet)]


def _sentence(group: list[Draft], text: str, sentence: Span, knows: Knows, is_outlet: Knows) -> list[Draft]:
    group = rejoined(without_hedges(group, text), text)
    group += reported_aside(group, text, is_outlet)
    group += reported_first(group, text, sentence, is_outlet)
    group = give_back_participle([*group, *conjoined(group, text)], text)
    group = echoed(group, text, sentence, knows)
    group = quotes_as(quoted_by(group, text, sentence, knows), text, sentence, knows)
    group = without_gerunds(told_by(group, text, sentence, is_outlet), text)
    group = _without_asides(group, text)
    part_source(group, text, knows)
    give_back_subject(group, text, knows)
    give_back_reporter(group, text, sentence, knows)
    for draft in group:
        draft.source = _in_sentence(draft.source, sentence)
        drop_it(draft, text)
        give_subject(draft, text)
        part_cue(draft, text)
        drop_sign(draft, text)
        drop_time(draft, text)
        drop_told(draft, text)
        drop_addressee(draft, text)
        drop_remark(draft, text)
        drop_sentence(draft, text)
        drop_topic(draft, text)
        drop_silence(draft, text)
        drop_comment(draft, text)
        drop_lead(draft, text)
        drop_front(draft, text)
        complete_list(draft, text, sentence)
        complete_parts(draft, text, sentence, group)
        complete_clause(draft, text, sentence, group)
    give_back_next(group, text, sentence)
    from_the_beginning(group, text, sentence)
    from_the_front(group, text, sentence)
    trail(group, text)
    go_on_behind_relatives(group, text, sentence)
    if not any(cites(d, text) for d in group):
        group = told_first(group, text, sentence, is_outlet)
    group = read_citing(group, text, sentence, knows, is_outlet)
    group = told_first(group, text, sentence, is_outlet)
    group += reported_last(group, text, sentence, is_outlet)
    group += shared(group, text, sentence, knows)
    group += attributed(group, text, sentence, knows)
    share_source(group, text, knows)
    share_content(group, text, is_outlet)
    trail(group, text)
    voices = [d for d in group if d.content]
    if not voices:
        return group
    group = [*group, *briefed(voices, text, sentence, knows), *relayed(voices, text, sentence)]
    group += documents(voices, text, knows, is_outlet)
    return [*group, *carriers(voices, text, sentence, is_outlet)]


def _by_sentence(drafts: Sequence[Draft], text: str) -> dict[Span, list[Draft]]:
    groups: dict[Span, list[Draft]] = defaultdict(list)
    for draft in drafts:
        frame = draft.cue or draft.source
        if frame:
            groups[sentence_at(text, frame[0][0])].append(draft)
    return groups


def _without_asides(group: list[Draft], text: str) -> list[Draft]:
    """The drafts less asides, the "quoted" of "X, quoted by Y, said Z" or "Z, X said, commenting on V"."""
    said = [d for d in group if d.source and d.cue and not _is_aside(d, text)]
    kept = list(group)
    for draft in [d for d in group if _is_aside(d, text)]:
        main = next((d for d in said if d.source == draft.source and (d.content or draft.content)), None)
        if main:
            main.content = main.content or draft.content
            kept.remove(draft)
    return kept


def _is_aside(draft: Draft, text: str) -> bool:
    return bool(draft.cue) and bool(_ASIDE.match(text, draft.cue[0][0]))


def _complete(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Where all the tagger has of a content is "that", before "according to Y", it is the rest of the sentence."""
    taken: list[Span] = []
    for draft in drafts:
        bare = [text[s:e].lower() for s, e in draft.content] == ["that"]
        if bare and not is_according(draft, text) and text[draft.content[0][1] : draft.content[0][1] + 1].isspace():
            (start, _) = draft.content[0]
            draft.content = [(start, words_end(text, sentence_at(text, start)))]
            taken += draft.content
    for draft in drafts:
        if is_according(draft, text) and words(text, draft.content).lower() == "that":
            (that,) = draft.content
            end = sentence_at(text, that[0])[1]
            behind = [d for d in drafts if d.content and draft.cue[0][1] < min(d.content)[0] < end]
            for other in behind[:1]:
                first = min(other.content)
                other.content = sorted({*other.content, (that[0], first[1])} - {first})
                draft.content = []
    told = [d for d in drafts if d.content or not any(touches(cue, taken) for cue in d.cue)]
    return [d for d in told if not (is_according(d, text) and any(_holds(other, d) for other in told))]


def _leave_according(drafts: Sequence[Draft], text: str, within: Span) -> None:
    """A sentence that begins "According to Y," is no more of what was said in the one before. Changes the drafts."""
    for found in ACCORDING.finditer(text, *within):
        sentence = sentence_at(text, found.start())
        if sentence[0] == found.start() and not quoted(text)[found.start()]:
            for draft in drafts:
                if draft.cue and not touches(sentence, draft.cue) and draft.cue[0] < sentence:
                    draft.content = without(draft.content, sentence, text) or draft.content


def _passes_on(draft: Draft, text: str) -> bool:
    """Whether an outlet carries what another says: "X said, as quoted by OUTLET"."""
    quoted_by = draft.rests_on and QUOTED.match(words(text, draft.cue))
    return draft.carries is not None or bool(quoted_by)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether an attribution stands inside another's words: what is inside is read later."""
    return outer is not inner and all(any(s < cue[0] and cue[1] < e for s, e in outer.content) for cue in inner.cue)


def _in_sentence(source: list[Span], sentence: Span) -> list[Span]:
    """The pieces of a source that stand in its cue's sentence, all of them if none does."""
    return [(s, e) for s, e in source if sentence[0] <= s < sentence[1]] or source
