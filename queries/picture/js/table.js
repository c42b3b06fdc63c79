// ---- tables that sort by a click on their heads; sixty rows at first
const PAGE = 60;
// `columns` are [key, head, of(row) shown, by(row) sorted by]; the first sort of a number is the highest first.
const sortable = (caption, columns, rows, start) => {
  const [key, down] = [(state.sort || start).replace(/^-/, ""), (state.sort || start).startsWith("-")];
  const by = (columns.find((column) => column[0] === key) || columns[0])[3];
  const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b)));
  const sorted = rows
    .map((row, k) => [by(row), k, row])
    .sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0]) || a[1] - b[1])
    .map(([, , row]) => row);
  const most = state.more ? Number(state.more) || PAGE : PAGE;
  return [
    h(
      "div",
      { class: "table", tabindex: "0", role: "region", "aria-label": caption },
      h(
        "table",
        {},
        h("caption", { class: "unseen", text: caption }),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            columns.map((column) => headOf(column, key, down, rows)),
          ),
        ),
        h(
          "tbody",
          {},
          sorted.slice(0, most).map((row) =>
            h(
              "tr",
              {},
              columns.map(([name, , of], k) =>
                h(k ? "td" : "th", { scope: k ? undefined : "row", class: `c-${name}` }, of(row)),
              ),
            ),
          ),
        ),
      ),
    ),
    sorted.length > most
      ? h(
          "p",
          {},
          button(`Show more (${(sorted.length - most).toLocaleString("en")} left)`, () =>
            go({ more: String(most * 3) }),
          ),
        )
      : null,
  ];
};
const headOf = ([name, text, , of], key, down, rows) => {
  const numbers = rows.length && typeof of(rows[0]) === "number";
  const turned = name === key ? !down : Boolean(numbers);
  return h(
    "th",
    { scope: "col", class: `c-${name}`, "aria-sort": name === key ? (down ? "descending" : "ascending") : undefined },
    button(
      `${text}${name === key ? (down ? " ↓" : " ↑") : ""}`,
      () => go({ sort: `${turned ? "-" : ""}${name}`, more: undefined }),
      { class: "head" },
    ),
  );
};
