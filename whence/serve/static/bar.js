// From what is looked at in the explorer (its address after #) to the page that is centred on it.
const open = document.getElementById("whence-open");

function look() {
  const hash = location.hash.slice(1);
  const id = hash.includes("=") ? new URLSearchParams(hash).get("id") : hash;
  const here = decodeURIComponent(location.pathname.split("/").pop());
  open.hidden = !id || decodeURIComponent(id) === here;
  if (id) open.href = `/node/${encodeURIComponent(decodeURIComponent(id))}`;
}

addEventListener("hashchange", look);
addEventListener("popstate", look);
look();
