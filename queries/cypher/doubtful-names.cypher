// question: Which actors may be somebody that is known under another name?
// example: whence ask doubtful-names
MATCH (a:Actor) WHERE size(coalesce(a.candidates, [])) > 0
UNWIND a.candidates AS candidate
OPTIONAL MATCH (other:Actor {id: candidate})
OPTIONAL MATCH (a)-[:ASSERTED]->(s:Assertion)
RETURN a.name AS actor, coalesce(other.name, candidate) AS candidate, count(DISTINCT s) AS assertions, a.id AS id
ORDER BY actor, id, candidate
