// question: Which chains of sources are the longest?
// parameter steps: at least so many steps from the voice to the last source [= 2]
// parameter limit: at most so many chains [= 50]
// example: whence ask long-chains steps=2
MATCH path = (s:Assertion)-[:SOURCED_FROM*2..12]->(root:Assertion)
WHERE length(path) >= $steps AND NOT (s)<-[:SOURCED_FROM]-(:Assertion) AND NOT (root)-[:SOURCED_FROM]->(:Assertion)
WITH path, s, root, length(path) AS steps
UNWIND range(0, steps) AS place
WITH s, root, steps, path, place, nodes(path)[place] AS member
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(member)
WITH s, root, steps, path, place, coalesce(who.name, member.sourceText, 'no source named') AS voice
ORDER BY place
WITH s, root, steps, path, collect(voice) AS chain
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN steps, chain, s.exact AS words, outlet.name AS outlet, page.published AS published, page.title AS article,
       s.id AS assertion
ORDER BY steps DESC, published, article, page.id, s.start, s.id, chain LIMIT $limit
