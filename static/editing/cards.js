// Cards are moved, removed and put back in the page; the server hears of it when the form is saved. Their order in the
// page is their order in the form.
const form = document.getElementById("editor-form");
const said = document.getElementById("editor-said");

const name = card => card.querySelector(".child-name").textContent.trim().replace(/\s+/g, " ");
const staying = list => [...list.children].filter(card => !card.classList.contains("removed"));

function say(list, what, ...details) {
  said.textContent = details.reduce((text, detail, place) => text.replace(`{${place}}`, () => detail), list.dataset[what]);
}

/** Only what is another than before is written: each text that is written has the page laid out again. */
function write(element, text) {
  if (element.textContent !== String(text)) element.textContent = text;
}

function number(list) {
  const cards = staying(list);
  cards.forEach((card, place) => write(card.querySelector(".child-number"), place + 1));
  write(list.closest("section").querySelector(".count"), cards.length);
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
  card.querySelector(".child-removed")?.remove();
  if (removed) card.append(strip(card));
  card.querySelector(removed ? "[data-act=undo]" : "summary").focus();
  say(card.parentElement, removed ? "removed" : "back", name(card));
  arranged(card.parentElement);
}

function strip(card) {
  const strip = document.getElementById(card.parentElement.id.replace("cards-", "strip-")).content.cloneNode(true);
  strip.querySelector(".child-title").textContent = card.querySelector("summary .child-title").textContent;
  strip.querySelector("[data-act=undo]").value = `${card.parentElement.id.slice("cards-".length)}.${card.id.slice("card-".length)}.undo`;
  return strip;
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
function call(card) {
  const field = card.querySelector(".place [id^=field-]:is(input, textarea, select)");
  if (!field) return;
  const text = field.value && (field.selectedOptions?.[0].textContent ?? field.value).trim();
  card.querySelectorAll(".child-title").forEach(title => {
    write(title, text || card.parentElement.dataset.one);
    title.classList.toggle("quiet", !text);
  });
}

form.addEventListener("input", event => {
  const card = event.target.closest(".child");
  if (card && event.target.closest(".place") === card.querySelector(".place")) call(card);
});

// ---- more cards come from the server, one or several at a time
let fresh = [];
form.addEventListener("htmx:load", event => {
  if (!event.target.matches?.("ol.children > .child")) return;
  fresh.push(event.target);
  if (fresh.length === 1) queueMicrotask(welcome);
});

function welcome() {
  const [first, ...others] = fresh;
  fresh = [];
  const list = first.parentElement;
  arranged(list);
  if (others.length) say(list, "several", others.length + 1);
  else say(list, "added", name(first));
  const place = first.querySelector(others.length ? "summary" : ".child-body :is(input, select, textarea)");
  place.focus();
  place.setSelectionRange?.(place.value.length, place.value.length);
  first.scrollIntoView({block: "nearest"});
}

form.addEventListener("htmx:afterRequest", event => {
  const lines = document.getElementById(event.detail.elt.dataset.paste);
  if (!lines || !event.detail.successful || event.detail.xhr.getResponseHeader("HX-Retarget")) return;
  lines.value = "";
  document.getElementById(`${lines.id}-what`).replaceChildren();
  lines.closest("details").open = false;
});

// ---- and they are moved by hand
form.querySelectorAll("ol.children").forEach(list => window.Sortable?.create(list, {
  handle: ".drag-handle", draggable: ".child:not(.removed)", forceFallback: true, fallbackTolerance: 3,
  animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
  onEnd: event => { if (event.oldIndex !== event.newIndex) moved(event.item); },
}));

form.addEventListener("editor:reconciled", () => {
  form.querySelectorAll("ol.children").forEach(number);
  form.querySelectorAll(".child:has(.place)").forEach(call);
});
