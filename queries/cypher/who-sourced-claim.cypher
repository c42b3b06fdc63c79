// question: Who sourced this claim from whom, in which words?
// parameter claim: the claim's id, the beginning of it, or words that only it holds
// example: whence ask who-sourced-claim claim="North Korean troops Kursk"
MATCH (:Claim {id: $claim})<-[:STATES]-(s:Assertion)
MATCH (s)-[:APPEARS_IN]->(page:Article)
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (s)-[r:SOURCED_FROM]->(up:Assertion)
OPTIONAL MATCH (source:Actor)-[:ASSERTED]->(up)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN coalesce(who.name, s.sourceText, 'no source named') AS who, s.cue AS cue, s.exact AS words, r.exact AS citing,
       CASE WHEN up IS NULL THEN null ELSE coalesce(source.name, up.sourceText, 'no source named') END AS source,
       s.basis AS basis, outlet.name AS outlet, page.published AS published, page.title AS article,
       s.id AS assertion
ORDER BY published, article, page.id, s.start, s.id, r.start, up.id
