// question: Who was first with a claim that holds these words?
// parameter words: words that the claim's text holds, as they are written
// parameter limit: at most so many [= 20]
// example: whence ask first-to-say words="Kursk"
MATCH (s:Assertion)-[:STATES]->(c:Claim) WHERE toLower(c.text) CONTAINS toLower($words)
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
WITH coalesce(s.saidAt, page.published) AS day, who, s, c, page, outlet
RETURN day, coalesce(who.name, s.sourceText, 'no source named') AS who, c.text AS claim, s.basis AS basis,
       outlet.name AS outlet, page.title AS article, c.id AS id
ORDER BY CASE WHEN day IS NULL THEN 1 ELSE 0 END, day, article, s.start, s.id
LIMIT $limit
