"""Short passages made of PolNeAR's own sources and contents in the forms that it seldom has.

"According to Y, Z", "X said that, according to Y, Z", "X, citing Y, said Z", "“A,” X said. “B.”": speakers and words
are taken from different articles at random, so that only the form tells who says what. They are marked as PolNeAR
marks.
"""

import random
import re
from collections.abc import Mapping, Sequence

from training.corpus import Article, Gold, Span

FORMS = """
<According to> [S], {C}.|According to T, {C}, [S] <said>.|[S] <said> {that C}.|[S] <said> {C}.
{C}, <according to> [S].|{C}, [S] <said>.|{C}, <said> [S].|[S] <told> A {that C}.|{C}, [S] <told> A.
[S] <has confirmed> {that C}.|{C}, <says> [S].|[S] <denied> {that C}.|[S] <reported> on Monday {that C}.
In a statement, [S] <said> {C}.|[S] <warned> {that C}.|[S] <says> {C}.|[S] <said> {that, according to T, C}.
[S] <told> A on Tuesday {that, according to T, C}.|{C}, [S] <wrote>, (citing) ((T)).
[S], (citing) ((T)), <said> {that C}.|(Citing) ((T)), [S] <reported> {that C}.
[S] <reported>, (citing) ((T)), {that C}.|After a briefing by T, [S] <said> {that C}.|[S], briefed by T, <said> {C}.
Based on reports from T, [S] <said> {that C}.|{“C,”} [S] <said>.|{“C,”} <said> [S].|{“C,”} [S] <told> A.
{"C,"} [S] <said>.|{“C,”} [S] <said>. {“D.”}|{"C,"} [S] <said>. {"D."}|[S] <said> {C and that D}.|[S] <told> A {C}.
[S] <believes> {C}.|[S] <announced> on Friday {that C}.|{C}, [S] <added>.|[S] <said> {that T believes C}.
[S] <said> {T had told A that C}.|[S] <had warned> A {that C}.|{“C,”} [S] <said>, {“D.”}
[Documents seen by A] <show> {that C}.|<According to> [a report by T], {C}.|{C}, [S] <said> in an interview with A.
{C}, A <quoted> [S] <as saying>.|It <was reported> {that C}.|{C}, it <is said>.|{C}, [S] <told> A, (citing) ((T)).
"""
"""S and T stand for sources, C and D for contents, A for who is told. [source] <cue> {content}; (cue) ((content)) are
those of the same source's citing. What stands outside brackets, as in "After a briefing by T,", belongs to none."""
TOLD = (
    "reporters",
    "Reuters",
    "the BBC",
    "lawmakers",
    "parliament",
    "The Associated Press",
    "CNN",
    "a news conference",
)


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


GIVEN = _words(
    """
    Anna Ivan Kim Li Mohammed Fatima José Olga Pavel Amina Kofi Yuki Chen Lars Inês Mark Zeynep Tomasz Leila
    Aarav
    """
)
FAMILY = _words(
    """
    Kovalenko Petrov Yong-hyun Wei Al-Rashid Diallo García Novák Mensah Tanaka Lindqvist Rossi Yılmaz Kowalski
    Haddad Singh O’Brien Schmidt Park Ivanov Mbeki Nguyen Svensson Rutte Dubois
    """
)
OF = _words(
    """
    Ukrainian Russian South-Korean Norwegian German Turkish Israeli Iranian Chinese Polish Kenyan regional state
    local
    """
)
BODIES = (
    "defence ministry", "foreign ministry", "general staff", "military intelligence", "health authority",
    "news agency", "central bank", "police", "border guard", "government", "air force", "embassy", "broadcaster",
    "intelligence service", "parliament", "emergency service", "power company", "union of teachers",
    "prosecutor’s office", "navy",
)  # fmt: skip
ROLES = _words(
    """
    minister spokesman spokeswoman head director commander governor mayor chief ambassador president secretary
    """
)
PLAIN = (
    "two officials", "a senior diplomat", "residents", "a Western intelligence source",
    "people familiar with the matter", "witnesses", "the ministry", "an eyewitness", "the agency", "doctors",
    "a report", "a survey", "court documents", "the company", "military analysts", "local media",
    "state television", "aid workers", "the regulator", "researchers", "an internal memo", "prisoners of war",
    "the spokesperson", "an official statement", "intelligence", "the owner",
)  # fmt: skip
WHERE = ("", "", "at the ministry", "in the region", "in Kyiv", "of the commission", "close to the talks", "in Seoul")
OPEN = {"[": "source", "<": "cue", "{": "content", "(": "cue2", "((": "content2"}
_PART = re.compile(
    r"(?P<open>\(\(|[\[<{(])|(?P<close>\)\)|[\]>})])|\b(?P<slot>[STCDA])\b|(?P<plain>[^\[\]<>{}()]+?)(?=[\[\]<>{}()]|\b[STCDA]\b|$)"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|should|did|does|do|['’]s|['’]re)\b"
)
_FIRST = _words(
    """
    The A An Some Many Several Two Three One Her His Their Its Our My
    """
)
_NOBODY = _words(
    """
    He She It They I We You Who Some Many Others One
    """
)


class Recombined:
    """Makes passages from the attributions of articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        golds = [(article.text, gold) for article in articles for gold in article.attributions]
        self.sources = [name for text, gold in golds if (name := _source(text, gold.spans["source"]))]
        self.clauses = [clause for text, gold in golds if (clause := _clause(text, gold))]
        self.forms = [form for line in FORMS.strip().splitlines() for form in line.split("|")]

    def passage(self) -> Article:
        """One passage of a random form."""
        return filled(random.choice(self.forms), self.words())

    def words(self) -> dict[str, str]:
        """Random words for each letter."""
        said, more = random.sample(self.clauses, 2)
        return {"S": self._speaker(), "T": self._speaker(), "C": said, "D": more, "A": random.choice(TOLD)}

    def _speaker(self) -> str:
        return random.choice(self.sources) if random.random() < 0.6 else elsewhere()


def elsewhere() -> str:
    """A speaker of another kind than US politics has."""
    name = f"{random.choice(GIVEN)} {random.choice(FAMILY)}"
    body = f"{random.choice(OF)} {random.choice(BODIES)}"
    role = random.choice(ROLES)
    plain = f"{random.choice(PLAIN)} {random.choice(WHERE)}".rstrip()
    return random.choice(
        (name, f"the {body}", f"{name}, the {role} of the {body},", f"{role} {name}".title(), plain, plain)
    )


def filled(form: str, words: Mapping[str, str]) -> Article:
    """A form with its letters replaced, as a text with its one or two attributions.

    >>> made = filled("<According to> [S], {C}.", {"S": "Ann", "C": "the sun shone"})
    >>> made.text, made.attributions[0].spans["content"]
    ('According to Ann, the sun shone.', [(18, 31)])
    """
    text = ""
    spans: dict[str, list[Span]] = {role: [] for role in OPEN.values()}
    begun: list[tuple[str, int]] = []
    for part in _PART.finditer(form):
        if part["open"]:
            begun.append((OPEN[part["open"]], len(text)))
        elif part["close"]:
            role, start = begun.pop()
            spans[role].append((start, len(text)))
        else:
            text += _in_place(words[part["slot"]], text) if part["slot"] else part["plain"]
    golds = [Gold({role: spans[role] for role in ("source", "cue", "content")})]
    if spans["cue2"]:
        golds.append(Gold({"source": spans["source"], "cue": spans["cue2"], "content": spans["content2"]}))
    return Article("made", text, golds)


def _in_place(words: str, before: str) -> str:
    """Words with the first letter that they have where they come to stand."""
    lead = before.rstrip('“"')
    if not lead or lead.endswith(". "):
        return words[0].upper() + words[1:]
    return words[0].lower() + words[1:] if words.split(maxsplit=1)[0] in _FIRST else words


def _source(text: str, spans: Sequence[Span]) -> str | None:
    words = " ".join(text[slice(*spans[0])].split()) if len(spans) == 1 else ""
    named = words[:1].isupper() and words not in _NOBODY and not words.endswith(("’s", "'s", "’", "'"))
    return words.rstrip(",") if named and len(words.split()) <= 9 else None


def _clause(text: str, gold: Gold) -> str | None:
    """A content that is a clause and stood within a sentence, so that its first letter is as it is anywhere."""
    if len(gold.spans["content"]) != 1 or not gold.spans["cue"]:
        return None
    start, end = gold.spans["content"][0]
    words = " ".join(text[start:end].split())
    behind = (
        gold.spans["cue"][-1][1] == start - 1 and text[slice(*gold.spans["cue"][-1])].rsplit(maxsplit=1)[-1] in _SAID
    )
    clause = words.removeprefix("that ").rstrip(" .,;")
    whole = (behind or words.startswith("that ")) and 4 < len(clause.split()) < 35 and bool(_VERB.search(clause))
    return clause if whole and not any(mark in clause for mark in "“”\"\n''") and clause[0].isalpha() else None


_SAID = _words(
    """
    said says told added wrote believes think thinks say noted claimed claims
    """
)
