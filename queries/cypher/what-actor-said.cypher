// question: What did this actor say, in which words, and where?
// parameter actor: the actor's id, name or alias
// example: whence ask what-actor-said actor=rutte
MATCH (:Actor {id: $actor})-[:ASSERTED]->(s:Assertion)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN s.exact AS words, s.cue AS cue, s.mode AS mode, s.polarity AS polarity, s.basis AS basis,
       s.reported AS reported, outlet.name AS outlet, page.published AS published, page.title AS article,
       s.id AS assertion
ORDER BY published, article, page.id, s.start, s.id
