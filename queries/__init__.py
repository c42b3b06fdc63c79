"""What is asked of the graph: traces to the origin, saved questions, lists, the network, and whether it is whole."""

from queries.alike import Suggestion, suggestions
from queries.alike import as_answer as suggested
from queries.check import Problem, check
from queries.graphs import Network
from queries.header import Parameter, Saved, given
from queries.hints import hints
from queries.library import ask, questions
from queries.lists import actors, articles, claims
from queries.near import near
from queries.network import network
from queries.origins import Origin, Rule, Verdict, verdict
from queries.render import to_json, to_networkx, to_tree
from queries.rivals import rivals
from queries.search import Hit, Kind, Meant, search
from queries.tables import as_csv, as_json, as_jsonl, as_table, json_text
from queries.trace import Question, Step, Trace, TracedClaim, trace
from queries.visible import visible

__all__ = [
    "Hit",
    "Kind",
    "Meant",
    "Network",
    "Origin",
    "Parameter",
    "Problem",
    "Question",
    "Rule",
    "Saved",
    "Step",
    "Suggestion",
    "Trace",
    "TracedClaim",
    "Verdict",
    "actors",
    "articles",
    "as_csv",
    "as_json",
    "as_jsonl",
    "as_table",
    "ask",
    "check",
    "claims",
    "given",
    "hints",
    "json_text",
    "near",
    "network",
    "questions",
    "rivals",
    "search",
    "suggested",
    "suggestions",
    "to_json",
    "to_networkx",
    "to_tree",
    "trace",
    "verdict",
    "visible",
]
