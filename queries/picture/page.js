"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const $ = (id) => document.getElementById(id);
  const { actors, articles, claims, assertions } = read("evidence");
  const nodes = new Map(read("nodes").map((n) => [n.id, n]));
  const edges = read("edges");
  const options = read("options");

  const COLORS = { person: "#4f9fd6", organization: "#0b6aa8", outlet: "#2f9e77", document: "#c98a00", group: "#c0679b", unnamed: "#7d8590" };
  const KINDS = { person: "Person", organization: "Organization", outlet: "Outlet", document: "Document", group: "Group", unnamed: "Unnamed" };
  const SHAPES = { person: "dot", organization: "square", outlet: "star", document: "triangleDown", group: "hexagon", unnamed: "dot" };
  const LINKS = {
    own: { name: "own knowledge", color: "#0f766e", width: 2.4 },
    relayed: { name: "citing others", color: "#c2410c", width: 1.8 },
    unstated: { name: "basis not stated", color: "#8a939e", width: 1.6 },
    sourced: { name: "sourced from", color: "#e2711d", width: 2.2, dashes: [7, 5] },
    affiliated: { name: "affiliated with", color: "#8b6fc0", width: 1, dashes: [2, 4] },
    in: { name: "appears in", color: "#9aa5b1", width: 1, dashes: [1, 4] },
  };
  const NEIGHBOURHOOD = 45;
  const LEGIBLE = 300;
  const state = { selected: null, shown: new Set(), tracing: null, hidden: new Set(["article", "affiliated", "in"]), past: [] };

  // ---- the graph's own relations
  const touching = new Map();
  const touch = (id, what) => touching.has(id) ? touching.get(id).push(what) : touching.set(id, [what]);
  edges.forEach((edge) => { touch(edge.from, edge); touch(edge.to, edge); });
  const stating = new Map();
  const citedBy = new Map();
  for (const [id, a] of Object.entries(assertions)) {
    a.id = id;
    a.states.forEach((s) => stating.set(s.claim, [...(stating.get(s.claim) || []), a]));
    a.restsOn.forEach((r) => citedBy.set(r.assertion, [...(citedBy.get(r.assertion) || []), a]));
  }
  const rests = (a) => a.restsOn.length ? "relayed" : a.basis ? "own" : "unstated";
  const nameOf = (id) => (actors[id] && actors[id].name) || "no source named";
  const dateOf = (a) => (articles[a.article] && articles[a.article].published) || "";
  const depth = (a, seen = new Set()) => {
    if (seen.has(a.id)) return 0;
    const further = new Set(seen).add(a.id);
    return 1 + Math.max(0, ...a.restsOn.map((r) => assertions[r.assertion]).filter(Boolean).map((up) => depth(up, further)));
  };

  // ---- which nodes and edges are to be seen
  const isIn = (a) => {
    const wanted = $("article").value;
    const day = dateOf(a).slice(0, 10);
    if (wanted && a.article !== wanted) return false;
    if (!day) return $("undated").checked;
    const since = $("since").value, until = $("until").value;
    return (!since || day >= since.slice(0, day.length)) && (!until || day <= until);
  };
  const edgeShown = (edge) => {
    if (state.hidden.has(edge.kind)) return false;
    if (edge.kind === "affiliated") return true;
    return edge.ids.some((id) => isIn(assertions[id]));
  };
  const kindOf = (id) => nodes.get(id).kind === "actor" ? actors[id].kind : nodes.get(id).kind;
  const filtered = () => $("article").value || $("since").value || $("until").value || !$("undated").checked;
  const nodeShown = (id) => {
    if (state.hidden.has(kindOf(id))) return false;
    return !filtered() || (touching.get(id) || []).some((edge) => edge.kind !== "affiliated" && edge.ids.some((i) => isIn(assertions[i])));
  };
  const neighbours = (id) => (touching.get(id) || []).filter((e) => e.kind !== "affiliated" && e.kind !== "in").map((e) => e.from === id ? e.to : e.from);
  const around = (start, most) => {
    const found = new Set([start]);
    for (const id of found) {
      for (const other of neighbours(id)) { if (found.size >= most) return found; found.add(other); }
    }
    return found;
  };

  // ---- places: a calm layout of what is shown, worked out at once
  const sizeOf = (id) => nodes.get(id).kind === "claim" ? [108, 52] : [70, 46];
  const settle = (ids, links) => {
    const list = [...ids].sort();
    const at = new Map(list.map((id) => [id, { x: nodes.get(id).x, y: nodes.get(id).y }]));
    const rounds = list.length > 200 ? 0 : 260;
    for (let round = 0; round < rounds; round += 1) {
      const heat = 1 - round / rounds;
      pull(links, at, heat);
      for (let i = 0; i < list.length; i += 1) for (let j = i + 1; j < list.length; j += 1) push(list[i], list[j], at, heat, i - j);
    }
    for (let round = 0; round < 60 && rounds; round += 1) {
      for (let i = 0; i < list.length; i += 1) for (let j = i + 1; j < list.length; j += 1) part(list[i], list[j], at);
    }
    return at;
  };
  const pull = (links, at, heat) => links.forEach((edge) => {
    const a = at.get(edge.from), b = at.get(edge.to);
    const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy) || 1;
    const step = (far - 210) * 0.06 * heat / far;
    a.x += dx * step; a.y += dy * step; b.x -= dx * step; b.y -= dy * step;
  });
  const push = (one, other, at, heat, tilt) => {
    const a = at.get(one), b = at.get(other);
    const dx = b.x - a.x || tilt * 0.01, dy = b.y - a.y || 0.01, far = Math.hypot(dx, dy);
    if (far > 700) return;
    const step = Math.min(24, 16000 / (far * far)) * heat / far * 2;
    a.x -= dx * step; a.y -= dy * step; b.x += dx * step; b.y += dy * step;
  };
  const part = (one, other, at) => {
    const a = at.get(one), b = at.get(other), [aw, ah] = sizeOf(one), [bw, bh] = sizeOf(other);
    const overX = aw + bw - Math.abs(b.x - a.x), overY = ah + bh - Math.abs(b.y - a.y);
    if (overX <= 0 || overY <= 0) return;
    const alongX = overX < overY;
    const step = (alongX ? overX : overY) / 2 * ((alongX ? b.x >= a.x : b.y >= a.y) ? 1 : -1);
    if (alongX) { a.x -= step; b.x += step; } else { a.y -= step; b.y += step; }
  };
  const columns = (order) => {
    const at = new Map();
    order.forEach((column, x) => column.forEach((id, k) => at.set(id, { x: x * 300, y: (k - (column.length - 1) / 2) * 130 + (x % 2) * 30 })));
    return at;
  };

  // ---- drawing
  const dark = () => document.documentElement.classList.contains("dark");
  const ink = () => dark() ? "#e6edf3" : "#1b1f24";
  const ground = () => dark() ? "#0f141a" : "#ffffff";
  const drawNode = (id, at) => {
    const node = nodes.get(id), kind = kindOf(id), picked = id === state.selected;
    const base = { id, x: at.x, y: at.y, label: node.label, shape: node.shape, size: 15, font: { color: ink(), size: 14, strokeWidth: 4, strokeColor: ground() } };
    if (node.kind === "claim") {
      return { ...base, widthConstraint: { maximum: 180 }, margin: 8, borderWidth: picked ? 2.5 : 1.4, borderWidthSelected: 2.5, labelHighlightBold: false, shapeProperties: { borderRadius: 5 },
        font: { color: ink(), size: 13 }, color: { background: dark() ? "#2b2614" : "#fff9e3", border: picked ? ink() : "#b8993d", highlight: { background: dark() ? "#3b341b" : "#fff3c4", border: ink() } } };
    }
    const color = node.kind === "article" ? "#9aa5b1" : COLORS[kind];
    return { ...base, size: node.kind === "article" ? 8 : 15, widthConstraint: { maximum: 130 }, labelHighlightBold: false, borderWidthSelected: 3, borderWidth: picked ? 3 : kind === "unnamed" ? 2.5 : 1.5,
      shapeProperties: { borderDashes: kind === "unnamed" ? [4, 3] : false },
      color: { background: kind === "unnamed" ? ground() : color, border: picked ? ink() : kind === "unnamed" ? color : ink(), highlight: { background: color, border: ink() } } };
  };
  const drawEdge = (edge) => {
    const look = LINKS[edge.kind], count = edge.ids.length;
    const faint = state.selected && edge.from !== state.selected && edge.to !== state.selected && !state.tracing;
    return { id: edge.id, from: edge.from, to: edge.to, width: look.width + Math.min(3, (count - 1) * 0.5), dashes: look.dashes || false,
      color: { color: look.color, opacity: faint ? 0.35 : 0.95, highlight: look.color, hover: look.color }, label: count > 1 ? String(count) : undefined,
      font: { color: ink(), size: 12, strokeWidth: 3, strokeColor: ground(), align: "horizontal" }, arrows: { to: { enabled: edge.kind !== "in", scaleFactor: 0.7 } } };
  };
  const seenNodes = new vis.DataSet(), seenEdges = new vis.DataSet();
  const network = new vis.Network($("network"), { nodes: seenNodes, edges: seenEdges }, options);
  let places = new Map();
  const visible = () => {
    const ids = new Set([...state.shown].filter(nodeShown));
    if (!state.hidden.has("article") && !state.tracing) {
      [...ids].forEach((id) => (touching.get(id) || []).filter((e) => e.kind === "in" && e.from === id && edgeShown(e)).forEach((e) => ids.add(e.to)));
    }
    const links = edges.filter((e) => ids.has(e.from) && ids.has(e.to) && edgeShown(e) && (!state.tracing || state.tracing.links.has(e.id)));
    if (!filtered() || state.tracing) return { ids, links };
    const used = new Set(links.flatMap((e) => [e.from, e.to]).concat(state.selected || []));
    return { ids: new Set([...ids].filter((id) => used.has(id))), links };
  };
  const draw = (fresh) => {
    const { ids, links } = visible();
    if (fresh) places = state.tracing ? state.tracing.at : settle(ids, links);
    seenEdges.clear();
    seenNodes.clear();
    seenNodes.add([...ids].map((id) => drawNode(id, places.get(id) || nodes.get(id))));
    seenEdges.add(links.map(drawEdge));
    $("status").textContent = `${ids.size} of ${nodes.size} nodes shown, ${Object.keys(assertions).length} assertions` + (state.shown.size < nodes.size ? "; double click on a node shows more" : "");
    $("all").disabled = state.shown.size >= nodes.size;
    if (fresh) fit();
  };
  // vis-network knows a node's size only once it has been on the screen, so what is in view is reckoned here
  const fit = () => {
    const ids = seenNodes.getIds();
    if (!ids.length) return;
    const boxes = ids.map((id) => { const [w, h] = sizeOf(id), { x, y } = places.get(id) || nodes.get(id); return [x - w, y - h, x + w, y + h + 14]; });
    const [left, top] = [0, 1].map((k) => Math.min(...boxes.map((box) => box[k])));
    const [right, bottom] = [2, 3].map((k) => Math.max(...boxes.map((box) => box[k])));
    const stage = $("network"), head = state.tracing ? 60 : 0;
    const scale = Math.min(1.15, stage.clientWidth * 0.94 / (right - left), (stage.clientHeight - head - 40) / (bottom - top));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom - head / scale) / 2 }, scale, animation: false });
  };

  // ---- the panel: text is only ever set as text
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) { element.textContent = text; element.dir = "auto"; }
    return element;
  };
  const put = (parent, ...children) => { children.forEach((child) => child && parent.append(child)); return parent; };
  const go = (id, text) => {
    const button = make("button", "link", text);
    button.type = "button";
    button.addEventListener("click", () => select(id));
    return button;
  };
  const who = (a) => a.actor ? go(a.actor, nameOf(a.actor)) : make("span", "", "no source named");
  const fact = (number, what) => put(make("div"), make("b", "", String(number)), make("span", "", what));
  const tag = (kind, text) => make("span", `tag ${kind}`, text);
  const heading = (kind, title, id) => {
    const box = put(make("div"), make("div", "kind", kind), make("div", "title", title), make("div", "meta", id));
    return box;
  };
  const where = (a) => {
    const article = articles[a.article] || {};
    const outlet = article.outlet ? nameOf(article.outlet) : "outlet not known";
    const line = make("div", "meta");
    put(line, a.article && articles[a.article] ? go(a.article, article.title || "untitled article") : null,
      document.createTextNode(` · `), make("bdi", "", outlet), document.createTextNode(` · ${article.published || "date unknown"} · ${a.start}–${a.end} · ${a.id}`));
    return line;
  };
  const quote = (a) => put(make("blockquote"), make("span", "", a.prefix || ""), make("mark", "words", a.exact), make("span", "", a.suffix || ""));
  const tags = (a) => put(make("div"),
    a.restsOn.length ? null : a.basis === "findings" ? tag("own", "its own findings") : a.basis ? tag("own", "own knowledge") : tag("unstated", "basis not stated"),
    a.reported ? tag("through", `known only through ${(citedBy.get(a.id) || []).map((d) => nameOf(d.actor)).join(", ") || "another"}`) : null,
    a.polarity === "negative" ? tag("denied", "denies it") : null, a.polarity === "open" ? tag("unstated", "leaves it open") : null,
    a.certainty === "hedged" ? tag("unstated", "hedged") : null, a.doubtful ? tag("unstated", "read with a low score") : null);
  const card = (a) => {
    const box = make("article", `card ${rests(a)}`);
    const head = put(make("div"), who(a), a.cue ? make("span", "meta", ` ${a.cue}`) : null);
    a.restsOn.map((r) => [r, assertions[r.assertion]]).filter(([, up]) => up).forEach(([r, up]) =>
      put(head, put(make("div"), document.createTextNode(`“${r.exact}” → `), who(up))));
    return put(box, head, quote(a), tags(a), where(a));
  };
  const byDate = (a, b) => (dateOf(a) || "9999").localeCompare(dateOf(b) || "9999") || a.id.localeCompare(b.id);
  const cards = (title, list) => list.length ? put(make("section"), make("h2", "", `${title} (${list.length})`), ...[...list].sort(byDate).slice(0, 200).map(card)) : null;
  const names = (title, ids) => {
    if (!ids.length) return null;
    const list = make("div");
    ids.forEach((id) => put(list, put(make("div"), go(id, nameOf(id)))));
    return put(make("section"), make("h2", "", title), list);
  };
  const claimPanel = (id) => {
    const said = stating.get(id) || [];
    const outlets = new Set(said.map((a) => (articles[a.article] || {}).outlet).filter(Boolean));
    const button = make("button", "", "Trace (T)");
    button.type = "button"; button.id = "trace";
    button.addEventListener("click", () => trace(id));
    const why = [...new Set(said.flatMap((a) => a.states.filter((s) => s.claim === id).map((s) => s.why)))].join("; ");
    return [heading("Claim", claims[id].text, id), put(make("div"), tag("ours", "whence’s inference"), make("span", "meta", why)),
      put(make("div", "facts"), fact(new Set(said.map((a) => a.actor).filter(Boolean)).size, "voices"), fact(new Set(said.map((a) => a.article)).size, "articles"), fact(outlets.size, "outlets")),
      button, cards("Assertions, oldest first", said)];
  };
  const actorPanel = (id) => {
    const actor = actors[id], own = Object.values(assertions).filter((a) => a.actor === id);
    const relies = [...new Set(own.flatMap((a) => a.restsOn.map((r) => (assertions[r.assertion] || {}).actor)).filter(Boolean))];
    const relied = [...new Set(own.flatMap((a) => (citedBy.get(a.id) || []).map((d) => d.actor)).filter(Boolean))];
    const ties = actor.affiliations.map((f) => put(make("div"), make("span", "", `${f.role || "belongs to"}, `), actors[f.organization] ? go(f.organization, nameOf(f.organization)) : null,
      make("span", "meta", ` ${f.since || ""}${f.since || f.until ? "–" : ""}${f.until || ""} (${f.by === "register" ? "register" : "the article: " + (f.exact || "")})`)));
    return [heading(KINDS[actor.kind], actor.name, id), actor.aliases ? make("p", "meta", `also: ${actor.aliases.join(", ")}`) : null,
      actor.candidates ? put(make("p", "meta", "may be: "), ...actor.candidates.map((c) => tag("ours", nameOf(c) === "no source named" ? c : nameOf(c)))) : null,
      ties.length ? put(make("section"), make("h2", "", "Affiliations"), ...ties) : null, names("Relies on", relies), names("Relied on by", relied), cards("What it said", own)];
  };
  const articlePanel = (id) => {
    const article = articles[id];
    let link = null;
    if (/^https?:\/\//i.test(article.url || "")) { link = make("a", "", article.url); link.href = article.url; link.rel = "noopener noreferrer"; link.target = "_blank"; }
    return [heading("Article", article.title || "untitled", id), make("p", "meta", `${article.outlet ? nameOf(article.outlet) : "outlet not known"} · ${article.published || "date unknown"}`), link,
      cards("What it attributes", Object.values(assertions).filter((a) => a.article === id))];
  };
  const fill = () => {
    const id = state.selected, panel = $("panel");
    panel.replaceChildren();
    if (!id) { panel.append(make("p", "meta", "Choose an actor, a claim or an article to read the evidence.")); return; }
    put(panel, ...(claims[id] ? claimPanel(id) : actors[id] ? actorPanel(id) : articlePanel(id)));
    panel.scrollTop = 0;
  };

  // ---- what the reader does
  const remember = () => state.past.push({ selected: state.selected, shown: new Set(state.shown), tracing: state.tracing });
  const select = (id) => {
    if (!nodes.has(id)) return;
    remember();
    state.selected = id;
    const fresh = !state.shown.has(id) || state.tracing !== null;
    if (fresh) { state.tracing = null; $("banner").hidden = true; if (nodes.get(id).kind !== "article") state.shown = around(id, NEIGHBOURHOOD); }
    draw(fresh);
    if (seenNodes.get(id)) network.selectNodes([id], false);
    fill();
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  };
  const expand = (id) => {
    remember();
    neighbours(id).forEach((other) => state.shown.add(other));
    state.selected = id;
    draw(true);
    fill();
  };
  const trace = (claim) => {
    const levels = new Map(), links = new Set(), waiting = (stating.get(claim) || []).slice();
    const level = (a, seen) => seen.has(a.id) ? 0 : Math.max(0, ...a.restsOn.map((r) => assertions[r.assertion]).filter(Boolean).map((up) => 1 + level(up, new Set(seen).add(a.id))));
    const done = new Set();
    while (waiting.length) {
      const a = waiting.pop();
      if (done.has(a.id)) continue;
      done.add(a.id);
      if (a.actor) levels.set(a.actor, Math.max(levels.get(a.actor) || 0, level(a, new Set())));
      a.restsOn.map((r) => assertions[r.assertion]).filter(Boolean).forEach((up) => waiting.push(up));
    }
    edges.forEach((e) => { if (e.kind !== "affiliated" && e.kind !== "in" && e.ids.some((i) => done.has(i)) && (e.to === claim || levels.has(e.to))) links.add(e.id); });
    const order = [];
    [...levels].sort().forEach(([id, x]) => { order[x] = [...(order[x] || []), id]; });
    const full = Array.from(order, (column) => column || []);
    remember();
    state.tracing = { links, at: columns([...full, [claim]]) };
    state.shown = new Set([...levels.keys(), claim]);
    state.selected = claim;
    $("banner-text").textContent = "Trace: origins on the left, who passes on to the right, the claim last.";
    $("banner").hidden = false;
    draw(true);
    fill();
  };
  const back = () => {
    const before = state.past.pop();
    if (!before) return;
    Object.assign(state, before);
    $("banner").hidden = !state.tracing;
    draw(true);
    fill();
  };
  const leave = () => { if (state.tracing) back(); };
  const all = () => {
    if (nodes.size > LEGIBLE && !window.confirm(`All ${nodes.size} nodes at once are hard to read. Show them?`)) return;
    remember();
    state.tracing = null;
    $("banner").hidden = true;
    state.shown = new Set([...nodes.keys()].filter((id) => nodes.get(id).kind !== "article"));
    draw(true);
  };

  // ---- search
  const index = [
    ...Object.entries(actors).map(([id, a]) => ({ id, what: KINDS[a.kind], text: [a.name, ...(a.aliases || [])].join(" · ") })),
    ...Object.entries(claims).map(([id, c]) => ({ id, what: "Claim", text: c.text })),
    ...Object.values(assertions).map((a) => ({ id: (a.states[0] || {}).claim || a.actor, what: `Quote, ${nameOf(a.actor)}`, text: a.exact })),
    ...Object.entries(articles).map(([id, a]) => ({ id, what: "Article", text: [a.title || "untitled", nameOf(a.outlet)].join(" · ") })),
  ].filter((entry) => entry.id && nodes.has(entry.id)).map((entry) => ({ ...entry, folded: entry.text.toLowerCase() }));
  let hits = [], at = -1;
  const find = () => {
    const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const seen = new Set();
    hits = words.length ? index.filter((e) => words.every((w) => e.folded.includes(w)) && !seen.has(e.id + e.folded) && seen.add(e.id + e.folded)).slice(0, 30) : [];
    at = hits.length ? 0 : -1;
    showHits(words.length > 0);
  };
  const showHits = (open) => {
    const list = $("results");
    list.replaceChildren();
    list.hidden = !open;
    if (open && !hits.length) list.append(make("li", "", "nothing found"));
    hits.forEach((hit, k) => {
      const item = put(make("li"), make("small", "", hit.what), make("span", "", hit.text.slice(0, 240)));
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(k === at));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(k); });
      list.append(item);
    });
  };
  const take = (k) => { if (!hits[k]) return; const { id } = hits[k]; hits = []; showHits(false); $("search").value = ""; $("search").blur(); select(id); };
  const searchKey = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % Math.max(1, hits.length);
      showHits(true);
      event.preventDefault();
    } else if (event.key === "Enter") take(at);
    else if (event.key === "Escape") { $("search").value = ""; showHits(false); $("search").blur(); }
    event.stopPropagation();
  };

  // ---- legend
  const SVG = "http://www.w3.org/2000/svg";
  const glyph = (shape, color, hollow) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("width", "16"); svg.setAttribute("height", "16"); svg.setAttribute("viewBox", "0 0 16 16"); svg.setAttribute("aria-hidden", "true");
    const points = { square: "2,2 14,2 14,14 2,14", star: "8,1 10,6 15,6 11,9.5 12.6,15 8,11.6 3.4,15 5,9.5 1,6 6,6", triangleDown: "1,2 15,2 8,15", hexagon: "4,2 12,2 15.5,8 12,14 4,14 .5,8", diamond: "8,3 13,8 8,13 3,8", box: "1,4 15,4 15,12 1,12" }[shape];
    const mark = document.createElementNS(SVG, points ? "polygon" : "circle");
    if (points) mark.setAttribute("points", points); else { mark.setAttribute("cx", "8"); mark.setAttribute("cy", "8"); mark.setAttribute("r", "6"); }
    mark.setAttribute("fill", hollow ? "none" : color); mark.setAttribute("stroke", hollow ? color : "currentColor");
    if (hollow) mark.setAttribute("stroke-dasharray", "3 2");
    svg.append(mark);
    return svg;
  };
  const stroke = (look) => {
    const svg = document.createElementNS(SVG, "svg"), line = document.createElementNS(SVG, "line");
    svg.setAttribute("width", "26"); svg.setAttribute("height", "10"); svg.setAttribute("aria-hidden", "true");
    Object.entries({ x1: 0, x2: 26, y1: 5, y2: 5, stroke: look.color, "stroke-width": Math.max(1.5, look.width), "stroke-dasharray": (look.dashes || []).join(" ") }).forEach(([k, v]) => line.setAttribute(k, v));
    svg.append(line);
    return svg;
  };
  const row = (parent, key, name, count, mark) => {
    if (!count) return;
    const label = make("label", "row"), box = make("input");
    box.type = "checkbox"; box.checked = !state.hidden.has(key); box.dataset.kind = key;
    box.addEventListener("change", () => {
      if (box.checked) state.hidden.delete(key); else state.hidden.add(key);
      if (key === "article") { if (box.checked) state.hidden.delete("in"); else state.hidden.add("in"); }
      draw(!state.tracing);
    });
    put(label, box, mark, make("span", "", name), make("span", "count", String(count)));
    $(parent).append(label);
  };
  const legend = () => {
    const count = (list, key) => list.filter((item) => item === key).length;
    const kinds = Object.values(actors).map((a) => a.kind);
    Object.keys(KINDS).forEach((kind) => row("actor-kinds", kind, KINDS[kind], count(kinds, kind), glyph(SHAPES[kind], COLORS[kind], kind === "unnamed")));
    row("node-kinds", "claim", "Claim (ours)", Object.keys(claims).length, glyph("box", "#fff3c4"));
    row("node-kinds", "article", "Article", Object.keys(articles).length, glyph("diamond", "#9aa5b1"));
    const links = edges.map((e) => e.kind);
    Object.entries(LINKS).filter(([kind]) => kind !== "in").forEach(([kind, look]) => row("link-kinds", kind, look.name, count(links, kind), stroke(look)));
    Object.entries(articles).sort((a, b) => (a[1].title || "").localeCompare(b[1].title || "")).forEach(([id, a]) => {
      const option = make("option", "", `${(a.title || "untitled").slice(0, 80)}${a.published ? ", " + a.published.slice(0, 10) : ""}`);
      option.value = id;
      $("article").append(option);
    });
    ["article", "since", "until", "undated"].forEach((id) => $(id).addEventListener("change", () => {
      if ($("article").value) { remember(); state.tracing = null; $("banner").hidden = true; state.shown = new Set([...nodes.keys()].filter((n) => nodes.get(n).kind !== "article")); }
      draw(true);
    }));
  };

  // ---- beginning
  const setDark = (on) => { document.documentElement.classList.toggle("dark", on); $("dark").textContent = on ? "Light" : "Dark"; if (state.shown.size) draw(false); };
  const png = () => {
    const canvas = $("network").querySelector("canvas"), copy = document.createElement("canvas");
    copy.width = canvas.width; copy.height = canvas.height;
    const pen = copy.getContext("2d");
    pen.fillStyle = ground(); pen.fillRect(0, 0, copy.width, copy.height); pen.drawImage(canvas, 0, 0);
    const link = document.createElement("a");
    link.download = "network.png"; link.href = copy.toDataURL("image/png"); link.click();
  };
  const keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const does = { "/": () => $("search").focus(), Escape: leave, t: () => claims[state.selected] && trace(state.selected), f: fit, a: all, "?": () => $("keys").showModal() }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (does && !$("keys").open) { event.preventDefault(); does(); }
  };
  const wire = () => {
    Object.entries({ all, back, leave, png, fit, dark: () => setDark(!dark()), help: () => $("keys").showModal() }).forEach(([id, does]) => $(id).addEventListener("click", does));
    $("search").addEventListener("input", find);
    $("search").addEventListener("keydown", searchKey);
    $("search").addEventListener("blur", () => showHits(false));
    document.addEventListener("keydown", keys);
    network.on("click", ({ nodes: [node], edges: [edge] }) => { if (node) select(node); else if (edge !== undefined) { const found = edges.find((e) => e.id === edge); if (found) select(found.kind === "sourced" ? found.from : found.to); } });
    network.on("doubleClick", ({ nodes: [node] }) => node && expand(node));
    window.addEventListener("hashchange", () => select(decodeURIComponent(location.hash.slice(1))));
    window.addEventListener("resize", fit);
  };
  const begin = () => {
    const asked = decodeURIComponent(location.hash.slice(1)), focus = read("focus");
    const longest = Object.keys(claims).map((id) => [Math.max(0, ...(stating.get(id) || []).map((a) => depth(a))), (stating.get(id) || []).length, id]).sort((a, b) => b[0] - a[0] || b[1] - a[1] || a[2].localeCompare(b[2]))[0];
    const first = [asked, focus, longest && longest[2], [...nodes.keys()][0]].find((id) => id && nodes.has(id));
    legend();
    wire();
    setDark(window.matchMedia("(prefers-color-scheme: dark)").matches);
    if (first) { select(first); state.past = []; } else fill();
    window.whence = { select, trace, state, ready: true };
  };
  begin();
})();
