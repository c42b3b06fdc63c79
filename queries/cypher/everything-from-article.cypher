// question: What does this article attribute to whom, in the order of its text?
// parameter article: the article's id, the beginning of it, its URL, path, or words of its title
// example: whence ask everything-from-article article=Rutte
MATCH (:Article {id: $article})<-[:APPEARS_IN]-(s:Assertion)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (s)-[r:SOURCED_FROM]->(up:Assertion)
OPTIONAL MATCH (source:Actor)-[:ASSERTED]->(up)
RETURN s.start AS start, s.end AS end, coalesce(who.name, s.sourceText, 'no source named') AS who, s.cue AS cue,
       s.exact AS words, r.exact AS citing,
       CASE WHEN up IS NULL THEN null ELSE coalesce(source.name, up.sourceText, 'no source named') END AS source,
       s.basis AS basis, s.score AS score, s.id AS assertion
ORDER BY start, end, assertion, r.start, up.id
