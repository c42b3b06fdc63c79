// question: Who denies what?
// example: whence ask denials
MATCH (s:Assertion)-[:APPEARS_IN]->(page:Article) WHERE s.polarity = 'negative'
OPTIONAL MATCH (who:Actor)-[:ASSERTED]->(s)
OPTIONAL MATCH (page)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN coalesce(who.name, s.sourceText, 'no source named') AS who, s.cue AS cue, s.exact AS words,
       outlet.name AS outlet, page.published AS published, page.title AS article, s.id AS assertion
ORDER BY published, article, page.id, s.start, s.id
