// ---- shapes: a kind is told by its shape, a role by its frame and sign, never by colour alone
const SHAPES = {
  person: ["circle", { cx: 8, cy: 8, r: 6 }],
  organization: ["rect", { x: 2.5, y: 2.5, width: 11, height: 11 }],
  outlet: ["polygon", { points: "8,1 10,6 15,6 11,9.5 12.6,15 8,11.6 3.4,15 5,9.5 1,6 6,6" }],
  document: ["polygon", { points: "1,2.5 15,2.5 8,14.5" }],
  group: ["polygon", { points: "4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8" }],
  unnamed: ["circle", { cx: 8, cy: 8, r: 6, "stroke-dasharray": "3 2.2" }],
  "outlet-unknown": [
    "polygon",
    { points: "8,1 10,6 15,6 11,9.5 12.6,15 8,11.6 3.4,15 5,9.5 1,6 6,6", "stroke-dasharray": "2 1.5" },
  ],
  claim: ["rect", { x: 1, y: 4, width: 14, height: 8, rx: 2 }],
  article: ["polygon", { points: "8,2 14,8 8,14 2,8" }],
};
const SIGNS = { origin: "◉", relay: "→", unstated: "?", doubtful: "≈", denied: "✕", open: "○" };
const glyph = (kind, x = 0, y = 0) => {
  const [tag, attributes] = SHAPES[kind] || SHAPES.unnamed;
  return s(
    "g",
    { class: `glyph kind-${SHAPES[kind] ? kind : "unnamed"}`, transform: `translate(${x} ${y})` },
    s(tag, attributes),
  );
};
const icon = (kind) =>
  s("svg", { class: "icon", width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, glyph(kind));
const frameIcon = (role) =>
  s(
    "svg",
    { class: "icon", width: 30, height: 18, viewBox: "0 0 30 18", "aria-hidden": "true" },
    s("rect", { class: `box role-${role}`, x: 1.5, y: 1.5, width: 27, height: 15, rx: 4 }),
    s("text", { x: 15, y: 13, "text-anchor": "middle", class: "sign" }, SIGNS[role]),
  );
const lineIcon = (kind) =>
  s(
    "svg",
    { class: "icon", width: 34, height: 12, viewBox: "0 0 34 12", "aria-hidden": "true" },
    s("path", { class: `wire ${kind}`, d: "M1 6H27" }),
    s("path", { class: `tip ${kind}`, d: "M26 2L33 6L26 10Z" }),
  );
const legend = (roles, kinds, lines) =>
  h(
    "ul",
    { class: "legend", "aria-label": "Legend" },
    kinds.map((kind) => h("li", {}, icon(kind), KINDS[kind])),
    roles.map((role) => h("li", {}, frameIcon(role), ROLES[role].name)),
    lines.map(([kind, text]) => h("li", {}, lineIcon(kind), text)),
  );
