// Asking the server: JSON there and back; what goes wrong is an Error with its one line.
export async function send(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, { method, headers: body ? { "Content-Type": "application/json" } : {}, body: body ? JSON.stringify(body) : undefined });
  } catch {
    throw new Error("whence does not answer: is `whence serve` still running?");
  }
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(found.error || `whence answered ${answer.status}`);
  return found;
}

export function tell(line, text, wrong = false) {
  line.textContent = text;
  line.classList.toggle("wrong", wrong);
}

// An element of text and parts; nothing is ever read as HTML.
export function make(name, values = {}, ...parts) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(values)) {
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key.includes("-") || ["for", "list", "role", "dir", "scope"].includes(key)) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...parts.filter((part) => part !== null && part !== undefined));
  return element;
}
