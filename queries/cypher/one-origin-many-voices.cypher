// question: Which claims told by several outlets or articles lead back to one actor alone?
// parameter articles: told in at least so many articles [= 2]
// example: whence ask one-origin-many-voices
MATCH (s:Assertion)-[:STATES]->(c:Claim) MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
WITH c, collect(s) AS said, count(DISTINCT page) AS articles, count(DISTINCT outlet) AS outlets, count(DISTINCT s) AS voices
WHERE articles >= $articles
UNWIND said AS s
MATCH (s)-[:SOURCED_FROM*0..8]->(root:Assertion) WHERE NOT (root)-[:SOURCED_FROM]->(:Assertion)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(root)
WITH c, articles, outlets, voices, collect(DISTINCT coalesce(who.name, root.sourceText, 'no source named')) AS roots
WHERE size(roots) = 1
RETURN roots[0] AS origin, voices, articles, outlets, c.text AS claim, c.id AS id
ORDER BY articles DESC, voices DESC, claim, id
