// ---- a picture saved: SVG with its looks written into it, PNG drawn from that
const LOOKS = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-size",
  "font-weight",
  "font-style",
  "font-family",
  "opacity",
  "text-anchor",
];
const picture = () => document.querySelector("#view .canvas svg.sketch");
const standalone = (svg) => {
  const copy = svg.cloneNode(true),
    from = [svg, ...svg.querySelectorAll("*")],
    into = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, k) => {
    const look = getComputedStyle(element);
    LOOKS.forEach((name) => {
      const value = look.getPropertyValue(name);
      if (value) into[k].setAttribute(name, value);
    });
    ["class", "href", "tabindex", "aria-label", "aria-hidden", "aria-current", "data-id"].forEach((name) =>
      into[k].removeAttribute(name),
    );
  });
  copy.setAttribute("xmlns", SVG_NS);
  copy.prepend(s("rect", { width: "100%", height: "100%", fill: ink("--ground") }));
  return new XMLSerializer().serializeToString(copy);
};
const networkSvg = () => {
  const boxes = [...drawnNow.at],
    xs = boxes.map(([, p]) => p.x),
    ys = boxes.map(([, p]) => p.y),
    left = Math.min(...xs) - 130,
    top = Math.min(...ys) - 70;
  const width = Math.max(...xs) - left + 130,
    tall = Math.max(...ys) - top + 90,
    at = (id) => {
      const p = drawnNow.at.get(id);
      return [p.x - left, p.y - top];
    };
  const svg = s(
    "svg",
    { xmlns: SVG_NS, width, height: tall, viewBox: `0 0 ${width} ${tall}`, "font-family": FONT },
    s("rect", { width, height: tall, fill: ink("--ground") }),
  );
  drawnNow.links.forEach((edge) => {
    const [x1, y1] = at(edge.from),
      [x2, y2] = at(edge.to),
      look = LINKS[edge.kind];
    svg.append(
      s("line", {
        x1,
        y1,
        x2,
        y2,
        stroke: ink(look.ink),
        "stroke-width": look.width,
        "stroke-dasharray": (look.dashes || []).join(" ") || undefined,
      }),
    );
  });
  drawnNow.ids.forEach((id) => {
    const [x, y] = at(id),
      texts = wrap(labelOf(id), claims.has(id) ? 180 : 140, "13px", 3),
      mid = { "text-anchor": "middle", fill: ink("--ink"), "font-size": 13 };
    if (claims.has(id))
      svg.append(
        s("rect", {
          x: x - 98,
          y: y - 12 - texts.length * 8,
          width: 196,
          height: 18 + texts.length * 16,
          rx: 6,
          fill: ink("--claim"),
          stroke: ink("--claim-line"),
        }),
        ...lines(texts, x, y + 2 - (texts.length - 1) * 8, 16, mid),
      );
    else {
      const mark = glyph(kindOf(id), x - 14, y - 14);
      mark.removeAttribute("class");
      mark.setAttribute("transform", `translate(${x - 14} ${y - 14}) scale(1.75)`);
      mark.setAttribute("fill", kindOf(id) === "unnamed" ? ink("--ground") : ink(`--kind-${kindOf(id)}`));
      mark.setAttribute("stroke", ink("--ink"));
      svg.append(mark, ...lines(texts, x, y + 28, 16, mid));
    }
  });
  return new XMLSerializer().serializeToString(svg);
};
const svgText = () => (state.view === "network" ? networkSvg() : standalone(picture()));
const hasPicture = () => (state.view === "network" ? Boolean(net) : Boolean(picture()));
const download = (name, href) => h("a", { download: name, href }).click();
const saveSvg = () => {
  const href = URL.createObjectURL(new Blob([svgText()], { type: "image/svg+xml" }));
  download("whence.svg", href);
  setTimeout(() => URL.revokeObjectURL(href), 5000);
};
const savePng = () => {
  const image = new Image(),
    text = svgText();
  image.addEventListener("load", () => {
    const canvas = document.createElement("canvas"),
      scale = Math.min(2, 12000 / image.width, 12000 / image.height);
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    download("whence.png", canvas.toDataURL("image/png"));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
};
