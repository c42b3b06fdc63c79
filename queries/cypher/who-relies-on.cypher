// question: Who relies on this actor, directly or through others?
// parameter actor: the actor's id, name or alias
// example: whence ask who-relies-on actor=rutte
MATCH (:Actor {id: $actor})-[:ASSERTED]->(up:Assertion)
MATCH path = (up)<-[:SOURCED_FROM*1..12]-(s:Assertion)
WITH s, up, min(length(path)) AS steps
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
RETURN coalesce(who.name, s.sourceText, 'no source named') AS who, who.kind AS kind, who.id AS id,
       count(DISTINCT s) AS assertions, count(DISTINCT page) AS articles, min(steps) AS steps
ORDER BY assertions DESC, who, id
