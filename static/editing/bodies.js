// What is in a card comes when the card is opened, as of the revision that the page was made of.
const form = document.getElementById("editor-form");
const byId = id => document.getElementById(id);
const underway = new Set();
let sought = "";

const bodyOf = card => card.querySelector(".child-body");
const isClosed = card => bodyOf(card).hasAttribute("data-closed");
const base = () => form.querySelector("[name=_base]")?.value;
const addressOf = (card, from) =>
  `${form.getAttribute("action")}/cards/${card.parentElement.id.slice("cards-".length)}/${card.id.slice("card-".length)}?_base=${from}`;

async function load(card) {
  if (underway.has(card) || !base()) return;
  underway.add(card);
  const from = base();
  const body = bodyOf(card);
  body.removeAttribute("data-failed");
  body.setAttribute("aria-busy", "true");
  await window.htmx.ajax("GET", addressOf(card, from), {source: body, target: body, swap: "reconcile-body"}).catch(() => {});
  underway.delete(card);
  body.removeAttribute("aria-busy");
  if (card.isConnected) arrived(card, from);
}

/** What was asked for before a save is asked for again; what did not come can be asked for by its button. */
function arrived(card, from) {
  if (base() !== from) void load(card);
  else if (isClosed(card)) bodyOf(card).setAttribute("data-failed", "");
  else if (sought && byId(sought)?.closest(".child") === card) found();
}

function found() {
  byId(sought).focus();
  sought = "";
}

form.addEventListener("toggle", event => {
  const card = event.target.closest(".child");
  if (card && event.target.open && event.target.parentElement === card && isClosed(card)) void load(card);
}, true);
form.addEventListener("click", event => {
  if (!event.target.closest("[data-closed] > *") || !base()) return;
  event.preventDefault();
  void load(event.target.closest(".child"));
});
form.addEventListener("editor:outdated", event => void load(event.target));

// ---- links to a place in the form lead there, out of the dialog before publishing and into closed cards
byId("editor").addEventListener("click", event => {
  const link = event.target.closest("#proposal a, #checks a, #editor-notices a, #editor-schedule .remarks a");
  if (!link || link.pathname !== location.pathname || !link.hash && link.search !== location.search) return;
  event.preventDefault();
  byId("proposal")?.close();
  if (link.hash) lead(link.hash);
});
window.addEventListener("hashchange", () => lead(location.hash));

function lead(hash) {
  const id = decodeURIComponent(hash.slice(1));
  const card = byId(id)?.closest(".child") ?? byId(`card-${/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(id)?.[0]}`);
  if (card) card.querySelector("details").open = true;
  sought = id;
  if (byId(id)) found();
  else if (card) void load(card);
}
if (location.hash && !byId(decodeURIComponent(location.hash.slice(1)))) lead(location.hash);
