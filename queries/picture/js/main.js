// ---- showing a state
const VIEWS = {
  board: boardView,
  rivals: rivalsView,
  actors: actorsView,
  articles: articlesView,
  network: networkView,
  trace: (width) => traceView(state.id, width),
  actor: (width) => actorView(state.id, width),
  article: () => articleView(state.id),
};
const TABS = {
  board: "board",
  trace: "board",
  rivals: "rivals",
  actors: "actors",
  actor: "actors",
  articles: "articles",
  article: "articles",
  network: "network",
};
let places = null,
  shownKey = null;
const isDark = () => (state.theme ? state.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches);
const show = (wanted, moved) => {
  const was = shownKey,
    before = places;
  state = known({ view: "board", ...wanted });
  if (!VIEWS[state.view]) state.view = "board";
  shownKey = hashOf(state);
  if (was === shownKey) return;
  sift();
  document.documentElement.classList.toggle("dark", isDark());
  $("dark").setAttribute("aria-pressed", String(isDark()));
  document.querySelectorAll("[data-tab]").forEach((tab) => {
    tab.href = to({ view: tab.dataset.tab });
    if (tab.dataset.tab === TABS[state.view]) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  });
  fillFilters();
  fillPanel();
  const same = was !== null && parse(was).view === state.view && parse(was).id === state.id;
  draw(same, moved);
  if (same && before && folds() !== (parse(was).fold === "1") && state.view === "trace")
    glide(before, places, picture());
};
const draw = (same, moved) => {
  const view = $("view"),
    top = view.scrollTop,
    focus = document.activeElement && view.contains(document.activeElement) ? marker(document.activeElement) : null;
  const width = Math.max(300, view.clientWidth - (window.innerWidth < 700 ? 20 : 44));
  const made = VIEWS[state.view](width);
  view.replaceChildren();
  dress(view, {}, made);
  places = state.view === "trace" ? placesNow(width) : null;
  document.title = `${$("heading") ? $("heading").textContent.slice(0, 80) : ""} – ${$("title").textContent}`;
  openNetwork();
  const ready = hasPicture();
  ["png", "svg"].forEach((id) => {
    $(id).disabled = !ready;
  });
  view.scrollTop = same ? top : 0;
  const again = focus && same ? view.querySelector(focus) : null;
  if (again) again.focus({ preventScroll: true });
  else if (moved && !same && $("heading") && document.activeElement !== $("search"))
    $("heading").focus({ preventScroll: true });
  const spot =
    state.view === "article" && state.e
      ? [...view.querySelectorAll("a.note")].find((note) => note.dataset.id === state.e)
      : null;
  if (spot && !same) spot.scrollIntoView({ block: "center" });
};
const placesNow = () =>
  new Map(
    [...document.querySelectorAll("#picture .step")].flatMap((step) => {
      const rect = step.querySelector("rect"),
        spot = {
          x: Number(rect.getAttribute("x")),
          y: Number(rect.getAttribute("y")),
          width: Number(rect.getAttribute("width")),
          height: Number(rect.getAttribute("height")),
        };
      return (step.dataset.id || "")
        .split(" ")
        .filter(Boolean)
        .map((id) => [id, spot]);
    }),
  );
// how to find an element again after its view was drawn anew
const marker = (element) =>
  element.id
    ? `#${CSS.escape(element.id)}`
    : element.dataset.id
      ? `${element.tagName.toLowerCase()}[data-id="${CSS.escape(element.dataset.id)}"]`
      : element.getAttribute("href")
        ? `a[href="${CSS.escape(element.getAttribute("href"))}"]`
        : null;

// ---- keys: arrows walk from box to box, a letter does what the help says
const nearest = (from, key) => {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key],
    a = from.getBoundingClientRect();
  const far = (step) => {
    const b = step.getBoundingClientRect(),
      dx = b.x + b.width / 2 - a.x - a.width / 2,
      dy = b.y + b.height / 2 - a.y - a.height / 2,
      ahead = dx * way[0] + dy * way[1],
      aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    return ahead > 4 ? ahead + 2.5 * aside : Infinity;
  };
  const steps = [...from.closest("svg").querySelectorAll(".step")]
    .filter((step) => step !== from)
    .map((step) => [far(step), step])
    .sort((x, y) => x[0] - y[0]);
  return steps.length && steps[0][0] < Infinity ? steps[0][1] : null;
};
const clearOne = () => {
  if (state.e || state.pick) go({ e: undefined, pick: undefined });
  else if (state.filters) go({ filters: undefined });
};
const KEYS_DO = {
  "/": () => $("search").focus(),
  c: () => go({ view: "board" }),
  r: () => go({ view: "rivals" }),
  a: () => go({ view: "actors" }),
  n: () => go({ view: "network", id: state.id }),
  f: () => state.view === "trace" && go({ fold: folds() ? undefined : "1" }),
  l: () => go({ filters: state.filters ? undefined : "1" }),
  d: () => go({ theme: isDark() ? "light" : "dark" }),
  "?": () => $("keys").showModal(),
  Escape: clearOne,
};
const onKey = (event) => {
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) ||
    $("keys").open
  )
    return;
  const step = event.target.closest && event.target.closest(".step");
  if (step && event.key.startsWith("Arrow")) {
    const other = nearest(step, event.key);
    if (other) {
      event.preventDefault();
      other.focus();
      other.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    return;
  }
  const does = KEYS_DO[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (does) {
    event.preventDefault();
    does();
  }
};
const onClick = (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const near = event.target.closest("a, mark[data-id]");
  if (!near) return;
  if (near.tagName === "MARK") {
    go(toEvidence(near.dataset.id));
    return;
  }
  const href = near.getAttribute("href") || "";
  if (href.startsWith("#") && !near.hasAttribute("download")) {
    event.preventDefault();
    follow(href);
  }
};
const begin = () => {
  const focus = read("focus"),
    asked = location.hash.length > 1 ? parse(location.hash) : home(focus || "");
  Object.entries({
    png: savePng,
    svg: saveSvg,
    print: () => window.print(),
    dark: KEYS_DO.d,
    help: KEYS_DO["?"],
    "close-panel": () => go({ e: undefined, pick: undefined }),
    "toggle-filters": KEYS_DO.l,
  }).forEach(([id, does]) => $(id).addEventListener("click", does));
  $("search").addEventListener("input", findHits);
  $("search").addEventListener("keydown", searchKey);
  $("search").addEventListener("blur", () => {
    hits = [];
    at = -1;
    showHits();
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  window.addEventListener("hashchange", () =>
    show(location.hash.length > 1 ? parse(location.hash) : home(focus || ""), true),
  );
  // paper is white
  window.addEventListener("beforeprint", () => document.documentElement.classList.remove("dark"));
  window.addEventListener("afterprint", () => document.documentElement.classList.toggle("dark", isDark()));
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => draw(true), 120);
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    shownKey = null;
    show(state);
  });
  show(asked);
  window.whence = {
    go,
    ready: true,
    get state() {
      return { ...state };
    },
  };
};
begin();
