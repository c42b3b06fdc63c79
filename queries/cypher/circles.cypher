// question: Which assertions rest, in the end, on themselves?
// example: whence ask circles
MATCH path = (s:Assertion)-[:SOURCED_FROM*1..12]->(s)
WITH s, min(length(path)) AS steps
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
RETURN coalesce(who.name, s.sourceText, 'no source named') AS who, s.exact AS words, steps, page.title AS article,
       s.id AS assertion
ORDER BY article, page.id, s.start, s.id
