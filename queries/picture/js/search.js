// ---- search over everything, with suggestions as one types
let index = null,
  hits = [],
  at = -1;
const entries = () => {
  const all = [
    ...[...actors]
      .sort((a, b) => (madeBy.get(b[0]) || []).length - (madeBy.get(a[0]) || []).length)
      .map(([id, a]) => ({
        go: { view: "actor", id },
        what: KINDS[a.kind] || a.kind,
        text: [a.name, ...(a.aliases || [])].join(" · "),
      })),
    ...[...claims]
      .sort((a, b) => countsOf(b[0]).voices - countsOf(a[0]).voices)
      .map(([id, c]) => ({ go: { view: "trace", id }, what: "Claim", text: c.text })),
    ...[...articles].map(([id, a]) => ({
      go: { view: "article", id },
      what: "Article",
      text: [a.title || "untitled article", a.outlet ? nameOf(a.outlet) : "", day(a.published)]
        .filter(Boolean)
        .join(" · "),
    })),
    ...everything.map((a) => ({
      go: a.states.length
        ? { view: "trace", id: a.states[0].claim, e: a.id }
        : { view: "article", id: a.article, e: a.id },
      what: `Quote, ${short(speaker(a), 60)}`,
      text: a.exact,
    })),
  ];
  return all.map((entry) => ({ ...entry, folded: foldedText(entry.text) }));
};
const findHits = () => {
  index = index || entries();
  const wanted = wordsIn($("search").value),
    seen = new Set();
  const fit = wanted.length ? index.filter((entry) => wanted.every((word) => entry.folded.includes(word))) : [];
  hits = fit
    .filter((entry) => !(seen.has(`${entry.go.view}${entry.folded}`) || !seen.add(`${entry.go.view}${entry.folded}`)))
    .slice(0, 12);
  if (wanted.length)
    hits.push({
      go: { view: "board", q: $("search").value.trim() },
      what: "All claims with these words",
      text: $("search").value.trim(),
    });
  at = -1;
  showHits();
};
const showHits = () => {
  const list = $("results");
  list.hidden = !hits.length;
  $("search").setAttribute("aria-expanded", String(hits.length > 0));
  if (at >= 0) $("search").setAttribute("aria-activedescendant", `hit-${at}`);
  else $("search").removeAttribute("aria-activedescendant");
  list.replaceChildren(
    ...hits.map((hit, k) => {
      const item = h(
        "li",
        { role: "option", id: `hit-${k}`, "aria-selected": String(k === at) },
        h("small", { text: hit.what }),
        said(short(hit.text, 200)),
      );
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        takeHit(k);
      });
      return item;
    }),
  );
  if (at >= 0) list.children[at].scrollIntoView({ block: "nearest" });
};
const takeHit = (k) => {
  const hit = hits[Math.max(0, k)];
  hits = [];
  at = -1;
  showHits();
  if (!hit) return;
  $("search").value = "";
  $("search").blur();
  go(hit.go);
};
const searchKey = (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!hits.length) return;
    const step = event.key === "ArrowDown" ? 1 : -1;
    at = at < 0 && step < 0 ? hits.length - 1 : (at + step + hits.length) % hits.length;
    showHits();
    event.preventDefault();
  } else if (event.key === "Enter" && hits.length) {
    event.preventDefault();
    takeHit(at);
  } else if (event.key === "Escape") {
    hits = [];
    at = -1;
    showHits();
    $("search").blur();
    event.stopPropagation();
  }
};
