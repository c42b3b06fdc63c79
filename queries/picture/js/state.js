// ---- the state is what stands after # in the address, and nothing else
const FILTERS = ["hide", "outlet", "since", "until", "dated", "score", "by"];
const STAYS = [...FILTERS, "theme", "fold", "rule", "filters"];
const KEYS = ["view", "id", "e", "q", "sort", "as", "only", "all", "pick", "more", ...STAYS];
let state = {};
const parse = (hash) => {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return home(safely(text));
  const told = new URLSearchParams(text);
  return Object.fromEntries(KEYS.filter((key) => told.get(key)).map((key) => [key, told.get(key)]));
};
const safely = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
// what to open for an id alone
const home = (id) => {
  if (claims.has(id)) return { view: "trace", id };
  if (actors.has(id)) return { view: "actor", id };
  if (articles.has(id)) return { view: "article", id };
  if (assertions.has(id)) {
    const [first] = assertions.get(id).states;
    return first
      ? { view: "trace", id: first.claim, e: id }
      : { view: "article", id: assertions.get(id).article, e: id };
  }
  return {};
};
const known = (wanted) => {
  const sets = { trace: claims, actor: actors, article: articles };
  return !sets[wanted.view] || sets[wanted.view].has(wanted.id) ? wanted : { ...wanted, view: "board", id: undefined };
};
const next = (changes) => {
  const kept = "view" in changes ? Object.fromEntries(STAYS.map((key) => [key, state[key]])) : state;
  return { ...kept, ...changes };
};
const hashOf = (wanted) =>
  `#${new URLSearchParams(KEYS.filter((key) => wanted[key]).map((key) => [key, wanted[key]]))}`;
const to = (changes) => hashOf(next(changes));
// Shows a state, and puts it into the address where the page has one of its own.
const follow = (hash) => {
  show(parse(hash), true);
  try {
    if (location.hash !== hash) location.hash = hash;
  } catch {
    /* a frame without an address of its own */
  }
};
const go = (changes) => follow(to(changes));
const link = (changes, text, className) => h("a", { href: to(changes), class: className, text, dir: "auto" });
const toActor = (id, text) =>
  actors.has(id) ? link({ view: "actor", id }, text || nameOf(id)) : said("no source named", "soft");
const toClaim = (id, text) => link({ view: "trace", id }, text || quoted(claims.get(id).text, 160));
const toArticle = (id, e) => link({ view: "article", id, e }, titleOf(id));
const toEvidence = (id) => ({ e: id, pick: undefined });

// ---- filters: which assertions are looked at
let passing = null;
const hidden = () => new Set((state.hide || "").split(",").filter(Boolean));
const filtered = () => FILTERS.some((key) => state[key]);
const sift = () => {
  const hide = hidden(),
    least = Number(state.score || 0);
  passing = new Set(
    everything
      .filter((a) => {
        const at = publishedOf(a).slice(0, 10);
        if (hide.has(a.actor ? kindOf(a.actor) : "unnamed")) return false;
        if (state.outlet && (state.outlet === "none" ? outletOf(a) : outletOf(a) !== state.outlet)) return false;
        if (state.by && a.by !== state.by) return false;
        if (least && (a.score ?? 1) < least) return false;
        if (!at) return !state.dated;
        return (!state.since || at >= state.since.slice(0, at.length)) && (!state.until || at <= state.until);
      })
      .map((a) => a.id),
  );
};
const passes = (id) => passing.has(id);
