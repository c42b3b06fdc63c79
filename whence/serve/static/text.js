// Loading and correcting: the text and what is attributed in it, each attribution put right, struck out or added.
// What is changed becomes rows of the form that files of hand-made assertions have.
import { Marked } from "./marked.js";
import { make, send, tell } from "./send.js";

const at = (id) => document.getElementById(id);
const may = at("draft").dataset.may === "yes";
const SAYS = { positive: "says so", negative: "says it is not so", open: "leaves it open" };
let known = JSON.parse(at("draft").textContent);
let handed = null;
let drafts = known ? [known] : [];
let now = 0;
let changes = new Map(); // by assertion id: {struck} or {row}; what is added has an id of ours and {row, added}
let picked = null;
let added = 0;
const marked = new Marked(at("text"), (id) => pick(id, { card: true }));

// ---- what is shown
function draw() {
  at("reading").hidden = !drafts.length;
  if (!drafts.length) return;
  at("which").hidden = drafts.length < 2;
  const all = rowsOf(drafts[now]);
  marked.draw(drafts[now].text, all.flatMap(parts));
  at("cards").replaceChildren(...all.map(card));
  const count = all.filter(({ change }) => !change?.struck).length;
  at("count").textContent = `${count} ${count === 1 ? "attribution" : "attributions"}`;
  if (may) at("changes").textContent = summed();
  if (picked) marked.light(picked, false);
}

function rowsOf(draft) {
  const read = draft.assertions.map((one) => ({ id: one.id, one, change: changes.get(one.id) }));
  const mine = [...changes].filter(([, change]) => change.added && change.article === draft.article.id).map(([id, change]) => ({ id, one: null, change }));
  return [...read, ...mine];
}

function parts({ id, one, change }) {
  if (change?.row) return [{ of: id, role: "content", start: change.row.start, end: change.row.start + Array.from(change.row.words).length }];
  if (!one) return [];
  const struck = Boolean(change?.struck);
  const content = one.content.map(([start, end]) => ({ of: id, role: "content", start, end, struck }));
  const rest = ["source", "cue"].filter((role) => one[role]).map((role) => ({ of: id, role, start: one[role][0], end: one[role][1], struck }));
  return [...content, ...rest];
}

function card({ id, one, change }) {
  const row = change?.row || one?.row || { words: "" };
  const who = change?.row ? change.row.actor : one?.actor?.name;
  const classes = ["card", change?.struck && "struck", (change?.row || one?.hand) && "hand", one?.doubtful && "doubtful", id === picked && "on"];
  const head = make("p", { class: "meta" }, says(row), row.citing ? [", citing ", row.citing].join("") : null);
  const item = make(
    "li",
    { class: classes.filter(Boolean).join(" "), id: `card-${id}`, "data-id": id },
    make("button", { class: "who", type: "button", dir: "auto", "aria-pressed": String(id === picked), onclick: (event) => { event.stopPropagation(); pick(id, { text: true }); } }, who || "no source named"),
    head,
    make("blockquote", { dir: "auto" }, row.words),
    make("p", { class: "meta" }, ...tags(one, change)),
  );
  item.addEventListener("click", (event) => { if (!event.target.closest("button, input, textarea, select, form")) pick(id, { text: true }); });
  if (may && change?.editing) item.append(form(id, one, row, who));
  else if (may) item.append(tools(id, one, change));
  return item;
}

function says(row) {
  return SAYS[row.polarity] || SAYS.positive;
}

function tags(one, change) {
  if (change?.struck) return [make("span", { class: "tag gone" }, "struck out")];
  if (change?.added) return [make("span", { class: "tag hand" }, "added by you")];
  if (change?.row) return [make("span", { class: "tag hand" }, "corrected by you")];
  if (!one) return [];
  const told = [one.hand && ["hand", `by ${one.by}`], one.reported && ["", "known only through another"], one.doubtful && ["doubt", "doubtful"], one.mode !== "indirect" && ["", one.mode]];
  const cue = one.row.cue ? `cue “${one.row.cue}” · ` : "";
  const score = one.hand ? "" : `score ${one.score.toFixed(2)}`;
  return [`${cue}${score} `, ...told.filter(Boolean).map(([kind, text]) => make("span", { class: `tag ${kind}` }, text))];
}

function tools(id, one, change) {
  const button = (text, work) => make("button", { type: "button", onclick: (event) => { event.stopPropagation(); work(); focusIn(id); } }, text);
  if (change?.added) return make("div", { class: "tools" }, button("Correct", () => edit(id)), button("Take back", () => set(id, null)));
  if (change) return make("div", { class: "tools" }, change.row ? button("Correct again", () => edit(id)) : null, button("As it was read", () => set(id, null)));
  return make("div", { class: "tools" }, button("Correct", () => edit(id, one)), button("Strike out", () => set(id, { struck: true })));
}

function form(id, one, row, who) {
  const field = (label, name, value, more = {}) => make("label", {}, label, make("input", { name, value: value || "", dir: "auto", autocomplete: "off", ...more }));
  const choice = make("select", { name: "polarity" }, ...Object.entries(SAYS).map(([value, text]) => make("option", { value, selected: value === (row.polarity || "positive") }, text)));
  const words = make("textarea", { name: "words", rows: 3, value: row.words, dir: "auto", required: true });
  const line = make("p", { class: "said wrong", role: "alert" });
  const made = make(
    "form",
    { "aria-label": "Correct this attribution" },
    field("Who (empty: no source named)", "actor", who, { list: "names" }),
    make("div", { class: "two" }, make("label", {}, "What they do", choice), field("Cue", "cue", row.cue)),
    field("Citing whom (empty: nobody)", "citing", row.citing, { list: "names" }),
    make("label", {}, "Words, as they stand in the text", words),
    line,
    make("div", { class: "tools" },
      make("button", { class: "main" }, "Done"),
      make("button", { type: "button", onclick: () => take(words, line) }, "Take the marked words"),
      make("button", { type: "button", onclick: () => { leave(id); focusIn(id); } }, "Cancel")),
  );
  made.addEventListener("submit", (event) => { event.preventDefault(); done(id, one, made, line); });
  return made;
}

// ---- what is done
function pick(id, { card: toCard = false, text: toText = false } = {}) {
  picked = id;
  for (const item of at("cards").children) {
    item.classList.toggle("on", item.dataset.id === id);
    item.querySelector(".who").setAttribute("aria-pressed", String(item.dataset.id === id));
  }
  marked.light(id, toText);
  if (toCard) at(`card-${id}`)?.scrollIntoView({ block: "nearest" });
}

function set(id, change) {
  if (change) changes.set(id, { article: drafts[now].article.id, ...change });
  else changes.delete(id);
  draw();
}

function edit(id) {
  const before = changes.get(id) || {};
  changes.set(id, { article: drafts[now].article.id, ...before, editing: true });
  picked = id;
  draw();
}

function leave(id) {
  const { editing, ...rest } = changes.get(id);
  if (rest.row || rest.struck) changes.set(id, rest);
  else changes.delete(id);
  draw();
}

function take(words, line) {
  const found = marked.selected() || lastSelected;
  if (!found) { tell(line, "Mark words in the text first.", true); return; }
  words.value = found.words;
  words.dataset.start = String(found.start);
  tell(line, "");
}

function done(id, one, made, line) {
  const values = Object.fromEntries([...new FormData(made)].map(([key, value]) => [key, value.trim()]));
  const near = Number(made.elements.words.dataset.start ?? changes.get(id)?.row?.start ?? one?.row.start ?? 0);
  const whole = one && values.words === one.row.words.trim();
  const start = whole ? one.row.start : marked.find(values.words, near);
  if (start < 0) { tell(line, "These words do not stand in the text: mark them there, and take the marked words.", true); return; }
  const { editing, ...rest } = changes.get(id);
  changes.set(id, { ...rest, struck: false, row: { ...values, start } });
  draw();
  focusIn(id);
}

function add() {
  const found = marked.selected() || lastSelected;
  if (!found) { tell(at("said"), "Mark the words in the text that somebody is said to have said, then add them.", true); at("said").scrollIntoView({ block: "nearest" }); return; }
  tell(at("said"), "");
  const id = `added-${(added += 1)}`;
  changes.set(id, { article: drafts[now].article.id, added: true, editing: true, row: { ...found, polarity: "positive" } });
  picked = id;
  draw();
  focusIn(id);
}

function focusIn(id) {
  const item = at(`card-${id}`);
  (item?.querySelector("form input") || item?.querySelector("button"))?.focus();
  item?.scrollIntoView({ block: "nearest" });
}

let lastSelected = null; // a click on a button takes the selection away in some browsers
document.addEventListener("selectionchange", () => { lastSelected = marked.selected() || (document.activeElement === at("text") ? null : lastSelected); });

// ---- there and back
function summed() {
  const of = [...changes.values()];
  const count = (what, test) => { const n = of.filter(test).length; return n ? [`${n} ${what}`] : []; };
  const told = [...count("corrected", (c) => c.row && !c.added), ...count("struck out", (c) => c.struck), ...count("added", (c) => c.added && c.row)];
  return told.join(", ") || "As it was read";
}

function rows() {
  const strikes = [], mine = [];
  for (const draft of drafts) {
    for (const { one, change } of rowsOf(draft)) {
      if (!change || (change.editing && !change.row)) continue;
      if (one) strikes.push({ article: draft.article.id, strike: true, actor: one.row.actor, words: one.row.words, cue: one.row.cue, start: one.row.start });
      if (change.row) mine.push({ article: draft.article.id, ...change.row });
    }
  }
  return [...strikes, ...mine];
}

async function source() {
  const values = Object.fromEntries([...new FormData(at("source"))].filter(([, value]) => typeof value === "string" && value.trim()));
  const file = at("file").files[0] || dropped;
  if (file) return { ...values, name: file.name, content: await base64(file) };
  const text = at("pasted").value;
  if (!text.trim()) throw new Error("Drop a file or paste a text first.");
  return { ...values, text };
}

function base64(file) {
  return new Promise((good, bad) => {
    const reader = new FileReader();
    reader.onload = () => good(String(reader.result).split(",", 2)[1] || "");
    reader.onerror = () => bad(new Error(`${file.name} cannot be read`));
    reader.readAsDataURL(file);
  });
}

async function busy(button, words, work) {
  button.disabled = true;
  tell(at("said"), words);
  try { await work(); } catch (error) { tell(at("said"), error.message, true); at("said").scrollIntoView({ block: "nearest" }); }
  button.disabled = false;
}

async function read() {
  handed = await source();
  const found = await send("POST", "/api/read", handed);
  drafts = found.articles;
  [now, picked, changes] = [0, null, new Map()];
  at("articles").replaceChildren(...drafts.map((draft, n) => make("option", { value: String(n) }, draft.article.title || draft.name)));
  at("save").hidden = !drafts.length && !found.hand_made;
  draw();
  at("reading").hidden = !drafts.length && !found.hand_made;
  const hand = found.hand_made ? [`${found.hand_made} hand-made assertions, to be tied to articles of the graph`] : [];
  tell(at("said"), [...found.refused, ...hand].join(" · ") || "Read, not saved: look through it, put right what is wrong, then save.", found.refused.length > 0);
}

async function save() {
  if ([...changes.values()].some((change) => change.editing)) throw new Error("Finish or cancel the correction that is open first.");
  const who = at("who").value.trim();
  if (known) {
    known = await send("POST", `/api/articles/${encodeURIComponent(known.article.id)}`, { rows: rows(), who });
    [drafts, changes, picked] = [[known], new Map(), null];
    draw();
    tell(at("said"), "Saved.");
    return;
  }
  const { outcomes } = await send("POST", "/api/articles", { ...handed, rows: rows(), who });
  const wrong = outcomes.filter(({ state }) => state === "refused");
  drafts = [];
  draw();
  at("source").reset();
  [dropped, handed] = [null, null];
  at("chosen").textContent = "";
  tell(at("said"), "", wrong.length > 0);
  at("said").append(...outcomes.flatMap(outcome));
  at("said").scrollIntoView({ block: "nearest" });
}

function outcome({ line, article }) {
  const links = article ? [" ", make("a", { href: `/article/${encodeURIComponent(article)}` }, "See its network"), " · ", make("a", { href: `/article/${encodeURIComponent(article)}/text` }, "its text")] : [];
  return [make("span", {}, line), ...links, make("br")];
}

// ---- wiring
let dropped = null;
function chosen(file) {
  dropped = file;
  at("chosen").textContent = file ? `${file.name}, ${file.size.toLocaleString()} bytes` : "";
}
if (at("source")) {
  const drop = at("drop");
  for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => { event.preventDefault(); at("file").value = ""; chosen(event.dataTransfer.files[0] || null); });
  at("file").addEventListener("change", () => chosen(at("file").files[0] || null));
  at("source").addEventListener("submit", (event) => { event.preventDefault(); busy(event.submitter || at("source").querySelector("button.main"), "Reading …", read); });
}
at("save")?.addEventListener("submit", (event) => { event.preventDefault(); busy(event.submitter || at("save").querySelector("button"), "Saving …", save); });
at("add")?.addEventListener("click", add);
at("articles").addEventListener("change", () => { now = Number(at("articles").value); picked = null; draw(); });
draw();
