// question: Who belongs to whom, in which role, since when, and who says so?
// parameter actor: only of or to this actor, by id, name or alias [= ]
// example: whence ask affiliations actor=rutte
MATCH (a:Actor)-[r:AFFILIATED_WITH]->(o:Actor)
WHERE $actor IS NULL OR a.id = $actor OR o.id = $actor
OPTIONAL MATCH (page:Article {id: r.article})
RETURN a.name AS actor, r.role AS role, o.name AS organization, r.since AS since, r.until AS until, r.by AS by,
       r.exact AS words, page.title AS article
ORDER BY actor, organization, since, role, a.id, o.id, article, r.start
