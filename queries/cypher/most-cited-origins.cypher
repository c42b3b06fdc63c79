// question: On whom does the most rest?
// parameter limit: at most so many [= 20]
// example: whence ask most-cited-origins limit=5
MATCH (root:Assertion) WHERE NOT (root)-[:SOURCED_FROM]->(:Assertion)
MATCH (origin:Actor)-[:ASSERTED]->(root)
WHERE (root.basis IS NOT NULL OR coalesce(origin.findings, false)) AND root.polarity = 'positive'
OPTIONAL MATCH (s:Assertion)-[:SOURCED_FROM*1..12]->(root)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
MATCH (root)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN origin.name AS origin, origin.kind AS kind, count(DISTINCT root) AS assertions,
       count(DISTINCT s) AS citations, count(DISTINCT who) AS voices, count(DISTINCT page) AS articles,
       count(DISTINCT outlet) AS outlets, origin.id AS id
ORDER BY citations DESC, assertions DESC, origin, id LIMIT $limit
