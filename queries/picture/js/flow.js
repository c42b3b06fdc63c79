// ---- boxes in columns with merged links between them: a folded trace, and whom an actor relies on
// `boxes` {id, column, kind, name, sub, role, href, title}, `links` {from, to, text, count, ring, href, title}.
const drawFlow = (title, boxes, links, width, heads) => {
  if (width < 700) return drawColumn(title, boxes, links, width, heads);
  const sheet = sketch(title),
    columns = unique(boxes.map((one) => one.column)).sort((a, b) => a - b);
  const gap = Math.max(70, Math.min(150, (width - columns.length * 200) / Math.max(1, columns.length - 1)));
  const wide = Math.max(150, Math.min(250, (width - 16 - gap * (columns.length - 1)) / columns.length));
  const at = new Map();
  const stacks = columns.map((column) =>
    boxes.filter((one) => one.column === column).map((one) => ({ ...one, made: describe({ ...one, width: wide }) })),
  );
  const talls = stacks.map((stack2) => stack2.reduce((sum, one) => sum + one.made.height + 18, -18));
  const tallest = Math.max(0, ...talls),
    top = heads ? 30 : 8;
  stacks.forEach((stack2, k) => {
    const x = 4 + k * (wide + gap);
    if (heads && heads[columns[k]]) {
      take(sheet, x, 4, wide, 18);
      sheet.over.append(...lines(wrap(heads[columns[k]], wide, "600 12px", 1), x + 2, 17, 14, { class: "column" }));
    }
    let y = top + (tallest - talls[k]) / 2;
    stack2.forEach((one) => {
      at.set(one.id, { ...box(sheet, one.made, x, y, one), column: k });
      y += one.made.height + 18;
    });
  });
  links.forEach((one) => flowWire(sheet, one, at));
  const low = Math.max(top + tallest, ...sheet.taken.map((one) => one.y + one.h));
  return { picture: close(sheet, Math.max(width - 4, 8 + columns.length * (wide + gap) - gap), low + 12), places: at };
};
// on a phone: one below another, what leads to a box written in it
const drawColumn = (title, boxes, links, width, heads) => {
  const sheet = sketch(title),
    at = new Map(),
    names = new Map(boxes.map((one) => [one.id, one.name]));
  let y = 4,
    column = null;
  [...boxes]
    .sort((a, b) => a.column - b.column)
    .forEach((one) => {
      const head = heads && heads[one.column];
      if (one.column !== column && head) {
        take(sheet, 4, y, width - 10, 18);
        sheet.over.append(...lines([head], 6, y + 14, 14, { class: "column" }));
        y += 24;
      }
      column = one.column;
      const from = links
        .filter((link2) => link2.to === one.id)
        .map(
          (link2) =>
            `${link2.ring ? "↺ " : ""}${link2.text || "from"} → ${names.get(link2.from)}${link2.count > 1 ? ` ×${link2.count}` : ""}`,
        );
      const made = describe({ ...one, sub: [...one.sub, ...from].slice(0, 4), width: width - 14 });
      at.set(one.id, box(sheet, made, 5, y, one));
      y += made.height + 10;
    });
  return { picture: close(sheet, width - 4, y + 4), places: at };
};
const flowWire = (sheet, one, at) => {
  const from = at.get(one.from),
    to2 = at.get(one.to);
  if (!from || !to2) return;
  const kind = one.ring ? "ring" : one.kind || "",
    more = { href: one.href, title: one.title, wide: 1.6 + Math.min(3, (one.count - 1) * 0.6) };
  if (to2.column > from.column) wire(sheet, curve(from, to2), tipAt(to2.left, to2.middle, "right", kind), kind, more);
  else {
    const low = Math.max(from.bottom, to2.bottom) + 9;
    wire(
      sheet,
      `M${from.centre + 14} ${from.bottom}V${low}H${to2.centre - 14}V${to2.bottom + 7}`,
      tipAt(to2.centre - 14, to2.bottom, "up", kind),
      kind,
      more,
    );
  }
  const text = [one.ring ? "↺" : "", one.text, one.count > 1 ? `×${one.count}` : ""].filter(Boolean).join(" ");
  if (!text) return;
  const texts = wrap(text, 120, LABEL, 2),
    w = Math.max(...texts.map((t) => widthOf(t, LABEL))) / 2 + 2,
    tall = texts.length * 14;
  const spots = [0.5, 0.35, 0.65, 0.22, 0.78].map((t) => along(from, to2, t));
  const places =
    to2.column > from.column
      ? spots.flatMap(([x, y]) => [
          [x - w, y - tall - 3],
          [x - w, y + 3],
        ])
      : [[Math.min(from.centre, to2.centre) + 18, Math.max(from.bottom, to2.bottom) + 12]];
  label(sheet, texts, places, "link-label");
};
