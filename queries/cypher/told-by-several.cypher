// question: Which claims are told by several articles, and by how many outlets and actors?
// parameter articles: at least so many articles [= 2]
// example: whence ask told-by-several articles=2
MATCH (s:Assertion)-[:STATES]->(c:Claim)
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
WITH c, count(DISTINCT page) AS articles, count(DISTINCT outlet) AS outlets, count(DISTINCT who) AS actors,
     min(page.published) AS first, max(page.published) AS last
WHERE articles >= $articles
RETURN c.text AS claim, articles, outlets, actors, first, last, c.id AS id
ORDER BY articles DESC, actors DESC, claim, id
