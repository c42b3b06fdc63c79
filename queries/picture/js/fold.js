// ---- folded: origins on the left, who passes it on, and on the right the outlets that carry it
const ROLE_ORDER = ["origin", "relay", "unstated", "doubtful", "denied", "open"];
const drawFolded = (id, width) => {
  const found = ruled(id, rule()),
    live = (ids) => ids.filter(passes);
  const groups = found.groups.map((one, k) => ({ ...one, k, ids: live(one.ids) })).filter((one) => one.ids.length);
  const last = Math.max(0, ...groups.map((one) => one.layer)) + 1;
  const boxes = groups
    .map((one) => groupBox(id, one))
    .sort((a, b) => a.column - b.column || ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
  const links = found.links
    .map(([a, b, ids, ring]) => [a, b, live(ids), ring])
    .filter(([, , ids]) => ids.length)
    .map(([a, b, ids, ring]) => {
      const ups = new Set(found.groups[b].ids),
        exact =
          unique(
            ids.flatMap((name) =>
              assertions
                .get(name)
                .restsOn.filter((r) => ups.has(r.assertion))
                .map((r) => r.exact),
            ),
          )[0] || "";
      return {
        from: `g${b}`,
        to: `g${a}`,
        text: exact,
        count: ids.length,
        ring,
        href: to(toEvidence(ids[0])),
        title: `${ids.length} times: ${exact}`,
      };
    });
  found.carriers.forEach((carrier, k) => {
    const of = carrier.of.map(([one, ids]) => [one, live(ids)]).filter(([, ids]) => ids.length);
    if (!of.length) return;
    const all = of.flatMap(([, ids]) => ids).map((name) => assertions.get(name)),
      dates = all.map(publishedOf).filter(Boolean).sort();
    const when = dates.length ? unique([dates[0], dates[dates.length - 1]].map(day)).join(" – ") : "date not known";
    const name = carrier.outlet ? nameOf(carrier.outlet) : titleOf(carrier.article);
    boxes.push({
      id: `c${k}`,
      column: last,
      kind: carrier.outlet ? "outlet" : "outlet-unknown",
      name,
      sub: [carrier.outlet ? when : `outlet not known · ${when}`],
      role: carrier.outlet ? "carrier" : "carrier-unknown",
      href: carrier.outlet ? to({ view: "actor", id: carrier.outlet }) : to({ view: "article", id: carrier.article }),
      title: `Carried by ${name}, ${when}`,
    });
    of.forEach(([one, ids]) =>
      links.push({
        from: `g${one}`,
        to: `c${k}`,
        text: "",
        count: ids.length,
        kind: "says",
        href: to(toEvidence(ids[0])),
        title: `${name} carries ${plural(ids.length, "assertion")}`,
      }),
    );
  });
  const drawing = drawFlow("Folded to origins", boxes, links, width, { 0: "Where it begins", [last]: "Carried by" });
  const places = new Map();
  groups.forEach((one) =>
    one.ids.forEach((name) => {
      const spot = drawing.places.get(`g${one.k}`);
      if (spot) places.set(name, spot);
    }),
  );
  return { ...drawing, places };
};
const groupBox = (id, one) => {
  const first = assertions.get(one.ids[0]),
    several = one.actors.length > 1;
  const name = one.role === "origin" ? one.name : speaker(first);
  const kind = one.role === "origin" && several ? "organization" : kindOf(one.actors[0]);
  const doubts = doubtOf(one.actors[0]);
  const sub = [
    basisOf(first, one.role),
    one.ids.length > 1 ? plural(one.ids.length, "time") : "",
    several ? `= ${one.actors.map(nameOf).join(" + ")}` : "",
    doubts.length ? `may be ${doubts.join(", ")}` : "",
  ].filter(Boolean);
  const why = (one.ties || []).join("; ");
  return {
    id: `g${one.k}`,
    marks: one.ids.slice(0, 200).join(" "),
    column: one.layer,
    kind,
    name: kind === "unnamed" ? speaker(first) : name,
    sub: several ? [sub.slice(0, 2).join(" · "), ...sub.slice(2)] : [sub.join(" · ")],
    role: one.role,
    href: to(toEvidence(one.ids[0])),
    title: `${name}: ${sub.join(", ")}${why ? `. One origin because: ${why}` : ""}`,
    current: one.ids.includes(state.e),
  };
};
// What moves when the fold is switched: a ghost of each voice goes to where it is counted.
const glide = (before, after, picture) => {
  if (!before || !picture.animate || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  let moved = 0;
  before.forEach((from, id) => {
    const there = after.get(id);
    if (!there || from.x === undefined || moved > 120) return;
    moved += 1;
    const ghost = s("rect", {
      class: "ghost",
      x: there.x,
      y: there.y,
      width: there.width,
      height: there.height,
      rx: 7,
      "aria-hidden": "true",
    });
    picture.append(ghost);
    ghost
      .animate(
        [
          { transform: `translate(${from.x - there.x}px, ${from.y - there.y}px)`, opacity: 1 },
          { transform: "none", opacity: 0.9, offset: 0.8 },
          { transform: "none", opacity: 0 },
        ],
        { duration: 700, easing: "ease-in-out" },
      )
      .finished.then(
        () => ghost.remove(),
        () => ghost.remove(),
      );
  });
  picture.animate([{ opacity: 0.3 }, { opacity: 1 }], { duration: 500 });
};
