// ---- the network handed to vis-network
const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const visNode = (id, place) => {
  const node = network().nodes.get(id),
    kind = kindOf(id),
    picked = id === state.pick || id === drawnNow.middle;
  const font = { face: FONT, color: ink("--ink"), size: 13, strokeWidth: 4, strokeColor: ink("--ground") };
  const common = {
    id,
    x: place.x,
    y: place.y,
    label: short(node.label, 90),
    shape: node.shape,
    labelHighlightBold: false,
    borderWidth: picked ? 3.5 : 1.5,
    borderWidthSelected: 3.5,
  };
  if (node.kind === "claim")
    return {
      ...common,
      margin: 8,
      widthConstraint: { maximum: 190 },
      font: { ...font, strokeWidth: 0 },
      shapeProperties: { borderRadius: 6 },
      color: colors(ink("--claim"), picked ? ink("--ink") : ink("--claim-line")),
    };
  return {
    ...common,
    shape: VIS_SHAPES[kind] || "dot",
    size: 14,
    widthConstraint: { maximum: 140 },
    font,
    shapeProperties: { borderDashes: kind === "unnamed" ? [4, 3] : false },
    color: colors(kind === "unnamed" ? ink("--ground") : ink(`--kind-${kind}`), ink("--ink")),
  };
};
const colors = (background, border) => ({
  background,
  border,
  highlight: { background, border },
  hover: { background, border },
});
// links of several kinds between the same two bend each their own way
const visEdge = (edge, k, all) => {
  const beside = all.slice(0, k).filter((other) => other.from === edge.from && other.to === edge.to).length;
  const look = LINKS[edge.kind],
    count = edge.ids.length,
    color = ink(look.ink);
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: look.width + Math.min(3, (count - 1) * 0.5),
    dashes: look.dashes || false,
    color: { color, highlight: color, hover: color },
    label: count > 1 && edge.kind !== "affiliated" && edge.kind !== "rivals" ? `×${count}` : undefined,
    smooth: { enabled: true, type: "curvedCW", roundness: 0.12 + 0.16 * beside },
    font: {
      face: FONT,
      color: ink("--ink"),
      size: 12,
      strokeWidth: 4,
      strokeColor: ink("--ground"),
      align: "horizontal",
    },
    arrows: { to: { enabled: edge.kind !== "rivals", scaleFactor: 0.7 } },
  };
};
const openNetwork = () => {
  const stage = $("network");
  if (!stage || !drawnNow) {
    if (net) {
      net.destroy();
      net = null;
    }
    return;
  }
  if (net) net.destroy();
  const data = {
    nodes: [...drawnNow.ids].map((id) => visNode(id, drawnNow.at.get(id))),
    edges: drawnNow.links.map(visEdge),
  };
  net = new vis.Network(
    stage,
    { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
    network().options,
  );
  net.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node) go({ pick: node, e: undefined });
    else if (edge !== undefined) {
      const found = drawnNow.links.find((one) => one.id === edge),
        id = found && found.ids.find((one) => assertions.has(one));
      if (id) go({ e: id, pick: undefined });
    }
  });
  net.on("doubleClick", ({ nodes: [node] }) => node && go({ id: node, pick: node, all: undefined }));
  fitNetwork(0.62);
};
// vis-network knows a node's size only once it has been on the screen, so what is in view is reckoned here
// no smaller than `least`, else about the middle, so that what is drawn can be read
const fitNetwork = (least) => {
  if (!net || !drawnNow.ids.size) return;
  const boxes = [...drawnNow.ids].map((id) => {
    const [w, tall] = sizeOf(id),
      { x, y } = drawnNow.at.get(id);
    return [x - w, y - tall, x + w, y + tall + 14];
  });
  const [left, top] = [0, 1].map((k) => Math.min(...boxes.map((one) => one[k]))),
    [right, bottom] = [2, 3].map((k) => Math.max(...boxes.map((one) => one[k])));
  const stage = $("network"),
    whole = Math.min(1.15, (stage.clientWidth * 0.97) / (right - left), (stage.clientHeight * 0.97) / (bottom - top)),
    scale = Math.max(least, whole);
  const near = drawnNow.at.get(drawnNow.middle),
    half = { x: stage.clientWidth / scale / 2, y: stage.clientHeight / scale / 2 };
  const held = (at2, low, high, room) =>
    high - low <= 2 * room ? (low + high) / 2 : Math.min(Math.max(at2, low + room), high - room);
  const position =
    near && scale > whole
      ? { x: held(near.x, left, right, half.x), y: held(near.y, top, bottom, half.y) }
      : { x: (left + right) / 2, y: (top + bottom) / 2 };
  net.moveTo({ position, scale, animation: false });
};
