// question: Which assertions name no source at all?
// parameter limit: at most so many [= 100]
// example: whence ask no-stated-source
MATCH (s:Assertion)-[:APPEARS_IN]->(page:Article)
WHERE NOT (s)<-[:ASSERTED]-(:Actor)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN s.sourceText AS source, s.cue AS cue, s.exact AS words, outlet.name AS outlet,
       page.published AS published, page.title AS article, s.id AS assertion
ORDER BY published, article, page.id, s.start, s.id LIMIT $limit
