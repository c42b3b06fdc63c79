// ---- places for the network's nodes: a calm layout of what is drawn, worked out at once, the same every time
const sizeOf = (id) => (claims.has(id) ? [112, 52] : [76, 48]);
const settle = (ids, links, start) => {
  const list = [...ids].sort();
  const at = new Map(list.map((id) => [id, { ...start(id) }]));
  const rounds = list.length > 200 ? 0 : 260;
  for (let round = 0; round < rounds; round += 1) {
    const heat = 1 - round / rounds;
    pull(links, at, heat);
    for (let i = 0; i < list.length; i += 1)
      for (let j = i + 1; j < list.length; j += 1) push(list[i], list[j], at, heat, i - j);
  }
  lie(at);
  for (let round = 0; round < 120 && rounds; round += 1) {
    let moved = false;
    for (let i = 0; i < list.length; i += 1)
      for (let j = i + 1; j < list.length; j += 1) moved = part(list[i], list[j], at) || moved;
    if (!moved) break;
  }
  return at;
};
// a picture that came out taller than wide is laid down, since screens are wide
const lie = (at) => {
  const all = [...at.values()],
    over = (key) => Math.max(...all.map((p) => p[key])) - Math.min(...all.map((p) => p[key]));
  if (all.length > 1 && over("y") > over("x"))
    all.forEach((p) => {
      [p.x, p.y] = [p.y, p.x];
    });
  all.forEach((p) => {
    p.x *= 1.25;
    p.y *= 0.85;
  });
};
const pull = (links, at, heat) =>
  links.forEach((edge) => {
    const a = at.get(edge.from),
      b = at.get(edge.to);
    const dx = b.x - a.x,
      dy = b.y - a.y,
      far = Math.hypot(dx, dy) || 1;
    const step = ((far - 210) * 0.06 * heat) / far;
    a.x += dx * step;
    a.y += dy * step;
    b.x -= dx * step;
    b.y -= dy * step;
  });
const push = (one, other, at, heat, tilt) => {
  const a = at.get(one),
    b = at.get(other);
  const dx = b.x - a.x || tilt * 0.01,
    dy = b.y - a.y || 0.01,
    far = Math.hypot(dx, dy);
  if (far > 700) return;
  const step = ((Math.min(24, 16000 / (far * far)) * heat) / far) * 2;
  a.x -= dx * step;
  a.y -= dy * step;
  b.x += dx * step;
  b.y += dy * step;
};
const part = (one, other, at) => {
  const a = at.get(one),
    b = at.get(other),
    [aw, ah] = sizeOf(one),
    [bw, bh] = sizeOf(other);
  const overX = aw + bw - Math.abs(b.x - a.x),
    overY = ah + bh - Math.abs(b.y - a.y);
  if (overX <= 0 || overY <= 0) return false;
  const alongX = overX < overY;
  const step = ((alongX ? overX : overY) / 2) * ((alongX ? b.x >= a.x : b.y >= a.y) ? 1 : -1) * 1.02;
  if (alongX) {
    a.x -= step;
    b.x += step;
  } else {
    a.y -= step;
    b.y += step;
  }
  return true;
};
