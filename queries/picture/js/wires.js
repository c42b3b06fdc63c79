// ---- the links of a trace, and its time axis
const drawWire = (sheet, one, at, wires) => {
  const from = at.get(one.up),
    to2 = at.get(one.name);
  if (!from || !to2) return;
  const told = `${one.ring ? "loop: " : ""}${speaker(assertions.get(one.name))}, ${one.exact} ${speaker(assertions.get(one.up))}`;
  const more = { href: to(toEvidence(one.name)), title: told };
  const kind = one.ring ? "ring" : "";
  const text = `${one.ring ? "↺ " : ""}${one.exact}`;
  if (to2.layer > from.layer && !(to2.layer > from.layer + 1 && Math.abs(to2.middle - from.middle) < 8)) {
    wire(sheet, curve(from, to2), tipAt(to2.left, to2.middle, "right", kind), kind, more);
    const others = wires.filter((other) => other.up === one.up).length > 1;
    const texts = wrap(text, to2.left - from.right > 110 ? 112 : 82, LABEL, to2.left - from.right > 110 ? 2 : 3),
      tall = texts.length * 14;
    const ends = [
      [from.right + 4, from.middle - tall - 3],
      [to2.left - 92, to2.middle - tall - 3],
      [from.right + 4, from.middle + 3],
      [to2.left - 92, to2.middle + 4],
    ];
    label(sheet, texts, others ? [1, 3, 0, 2].map((k) => ends[k]) : ends, "link-label");
    return;
  }
  const low =
    Math.max(from.bottom, to2.bottom) +
    12 +
    18 * sheet.taken.filter((t) => t.arc && Math.abs(t.y - Math.max(from.bottom, to2.bottom)) < 60).length;
  wire(
    sheet,
    `M${from.centre} ${from.bottom}V${low}H${to2.centre}V${to2.bottom + 7}`,
    tipAt(to2.centre, to2.bottom, "up", kind),
    kind,
    more,
  );
  sheet.taken.push({
    x: Math.min(from.centre, to2.centre),
    y: low - 1,
    w: Math.abs(from.centre - to2.centre),
    h: 1,
    arc: true,
  });
  label(
    sheet,
    wrap(text, 150, LABEL, 1),
    [
      [Math.min(from.centre, to2.centre) + 8, low - 16],
      [Math.min(from.centre, to2.centre) + 8, low + 2],
    ],
    "link-label",
  );
};
// the time axis on the left: dates where they are known, an open ring where they are not
const rail = (sheet, shown, at) => {
  if (!shown.length) return;
  const tops = shown.map((frame) => at.get(`frame ${frame.article}`).y + 18);
  sheet.under.append(s("path", { class: "axis", d: `M78 ${tops[0]}V${tops[tops.length - 1]}` }));
  let last = null;
  shown.forEach((frame, k) => {
    const published = (articles.get(frame.article) || {}).published,
      y = tops[k];
    sheet.over.append(s("circle", { class: published ? "moment" : "moment unknown", cx: 78, cy: y, r: 5 }));
    const told = published ? day(published).split(/ (?=\d{4}$)/) : ["date not", "known"];
    const gap = published && last ? daysBetween(last, published) : null;
    const rest =
      published && !last ? ["first dated"] : gap ? [`+${plural(gap, "day")}`] : gap === 0 ? ["same day"] : [];
    sheet.over.append(
      ...lines(told, 68, y + 1, 14, { class: "date", "text-anchor": "end" }),
      ...lines(rest, 68, y + 1 + told.length * 14, 14, { class: "later", "text-anchor": "end" }),
    );
    last = published || last;
  });
};
