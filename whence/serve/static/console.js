// The console: a query or a saved question there, a table and the way to its network back.
import { make, send, tell } from "./send.js";

const at = (id) => document.getElementById(id);
const saved = JSON.parse(at("saved").textContent);
const LONGEST = 400;

async function ask(path, body, address) {
  tell(at("said"), "Asking …");
  at("network").hidden = true;
  try {
    show(await send("POST", path, body), address);
  } catch (error) {
    at("rows").parentElement.hidden = true;
    tell(at("said"), error.message, true);
  }
}

function show(answer, address) {
  const { columns, rows, hit, limits } = answer;
  const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, column)));
  const body = rows.map((row) => make("tr", {}, ...row.map((value) => make("td", typeof value === "number" ? { class: "n" } : { dir: "auto" }, cell(value)))));
  at("rows").replaceChildren(make("thead", {}, head), make("tbody", {}, ...body));
  at("rows").parentElement.hidden = rows.length === 0;
  const stopped = { rows: `; there are more than ${limits.rows} rows, the others were left out`, size: `; more than ${limits.bytes / 1e6} MB, the rest was left out` };
  tell(at("said"), `${rows.length} ${rows.length === 1 ? "row" : "rows"} in ${answer.seconds} s${stopped[hit] || ""}`, Boolean(hit));
  at("network").hidden = !answer.graph || !address;
  if (address) at("network").href = `${address}#view=network`;
}

function cell(value) {
  if (value === null) return make("span", { class: "quiet" }, "–");
  if (value && value.labels) return node(value);
  if (value && value.type && value.properties) return `[${value.type}]`;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

function node({ labels, properties }) {
  const told = properties.name || properties.title || properties.text || properties.exact || properties.id || "";
  const words = `${labels.join(" ")} ${String(told).slice(0, 120)}`;
  const known = ["Actor", "Article", "Claim"].includes(labels[0]) && properties.id;
  return known ? make("a", { href: `/node/${encodeURIComponent(properties.id)}` }, words) : words;
}

function parameters() {
  let found;
  try {
    found = JSON.parse(at("parameters").value || "{}");
  } catch {
    throw new Error('the parameters have to be JSON, such as {"actor": "rutte"}');
  }
  return found;
}

function run() {
  let values;
  try {
    values = parameters();
  } catch (error) {
    tell(at("said"), error.message, true);
    return;
  }
  const query = at("cypher").value;
  const address = `/console/network?${new URLSearchParams({ query, parameters: JSON.stringify(values) })}`;
  ask("/api/cypher", { query, parameters: values }, address);
}

function choose() {
  const one = saved.find(({ name }) => name === at("question").value);
  at("asking").hidden = !one;
  if (!one) return;
  at("fields").replaceChildren(
    ...one.parameters.map((p) => make("label", {}, `${p.name}: ${p.about}`, make("input", { name: p.name, value: p.default, autocomplete: "off" }))),
  );
}

function given() {
  const filled = [...new FormData(at("asking"))].filter(([, value]) => value.trim());
  return Object.fromEntries(filled.map(([key, value]) => [key, value.trim()]));
}

at("query").addEventListener("submit", (event) => { event.preventDefault(); run(); });
at("cypher").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
});
at("question").addEventListener("change", choose);
at("asking").addEventListener("submit", (event) => {
  event.preventDefault();
  ask("/api/ask", { name: at("question").value, parameters: given() }, null);
});
at("edit").addEventListener("click", () => {
  const one = saved.find(({ name }) => name === at("question").value);
  const values = given();
  const typed = one.parameters.map((p) => [p.name, /^\d+$/.test(p.default) ? Number(values[p.name] || p.default) : values[p.name] || null]);
  at("cypher").value = one.cypher;
  at("parameters").value = JSON.stringify(Object.fromEntries(typed));
  at("cypher").focus();
});
choose();
