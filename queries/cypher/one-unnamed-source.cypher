// question: Which claims rest on one unnamed source alone?
// example: whence ask one-unnamed-source
MATCH (s:Assertion)-[:STATES]->(c:Claim)
MATCH path = (s)-[:SOURCED_FROM*0..12]->(root:Assertion)
WHERE NOT EXISTS { MATCH (root)-[:SOURCED_FROM]->(:Assertion) }
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(root)
WITH c, count(DISTINCT s) AS voices, count(DISTINCT root.id) AS roots, collect(DISTINCT who.id) AS ids,
     collect(DISTINCT who.name) AS names, collect(DISTINCT who.kind) AS kinds
WHERE size(ids) = 1 AND kinds = ['unnamed']
RETURN c.text AS claim, names[0] AS source, voices, roots, c.id AS id
ORDER BY voices DESC, claim, id
