// question: How did a figure move through time and mouths?
// parameter words: words that the claim's text holds, as they are written
// example: whence ask figures-over-time words="soldiers"
MATCH (s:Assertion)-[:STATES]->(c:Claim)
WHERE c.quantityBound IS NOT NULL AND toLower(c.text) CONTAINS toLower($words)
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
WITH coalesce(s.saidAt, page.published) AS day, who, s, c, page, outlet
RETURN day, c.eventDate AS date, c.quantityMin AS least, c.quantityMax AS most, c.quantityBound AS bound,
       coalesce(c.quantityKind, c.quantityUnit) AS of, c.status AS status,
       coalesce(who.name, s.sourceText, 'no source named') AS who, outlet.name AS outlet, c.text AS claim, c.id AS id
ORDER BY CASE WHEN day IS NULL THEN 1 ELSE 0 END, day, page.id, s.start, s.id
