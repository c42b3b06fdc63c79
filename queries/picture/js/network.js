// ---- the network: what pyvis built, a neighbourhood of it at a time, drawn by vis-network without physics
const NEIGHBOURHOOD = 45, LEGIBLE = 150;
const VIS_SHAPES = { person: "dot", organization: "square", outlet: "star", document: "triangleDown", group: "hexagon", unnamed: "dot" };
const LINKS = {
  own: { name: "own knowledge", ink: "--own", width: 2.4 }, relayed: { name: "says it, citing others", ink: "--relay", width: 1.8 },
  unstated: { name: "says it, basis not stated", ink: "--soft", width: 1.4, dashes: [3, 3] }, sourced: { name: "relies on", ink: "--relay", width: 2.2, dashes: [9, 5] },
  affiliated: { name: "belongs to", ink: "--ours", width: 1, dashes: [2, 4] }, rivals: { name: "↯ stands against", ink: "--against", width: 2, dashes: [1, 3] },
};
let built = null, net = null, drawnNow = null;
const network = () => {
  if (built) return built;
  const nodes = new Map(read("nodes").map((node) => [node.id, node])), edges = read("edges").filter((edge) => edge.kind !== "in"), touching = group(edges.flatMap((edge) => [[edge.from, edge], [edge.to, edge]]));
  built = { nodes, edges, touching, options: read("options") };
  return built;
};
const edgeShows = (edge) => edge.kind === "affiliated" || edge.kind === "rivals" || edge.ids.some(passes);
const around = (start, most) => {
  const { touching } = network(), found = new Set([start]);
  for (const id of found) {
    for (const edge of touching.get(id) || []) {
      if (found.size >= most) return found;
      if (edge.kind !== "affiliated" && edgeShows(edge)) found.add(edge.from === id ? edge.to : edge.from);
    }
  }
  return found;
};
const networkView = (width) => {
  const { nodes, edges } = network(), hide = hidden();
  const drawable = [...nodes.keys()].filter((id) => !articles.has(id));
  const middle = nodes.has(state.id) && !articles.has(state.id) ? state.id : busiest();
  const wanted = state.all ? new Set(drawable.slice(0, 2000)) : middle ? around(middle, width < 700 ? 18 : NEIGHBOURHOOD) : new Set();
  const ids = new Set([...wanted].filter((id) => !actors.has(id) || !hide.has(kindOf(id))));
  const links = edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && edgeShows(edge));
  const list = [...ids].sort((a, b) => labelOf(a).localeCompare(labelOf(b)));
  drawnNow = { ids, links, middle, at: settle(ids, links, (id) => nodes.get(id)) };
  return [
    heading(middle && !state.all ? `Network around ${claims.has(middle) ? quoted(labelOf(middle), 90) : labelOf(middle)}` : "Network"),
    h("div", { class: "bar" }, h("p", { class: "soft", id: "status", role: "status", text: `${plural(ids.size, "node")} of ${drawable.length.toLocaleString("en")} drawn, ${plural(links.length, "link")}. Click for the evidence, double click to draw what is around.` }), h("span", { class: "grow" }),
      state.all ? h("a", { class: "button", href: to({ all: undefined }), text: "Neighbourhood only" }) : h("a", { class: "button", href: to({ all: "1" }), text: drawable.length > LEGIBLE ? `All ${drawable.length.toLocaleString("en")} (hard to read)` : "Show all" }), button("Fit", () => fitNetwork(0))),
    h("div", { id: "network", role: "img", "aria-label": `Network of ${plural(ids.size, "actor or claim")}; the list below holds the same` }),
    legend([], Object.keys(KINDS).filter((kind) => list.some((id) => actors.has(id) && kindOf(id) === kind)), []),
    h("ul", { class: "legend", "aria-label": "Links" }, h("li", {}, icon("claim"), "Claim (ours)"), Object.entries(LINKS).filter(([kind]) => links.some((edge) => edge.kind === kind)).map(([kind, look]) => h("li", {}, lineIcon(`net-${kind}`), look.name)), h("li", { text: "a number on a link: so many in one" })),
    h("details", { class: "in-words" }, h("summary", { text: "The same as a list" }), h("ul", {}, list.slice(0, 300).map((id) => h("li", {}, actors.has(id) ? toActor(id) : toClaim(id), ` – ${plural(links.filter((edge) => edge.from === id || edge.to === id).length, "link")}`)))),
  ];
};
const labelOf = (id) => (actors.has(id) ? nameOf(id) : claims.has(id) ? claims.get(id).text : titleOf(id));
const busiest = () => {
  const { nodes, touching } = network();
  return [...nodes.keys()].filter((id) => actors.has(id)).sort((a, b) => (touching.get(b) || []).length - (touching.get(a) || []).length || a.localeCompare(b))[0] || [...nodes.keys()][0];
};
const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const visNode = (id, place) => {
  const node = network().nodes.get(id), kind = kindOf(id), picked = id === state.pick || id === drawnNow.middle;
  const font = { face: FONT, color: ink("--ink"), size: 13, strokeWidth: 4, strokeColor: ink("--ground") };
  const common = { id, x: place.x, y: place.y, label: short(node.label, 90), shape: node.shape, labelHighlightBold: false, borderWidth: picked ? 3.5 : 1.5, borderWidthSelected: 3.5 };
  if (node.kind === "claim") return { ...common, margin: 8, widthConstraint: { maximum: 190 }, font: { ...font, strokeWidth: 0 }, shapeProperties: { borderRadius: 6 }, color: colors(ink("--claim"), picked ? ink("--ink") : ink("--claim-line")) };
  return { ...common, shape: VIS_SHAPES[kind] || "dot", size: 14, widthConstraint: { maximum: 140 }, font, shapeProperties: { borderDashes: kind === "unnamed" ? [4, 3] : false }, color: colors(kind === "unnamed" ? ink("--ground") : ink(`--kind-${kind}`), ink("--ink")) };
};
const colors = (background, border) => ({ background, border, highlight: { background, border }, hover: { background, border } });
// links of several kinds between the same two bend each their own way
const visEdge = (edge, k, all) => {
  const beside = all.slice(0, k).filter((other) => other.from === edge.from && other.to === edge.to).length;
  const look = LINKS[edge.kind], count = edge.ids.length, color = ink(look.ink);
  return { id: edge.id, from: edge.from, to: edge.to, width: look.width + Math.min(3, (count - 1) * 0.5), dashes: look.dashes || false, color: { color, highlight: color, hover: color }, label: count > 1 && edge.kind !== "affiliated" && edge.kind !== "rivals" ? `×${count}` : undefined,
    smooth: { enabled: true, type: "curvedCW", roundness: 0.12 + 0.16 * beside }, font: { face: FONT, color: ink("--ink"), size: 12, strokeWidth: 4, strokeColor: ink("--ground"), align: "horizontal" }, arrows: { to: { enabled: edge.kind !== "rivals", scaleFactor: 0.7 } } };
};
const openNetwork = () => {
  const stage = $("network");
  if (!stage || !drawnNow) { if (net) { net.destroy(); net = null; } return; }
  if (net) net.destroy();
  const data = { nodes: [...drawnNow.ids].map((id) => visNode(id, drawnNow.at.get(id))), edges: drawnNow.links.map(visEdge) };
  net = new vis.Network(stage, { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) }, network().options);
  net.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node) go({ pick: node, e: undefined });
    else if (edge !== undefined) { const found = drawnNow.links.find((one) => one.id === edge), id = found && found.ids.find((one) => assertions.has(one)); if (id) go({ e: id, pick: undefined }); }
  });
  net.on("doubleClick", ({ nodes: [node] }) => node && go({ id: node, pick: node, all: undefined }));
  fitNetwork(0.62);
};
// vis-network knows a node's size only once it has been on the screen, so what is in view is reckoned here
// no smaller than `least`, else about the middle, so that what is drawn can be read
const fitNetwork = (least) => {
  if (!net || !drawnNow.ids.size) return;
  const boxes = [...drawnNow.ids].map((id) => { const [w, tall] = sizeOf(id), { x, y } = drawnNow.at.get(id); return [x - w, y - tall, x + w, y + tall + 14]; });
  const [left, top] = [0, 1].map((k) => Math.min(...boxes.map((one) => one[k]))), [right, bottom] = [2, 3].map((k) => Math.max(...boxes.map((one) => one[k])));
  const stage = $("network"), whole = Math.min(1.15, stage.clientWidth * 0.97 / (right - left), stage.clientHeight * 0.97 / (bottom - top)), scale = Math.max(least, whole);
  const near = drawnNow.at.get(drawnNow.middle), half = { x: stage.clientWidth / scale / 2, y: stage.clientHeight / scale / 2 };
  const held = (at2, low, high, room) => (high - low <= 2 * room ? (low + high) / 2 : Math.min(Math.max(at2, low + room), high - room));
  const position = near && scale > whole ? { x: held(near.x, left, right, half.x), y: held(near.y, top, bottom, half.y) } : { x: (left + right) / 2, y: (top + bottom) / 2 };
  net.moveTo({ position, scale, animation: false });
};
