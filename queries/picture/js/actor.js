// ---- the actor view: whom it relies on, who relies on it, what it said over time, its names and what it belongs to
const linksOf = (list, pairOf) => {
  const found = group(list.flatMap(pairOf));
  return [...found]
    .map(([id, ids]) => ({ id, ids: unique(ids) }))
    .sort((a, b) => b.ids.length - a.ids.length || nameOf(a.id).localeCompare(nameOf(b.id)));
};
const reliesOn = (id) =>
  linksOf(
    (madeBy.get(id) || []).filter((a) => passes(a.id)),
    (a) =>
      a.restsOn
        .map((r) => assertions.get(r.assertion))
        .filter((up) => up && up.actor !== id)
        .map((up) => [up.actor, a.id]),
  );
const reliedOnBy = (id) =>
  linksOf(madeBy.get(id) || [], (a) =>
    (citedBy.get(a.id) || [])
      .filter((other) => other.actor !== id && passes(other.id))
      .map((other) => [other.actor, other.id]),
  );
const actorView = (id, width) => {
  const actor = actors.get(id),
    has = (madeBy.get(id) || []).filter((a) => passes(a.id)).sort(byDate),
    relies = reliesOn(id),
    relied = reliedOnBy(id);
  const origin = has.filter((a) => a.states.some((x) => roleOf(x.claim, a.id) === "origin")).length;
  const published = [...articles.keys()].filter((one) => articles.get(one).outlet === id);
  return [
    h(
      "p",
      { class: "kicker" },
      icon(actor.kind),
      ` ${KINDS[actor.kind] || actor.kind}`,
      actor.findings ? " whose own work it is to find things out" : "",
    ),
    heading(actor.name),
    namesOf(id, actor),
    h(
      "dl",
      { class: "facts" },
      [
        [has.length, "assertions"],
        [origin, "as an origin"],
        [relies.length, "relied on"],
        [relied.length, "rely on it"],
        [unique(has.map((a) => a.article)).length, "articles"],
      ].map(([count, text]) => h("div", {}, h("dt", { text }), h("dd", { text: count }))),
    ),
    h(
      "div",
      { class: "bar" },
      h("a", { class: "button", href: to({ view: "network", id }), text: "Network around it" }),
    ),
    relies.length || relied.length
      ? h(
          "div",
          {
            class: "canvas",
            id: "picture",
            tabindex: "0",
            role: "region",
            "aria-label": "Whom it relies on and who relies on it",
          },
          drawActor(id, relies, relied, width),
        )
      : h("p", { class: "soft", text: "No article here tells whom it relies on, or who relies on it." }),
    overTime(has),
    published.length
      ? h(
          "section",
          {},
          h("h3", { text: `It published ${plural(published.length, "article")}` }),
          h(
            "ul",
            {},
            published
              .slice(0, 200)
              .map((one) =>
                h("li", {}, toArticle(one), h("span", { class: "soft", text: ` ${day(articles.get(one).published)}` })),
              ),
          ),
        )
      : null,
    tiesOf(id, actor),
    judgedOf(id, actor),
  ];
};
const namesOf = (id, actor) => {
  const written = group((madeBy.get(id) || []).filter((a) => a.sourceText).map((a) => [a.sourceText, a.id]));
  const doubts = doubtOf(id);
  return [
    actor.aliases
      ? h("p", {}, h("span", { class: "soft", text: "also known as " }), said(actor.aliases.join(", ")))
      : null,
    written.size
      ? h(
          "p",
          {},
          h("span", { class: "soft", text: "in the articles " }),
          [...written]
            .sort((a, b) => b[1].length - a[1].length)
            .slice(0, 12)
            .map(([text, ids], k) => [
              k ? ", " : "",
              h("a", { href: to(toEvidence(ids[0])) }, said(quoted(text, 60))),
              ids.length > 1 ? ` ×${ids.length}` : "",
            ]),
        )
      : null,
    doubts.length
      ? h(
          "p",
          { class: "doubt" },
          "≈ It is not certain who this is. It may be ",
          actor.candidates.map((one, k) => [k ? ", " : "", actors.has(one) ? toActor(one) : said(one)]),
          "; whence keeps it apart.",
        )
      : null,
    actor.wikidata ? h("p", { class: "soft" }, "Wikidata ", said(actor.wikidata)) : null,
  ];
};
const MOST_BESIDE = 12;
const drawActor = (id, relies, relied, width) => {
  const side = (list, column, says) =>
    list
      .slice(0, MOST_BESIDE)
      .map((one) => ({
        id: `${column}${one.id}`,
        column,
        kind: kindOf(one.id),
        name: one.id ? nameOf(one.id) : "no source named",
        sub: [`${says} ${plural(one.ids.length, "time")}`],
        role: kindOf(one.id) === "unnamed" ? "unstated" : "plain",
        href: one.id ? to({ view: "actor", id: one.id }) : to(toEvidence(one.ids[0])),
        title: `${nameOf(one.id)}: ${says} ${plural(one.ids.length, "time")}`,
      }));
  const boxes = [
    ...side(relies, 0, "cited"),
    {
      id: "here",
      column: 1,
      kind: kindOf(id),
      name: nameOf(id),
      sub: ["this actor"],
      role: "here",
      href: to({}),
      title: nameOf(id),
      current: true,
    },
    ...side(relied, 2, "cites it"),
  ];
  const exact = (ids, up) =>
    unique(
      ids.flatMap((name) =>
        assertions
          .get(name)
          .restsOn.filter((r) => (assertions.get(r.assertion) || {}).actor === up)
          .map((r) => r.exact),
      ),
    )[0] || "";
  const links = [
    ...relies
      .slice(0, MOST_BESIDE)
      .map((one) => ({
        from: `0${one.id}`,
        to: "here",
        text: exact(one.ids, one.id),
        count: one.ids.length,
        href: to(toEvidence(one.ids[0])),
        title: `relies on ${nameOf(one.id)}`,
      })),
    ...relied
      .slice(0, MOST_BESIDE)
      .map((one) => ({
        from: "here",
        to: `2${one.id}`,
        text: exact(one.ids, id),
        count: one.ids.length,
        href: to(toEvidence(one.ids[0])),
        title: `${nameOf(one.id)} relies on it`,
      })),
  ];
  return drawFlow("Whom it relies on, and who relies on it", boxes, links, width, {
    0: relies.length ? "It relies on" : "",
    2: relied.length ? "Relies on it" : "",
  }).picture;
};
const overTime = (has) => {
  if (!has.length) return null;
  const most = Number(state.more) || PAGE;
  return h(
    "section",
    {},
    h("h3", { text: "What it said, the earliest first" }),
    h(
      "ol",
      { class: "time" },
      has.slice(0, most).map((a, k) => {
        const fresh = !k || publishedOf(has[k - 1]) !== publishedOf(a) || has[k - 1].article !== a.article;
        return h(
          "li",
          { class: fresh ? "fresh" : "" },
          h("span", { class: "when", text: fresh ? day(publishedOf(a)) : "" }),
          h(
            "div",
            {},
            fresh ? h("p", { class: "soft" }, `${outletName(a.article)} · `, toArticle(a.article, a.id)) : null,
            statement(a),
          ),
        );
      }),
    ),
    has.length > most
      ? h(
          "p",
          {},
          button(`Show more (${has.length - most} left)`, () => go({ more: String(most * 3) })),
        )
      : null,
  );
};
// one assertion in a line: how it was said, citing whom, the words, and the way to the evidence
const statement = (a) =>
  h(
    "p",
    { class: "statement" },
    a.cue ? h("b", {}, said(a.cue), " ") : null,
    a.restsOn.map((r) =>
      h(
        "span",
        { class: "cites" },
        said(r.exact),
        " → ",
        assertions.has(r.assertion) ? toActor(assertions.get(r.assertion).actor) : "not here",
        " ",
      ),
    ),
    h("a", { href: to(toEvidence(a.id)), class: "quote" }, said(quoted(a.exact, 400))),
    " ",
    h("span", {
      class: `tag role-${roleOf((a.states[0] || {}).claim, a.id)}`,
      text: `${SIGNS[roleOf((a.states[0] || {}).claim, a.id)]} ${basisOf(a, roleOf((a.states[0] || {}).claim, a.id))}`,
    }),
  );
