// What makes lists smooth: short addresses, moving by drag and by keyboard, and a focus that is never lost.

const form = document.getElementById("list-form");

// ---- an address says only what is chosen
form?.addEventListener("formdata", event => {
  for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
});

// ---- moving: the buttons of each row do it; a drag and Alt with an arrow key press such a button
function arrange() {
  const rows = document.querySelector("#entries tbody");
  if (!rows?.querySelector(".drag-handle")) return;
  Sortable.create(rows, {handle: ".drag-handle", animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120, onEnd: drop});
}

function drop({item, oldIndex, newIndex}) {
  if (oldIndex === newIndex) return;
  const above = item.previousElementSibling, below = item.nextElementSibling;
  const button = item.querySelector("button[form=move]").cloneNode();
  button.disabled = false;
  button.removeAttribute("id");
  button.name = above ? "after" : "before";
  button.value = (above ?? below).id.replace("entry-", "");
  button.hidden = true;
  item.lastElementChild.append(button);
  htmx.process(button);
  button.click();
}

document.addEventListener("keydown", event => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const name = {ArrowUp: "up", ArrowDown: "down"}[event.key];
  const row = name && event.target.closest?.("#entries tbody tr");
  const button = row && document.getElementById(row.id.replace("entry", name));
  if (!button) return;
  event.preventDefault();
  button.focus();
  button.click();
});

// ---- after a part of the page was replaced: the focus stays where it was, or at least near
let left;
document.addEventListener("htmx:beforeSwap", event => {
  left = event.detail.target.id === "entries" && event.detail.target.contains(document.activeElement) ? document.activeElement.id : undefined;
});
document.addEventListener("htmx:afterSettle", () => {
  if (left === undefined) return;
  const other = {up: "down", down: "up"}[left.split("-")[0]];
  const near = [left, other && left.replace(/^[a-z]+/, other), "entries"].map(id => id && document.getElementById(id)).find(found => found && !found.disabled);
  if (document.activeElement === document.body) near?.focus({preventScroll: true});
  left = undefined;
});
document.addEventListener("htmx:load", event => { if (event.target.id === "entries") arrange(); });
arrange();

// ---- Back leads to where one was: how far the page was scrolled, and what had the focus
const BACK = ["back_forward", "reload"]; // htmx goes back by loading the page again
let shown = location.href; // going back changes the address before the page
let followed;
function remember() {
  const focus = document.activeElement?.id || followed;
  sessionStorage.setItem(`place ${shown}`, JSON.stringify({scroll: scrollY, focus}));
}
document.addEventListener("click", event => { followed = event.target.closest?.("#entries a[id]")?.id; });
document.addEventListener("htmx:beforeSwap", event => { if (event.detail.target.id === "entries") remember(); });
document.addEventListener("htmx:pushedIntoHistory", () => { shown = location.href; });
addEventListener("pagehide", remember);
const place = BACK.includes(performance.getEntriesByType("navigation")[0]?.type) && JSON.parse(sessionStorage.getItem(`place ${location.href}`));
if (place) {
  document.getElementById(place.focus)?.focus({preventScroll: true});
  scrollTo({top: place.scroll, behavior: "instant"});
}
