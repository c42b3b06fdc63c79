// question: Which articles copy which?
// example: whence ask copies
MATCH (a:Article)-[r:COPIES]->(b:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(outlet:Actor)
OPTIONAL MATCH (b)-[:PUBLISHED_BY]->(first:Actor)
RETURN a.title AS article, outlet.name AS outlet, a.published AS published, b.title AS copies, first.name AS of,
       b.published AS first, r.similarity AS similarity, a.id AS id, b.id AS original
ORDER BY similarity DESC, id, original
