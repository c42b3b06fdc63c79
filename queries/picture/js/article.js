// ---- an article's text with its attributions marked, nested ones inside each other
// Offsets count code points; where a text has none beyond the first plane they are JavaScript's own.
const slicer = (text) => {
  if (!/[\ud800-\udfff]/.test(text)) return (a, b) => text.slice(a, b);
  const letters = Array.from(text);
  return (a, b) => letters.slice(a, b).join("");
};
const lengthOf = (text) => (/[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length);
const pairs = (a) => {
  const flat = a.spans || [];
  const found = flat.length
    ? flat.filter((_, k) => k % 2 === 0).map((start, k) => [start, flat[2 * k + 1]])
    : [[a.start, a.end]];
  return found.filter(([start, end]) => Number.isFinite(start) && end > start);
};
const rangesOf = (a, wrap2) => [
  ...pairs(a).map(([start, end], k, all) => ({
    start,
    end,
    a,
    part: "content",
    last: k === all.length - 1,
    wrap: wrap2,
  })),
  ...(a.cueEnd > a.cueStart ? [{ start: a.cueStart, end: a.cueEnd, a, part: "cue", wrap: wrap2 }] : []),
  ...(a.sourceEnd > a.sourceStart ? [{ start: a.sourceStart, end: a.sourceEnd, a, part: "source", wrap: wrap2 }] : []),
  ...a.restsOn
    .filter((r) => r.end > r.start)
    .map((r) => ({ start: r.start, end: r.end, a, part: "citing", wrap: wrap2 })),
];
// Text from `from` to `to` with ranges woven in, each inside what holds it; one that sticks out is cut in two.
const weave = (cut, from, upto, ranges) => {
  const waiting = ranges
    .map((r) => ({
      ...r,
      start: Math.max(r.start, from),
      end: Math.min(r.end, upto),
      tail: (r.tail ?? true) && r.end <= upto,
    }))
    .filter((r) => r.end > r.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const made = [];
  let at = from;
  while (waiting.length) {
    const outer = waiting.shift();
    if (outer.start > at) made.push(document.createTextNode(cut(at, outer.start)));
    const inner = [];
    while (waiting.length && waiting[0].start < outer.end) inner.push(waiting.shift());
    const over = inner.filter((r) => r.end > outer.end).map((r) => ({ ...r, start: outer.end }));
    waiting.unshift(...over.sort((a, b) => a.start - b.start || b.end - a.end));
    waiting.sort((a, b) => a.start - b.start || b.end - a.end);
    made.push(outer.wrap(outer, weave(cut, outer.start, outer.end, inner)));
    at = outer.end;
  }
  if (at < upto) made.push(document.createTextNode(cut(at, upto)));
  return made;
};
const FRONT_MATTER = /^---\r?\n(?:.*\r?\n)*?---[ \t]*\r?\n/;
const paragraphs = (text) => {
  const front = lengthOf((FRONT_MATTER.exec(text.slice(0, 5000)) || [""])[0]),
    found = [],
    cut = text.split("\n");
  let at = 0;
  cut.forEach((line) => {
    const size = lengthOf(line);
    if (line.trim() && at >= front) found.push([at, at + size]);
    at += size + 1;
  });
  return found;
};
const articleView = (id) => {
  const article = articles.get(id),
    all = (standsIn.get(id) || [])
      .slice()
      .sort((a, b) => a.start - b.start || b.end - a.end || a.id.localeCompare(b.id));
  const has = all.filter((a) => passes(a.id));
  const numbers = new Map(all.map((a, k) => [a.id, k + 1]));
  return [
    h("p", { class: "kicker" }, icon("article"), " Article"),
    heading(titleOf(id)),
    h(
      "p",
      {},
      article.outlet ? toActor(article.outlet) : "outlet not known",
      ` · ${day(article.published)} · ${plural(has.length, "attribution")}`,
      outside(article.url),
    ),
    article.copies
      .filter((copy) => articles.has(copy.article))
      .map((copy) =>
        h(
          "p",
          { class: "doubt" },
          "In much the same words as ",
          toArticle(copy.article),
          said(copy.why ? `: ${copy.why}` : ""),
        ),
      ),
    h(
      "ul",
      { class: "legend", "aria-label": "Legend" },
      h("li", {}, h("mark", { class: "source", text: "who" })),
      h("li", {}, h("mark", { class: "cue", text: "says" })),
      h("li", {}, h("mark", { class: "citing", text: "citing" })),
      h("li", {}, h("mark", { class: "content d1", text: "what, and what is inside it" })),
    ),
    article.text === undefined ? withoutText(has, numbers) : withText(article.text, has, numbers),
  ];
};
const outside = (url) =>
  /^https?:\/\//i.test(url || "")
    ? [" · ", h("a", { href: url, rel: "noopener noreferrer", target: "_blank", text: short(url, 80) })]
    : null;
const footnote = (a, numbers) =>
  h("a", {
    class: "note",
    href: to(toEvidence(a.id)),
    "aria-label": `Attribution ${numbers.get(a.id)}: ${speaker(a)}`,
    "data-id": a.id,
    "aria-current": state.e === a.id ? "true" : undefined,
    text: numbers.get(a.id),
  });
const withText = (text, has, numbers) => {
  const cut = slicer(text),
    deep = nesting(has);
  const wrap2 = (r, inside) =>
    h(
      "mark",
      {
        class: `${r.part} d${Math.min(deep.get(r.a.id), 3)}${state.e === r.a.id ? " current" : ""}`,
        "data-id": r.a.id,
      },
      inside,
      r.part === "content" && r.last && r.tail ? footnote(r.a, numbers) : null,
    );
  const ranges = has.flatMap((a) => rangesOf(a, wrap2)).sort((a, b) => a.start - b.start);
  let first = 0;
  const open = [];
  return h(
    "div",
    { class: "text", dir: "auto" },
    paragraphs(text).map(([start, end]) => {
      while (first < ranges.length && ranges[first].start < end) {
        open.push(ranges[first]);
        first += 1;
      }
      const here = open.filter((r) => r.end > start);
      open.splice(0, open.length, ...here);
      return h("p", {}, weave(cut, start, end, here));
    }),
  );
};
// how many contents each content stands in
const nesting = (has) => {
  const found = new Map(),
    stack = [];
  has.forEach((a) => {
    while (stack.length && stack[stack.length - 1] <= a.start) stack.pop();
    found.set(a.id, stack.filter((end) => end >= a.end).length);
    stack.push(a.end);
  });
  return found;
};
const withoutText = (has, numbers) => [
  h("p", { class: "soft", text: "The article’s text is not in this file; its attributions are." }),
  h(
    "ol",
    { class: "time" },
    has.map((a) =>
      h(
        "li",
        { class: "fresh" },
        h("span", { class: "when", text: numbers.get(a.id) }),
        h("div", {}, h("p", {}, toActor(a.actor, speaker(a))), statement(a)),
      ),
    ),
  ),
];
