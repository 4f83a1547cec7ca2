// Cards are moved, removed and put back in the page; the server hears of it when the form is saved. Their order in the
// page is their order in the form.
const form = document.getElementById("editor-form");
const said = document.getElementById("editor-said");

const name = card => card.querySelector(".child-name").textContent.trim().replace(/\s+/g, " ");
const staying = list => [...list.children].filter(card => !card.classList.contains("removed"));

function say(list, what, ...details) {
  said.textContent = details.reduce((text, detail, place) => text.replace(`{${place}}`, () => detail), list.dataset[what]);
}

function number(list) {
  staying(list).forEach((card, place) => card.querySelector(".child-number").textContent = place + 1);
  list.closest("section").querySelector(".count").textContent = staying(list).length;
}

function arranged(list) {
  number(list);
  form.dispatchEvent(new CustomEvent("editor:arranged"));
}

function moved(card) {
  const list = card.parentElement;
  arranged(list);
  say(list, "moved", name(card), staying(list).indexOf(card) + 1, staying(list).length);
}

function move(card, button, step) {
  const cards = staying(card.parentElement);
  const other = cards[cards.indexOf(card) + step];
  if (!other) {
    say(card.parentElement, "end", name(card));
    return;
  }
  if (step < 0) other.before(card);
  else other.after(card);
  moved(card);
  button.focus();
  card.scrollIntoView({block: "nearest"});
}

function mark(card, removed) {
  card.classList.toggle("removed", removed);
  card.querySelector("[data-removal]").disabled = !removed;
  card.querySelector("details").hidden = removed;
  card.querySelector(".child-actions").hidden = removed;
  card.querySelector(".child-removed").hidden = !removed;
  card.querySelector(removed ? "[data-act=undo]" : "summary").focus();
  say(card.parentElement, removed ? "removed" : "back", name(card));
  arranged(card.parentElement);
}

const acts = {
  up: (card, button) => move(card, button, -1),
  down: (card, button) => move(card, button, 1),
  remove: card => mark(card, true),
  undo: card => mark(card, false),
};

form.addEventListener("click", event => {
  const button = event.target.closest("[data-act]");
  if (!button) return;
  event.preventDefault();
  acts[button.dataset.act](button.closest(".child"), button);
});

// ---- a card is called what its first field says
form.addEventListener("input", event => {
  const card = event.target.closest(".child");
  if (!card || event.target.closest(".place") !== card.querySelector(".place")) return;
  const text = (event.target.selectedOptions?.[0]?.textContent ?? event.target.value).trim();
  card.querySelectorAll(".child-title").forEach(title => {
    title.textContent = text || title.dataset.one;
    title.classList.toggle("quiet", !text);
  });
});

// ---- one more card comes from the server
form.addEventListener("htmx:afterSettle", event => {
  const list = event.detail.target;
  if (!list.matches?.("ol.children")) return;
  const card = list.lastElementChild;
  arranged(list);
  say(list, "added", name(card));
  card.querySelector(".child-body :is(input, select, textarea)").focus();
  card.scrollIntoView({block: "nearest"});
});

// ---- and they are moved by hand
form.querySelectorAll("ol.children").forEach(list => window.Sortable?.create(list, {
  handle: ".drag-handle", draggable: ".child:not(.removed)", forceFallback: true, fallbackTolerance: 3,
  animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
  onEnd: event => { if (event.oldIndex !== event.newIndex) moved(event.item); },
}));

form.addEventListener("editor:reconciled", () => form.querySelectorAll("ol.children").forEach(number));
