// question: Which outlets quote this actor, how often, and how often only through somebody else?
// parameter actor: the actor's id, name or alias
// example: whence ask outlets-quoting-actor actor=rutte
MATCH (:Actor {id: $actor})-[:ASSERTED]->(s:Assertion)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN coalesce(outlet.name, 'outlet not known') AS outlet, count(s) AS assertions,
       sum(CASE WHEN s.reported THEN 1 ELSE 0 END) AS reported, count(DISTINCT page) AS articles,
       min(page.published) AS first, max(page.published) AS last
ORDER BY assertions DESC, outlet
