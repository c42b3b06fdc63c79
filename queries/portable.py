"""A trace for programs: plain values that JSON can hold."""

from typing import Any

from graph.model import Actor
from queries.facts import Headline
from queries.origins import Origin, Verdict
from queries.trace import Step, Trace, TracedClaim, walk


def to_json(trace: Trace) -> dict[str, Any]:
    """A trace as plain values, the same keys in the same order every time; what is unknown is None.

        {"question": {"text", "by"}, "matched", "claims": [
          {"id", "text", "verdict": {"kind", "words", "notes", "rule", "assertions", "actors", "articles", "outlets",
            "origins": [{"name", "named", "actors": [id], "assertions": [id]}], "unstated": [id], "denied": [id],
            "open": [id], "circles"},
           "steps": [{"depth", "id", "actor": {"id", "name", "kind"} | None, "source", "cue", "exact", "spans", "start",
             "end", "citing": {"from", "exact", "start", "end"} | None, "mode", "polarity", "certainty", "reported",
             "basis", "said_at", "by", "score", "doubtful", "article": {"id", "title", "outlet", "url", "published"},
             "seen", "rests_on": [id]}]}]}

    Steps stand in reading order with their depth, not nested, so that no chain is too long for a JSON reader.
    """
    return {
        "question": {"text": trace.question.text, "by": trace.question.by},
        "matched": trace.matched,
        "claims": [_claim_json(claim) for claim in trace.claims],
    }


def _claim_json(traced: TracedClaim) -> dict[str, Any]:
    return {
        "id": traced.claim.id,
        "text": traced.claim.text,
        "verdict": _verdict_json(traced.verdict),
        "steps": [_step_json(depth, step) for depth, step in walk(traced.voices)],
    }


def _verdict_json(verdict: Verdict) -> dict[str, Any]:
    return {
        "kind": verdict.kind,
        "words": verdict.words,
        "notes": list(verdict.notes),
        "rule": verdict.rule,
        "assertions": verdict.assertions,
        "actors": verdict.actors,
        "articles": verdict.articles,
        "outlets": verdict.outlets,
        "origins": [_origin_json(origin) for origin in verdict.origins],
        "unstated": list(verdict.unstated),
        "denied": list(verdict.denied),
        "open": list(verdict.open),
        "circles": verdict.circles,
    }


def _origin_json(origin: Origin) -> dict[str, Any]:
    actors = [actor.id for actor in origin.actors]
    return {"name": origin.name, "named": origin.named, "actors": actors, "assertions": list(origin.assertions)}


def _step_json(depth: int, step: Step) -> dict[str, Any]:
    assertion, citing = step.assertion, step.citing
    return {
        "depth": depth,
        "id": assertion.id,
        "actor": _actor_json(step.actor),
        "source": assertion.source_text,
        "cue": assertion.cue,
        "exact": assertion.exact,
        "spans": [list(span) for span in assertion.spans],
        "start": assertion.start,
        "end": assertion.end,
        "citing": citing
        and {"from": citing.assertion, "exact": citing.exact, "start": citing.start, "end": citing.end},
        "mode": assertion.mode,
        "polarity": assertion.polarity,
        "certainty": assertion.certainty,
        "reported": assertion.reported,
        "basis": assertion.basis,
        "said_at": assertion.said_at,
        "by": assertion.by,
        "score": assertion.score,
        "doubtful": assertion.doubtful,
        "article": _article_json(step.article),
        "seen": step.seen,
        "rests_on": [below.assertion.id for below in step.rests_on],
    }


def _actor_json(actor: Actor | None) -> dict[str, str] | None:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind} if actor else None


def _article_json(article: Headline) -> dict[str, str | None]:
    outlet = article.outlet.name if article.outlet else None
    return {
        "id": article.id,
        "title": article.title,
        "outlet": outlet,
        "url": article.url,
        "published": article.published,
    }
