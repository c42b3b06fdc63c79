// question: Which assertions end a chain without saying how their source knows?
// parameter limit: at most so many [= 100]
// example: whence ask no-stated-basis
MATCH (s:Assertion)-[:APPEARS_IN]->(page:Article)
WHERE s.basis IS NULL AND NOT (s)-[:SOURCED_FROM]->(:Assertion)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
WITH s, page, who, outlet WHERE NOT coalesce(who.findings, false)
RETURN coalesce(who.name, s.sourceText, 'no source named') AS who, s.cue AS cue, s.exact AS words,
       outlet.name AS outlet, page.published AS published, page.title AS article, s.id AS assertion
ORDER BY published, article, page.id, s.start, s.id LIMIT $limit
