// ---- rival claims, and what may be the same
// what stands against a claim, by which rule and in words
const rivalsOf = (id, width) => {
  const rivals = claims.get(id).rivals.filter((rival) => claims.has(rival.claim));
  if (!rivals.length) return null;
  const figures = [id, ...rivalIds(id)].filter(figureOf),
    alike = figureOf(id) ? figures.filter((other) => sortOf(figureOf(other)) === sortOf(figureOf(id))) : [];
  return h(
    "section",
    {},
    h("h3", { text: `Stands against ${plural(rivals.length, "other claim")}` }),
    alike.length > 1
      ? h(
          "div",
          { class: "canvas", tabindex: "0", role: "region", "aria-label": "Rival figures" },
          drawFigures(alike, width),
        )
      : null,
    h(
      "ul",
      { class: "rivals" },
      rivals.map((rival) =>
        h(
          "li",
          {},
          toClaim(rival.claim),
          h("span", { class: "soft", text: ` ${whoSays(rival.claim).who}, ${whoSays(rival.claim).when}. ` }),
          said(`${rival.rule || ""}: ${rival.why || ""}`),
        ),
      ),
    ),
  );
};
// what may be the same claim, and was not joined
const likeOf = (id) => {
  const like = claims.get(id).like.filter((one) => claims.has(one.claim));
  return like.length
    ? h(
        "section",
        {},
        h("h3", { text: "May be the same claim, not joined" }),
        h(
          "ul",
          { class: "rivals" },
          like
            .slice(0, 30)
            .map((one) =>
              h(
                "li",
                {},
                toClaim(one.claim),
                h(
                  "span",
                  { class: "soft" },
                  ` ${whoSays(one.claim).who}, ${whoSays(one.claim).when}. `,
                  said(one.why || ""),
                ),
              ),
            ),
        ),
      )
    : null;
};
const rivalPairs = () =>
  [...claims].flatMap(([id, claim]) =>
    claim.rivals.filter((rival) => id < rival.claim && claims.has(rival.claim)).map((rival) => ({ id, ...rival })),
  );
const stands = (id) => (statedBy.get(id) || []).some((a) => passes(a.id));
const rivalsView = (width) => {
  const sorts = group(
    [...claims.keys()].filter((id) => figureOf(id) && stands(id)).map((id) => [sortOf(figureOf(id)), id]),
  );
  const order = [...sorts].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0])),
    pairs = rivalPairs().filter((pair) => stands(pair.id) && stands(pair.claim));
  const first = (id) => whoSays(id).first;
  return [
    heading("Figures and rivals"),
    h("p", {
      class: "soft",
      text: "Figures of one kind on one axis. A full dot is a value, an arrow an open bound (at least, up to), dashes mean “about”. ↯ marks figures that cannot both be right.",
    }),
    pairs.length
      ? h(
          "section",
          {},
          h("h3", { text: `${plural(pairs.length, "pair")} of rival claims` }),
          h(
            "ul",
            { class: "rivals" },
            pairs
              .slice(0, 30)
              .map((pair) =>
                h(
                  "li",
                  {},
                  toClaim(pair.id),
                  ` – ${whoSays(pair.id).who} `,
                  h("b", { text: " ↯ " }),
                  toClaim(pair.claim),
                  ` – ${whoSays(pair.claim).who}. `,
                  said(`${pair.rule || ""}: ${pair.why || ""}`, "soft"),
                ),
              ),
            pairs.length > 30
              ? h("li", {
                  class: "soft",
                  text: `and ${pairs.length - 30} more; “With rivals” among the claims has all`,
                })
              : null,
          ),
        )
      : h("p", { text: "No two claims here are known to stand against each other." }),
    order.map(([sort, ids]) =>
      h(
        "section",
        {},
        h("h3", {}, said(sort), h("span", { class: "soft", text: ` ${plural(ids.length, "figure")}` })),
        h(
          "div",
          { class: "canvas", tabindex: "0", role: "region", "aria-label": `Figures: ${sort}` },
          drawFigures(ids.sort((a, b) => byDate(first(a), first(b))).slice(0, 60), width),
        ),
      ),
    ),
    order.length ? null : h("p", { text: "No claim here has a figure that whence could read." }),
  ];
};
