// question: When was this claim told, by whom, and where?
// parameter claim: the claim's id, the beginning of it, or words that only it holds
// example: whence ask claim-timeline claim="North Korean troops Kursk"
MATCH (:Claim {id: $claim})<-[:STATES]-(s:Assertion)
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN coalesce(s.saidAt, page.published) AS day, s.saidAt AS said, page.published AS published,
       coalesce(who.name, s.sourceText, 'no source named') AS who, s.exact AS words, outlet.name AS outlet,
       page.title AS article, s.id AS assertion
ORDER BY day, article, page.id, s.start, s.id
