// What every page has: the search key, the reader's name, and forms that change something and then look again.
import { send, tell } from "./send.js";

const NAME = "whence-who";
const name = document.querySelector("[data-who]");
if (name) {
  name.value = localStorage.getItem(NAME) || name.value;
  name.addEventListener("change", () => localStorage.setItem(NAME, name.value.trim()));
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  document.querySelector("input[type=search]").focus();
});

for (const form of document.querySelectorAll("form[data-send]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.sure && !window.confirm(form.dataset.sure)) return;
    const values = Object.fromEntries(new FormData(form, event.submitter));
    if (name && name.value.trim()) values.who = name.value.trim();
    const line = document.querySelector("p.said");
    try {
      await send(form.dataset.send, form.getAttribute("action"), values);
      location.reload();
    } catch (error) {
      tell(line, error.message, true);
      line.scrollIntoView({ block: "nearest" });
    }
  });
}
