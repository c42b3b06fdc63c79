// ---- elements: text only ever becomes text, and no attribute's name comes from data
const SVG_NS = "http://www.w3.org/2000/svg";
const dress = (node, attributes, children) => {
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (value === undefined || value === null || value === false) return;
    if (name === "text") node.textContent = value;
    else if (name === "click" || name === "change" || name === "input") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  });
  node.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false && child !== ""),
  );
  return node;
};
const h = (tag, attributes, ...children) => dress(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => dress(document.createElementNS(SVG_NS, tag), attributes, children);
const $ = (id) => document.getElementById(id);
// bdi keeps a text's own direction from turning over what stands around it
const said = (text, className) => h("bdi", { class: className, text });
const button = (text, click, more) => h("button", { type: "button", text, click, ...more });
const plural = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const short = (text, most) => {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, " ")
    .trim();
  const letters = Array.from(line);
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join("")}…`;
};
const quoted = (text, most = 400) => `“${short(text, most).replace(/^[“"']+|[”"']+$/g, "")}”`;
const unique = (list) => [...new Set(list)];

// ---- text that has to fit a width, for SVG, which does not break lines by itself
const FONT = 'system-ui, "DejaVu Sans", sans-serif';
const pen = document.createElement("canvas").getContext("2d");
const widthOf = (text, font) => {
  pen.font = `${font} ${FONT}`;
  return pen.measureText(text).width;
};
const cutTo = (word, width, font) => {
  let end = word.length;
  while (end > 1 && widthOf(word.slice(0, end), font) > width) end = end > 40 ? Math.ceil(end / 2) : end - 1;
  return end;
};
// At most `most` lines no wider than `width`; the last one ends in … where something is left out.
const wrap = (text, width, font, most) => {
  const words = text.slice(0, 900).split(/\s+/).filter(Boolean);
  const lines = [];
  let line = "";
  while (words.length) {
    const next = line ? `${line} ${words[0]}` : words[0];
    if (widthOf(next, font) <= width) {
      line = next;
      words.shift();
      continue;
    }
    if (!line) {
      const end = cutTo(words[0], width, font);
      line = words[0].slice(0, end);
      words[0] = words[0].slice(end);
    }
    if (lines.length === most - 1) break;
    lines.push(line);
    line = "";
  }
  if (line) lines.push(line);
  if (words.length || text.length > 900) {
    let last = lines.pop() || "";
    while (last && widthOf(`${last}…`, font) > width) last = last.slice(0, -1);
    lines.push(`${last}…`);
  }
  return lines;
};
