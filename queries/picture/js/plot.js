// ---- rival claims, and figures side by side on one axis: value, bound, date, who
const number = (value) => value.toLocaleString("en", { maximumFractionDigits: 2 });
const figureWords = ({ min, max, bound, unit, counted, kind }) => {
  const firm = !bound || bound === "exact" ? "" : `${bound} `;
  if (max === undefined)
    return [
      firm === "about " ? `about ${number(min)} or more` : `${firm || "at least "}${number(min)}`,
      unit,
      counted || kind,
    ]
      .filter(Boolean)
      .join(" ");
  const value =
    min === undefined
      ? `${firm || "up to "}${number(max)}`
      : `${firm}${min === max ? number(min) : `${number(min)}–${number(max)}`}`;
  return [value, unit, counted || kind].filter(Boolean).join(" ");
};
const figureOf = (id) => claims.get(id).figure;
const sortOf = (figure) => [figure.unit, figure.kind || figure.counted].filter(Boolean).join(" ") || "other";
const whoSays = (id) => {
  const said2 = [...(statedBy.get(id) || [])].sort(byDate),
    first = said2.filter((a) => !a.reported)[0] || said2[0];
  if (!first) return { who: "nobody", when: "", first: null };
  const ups = first.restsOn
    .map((r) => assertions.get(r.assertion))
    .filter(Boolean)
    .map(speaker);
  return {
    who: `${speaker(first)}${ups.length ? `, citing ${ups.join(", ")}` : ""}`,
    when: publishedOf(first) ? day(publishedOf(first)) : "date not known",
    first,
  };
};
const rivalIds = (id) =>
  claims
    .get(id)
    .rivals.map((rival) => rival.claim)
    .filter((other) => claims.has(other));

const drawFigures = (ids, width) => {
  const rows = ids.map((id) => ({
    id,
    ...figureOf(id),
    ...whoSays(id),
    status: claims.get(id).status,
    event: claims.get(id).eventDate && eventDay(claims.get(id).eventDate),
  }));
  const values = rows.flatMap((row) => [row.min, row.max]).filter((value) => value !== undefined);
  const high = Math.max(...values),
    positive = values.filter((value) => value > 0),
    low = Math.min(...positive, high);
  const steep = low > 0 && high / low > 60,
    side = width < 700 ? 128 : 290,
    from = side + 14,
    upto = Math.max(from + 120, width - 40);
  const scale = (value) => {
    const share = steep
      ? Math.log(Math.max(value, low / 2) / (low / 2)) / Math.log(high / (low / 2))
      : value / (high || 1);
    return from + share * (upto - from - 60);
  };
  const sheet = sketch("Figures side by side"),
    ticks = ticksOf(high, low, steep);
  let y = 30,
    written = -Infinity;
  ticks.forEach((value) => {
    if (scale(value) - written < 52) return;
    written = scale(value);
    sheet.over.append(
      s("text", { x: scale(value), y: 16, "text-anchor": "middle", class: "date", text: number(value) }),
    );
  });
  rows.forEach((row) => {
    y += figureRow(sheet, row, y, { side, scale, upto, ids, narrow: width < 700 });
  });
  ticks.forEach((value) => sheet.under.append(s("path", { class: "grid", d: `M${scale(value)} 22V${y}` })));
  return close(sheet, Math.max(width - 4, upto), y + 8);
};
const ticksOf = (high, low, steep) => {
  if (steep)
    return Array.from({ length: 12 }, (_, k) => 10 ** (Math.floor(Math.log10(low)) + k)).filter(
      (value) => value <= high * 1.01 && value >= low / 2,
    );
  const step = 10 ** Math.floor(Math.log10(high || 1)),
    size = [0.2, 0.5, 1, 2, 5].map((k) => k * step).find((k) => high / k <= 6) || step;
  return Array.from({ length: 8 }, (_, k) => k * size).filter((value) => value <= high * 1.01);
};
const figureRow = (sheet, row, y, { side, scale, upto, ids, narrow }) => {
  const who = wrap(row.who, side - 8, NAME, 2),
    when = wrap([row.when, row.status, row.event].filter(Boolean).join(" · "), side - 8, SMALL, 1);
  const tall = Math.max(narrow ? 52 : 46, who.length * 16 + when.length * 14 + 12),
    middle = y + tall / 2 - (narrow ? 9 : 6);
  const least = row.min === undefined ? scale(row.max) - 46 : scale(row.min),
    most = row.max === undefined ? Math.min(scale(row.min) + 46, upto) : scale(row.max);
  const against = rivalIds(row.id).some((other) => ids.includes(other));
  const told = `${against ? "↯ " : ""}${figureWords(row)}`,
    texts = wrap(told, 260, "600 12px", 1),
    w = widthOf(texts[0], "600 12px");
  const dashes = row.bound === "about" ? "about" : "";
  const marks = [s("path", { class: `span ${dashes}`, d: `M${least} ${middle}H${Math.max(most, least + 0.5)}` })];
  if (row.min !== undefined)
    marks.push(s("circle", { class: `value ${dashes}`, cx: scale(row.min), cy: middle, r: 5.5 }));
  if (row.max !== undefined && row.max !== row.min)
    marks.push(s("circle", { class: `value ${dashes}`, cx: scale(row.max), cy: middle, r: 5.5 }));
  if (row.max === undefined) marks.push(tipAt(most + 6, middle, "right", "bound"));
  if (row.min === undefined) marks.push(tipAt(least - 6, middle, "left", "bound"));
  const x = narrow ? side + 8 : most + 14 + w < upto + 36 ? most + 14 : Math.max(side + 14, least - 14 - w);
  const text = s("text", {
    class: `figure${against ? " against" : ""}`,
    x,
    y: middle + (narrow ? 24 : 4),
    text: texts[0],
  });
  const about = narrow ? [] : wrap(quoted(claims.get(row.id).text), Math.max(160, upto + 30 - x), SMALL, 1);
  sheet.over.append(
    s(
      "a",
      { href: to({ view: "trace", id: row.id }), class: "step" },
      s("title", {
        text: `${row.who}, ${row.when}: ${figureWords(row)}${against ? ", stands against another figure here" : ""}. ${claims.get(row.id).text.slice(0, 400)}`,
      }),
      s("rect", { class: "hit", x: 0, y: y + 1, width: upto + 36, height: tall - 2 }),
      lines(who, 4, y + 18, 16, { class: "name" }),
      lines(when, 4, y + 18 + who.length * 16, 14, { class: "date" }),
      ...marks,
      text,
      lines(about, x, middle + 20, 14, { class: "date" }),
    ),
  );
  return tall;
};
