// ---- every voice: one frame an article, by date downwards; in it from the origin on the left to the last to repeat it
const MOST_LANES = 40;
// The frames of some claims' traces, one below another, without what the filters hide. Layers and rows come with the data.
const frames = (ids) => {
  const found = new Map();
  ids.forEach((claim) =>
    traces.get(claim).lanes.forEach((lane) => {
      const frame = found.get(lane.article) || { article: lane.article, steps: [], rows: 0 };
      const there = new Set(frame.steps.map((step) => step.id));
      const fresh = lane.steps.filter(([id]) => passes(id) && !there.has(id));
      const used = unique(fresh.map(([, , row]) => row)).sort((a, b) => a - b);
      fresh.forEach(([id, layer, row, voice]) =>
        frame.steps.push({ id, layer, row: frame.rows + used.indexOf(row), voice, claim }),
      );
      frame.rows += used.length;
      if (fresh.length) found.set(lane.article, frame);
    }),
  );
  const dated = (frame) => (articles.get(frame.article) || {}).published || "9999";
  const all = [...found.values()].sort(
    (a, b) => dated(a).localeCompare(dated(b)) || a.article.localeCompare(b.article),
  );
  const used = unique(all.flatMap((frame) => frame.steps.map((step) => step.layer))).sort((a, b) => a - b);
  all.forEach((frame) =>
    frame.steps.forEach((step) => {
      step.layer = used.indexOf(step.layer);
    }),
  );
  all.forEach((frame) => frame.steps.sort((a, b) => a.row - b.row || a.layer - b.layer));
  return all;
};
const linksAmong = (ids, shown) =>
  ids
    .flatMap((claim) => traces.get(claim).links)
    .filter(
      ([a, b], k, all) =>
        shown.has(a) && shown.has(b) && all.findIndex((other) => other[0] === a && other[1] === b) === k,
    )
    .map(([name, up, exact, ring]) => ({ name, up, exact, ring }));

const stepBox = (step, width) => {
  const a = assertions.get(step.id),
    role = roleOf(step.claim, step.id),
    doubts = doubtOf(a.actor);
  const sub = [
    basisOf(a, role),
    a.reported ? "as another tells it" : "",
    a.certainty === "hedged" ? "hedged" : "",
    doubts.length ? `may be ${doubts.join(", ")}` : "",
    kindOf(a.actor) === "unnamed" && a.actor ? "unnamed" : "",
  ];
  return describe({ kind: kindOf(a.actor), name: speaker(a), sub: [sub.filter(Boolean).join(" · ")], role, width });
};
const tell = (a, role) =>
  `${speaker(a)}, ${basisOf(a, role)}${a.cue ? `, ${a.cue}` : ""}: ${quoted(a.exact, 200)}. ${outletName(a.article)}, ${day(publishedOf(a))}`;

const drawLanes = (ids, width) => {
  const all = frames(ids),
    shownLanes = state.more ? all : all.slice(0, MOST_LANES);
  const sheet = sketch("Every voice, by article and date"),
    narrow = width < 700;
  const depth = Math.max(1, ...shownLanes.flatMap((frame) => frame.steps.map((step) => step.layer + 1)));
  const tight = width < 1000 || depth > 3;
  const size = narrow
    ? { narrow, rail: 0, box: Math.min(width - 40, 330), width }
    : { rail: 92, box: tight ? 172 : 196, gap: tight ? 92 : 120, width };
  if (!narrow) {
    size.words = size.rail + 12 + depth * size.box + (depth - 1) * size.gap + 34;
    size.width = Math.max(width, size.words + 220 + 16);
    size.room = Math.min(560, size.width - size.words - 16);
  }
  const at = new Map(),
    shown = new Set(shownLanes.flatMap((frame) => frame.steps.map((step) => step.id)));
  const wires = linksAmong(ids, shown);
  let y = narrow ? 4 : 10,
    before = null;
  shownLanes.forEach((frame) => {
    y = drawFrame(sheet, frame, y, size, at, wires, before) + 14;
    before = frame;
  });
  if (!narrow) {
    wires.forEach((one) => drawWire(sheet, one, at, wires));
    rail(sheet, shownLanes, at);
  }
  const picture = close(sheet, size.width, Math.max(y, 40));
  return {
    picture,
    places: new Map([...at].map(([id, place]) => [id, place])),
    hiddenLanes: all.length - shownLanes.length,
    shown,
  };
};

const drawFrame = (sheet, frame, top, size, at, wires, before) => {
  const x = size.rail,
    published = (articles.get(frame.article) || {}).published;
  const head = `${outletName(frame.article)} · ${titleOf(frame.article)}`;
  let y = top + (size.narrow ? 46 : 32);
  const made = frame.steps.map((step) => ({ ...step, made: stepBox(step, size.box), words: sayings(step, size) }));
  y = size.narrow ? stack(sheet, made, y, size, at, wires) : rowsOf(sheet, made, y, size, at, wires);
  const noOutlet = !(articles.get(frame.article) || {}).outlet;
  sheet.under.prepend(
    s("rect", {
      class: noOutlet ? "frame unknown" : "frame",
      x: x + 0.5,
      y: top + 0.5,
      width: size.width - x - 2,
      height: y - top,
      rx: 9,
    }),
  );
  const text = short(head, 300),
    room = size.width - x - 60;
  take(sheet, x + 8, top + 4, size.width - x - 20, size.narrow ? 38 : 22);
  const title = wrap(text, room, NAME, 1);
  sheet.over.append(
    s(
      "a",
      { href: to({ view: "article", id: frame.article }), class: "frame-head" },
      s("title", { text: `Article: ${head}, ${day(published)}` }),
      glyph(noOutlet ? "outlet-unknown" : "outlet", x + 10, top + 7),
      lines(title, x + 32, top + 20, 15, { class: "frame-title" }),
      size.narrow ? s("text", { x: x + 32, y: top + 36, class: "date", text: day(published) }) : null,
    ),
  );
  at.set(`frame ${frame.article}`, { y: top, before });
  return y;
};
const sayings = (step, size) => {
  if (!step.voice) return [];
  const a = assertions.get(step.id),
    room = size.narrow ? size.box - 14 : size.room;
  return [...wrap(a.cue || "", room, "600 12.5px", 1), ...wrap(quoted(a.exact, 500), room, WORDS, size.narrow ? 5 : 4)];
};
const words = (sheet, step, x, y) => {
  if (!step.words.length) return;
  const cued = Boolean(assertions.get(step.id).cue);
  take(
    sheet,
    x,
    y - 12,
    Math.max(...step.words.map((text) => widthOf(text, "600 12.5px"))),
    step.words.length * 15 + 2,
  );
  sheet.over.append(
    s(
      "a",
      { href: to(toEvidence(step.id)), class: "words", tabindex: "-1", "aria-hidden": "true" },
      lines(cued ? step.words.slice(0, 1) : [], x, y, 15, { class: "cue" }),
      lines(cued ? step.words.slice(1) : step.words, x, y + (cued ? 15 : 0), 15, { class: "exact" }),
    ),
  );
};
const put = (sheet, step, x, y, at) => {
  const a = assertions.get(step.id);
  const place = box(sheet, step.made, x, y, {
    href: to(toEvidence(step.id)),
    title: tell(a, roleOf(step.claim, step.id)),
    id: step.id,
    current: state.e === step.id,
  });
  at.set(step.id, { ...place, layer: step.layer });
};
// side by side: a column a layer, rows as high as what stands in them, with room below for arcs that lead back
const rowsOf = (sheet, made, top, size, at, wires) => {
  const count = Math.max(0, ...made.map((step) => step.row)) + 1;
  let y = top;
  for (let row = 0; row < count; row += 1) {
    const here = made.filter((step) => step.row === row);
    const tall = Math.max(...here.map((step) => Math.max(step.made.height, step.words.length * 15 + 4)), 44);
    const arcs = wires.filter((one) => here.some((step) => step.id === one.up) && isArc(one, made)).length;
    here.forEach((step) => {
      const left = size.rail + 12 + step.layer * (size.box + size.gap);
      put(sheet, step, left, y + (tall - step.made.height) / 2, at);
      words(sheet, step, size.words, y + (tall - step.words.length * 15) / 2 + 12);
      if (step.words.length)
        sheet.under.append(
          s("path", { class: "wire says", d: `M${left + size.box} ${y + tall / 2}H${size.words - 8}` }),
        );
    });
    y += tall + 12 + arcs * 22;
  }
  return y;
};
const isArc = (one, made) => {
  const [up, down] = [one.up, one.name].map((id) => made.find((step) => step.id === id));
  return Boolean(up && down && (down.layer <= up.layer || (down.layer > up.layer + 1 && down.row === up.row)));
};
// one below another, on a phone: the origin on top, each link written between the boxes
const stack = (sheet, made, top, size, at, wires) => {
  let y = top;
  [...made]
    .sort((a, b) => a.row - b.row || a.layer - b.layer)
    .forEach((step) => {
      const ups = wires.filter((one) => one.name === step.id);
      const told = ups.length
        ? wrap(
            ups.map((one) => `${one.ring ? "↺ " : ""}${one.exact} → ${speaker(assertions.get(one.up))}`).join(" · "),
            size.box - 30,
            LABEL,
            3,
          )
        : [];
      const placed = ups.find((one) => at.has(one.up));
      if (told.length) {
        label(sheet, told, [[40, y]], "link-label");
        y += told.length * 14 + 6;
        if (placed)
          sheet.under.append(
            s("path", { class: "wire", d: `M28 ${at.get(placed.up).bottom}V${y - 7}` }),
            tipAt(28, y, "down", ""),
          );
      }
      put(sheet, step, 14, y, at);
      y += step.made.height + 6;
      words(sheet, step, 24, y + 12);
      y += step.words.length ? step.words.length * 15 + 14 : 4;
    });
  return y + 4;
};
