// question: How much does each outlet rest on unnamed sources?
// example: whence ask unnamed-by-outlet
MATCH (s:Assertion)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
WITH outlet, page, s, CASE WHEN who IS NULL THEN 1 ELSE 0 END AS missing,
     CASE WHEN who.kind = 'unnamed' THEN 1 ELSE 0 END AS nameless
RETURN coalesce(outlet.name, 'outlet not known') AS outlet, count(DISTINCT page) AS articles, count(s) AS assertions,
       sum(nameless) AS unnamed, sum(missing) AS unsourced, toInteger(100 * (sum(nameless) + sum(missing)) / count(s)) AS percent
ORDER BY percent DESC, assertions DESC, outlet
