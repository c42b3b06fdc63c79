// ---- the evidence: the sentence in its paragraph, and how it got here
const evidenceOf = (a) => {
  const role = roleOf((a.states[0] || {}).claim, a.id);
  return [
    h(
      "h2",
      { id: "evidence-head", tabindex: "-1" },
      icon(kindOf(a.actor)),
      " ",
      a.actor ? toActor(a.actor, speaker(a)) : said("no source named"),
    ),
    h("p", {}, h("span", { class: `tag role-${role}`, text: `${SIGNS[role]} ${basisOf(a, role)}` }), tags(a)),
    a.restsOn.map((r) =>
      h(
        "p",
        { class: "cites" },
        said(quoted(r.exact, 120)),
        " → ",
        assertions.has(r.assertion)
          ? link(toEvidence(r.assertion), speaker(assertions.get(r.assertion)))
          : "not in this file",
      ),
    ),
    (citedBy.get(a.id) || []).map((other) =>
      h("p", { class: "cites" }, "passed on by ", link(toEvidence(other.id), speaker(other))),
    ),
    inContext(a),
    h(
      "p",
      {},
      toArticle(a.article, a.id),
      h("br"),
      h("span", { class: "soft" }, said(outletName(a.article)), ` · ${day(publishedOf(a))}`, outside(articleOf(a).url)),
    ),
    h(
      "dl",
      { class: "details" },
      details(a).map(([name, value]) =>
        value === undefined || value === null || value === ""
          ? null
          : [h("dt", { text: name }), h("dd", {}, said(String(value)))],
      ),
    ),
    h("h3", { text: "States" }),
    a.states.map((x) => [
      h("p", {}, claims.has(x.claim) ? toClaim(x.claim) : "a claim that is not in this file"),
      h(
        "p",
        { class: "soft" },
        "Why this claim: ",
        said(x.why || "no reason kept"),
        ` (${x.by || "unknown"}, ${sure(x.score)}). `,
        others(x.claim, a),
      ),
    ]),
    h("h3", { text: "Why this actor?" }),
    h("p", { class: "soft" }, whoWhy(a)),
  ];
};
const tags = (a) =>
  [
    a.reported ? "known only as another tells it" : "",
    a.polarity === "negative" ? "denies" : a.polarity === "open" ? "neither says nor denies" : "",
    a.certainty === "hedged" ? "hedged" : "",
    a.doubtful ? "read with a low score" : "",
  ]
    .filter(Boolean)
    .map((text) => h("span", { class: "tag", text }));
const others = (claim, a) => {
  const more = (statedBy.get(claim) || []).filter((other) => other.id !== a.id);
  return more.length
    ? `${plural(more.length, "other assertion")} ${more.length === 1 ? "states" : "state"} it too.`
    : "No other assertion states it.";
};
const details = (a) => [
  ["cue", a.cue],
  ["source", a.sourceText],
  ["speech", a.mode],
  ["read by", a.by],
  ["score", sure(a.score)],
  ["said at", a.saidAt],
  ["characters", Number.isFinite(a.start) ? `${a.start}–${a.end}` : ""],
  ["assertion", a.id],
];
const inContext = (a) => {
  const { text } = articleOf(a);
  const wrap2 = (r, inside) => h("mark", { class: r.part }, inside);
  if (text === undefined)
    return h(
      "blockquote",
      { dir: "auto" },
      h("span", { class: "soft", text: a.prefix || "" }),
      h("mark", { class: "content", text: a.exact }),
      h("span", { class: "soft", text: a.suffix || "" }),
    );
  const ranges = rangesOf(a, wrap2),
    from = Math.min(...ranges.map((r) => r.start)),
    upto = Math.max(...ranges.map((r) => r.end));
  const around = paragraphs(text).filter(([start, end]) => end > from && start < upto),
    cut = slicer(text);
  return h(
    "blockquote",
    { dir: "auto" },
    around
      .slice(0, 6)
      .map(([start, end]) => h("p", {}, weave(cut, Math.max(start, from - 600), Math.min(end, upto + 600), ranges))),
  );
};
const whoWhy = (a) => {
  if (!a.actor) return "The article names no source for it.";
  const actor = actors.get(a.actor),
    written = a.sourceText;
  if (!actor) return "The actor is not in this file.";
  const doubts = doubtOf(a.actor);
  if (a.named && a.named !== a.actor)
    return [`The article names ${nameOf(a.named)}; people judged that it is `, toActor(a.actor), "."];
  if (actor.kind === "unnamed") return "It is not named. Whence keeps the unnamed sources of each article apart.";
  if (doubts.length)
    return [
      `The article writes ${quoted(written || actor.name, 80)}. That may be ${doubts.join(", ")}; it stays apart until people judge.`,
    ];
  if (!written || written === actor.name) return "The article names it so.";
  const alias = [actor.name, ...(actor.aliases || [])].some((one) => foldedText(one) === foldedText(written));
  return [
    `The article writes ${quoted(written, 80)}; `,
    alias
      ? "that is one of its known names."
      : "within the article that leads to this actor (a title, a pronoun, or a shorter name).",
  ];
};
// a node of the network, told in short
const nodeCard = (id) => {
  if (claims.has(id))
    return [
      h("h2", { tabindex: "-1" }, icon("claim"), " ", said(quoted(claims.get(id).text, 300))),
      h("p", { class: "verdict" }, said(ruled(id, rule()).words)),
      h("p", {}, h("a", { class: "button", href: to({ view: "trace", id }), text: "Open its trace" })),
      (statedBy.get(id) || [])
        .slice(0, 30)
        .map((a) => h("div", { class: "card" }, h("p", {}, toActor(a.actor, speaker(a))), statement(a))),
    ];
  if (actors.has(id))
    return [
      h("h2", { tabindex: "-1" }, icon(kindOf(id)), " ", said(nameOf(id))),
      h(
        "p",
        {},
        h("a", { class: "button", href: to({ view: "actor", id }), text: "Open the actor" }),
        " ",
        h("a", { class: "button", href: to({ view: "network", id }), text: "Draw around it" }),
      ),
      (madeBy.get(id) || []).slice(0, 30).map((a) => h("div", { class: "card" }, statement(a))),
    ];
  return [
    h("h2", { tabindex: "-1" }, icon("article"), " ", said(titleOf(id))),
    h("p", {}, h("a", { class: "button", href: to({ view: "article", id }), text: "Open the article" })),
  ];
};
const fillPanel = () => {
  const panel = $("panel"),
    inside = $("panel-inside");
  const a = assertions.get(state.e),
    node =
      state.view === "network" && [claims, actors, articles].some((all) => all.has(state.pick)) ? state.pick : null;
  panel.hidden = !a && !node;
  inside.replaceChildren();
  if (a) dress(inside, {}, evidenceOf(a));
  else if (node) dress(inside, {}, nodeCard(node));
  panel.scrollTop = 0;
};
