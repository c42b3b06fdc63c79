"""Indexes by words and by meaning, asked in one way on both engines: CALL db.index.fulltext.queryNodes(NAME, …).

Each engine makes them in its own way: Neo4j by a Cypher statement, the embedded one by SQL before it is spoken to.
"""

from collections.abc import Iterator
from typing import Literal

import neo4j

from graph.words import kept

Label = Literal["Actor", "Article", "Assertion", "Claim"]
WORDS: dict[Label, str] = {label: f"{label}[words]" for label in ("Actor", "Article", "Assertion", "Claim")}
"""The index of words of each label's nodes."""
MEANING = "Claim[meaning]"
_INDEXED = (*((label, "words") for label in WORDS), ("Claim", "meaning"))
_TOLD = {"Actor": "[n.name] + coalesce(n.aliases, [])", "Article": "[n.title]", "Assertion": "[n.exact]",
         "Claim": "[n.text]"}  # fmt: skip
_PAGE = "MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id, {told} AS texts ORDER BY n.id LIMIT 2000"
_SET = "UNWIND $rows AS r MATCH (n:{label} {{id: r.id}}) SET n.words = r.words"

CYPHER = (
    *(
        f"CREATE FULLTEXT INDEX `{label}[{name}]` IF NOT EXISTS FOR (n:{label}) ON EACH [n.{name}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
        for label, name in _INDEXED
    ),
    "CALL db.awaitIndexes(300)",
)
SQL = "".join(
    f"CREATE VERTEX TYPE {label} IF NOT EXISTS; CREATE PROPERTY {label}.{name} IF NOT EXISTS STRING; "
    f"CREATE INDEX IF NOT EXISTS ON {label} ({name}) FULL_TEXT "
    'METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"}; '
    for label, name in _INDEXED
)


def fill(session: neo4j.Session) -> None:
    """Give the nodes of a store that an older whence wrote the words by which they are found."""
    for label in WORDS:
        for page in _pages(session, label):
            rows = [{"id": row["id"], **kept(row["texts"])} for row in page]
            session.run(_SET.format(label=label), rows=[row for row in rows if "words" in row]).consume()


def _pages(session: neo4j.Session, label: str) -> Iterator[list[neo4j.Record]]:
    after = ""
    while page := list(session.run(_PAGE.format(label=label, told=_TOLD[label]), after=after)):
        yield page
        after = page[-1]["id"]
