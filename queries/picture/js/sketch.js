// ---- a drawing in SVG that knows what is where, so that no label is put over another
const NAME = "600 13px",
  SMALL = "11.5px",
  LABEL = "600 11.5px",
  WORDS = "12.5px";
const sketch = (title) => ({
  svg: s("svg", { class: "sketch", role: "group", "aria-label": title }),
  taken: [],
  under: s("g"),
  over: s("g"),
});
const close = (sheet, width, height) => {
  sheet.svg.append(sheet.under, sheet.over);
  dress(
    sheet.svg,
    { width: Math.ceil(width), height: Math.ceil(height), viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}` },
    [],
  );
  return sheet.svg;
};
const crosses = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const take = (sheet, x, y, w, h2) => sheet.taken.push({ x, y, w, h: h2 });
const free = (sheet, box) => !sheet.taken.some((other) => crosses(box, other));
const lines = (texts, x, y, step, attributes) =>
  texts.map((text, k) => s("text", { x, y: y + k * step, ...attributes, text }));

// Puts lines of text at the first of some places (their left upper corners) where nothing is yet.
const label = (sheet, texts, places, className, font = LABEL) => {
  const w = Math.max(...texts.map((text) => widthOf(text, font))) + 4,
    tall = texts.length * 14;
  const at = places.map(([x, y]) => ({ x, y, w, h: tall })).find((box) => free(sheet, box));
  if (!at) return false;
  take(sheet, at.x, at.y, at.w, at.h);
  sheet.over.append(...lines(texts, at.x + 2, at.y + 11, 14, { class: className }));
  return true;
};

// ---- a box for who says something: what it is to look like, then where
const describe = ({ kind, name, sub, role, width }) => {
  const top = wrap(name, width - 52, NAME, 3),
    below = sub.flatMap((text) => wrap(text, width - 24, SMALL, 2)).slice(0, 5);
  return { kind, role, top, below, width, height: 14 + top.length * 16 + below.length * 14 };
};
const box = (sheet, made, x, y, { href, title, id, marks, current }) => {
  const { kind, role, top, below, width, height } = made;
  take(sheet, x, y, width, height);
  const shape = s("rect", { class: `box role-${role}`, x, y, width, height, rx: 7 });
  const parts = [shape, glyph(kind, x + 9, y + 8)];
  if (SIGNS[role])
    parts.push(s("text", { class: "sign", x: x + width - 16, y: y + 20, "text-anchor": "middle", text: SIGNS[role] }));
  parts.push(lines(top, x + 31, y + 21, 16, { class: kind === "unnamed" ? "name unnamed" : "name" }));
  parts.push(lines(below, x + 12, y + 20 + top.length * 16, 14, { class: "sub" }));
  const whole = s(
    "a",
    {
      href,
      class: `step${current ? " current" : ""}`,
      "data-id": marks || id,
      "aria-current": current ? "true" : undefined,
    },
    s("title", { text: title }),
    ...parts,
  );
  sheet.over.append(whole);
  return {
    x,
    y,
    width,
    height,
    left: x,
    right: x + width,
    middle: y + height / 2,
    centre: x + width / 2,
    bottom: y + height,
  };
};

// ---- a link between two boxes, with its arrow towards who repeats it
const tipAt = (x, y, way, kind) =>
  s("path", {
    class: `tip ${kind}`,
    d:
      way === "down"
        ? `M${x - 4} ${y - 8}L${x + 4} ${y - 8}L${x} ${y}Z`
        : way === "left"
          ? `M${x + 8} ${y - 4}L${x + 8} ${y + 4}L${x} ${y}Z`
          : way === "up"
            ? `M${x - 4} ${y + 8}L${x + 4} ${y + 8}L${x} ${y}Z`
            : `M${x - 8} ${y - 4}L${x - 8} ${y + 4}L${x} ${y}Z`,
  });
const wire = (sheet, d, tip, kind, { href, title, wide }) =>
  sheet.under.append(
    s(
      "a",
      { href, class: "wire-link", tabindex: "-1", "aria-hidden": "true" },
      s("title", { text: title }),
      s("path", { class: "grip", d }),
      s("path", { class: `wire ${kind}`, d, "stroke-width": wide }),
      tip,
    ),
  );
const curve = (from, to2) => {
  const x1 = from.right,
    y1 = from.middle,
    x2 = to2.left - 7,
    y2 = to2.middle,
    bend = Math.max(24, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
};
// along a curve as above
const along = (from, to2, t) => {
  const x1 = from.right,
    y1 = from.middle,
    x2 = to2.left - 7,
    y2 = to2.middle,
    bend = Math.max(24, (x2 - x1) / 2);
  const mix = (a, b, c, d) => (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d;
  return [mix(x1, x1 + bend, x2 - bend, x2), mix(y1, y1, y2, y2)];
};
