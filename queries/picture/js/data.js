// ---- what is in the file
const read = (id) => JSON.parse($(id).textContent);
const table = (values) => new Map(Object.entries(values));
const DATA = read("evidence");
const actors = table(DATA.actors),
  articles = table(DATA.articles),
  claims = table(DATA.claims);
const assertions = table(DATA.assertions),
  traces = table(DATA.traces),
  judgements = DATA.judgements;
const KINDS = {
  person: "Person",
  organization: "Organization",
  outlet: "Outlet",
  document: "Document",
  group: "Group",
  unnamed: "Unnamed",
};
const ROLES = {
  origin: { name: "origin", words: "says it of its own" },
  relay: { name: "passes it on", words: "citing others" },
  unstated: { name: "basis not stated", words: "basis not stated" },
  doubtful: { name: "doubtful reading", words: "read with a low score" },
  denied: { name: "denies it", words: "denies it" },
  open: { name: "leaves it open", words: "neither says nor denies" },
};

// ---- indexes
const group = (pairs) => {
  const found = new Map();
  pairs.forEach(([key, value]) => {
    if (found.has(key)) found.get(key).push(value);
    else found.set(key, [value]);
  });
  return found;
};
assertions.forEach((a, id) => {
  a.id = id;
});
const everything = [...assertions.values()];
const statedBy = group(everything.flatMap((a) => a.states.map((x) => [x.claim, a])));
const madeBy = group(everything.map((a) => [a.actor, a]));
const standsIn = group(everything.map((a) => [a.article, a]));
const citedBy = group(everything.flatMap((a) => a.restsOn.map((r) => [r.assertion, a])));
const judgedAs = group([...actors].flatMap(([id, a]) => a.judged.map((other) => [other, id])));
const belongsTo = group(
  [...actors].flatMap(([id, a]) => a.affiliations.map((f) => [f.organization, { ...f, actor: id }])),
);

// ---- words for things
const sure = (score) => (Number.isFinite(score) ? score.toFixed(2) : "not scored");
const nameOf = (id) => (actors.has(id) ? actors.get(id).name : "no source named");
const kindOf = (id) => (actors.has(id) ? actors.get(id).kind : "unnamed");
const articleOf = (a) => articles.get(a.article) || { copies: [] };
const outletOf = (a) => articleOf(a).outlet;
const publishedOf = (a) => articleOf(a).published || "";
// an article without a title is called by its first words
const titleOf = (id) => {
  const { title, text } = articles.get(id) || {};
  return title || (text && text.trim() ? `${short(text.trim(), 60)} (no title)` : "untitled article");
};
const outletName = (id) => {
  const { outlet } = articles.get(id) || {};
  return outlet ? nameOf(outlet) : "outlet not known";
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const day = (published) => {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published || "");
  if (!parts) return published || "date not known";
  return [parts[3] && String(Number(parts[3])), MONTHS[Number(parts[2]) - 1], parts[1]].filter(Boolean).join(" ");
};
// an EDTF date, with what it leaves open, in words
const eventDay = (edtf) => {
  const one = (text) =>
    /^XXXX-(\d\d)/.test(text)
      ? `${MONTHS[Number(text.slice(5, 7)) - 1]}, year not known`
      : day(text.replace(/[?~%]/g, ""));
  const [from, until] = String(edtf).split("/");
  if (until === undefined) return one(from);
  return from === ".." ? `until ${one(until)}` : until === ".." ? `from ${one(from)}` : `${one(from)} to ${one(until)}`;
};
const daysBetween = (one, other) => {
  const [a, b] = [one, other].map((text) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`));
  return one.length < 10 || other.length < 10 || Number.isNaN(a + b) ? null : Math.round((b - a) / 86400000);
};
// an actor that no article names is called by the article's own words
const speaker = (a) =>
  a.actor
    ? kindOf(a.actor) === "unnamed"
      ? quoted(a.sourceText || nameOf(a.actor), 80)
      : nameOf(a.actor)
    : "no source named";
const roleOf = (claim, id) => (traces.get(claim) || { roles: {} }).roles[id] || "relay";
// whom an actor may be; for those that no article here names the graph has no name
const doubtOf = (id) => {
  const all = (actors.get(id) || {}).candidates || [],
    known = all.filter((one) => actors.has(one)).map(nameOf),
    rest = all.length - known.length;
  if (!rest) return known;
  return [...known, known.length ? plural(rest, "other") : `one of ${rest} that no article here names`];
};
const basisOf = (a, role) => {
  if (role && role !== "origin") return ROLES[role].words;
  if (a.restsOn.length) return ROLES.relay.words;
  if (a.basis === "findings" || (!a.basis && (actors.get(a.actor) || {}).findings)) return "its own findings";
  return a.basis ? "own knowledge" : ROLES.unstated.words;
};
const ruled = (claim, rule) => {
  const found = traces.get(claim);
  return (rule === "none" && found.none) || found.affiliation;
};
const countsOf = (claim, rule) => {
  const [voices, said, inArticles, outlets, origins] = ruled(claim, rule).counts;
  return { voices, said, articles: inArticles, outlets, origins };
};
const earliest = (claim) =>
  (statedBy.get(claim) || [])
    .filter(publishedOf)
    .sort((a, b) => publishedOf(a).localeCompare(publishedOf(b)) || a.start - b.start || a.id.localeCompare(b.id))[0];
const byDate = (a, b) =>
  (publishedOf(a) || "9999").localeCompare(publishedOf(b) || "9999") ||
  String(a.article).localeCompare(String(b.article)) ||
  a.start - b.start ||
  a.id.localeCompare(b.id);
