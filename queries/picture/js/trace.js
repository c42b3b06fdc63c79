// ---- the trace of a claim: the verdict in words, then the picture, every voice or folded to its origins
const folds = () => state.fold === "1";
const rule = () => state.rule || "affiliation";
const traceView = (id, width) => {
  const found = ruled(id, rule()),
    counts = countsOf(id, rule()),
    has = statedBy.get(id) || [];
  const drawing = folds() ? drawFolded(id, width) : drawLanes([id], width);
  const gone = unique(traces.get(id).lanes.flatMap((lane) => lane.steps.map(([step]) => step))).filter(
    (step) => !passes(step),
  ).length;
  return [
    h(
      "p",
      { class: "kicker" },
      icon("claim"),
      " Claim: in these words, as whence joined them ",
      h("button", {
        type: "button",
        class: "plain",
        "aria-expanded": "false",
        "aria-controls": "why-one",
        text: "why one claim?",
        click: openWhy,
      }),
    ),
    heading(quoted(claims.get(id).text, 600)),
    whyOne(id, has),
    h("p", { class: `verdict ${found.kind.replace(/ /g, "-")}` }, said(found.words)),
    found.notes.length || gone
      ? h(
          "ul",
          { class: "notes" },
          found.notes.map((note) => h("li", {}, said(note))),
          gone
            ? h("li", { class: "soft", text: `the filters hide ${plural(gone, "assertion")}; the verdict counts all` })
            : null,
        )
      : null,
    h(
      "div",
      { class: "bar" },
      counter(counts),
      switches(id, counts),
      h("span", { class: "grow" }),
      h("a", { class: "button", href: to({ view: "network", id }), text: "Network around it" }),
    ),
    h("div", { class: "canvas", id: "picture", tabindex: "0", role: "region", "aria-label": "Trace" }, drawing.picture),
    drawing.hiddenLanes
      ? h(
          "p",
          {},
          h("a", {
            class: "button",
            href: to({ more: "1" }),
            text: `Show ${plural(drawing.hiddenLanes, "more article")}`,
          }),
        )
      : null,
    traceLegend(id),
    rivalsOf(id, width),
    likeOf(id),
    inWords(id),
  ];
};
const heading = (text) => h("h2", { id: "heading", tabindex: "-1", dir: "auto", text });
const counter = (counts) =>
  h(
    "p",
    { class: "counter", "aria-label": `${plural(counts.voices, "voice")}, ${plural(counts.origins, "origin")}` },
    h("b", { text: plural(counts.voices, "voice") }),
    " → ",
    h("b", { text: plural(counts.origins, "origin") }),
    h("span", {
      class: "soft",
      text: ` in ${plural(counts.articles, "article")}, ${plural(counts.outlets, "known outlet")}`,
    }),
  );
const switches = (id, counts) =>
  h(
    "div",
    { class: "switch", role: "group", "aria-label": "Folding" },
    button(`Every voice (${counts.voices})`, () => go({ fold: undefined }), {
      "aria-pressed": String(!folds()),
      id: "unfold",
    }),
    button(`Folded to origins (${counts.origins})`, () => go({ fold: "1" }), {
      "aria-pressed": String(folds()),
      id: "fold",
    }),
    traces.get(id).none
      ? h(
          "label",
          { class: "check" },
          dress(
            h("input", {
              type: "checkbox",
              id: "rule",
              change: (event) => go({ rule: event.target.checked ? undefined : "none" }),
            }),
            rule() === "none" ? {} : { checked: true },
            [],
          ),
          " who belong together count as one",
        )
      : null,
  );
const openWhy = (event) => {
  const box2 = $("why-one");
  box2.hidden = !box2.hidden;
  event.currentTarget.setAttribute("aria-expanded", String(!box2.hidden));
};
const whyOne = (id, has) =>
  h(
    "div",
    { id: "why-one", class: "why", hidden: true },
    h(
      "p",
      {},
      "Why one claim? ",
      has.length < 2
        ? "One assertion states it."
        : "These assertions are taken to state the same; the articles themselves do not say so.",
    ),
    h(
      "ul",
      {},
      has.map((a) => {
        const stating = a.states.find((x) => x.claim === id);
        return h(
          "li",
          {},
          said(quoted(a.exact, 160)),
          ` – ${speaker(a)}: `,
          said(stating.why || "no reason kept"),
          h("span", { class: "soft", text: ` (${stating.by || "unknown"}, ${sure(stating.score)})` }),
        );
      }),
    ),
  );

const traceLegend = (id) => {
  const here = traces.get(id).lanes.flatMap((lane) => lane.steps.map(([step]) => step));
  const links = [
    ["", "passed on, towards who repeats it"],
    ...(traces.get(id).links.some(([, , , ring]) => ring) ? [["ring", "↺ a loop: they rest on each other"]] : []),
  ];
  const kinds = new Set(here.map((step) => kindOf(assertions.get(step).actor)));
  return legend(
    ROLE_ORDER.filter((role) => here.some((step) => roleOf(id, step) === role)),
    Object.keys(KINDS).filter((kind) => kinds.has(kind) || kind === "outlet"),
    traces.get(id).links.length ? links : [],
  );
};
// the same as text, in reading order
const inWords = (id) =>
  h(
    "details",
    { class: "in-words" },
    h("summary", { text: "The same in words" }),
    h(
      "ol",
      {},
      traces.get(id).lanes.map((lane) =>
        h(
          "li",
          {},
          toArticle(lane.article),
          ` ${outletName(lane.article)}, ${day((articles.get(lane.article) || {}).published)}`,
          h(
            "ul",
            {},
            lane.steps
              .filter(([step]) => passes(step))
              .map(([step]) => {
                const a = assertions.get(step);
                return h(
                  "li",
                  {},
                  link(toEvidence(step), speaker(a)),
                  ` (${basisOf(a, roleOf(id, step))}) `,
                  a.cue ? said(`${a.cue}: `) : "",
                  said(quoted(a.exact, 300)),
                  a.restsOn.map((r) =>
                    h(
                      "span",
                      {},
                      "; ",
                      said(r.exact),
                      " → ",
                      said(assertions.has(r.assertion) ? speaker(assertions.get(r.assertion)) : "not in this file"),
                    ),
                  ),
                );
              }),
          ),
        ),
      ),
    ),
  );
