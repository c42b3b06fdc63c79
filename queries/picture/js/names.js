// ---- an actor’s ties, and what people judged on who is who
const tiesOf = (id, actor) => {
  const when = (f) => ([f.since, f.until].some(Boolean) ? ` ${f.since || "?"} to ${f.until || "today"}` : "");
  const where = (f) =>
    h(
      "span",
      { class: "soft" },
      f.by === "register" ? " (register)" : [" (", said(f.exact ? quoted(f.exact, 120) : "an article"), ")"],
    );
  const up = actor.affiliations,
    down = belongsTo.get(id) || [];
  if (!up.length && !down.length) return null;
  return h(
    "section",
    {},
    h("h3", { text: "Belongs together" }),
    h(
      "ul",
      {},
      up.map((f) => h("li", {}, said(f.role || "belongs to"), ", ", toActor(f.organization), when(f), where(f))),
      down.map((f) => h("li", {}, toActor(f.actor), ", ", said(f.role || "belongs to it"), when(f), where(f))),
    ),
  );
};
const judgedOf = (id, actor) => {
  const others = judgedAs.get(id) || [],
    told = judgements.filter((j) => j.left === id || j.right === id);
  if (!others.length && !actor.judged.length && !told.length) return null;
  return h(
    "section",
    {},
    h("h3", { text: "Who is who: people’s judgements" }),
    h(
      "ul",
      {},
      actor.judged.map((one) => h("li", {}, "counted as ", toActor(one))),
      others.map((one) => h("li", {}, toActor(one), " is counted as this actor")),
      told.map((j) =>
        h(
          "li",
          { class: j.undone ? "undone" : "" },
          said(j.leftName),
          { positive: " is ", negative: " is not ", unsure: " may be " }[j.finding] || " ? ",
          said(j.rightName),
          ": ",
          said(j.why || "no reason given"),
          h(
            "span",
            { class: "soft" },
            " – ",
            said(j.who),
            `, ${day(j.when)}`,
            j.undone ? `, taken back ${day(j.undone)}` : "",
          ),
        ),
      ),
    ),
  );
};
