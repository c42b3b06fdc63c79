// question: Which actors mostly pass on what others say?
// parameter share: at least this share of what they say, in percent [= 50]
// parameter limit: at most so many actors [= 50]
// example: whence ask resting-on-others share=30
MATCH (who:Actor)-[:ASSERTED]->(s:Assertion)
WITH who, s, CASE WHEN EXISTS { MATCH (s)-[:SOURCED_FROM]->(:Assertion) } THEN 1 ELSE 0 END AS rests
WITH who, count(s) AS assertions, sum(rests) AS passed
WHERE 100 * passed >= $share * assertions AND passed > 0
RETURN who.name AS actor, assertions, passed, 100 * passed / assertions AS percent, who.id AS id
ORDER BY percent DESC, passed DESC, actor, id
LIMIT $limit
