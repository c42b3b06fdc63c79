// question: Whom does this actor rely on, directly or through others?
// parameter actor: the actor's id, name or alias
// example: whence ask whom-actor-relies-on actor=rutte
MATCH (:Actor {id: $actor})-[:ASSERTED]->(s:Assertion)
MATCH path = (s)-[:SOURCED_FROM*1..12]->(up:Assertion)
WITH s, up, min(length(path)) AS steps
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (source:Actor)-[:ASSERTED]->(up)
RETURN coalesce(source.name, up.sourceText, 'no source named') AS source, source.kind AS kind, source.id AS id,
       count(DISTINCT s) AS assertions, count(DISTINCT page) AS articles, min(steps) AS steps
ORDER BY assertions DESC, source, id
