// question: Who contradicts whom?
// example: whence ask contradictions
MATCH (a:Claim)-[r:CONFLICTS_WITH]->(b:Claim)
OPTIONAL MATCH (a)-[:SAME_AS]->(x:Claim)
OPTIONAL MATCH (b)-[:SAME_AS]->(y:Claim)
WITH DISTINCT coalesce(x, a) AS one, coalesce(y, b) AS other, r.rule AS rule, r.why AS why
MATCH (s:Assertion)-[:STATES]->(one) MATCH (t:Assertion)-[:STATES]->(other)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (against:Actor)-[:ASSERTED]->(t)
RETURN DISTINCT coalesce(who.name, s.sourceText, 'no source named') AS who,
       coalesce(against.name, t.sourceText, 'no source named') AS against, rule, why,
       one.text AS claim, other.text AS rival, one.id AS id, other.id AS other
ORDER BY who, against, claim, rival, id, other
