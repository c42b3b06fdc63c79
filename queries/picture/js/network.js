// ---- the network: what pyvis built, a neighbourhood of it at a time, drawn by vis-network without physics
const NEIGHBOURHOOD = 45,
  LEGIBLE = 150;
const VIS_SHAPES = {
  person: "dot",
  organization: "square",
  outlet: "star",
  document: "triangleDown",
  group: "hexagon",
  unnamed: "dot",
};
const LINKS = {
  own: { name: "own knowledge", ink: "--own", width: 2.4 },
  relayed: { name: "says it, citing others", ink: "--relay", width: 1.8 },
  unstated: { name: "says it, basis not stated", ink: "--soft", width: 1.4, dashes: [3, 3] },
  sourced: { name: "relies on", ink: "--relay", width: 2.2, dashes: [9, 5] },
  affiliated: { name: "belongs to", ink: "--ours", width: 1, dashes: [2, 4] },
  rivals: { name: "↯ stands against", ink: "--against", width: 2, dashes: [1, 3] },
};
let built = null,
  net = null,
  drawnNow = null;
const network = () => {
  if (built) return built;
  const nodes = new Map(read("nodes").map((node) => [node.id, node])),
    edges = read("edges").filter((edge) => edge.kind !== "in"),
    touching = group(
      edges.flatMap((edge) => [
        [edge.from, edge],
        [edge.to, edge],
      ]),
    );
  built = { nodes, edges, touching, options: read("options") };
  return built;
};
const edgeShows = (edge) => edge.kind === "affiliated" || edge.kind === "rivals" || edge.ids.some(passes);
const around = (start, most) => {
  const { touching } = network(),
    found = new Set([start]);
  for (const id of found) {
    for (const edge of touching.get(id) || []) {
      if (found.size >= most) return found;
      if (edge.kind !== "affiliated" && edgeShows(edge)) found.add(edge.from === id ? edge.to : edge.from);
    }
  }
  return found;
};
const networkView = (width) => {
  const { nodes, edges } = network(),
    hide = hidden();
  const drawable = [...nodes.keys()].filter((id) => !articles.has(id));
  const middle = nodes.has(state.id) && !articles.has(state.id) ? state.id : busiest();
  const wanted = state.all
    ? new Set(drawable.slice(0, 2000))
    : middle
      ? around(middle, width < 700 ? 18 : NEIGHBOURHOOD)
      : new Set();
  const ids = new Set([...wanted].filter((id) => !actors.has(id) || !hide.has(kindOf(id))));
  const links = edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && edgeShows(edge));
  const list = [...ids].sort((a, b) => labelOf(a).localeCompare(labelOf(b)));
  drawnNow = { ids, links, middle, at: settle(ids, links, (id) => nodes.get(id)) };
  return [
    heading(
      middle && !state.all
        ? `Network around ${claims.has(middle) ? quoted(labelOf(middle), 90) : labelOf(middle)}`
        : "Network",
    ),
    h(
      "div",
      { class: "bar" },
      h("p", {
        class: "soft",
        id: "status",
        role: "status",
        text: `${plural(ids.size, "node")} of ${drawable.length.toLocaleString("en")} drawn, ${plural(links.length, "link")}. Click for the evidence, double click to draw what is around.`,
      }),
      h("span", { class: "grow" }),
      state.all
        ? h("a", { class: "button", href: to({ all: undefined }), text: "Neighbourhood only" })
        : h("a", {
            class: "button",
            href: to({ all: "1" }),
            text: drawable.length > LEGIBLE ? `All ${drawable.length.toLocaleString("en")} (hard to read)` : "Show all",
          }),
      button("Fit", () => fitNetwork(0)),
    ),
    h("div", {
      id: "network",
      role: "img",
      "aria-label": `Network of ${plural(ids.size, "actor or claim")}; the list below holds the same`,
    }),
    legend(
      [],
      Object.keys(KINDS).filter((kind) => list.some((id) => actors.has(id) && kindOf(id) === kind)),
      [],
    ),
    h(
      "ul",
      { class: "legend", "aria-label": "Links" },
      h("li", {}, icon("claim"), "Claim (ours)"),
      Object.entries(LINKS)
        .filter(([kind]) => links.some((edge) => edge.kind === kind))
        .map(([kind, look]) => h("li", {}, lineIcon(`net-${kind}`), look.name)),
      h("li", { text: "a number on a link: so many in one" }),
    ),
    h(
      "details",
      { class: "in-words" },
      h("summary", { text: "The same as a list" }),
      h(
        "ul",
        {},
        list
          .slice(0, 300)
          .map((id) =>
            h(
              "li",
              {},
              actors.has(id) ? toActor(id) : toClaim(id),
              ` – ${plural(links.filter((edge) => edge.from === id || edge.to === id).length, "link")}`,
            ),
          ),
      ),
    ),
  ];
};
const labelOf = (id) => (actors.has(id) ? nameOf(id) : claims.has(id) ? claims.get(id).text : titleOf(id));
const busiest = () => {
  const { nodes, touching } = network();
  return (
    [...nodes.keys()]
      .filter((id) => actors.has(id))
      .sort((a, b) => (touching.get(b) || []).length - (touching.get(a) || []).length || a.localeCompare(b))[0] ||
    [...nodes.keys()][0]
  );
};
