// ---- filters: by kind, outlet, date, score and extractor; every view is laid out anew from what is left
const field = (text, control) => h("label", { class: "field" }, h("span", { text }), control);
const select = (id, key, choices) => {
  const control = h(
    "select",
    { id, change: (event) => go({ [key]: event.target.value || undefined, more: undefined }) },
    choices.map(([value, text]) =>
      h("option", { value, text: short(text, 60), selected: (state[key] || "") === value }),
    ),
  );
  return control;
};
const dateField = (key) =>
  dress(
    h("input", { type: "date", id: key, change: (event) => go({ [key]: event.target.value || undefined }) }),
    state[key] ? { value: state[key] } : {},
    [],
  );
const fillFilters = () => {
  const bar = $("filters"),
    hide = hidden();
  bar.hidden = state.filters !== "1";
  $("toggle-filters").setAttribute("aria-expanded", String(!bar.hidden));
  $("toggle-filters").textContent = filtered() ? "Filters (on)" : "Filters";
  if (bar.hidden) {
    bar.replaceChildren();
    return;
  }
  const kinds = Object.keys(KINDS).filter((kind) => [...actors.values()].some((a) => a.kind === kind));
  const outlets = unique([...articles.values()].map((a) => a.outlet || "none"))
    .map((id) => [id, id === "none" ? "outlet not known" : nameOf(id)])
    .sort((a, b) => a[1].localeCompare(b[1]));
  const by = unique(everything.map((a) => a.by).filter(Boolean)).sort();
  const score = Number(state.score || 0);
  const focus = document.activeElement && bar.contains(document.activeElement) ? document.activeElement.id : null;
  bar.replaceChildren(
    h(
      "fieldset",
      {},
      h("legend", { text: "Who speaks" }),
      kinds.map((kind) =>
        h(
          "label",
          { class: "check" },
          h("input", {
            type: "checkbox",
            id: `kind-${kind}`,
            "data-kind": kind,
            checked: !hide.has(kind),
            change: () => hideKind(kind),
          }),
          " ",
          icon(kind),
          " ",
          KINDS[kind],
        ),
      ),
    ),
    h(
      "fieldset",
      {},
      h("legend", { text: "Where and when" }),
      field("outlet", select("outlet", "outlet", [["", "all outlets"], ...outlets])),
      field("from", dateField("since")),
      field("until", dateField("until")),
      h(
        "label",
        { class: "check" },
        h("input", {
          type: "checkbox",
          id: "undated",
          checked: !state.dated,
          change: (event) => go({ dated: event.target.checked ? undefined : "1" }),
        }),
        " without a date too",
      ),
    ),
    h(
      "fieldset",
      {},
      h("legend", { text: "How it was read" }),
      field(
        `score at least ${score.toFixed(2)}`,
        h("input", {
          type: "range",
          id: "score",
          min: 0,
          max: 1,
          step: 0.05,
          value: score,
          change: (event) => go({ score: Number(event.target.value) ? event.target.value : undefined }),
        }),
      ),
      field("read by", select("by", "by", [["", "anybody"], ...by.map((one) => [one, one])])),
    ),
    button("Clear all filters", () => go(Object.fromEntries(FILTERS.map((key) => [key, undefined]))), { id: "clear" }),
  );
  if (focus && $(focus)) $(focus).focus();
};
const hideKind = (kind) => {
  const hide = hidden();
  if (!hide.delete(kind)) hide.add(kind);
  go({ hide: [...hide].sort().join(",") || undefined });
};
