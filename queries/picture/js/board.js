// ---- the claim board: every claim with its voices, outlets, origins and rivals
const ONLY = {
  "": ["All", () => true],
  one: ["One origin, several voices", (id) => ruled(id, rule()).kind === "one origin" && countsOf(id).voices > 1],
  several: ["Several origins", (id) => ruled(id, rule()).kind === "several origins"],
  chain: ["Somebody is cited", (id) => traces.get(id).links.length > 0],
  none: ["No origin stated", (id) => ruled(id, rule()).kind === "no origin stated"],
  circular: ["Loops", (id) => ruled(id, rule()).circles > 0],
  rivals: ["With rivals", (id) => rivalIds(id).length > 0],
};
const foldedText = (text) => text.toLowerCase();
const wordsIn = (text) =>
  foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const holdsAll = (text, wanted) => {
  const has = wordsIn(text);
  return wanted.every((word) => has.some((one) => one.startsWith(word)));
};
const fits = (id, wanted) =>
  !wanted.length ||
  holdsAll(claims.get(id).text, wanted) ||
  (statedBy.get(id) || []).some((a) => holdsAll(a.exact, wanted));
const depthOf = (id) => Math.max(0, ...traces.get(id).lanes.flatMap((lane) => lane.steps.map((step) => step[1])));
const firstSaid = (id) => {
  const a = earliest(id);
  return a
    ? [day(publishedOf(a)), h("br"), h("span", { class: "soft" }, said(speaker(a)))]
    : [h("span", { class: "soft", text: "date not known" })];
};
const originWords = (id) => {
  const found = ruled(id, rule());
  return h("span", { class: `origins ${found.kind.replace(/ /g, "-")}` }, said(short(found.words, 120)));
};
const COLUMNS = [
  ["claim", "Claim", (id) => toClaim(id), (id) => claims.get(id).text.replace(/^\W+/, "").toLowerCase()],
  ["voices", "Voices", (id) => countsOf(id, rule()).voices, (id) => countsOf(id, rule()).voices],
  ["articles", "Articles", (id) => countsOf(id, rule()).articles, (id) => countsOf(id, rule()).articles],
  ["outlets", "Outlets", (id) => countsOf(id, rule()).outlets, (id) => countsOf(id, rule()).outlets],
  ["origins", "Origins", originWords, (id) => countsOf(id, rule()).origins],
  [
    "first",
    "First said",
    firstSaid,
    (id) => {
      const a = earliest(id);
      return a ? publishedOf(a) : "9999";
    },
  ],
  ["rivals", "Rivals", (id) => (rivalIds(id).length ? `↯ ${rivalIds(id).length}` : "–"), (id) => rivalIds(id).length],
];
const boardView = (width) => {
  const wanted = wordsIn(state.q || ""),
    told = [...claims.keys()].filter((id) => stands(id) && fits(id, wanted));
  const ids = told
    .filter(ONLY[state.only in ONLY ? state.only : ""][1])
    .sort(
      (a, b) =>
        countsOf(b).voices - countsOf(a).voices ||
        countsOf(b).articles - countsOf(a).articles ||
        depthOf(b) - depthOf(a) ||
        a.localeCompare(b),
    );
  const as = state.as || (width < 700 ? "cards" : "table");
  return [
    heading(state.q ? `Claims with the words ${quoted(state.q, 80)}` : "Claims"),
    h("p", {
      class: "soft",
      text: `${plural(claims.size, "claim")}, ${plural(assertions.size, "assertion")} by ${plural([...madeBy.keys()].filter(Boolean).length, "voice")} in ${plural(articles.size, "article")}. A claim is whence’s inference; who said what is the articles’ own.`,
    }),
    h("div", { class: "bar" }, chips(told), h("span", { class: "grow" }), ways(as)),
    as === "together"
      ? together(ids, width)
      : as === "cards"
        ? cards(ids)
        : sortable("Claims", COLUMNS, ids, "-voices"),
    ids.length ? null : h("p", { text: "No claim fits. Take a filter away, or search for other words." }),
  ];
};
const chips = (told) =>
  h(
    "div",
    { class: "chips", role: "group", "aria-label": "Which claims" },
    Object.entries(ONLY).map(([key, [text, holds]]) => {
      const count = told.filter(holds).length;
      return key && !count
        ? null
        : button(`${text} (${count})`, () => go({ only: key || undefined, more: undefined }), {
            "aria-pressed": String((state.only || "") === key),
          });
    }),
  );
const ways = (as) =>
  h(
    "div",
    { class: "switch", role: "group", "aria-label": "Show as" },
    [
      ["table", "Table"],
      ["cards", "Cards"],
      ["together", "By date"],
    ].map(([key, text]) =>
      button(text, () => go({ as: key, more: undefined }), { "aria-pressed": String(as === key) }),
    ),
  );
const cards = (ids) => {
  const most = Number(state.more) || 60;
  return [
    h(
      "ul",
      { class: "cards" },
      ids.slice(0, most).map((id) => {
        const counts = countsOf(id, rule()),
          a = earliest(id);
        return h(
          "li",
          { class: "card" },
          h("p", { class: "card-title" }, toClaim(id)),
          h("p", {}, originWords(id)),
          h("p", {
            class: "soft",
            text: `${plural(counts.voices, "voice")} · ${plural(counts.articles, "article")} · ${plural(counts.outlets, "known outlet")}`,
          }),
          h(
            "p",
            { class: "soft" },
            a ? `first ${day(publishedOf(a))}, ${speaker(a)}` : "date not known",
            rivalIds(id).length ? ` · ↯ ${plural(rivalIds(id).length, "rival")}` : "",
          ),
        );
      }),
    ),
    ids.length > most
      ? h(
          "p",
          {},
          button(`Show more (${ids.length - most} left)`, () => go({ more: String(most * 3) })),
        )
      : null,
  ];
};
// several claims in one picture by date, each still for itself: who came first with these words
const together = (ids, width) => {
  const most = ids.slice(0, 25),
    drawing = drawLanes(most, width);
  return [
    h("p", {
      class: "soft",
      text: `${ids.length > 25 ? "The first 25 of these claims" : "These claims"}, article by article, the earliest first. They are not taken to be one claim.`,
    }),
    h(
      "div",
      { class: "canvas", id: "picture", tabindex: "0", role: "region", "aria-label": "Claims by date" },
      drawing.picture,
    ),
    drawing.hiddenLanes
      ? h(
          "p",
          {},
          button("Show all articles", () => go({ more: "1" })),
        )
      : null,
  ];
};
// ---- actors and articles as tables
const actorsView = () => {
  const count = (id) => (madeBy.get(id) || []).filter((a) => passes(a.id)).length;
  const rows = [...actors.keys()].filter((id) => !hidden().has(kindOf(id)) && (count(id) || !filtered()));
  return [
    heading("Actors"),
    sortable(
      "Actors",
      [
        ["name", "Actor", (id) => [icon(kindOf(id)), " ", toActor(id)], (id) => nameOf(id).toLowerCase()],
        ["kind", "Kind", (id) => KINDS[kindOf(id)], kindOf],
        ["said", "Assertions", count, count],
        ["relies", "Relies on", (id) => reliesOn(id).length, (id) => reliesOn(id).length],
        ["relied", "Relied on by", (id) => reliedOnBy(id).length, (id) => reliedOnBy(id).length],
        [
          "belongs",
          "Belongs to",
          (id) =>
            unique(actors.get(id).affiliations.map((f) => f.organization)).map((one, k) => [
              k ? ", " : "",
              toActor(one),
            ]),
          (id) => actors.get(id).affiliations.length,
        ],
      ],
      rows,
      "-said",
    ),
  ];
};
const articlesView = () => [
  heading("Articles"),
  sortable(
    "Articles",
    [
      ["title", "Article", (id) => toArticle(id), (id) => titleOf(id).toLowerCase()],
      [
        "outlet",
        "Outlet",
        (id) => (articles.get(id).outlet ? toActor(articles.get(id).outlet) : "not known"),
        outletName,
      ],
      ["date", "Date", (id) => day(articles.get(id).published), (id) => articles.get(id).published || "9999"],
      ["said", "Assertions", (id) => (standsIn.get(id) || []).length, (id) => (standsIn.get(id) || []).length],
      [
        "copies",
        "In much the same words as",
        (id) =>
          articles
            .get(id)
            .copies.filter((copy) => articles.has(copy.article))
            .map((copy) => toArticle(copy.article)),
        (id) => articles.get(id).copies.length,
      ],
    ],
    [...articles.keys()].filter((id) => !filtered() || (standsIn.get(id) || []).some((a) => passes(a.id))),
    "date",
  ),
];
