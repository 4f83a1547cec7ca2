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

// ---- choosing: a tick in the head is one in each row, Shift takes all between, and the bar says how many there are
const rows = () => [...document.querySelectorAll("#entries tbody .row-select")];
let last;
document.addEventListener("click", event => {
  const box = event.target;
  if (!box.matches?.("#entries tbody .row-select")) return;
  const all = rows();
  const between = event.shiftKey && all.includes(last) ? [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b) : [0, -1];
  all.slice(between[0], between[1] + 1).forEach(other => { other.checked = box.checked; });
  last = box;
});
function say() {
  const count = document.getElementById("batch-count");
  if (!count) return;
  const page = document.getElementById("select-page"), all = document.getElementById("select-all");
  const chosen = rows().filter(box => box.checked).length;
  page.checked = chosen === rows().length;
  page.indeterminate = chosen > 0 && !page.checked;
  count.textContent = all?.checked || !chosen ? "" : count.dataset.words.replace("{0}", chosen);
}
document.addEventListener("change", event => {
  if (event.target.id === "select-page") rows().forEach(box => { box.checked = event.target.checked; });
  if (event.target.id === "select-all" && event.target.checked) rows().forEach(box => { box.checked = true; });
  if (event.target.matches("#entries tbody .row-select, #select-page") && !event.target.checked && document.getElementById("select-all")) document.getElementById("select-all").checked = false;
  if (event.target.matches(".row-select")) say();
});
document.addEventListener("htmx:load", event => { if (event.target.id === "entries") say(); });
say();
