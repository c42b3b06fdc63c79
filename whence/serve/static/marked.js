// A text with its attributions marked: cut wherever one begins or ends, each piece told what it is part of.
// All offsets are code points, as the server counts them.
import { make } from "./send.js";

export class Marked {
  constructor(place, pick) {
    this.place = place;
    this.text = "";
    this.pieces = [];
    place.addEventListener("click", (event) => {
      const mark = event.target.closest("mark");
      if (mark && getSelection().isCollapsed) pick(mark.dataset.of.split(" ")[0]);
    });
  }

  // `parts`: [{of, role: "content" | "source" | "cue", start, end, struck}]
  draw(text, parts) {
    this.text = text;
    this.letters = Array.from(text);
    const cuts = [...new Set([0, this.letters.length, ...parts.flatMap((p) => [p.start, p.end])])].sort((a, b) => a - b);
    const sorted = [...parts].sort((a, b) => a.start - b.start);
    let waiting = 0;
    let open = [];
    const found = [];
    for (let n = 0; n + 1 < cuts.length; n += 1) {
      const [start, end] = [cuts[n], cuts[n + 1]];
      while (waiting < sorted.length && sorted[waiting].start <= start) open.push(sorted[waiting++]);
      open = open.filter((part) => part.end > start);
      found.push(this.piece(start, end, open));
    }
    this.place.replaceChildren(...found);
  }

  piece(start, end, open) {
    const words = this.letters.slice(start, end).join("");
    const values = { "data-start": String(start) };
    if (!open.length) return make("span", values, words);
    const contents = open.filter((part) => part.role === "content" && !part.struck);
    const inner = [...open].sort((a, b) => a.end - a.start - (b.end - b.start));
    const classes = new Set(open.filter((part) => !part.struck).map((part) => part.role));
    if (contents.length > 1) classes.add("deep");
    if (open.every((part) => part.struck)) classes.add("struck");
    return make("mark", { ...values, class: [...classes].join(" "), "data-of": [...new Set(inner.map((part) => part.of))].join(" ") }, words);
  }

  // Which pieces belong to one attribution.
  light(of, scroll) {
    let first = null;
    for (const mark of this.place.querySelectorAll("mark")) {
      const on = mark.dataset.of.split(" ").includes(of);
      mark.classList.toggle("on", on);
      first = first || (on ? mark : null);
    }
    if (first && scroll) first.scrollIntoView({ block: "nearest" });
  }

  // The words that are selected in the text: {start, words}, null where none are.
  selected() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!this.place.contains(range.startContainer) || !this.place.contains(range.endContainer)) return null;
    const [start, end] = [this.offset(range.startContainer, range.startOffset), this.offset(range.endContainer, range.endOffset)];
    const words = this.letters.slice(start, end).join("");
    const lead = Array.from(words.match(/^\s*/u)[0]).length;
    return words.trim() ? { start: start + lead, words: words.trim() } : null;
  }

  offset(node, at) {
    if (node.nodeType === Node.TEXT_NODE) return Number(node.parentElement.dataset.start) + Array.from(node.data.slice(0, at)).length;
    const child = node.childNodes[at];
    if (node === this.place) return child ? Number(child.dataset.start) : this.letters.length;
    return Number(node.dataset.start) + (at ? Array.from(node.textContent).length : 0);
  }

  // Where words stand, the place nearest to `near`; -1 where they do not.
  find(words, near = 0) {
    let best = -1;
    for (let at = this.text.indexOf(words); at >= 0 && words; at = this.text.indexOf(words, at + 1)) {
      const place = Array.from(this.text.slice(0, at)).length;
      if (best < 0 || Math.abs(place - near) < Math.abs(best - near)) best = place;
    }
    return best;
  }
}
