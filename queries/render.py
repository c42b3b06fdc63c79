"""A trace for people: a tree on the terminal of who says it, citing whom, in which words, and what to make of it."""

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from graph.model import Claim
from queries.graphs import to_networkx
from queries.origins import Verdict, plural
from queries.portable import to_json
from queries.trace import Step, Trace, TracedClaim, walk
from queries.visible import visible

__all__ = ["to_json", "to_networkx", "to_tree", "who"]

# Indented further than this, words have no room on a terminal; deeper steps stand below each other, numbered.
DEEPEST = 8
SEEN = {"circle": "↺ back to where this chain has been: a circle", "above": "↑ shown above"}


def to_tree(trace: Trace) -> RenderableType:
    """One tree a claim: its words, the voices that carry it with what they cite, and the verdict on its origins.

    Text from articles is shown as text: no markup in it is obeyed and no control character reaches the terminal.
    """
    heading = (
        Text().append(f"{plural(len(trace.claims), 'claim')} ", "bold").append(f"({visible(trace.matched)})", "dim")
    )
    return Group(heading, *(part for claim in trace.claims for part in (Text(), _claim_tree(claim))))


def _claim_tree(traced: TracedClaim) -> Tree:
    words = Text().append(f"“{visible(traced.claim.text)}”", "bold").append(f"  {traced.claim.id}", "dim")
    tree = Tree(words, guide_style="dim")
    branches = [tree]
    for depth, step in walk(traced.voices):
        del branches[min(depth, DEEPEST) + 1 :]
        branches.append(branches[-1].add(_step_text(step, traced.claim, depth)))
    tree.add(_verdict_text(traced.verdict))
    return tree


def _step_text(step: Step, claim: Claim, depth: int) -> Text:
    text = Text()
    if depth > DEEPEST:
        text.append(f"step {depth}: ", "dim")
    if step.citing:
        text.append(f"{visible(step.citing.exact)} → ", "cyan")
    text.append(who(step), "bold" if step.actor else "italic")
    if step.seen:
        return text.append(f"  {SEEN[step.seen]}", "yellow")
    if step.assertion.cue:
        text.append(f" [{visible(step.assertion.cue)}]", "dim")
    if marks := _marks(step):
        text.append(f" {marks}", "magenta")
    if step.assertion.exact != claim.text:
        text.append(f"\n“{visible(step.assertion.exact)}”")
    return text.append(f"\n{_where(step)}", "dim")


def who(step: Step) -> str:
    """What a step's actor is called; an unnamed one in the article's own words."""
    if step.actor is None:
        return "no source named"
    if step.actor.kind == "unnamed":
        return f"“{visible(step.assertion.source_text or step.actor.name)}” (unnamed)"
    return visible(step.actor.name)


def _marks(step: Step) -> str:
    """What one should know of an assertion at a glance; nothing where there is nothing to remark."""
    assertion = step.assertion
    grounds = {"own": "own knowledge", "findings": "own findings"}.get(assertion.basis or "")
    findings = "finds things out" if not grounds and step.actor and step.actor.findings else None
    unstated = "basis not stated" if not (grounds or findings or step.rests_on) else None
    denies = {"negative": "denies it", "open": "leaves it open"}.get(assertion.polarity)
    hedged = "hedged" if assertion.certainty == "hedged" else None
    reported = "reported" if assertion.reported else None
    doubtful = "low score" if assertion.doubtful else None
    return " · ".join(mark for mark in (denies, hedged, reported, grounds, findings, unstated, doubtful) if mark)


def _where(step: Step) -> str:
    article = step.article
    title = f"“{visible(article.title)}”" if article.title else "no title"
    outlet = visible(article.outlet.name) if article.outlet else "outlet not known"
    published = visible(article.published) if article.published else "date not known"
    return f"{title}, {outlet}, {published}, {step.assertion.start}–{step.assertion.end} in {article.id}"


def _verdict_text(verdict: Verdict) -> Text:
    counts = ", ".join(
        (
            plural(verdict.assertions, "assertion"),
            plural(verdict.actors, "actor"),
            plural(verdict.articles, "article"),
            plural(verdict.outlets, "outlet"),
        )
    )
    text = Text("⇒ ").append(visible(verdict.words), "bold green" if verdict.origins else "bold yellow")
    for note in verdict.notes:
        text.append(f"; {visible(note)}")
    return text.append(f"  ({counts})", "dim")
