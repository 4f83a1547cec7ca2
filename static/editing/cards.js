// Cards are moved, removed and put back in the page; the server hears of it when the form is saved. Their order in the
// page is their order in the form.
const form = document.getElementById("editor-form");
const said = document.getElementById("editor-said");

const name = card => card.querySelector(".child-name").textContent.trim().replace(/\s+/g, " ");
const STAYING = ".child:not(.removed, .sortable-fallback)";
const staying = list => [...list.children].filter(card => card.matches(STAYING));
const box = card => card.querySelector(".card-choose");
const chosen = list => [...list.querySelectorAll(`${STAYING} > .card-choose:checked`)].map(box => box.parentElement);
const childrenOf = list => list.id.slice("cards-".length);

/** What has come of an act is seen before it is said, and before anything is done that follows from it. */
const painted = act => requestAnimationFrame(() => setTimeout(act));

function say(list, what, details) {
  painted(() => said.textContent = details().reduce((text, detail, place) => text.replace(`{${place}}`, () => detail), list.dataset[what]));
}

/** What one card is called, or how many they are. */
const called = cards => cards.length === 1 ? name(cards[0]) : cards[0].parentElement.dataset.count.replace("{0}", cards.length);

/** Only what is another than before is written, and into the text that is there: a new one has all around it styled again. */
function write(element, text) {
  const there = element.firstChild;
  if (there?.nodeType !== Node.TEXT_NODE || there.nextSibling) element.textContent = text;
  else if (there.data !== String(text)) there.data = text;
}

const AT_ONCE = 60;

/** Numbers those at the place of the change, and the many below once these are seen. */
function number(list) {
  const numbers = list.querySelectorAll(`${STAYING} .child-number`);
  let wrong = 0;
  for (let place = 0; place < numbers.length && wrong <= AT_ONCE; place++) {
    if (numbers[place].textContent !== String(place + 1) && ++wrong <= AT_ONCE) write(numbers[place], place + 1);
  }
  if (wrong > AT_ONCE) painted(() => number(list));
  const section = list.closest("section");
  section.toggleAttribute("data-none", !list.firstElementChild);
  write(section.querySelector(".count"), numbers.length);
}

let untold = false;
function arranged(list) {
  painted(() => number(list));
  if (!untold) painted(tell);
  untold = true;
}

/** Others hear of it once it is seen, and before the page is left or sent. */
function tell() {
  if (!untold) return;
  untold = false;
  form.dispatchEvent(new CustomEvent("editor:arranged"));
}
window.addEventListener("pagehide", tell);
form.addEventListener("submit", () => { putDown(); tell(); }, true);

function sayWhere(what, cards) {
  const list = cards[0].parentElement;
  say(list, what, () => {
    const all = staying(list);
    return [called(cards), all.indexOf(cards[0]) + 1, all.length];
  });
}

/** In the frame that shows what was done, which has the page laid out anyway. */
const show = card => requestAnimationFrame(() => card.scrollIntoView({block: "nearest"}));

// ---- moving
/** A card that is moved as it is keeps its focus and what is drawn of it; not every browser can. */
function put(cards, list, next) {
  const focused = document.activeElement;
  const unfocused = cards.filter(card => !card.contains(focused));
  unfocused.forEach(card => card.classList.add("moved")); // is drawn at once, without a look first at whether it is in sight
  cards.forEach(card => list.moveBefore ? list.moveBefore(card, next) : list.insertBefore(card, next));
  painted(() => unfocused.forEach(card => card.classList.remove("moved")));
  if (document.activeElement !== focused) focused.focus({preventScroll: true});
}

function gather(cards) {
  if (cards.every((card, place) => !place || cards[place - 1].nextElementSibling === card)) return false;
  cards.slice(1).forEach((card, place) => put([card], card.parentElement, cards[place].nextElementSibling));
  return true;
}

/** The nearest card that stays, or the one behind all, on that side. */
function past(card, way, furthest) {
  let found = null;
  for (let other = card[way]; other && (furthest || !found); other = other[way]) if (other.matches(STAYING)) found = other;
  return found;
}
const above = (cards, furthest) => [past(cards[0], "previousElementSibling", furthest), "before"];
const below = (cards, furthest) => [past(cards.at(-1), "nextElementSibling", furthest), "after"];

/** Past which card they go, and to which side of it. */
const moves = {up: above, down: below, top: cards => above(cards, true), bottom: cards => below(cards, true)};

/** Moves the cards, which then stand one behind the other; whether anything was to be done. */
function shift(cards, where) {
  const list = cards[0].parentElement;
  const gathered = gather(cards);
  const [other, side] = moves[where](cards);
  if (other) put(cards, list, side === "before" ? other : other.nextElementSibling);
  return gathered || other;
}

function move(cards, where) {
  if (!cards.length) return;
  const list = cards[0].parentElement;
  if (!shift(cards, where)) {
    say(list, "end", () => [called(cards)]);
    return;
  }
  arranged(list);
  sayWhere("moved", cards);
  show(cards[0]);
}

// ---- removing
function mark(cards, removed) {
  const words = called(cards);
  const list = cards[0].parentElement;
  for (const card of cards) {
    card.classList.toggle("removed", removed);
    card.querySelector("[data-removal]").disabled = !removed;
    card.querySelector("details").hidden = removed;
    card.querySelector(".child-actions").hidden = removed;
    if (box(card)) box(card).checked = false;
    if (removed) card.append(strip(card));
  }
  say(list, removed ? "removed" : "back", () => [words]);
  choose(list);
  arranged(list);
  cards[0].querySelector(removed ? "[data-act=undo]" : "summary").focus(); // once all else is written, for it lays the page out
  if (!removed) painted(() => cards.forEach(card => !card.classList.contains("removed") && card.querySelector(".child-removed")?.remove()));
}

function strip(card) {
  const list = card.parentElement;
  const strip = document.getElementById(`strip-${childrenOf(list)}`).content.cloneNode(true);
  strip.querySelector(".child-title").textContent = card.querySelector("summary .child-title").textContent;
  unsent(strip);
  return strip;
}

// ---- several at once
let last;

function choose(list) {
  const bar = document.getElementById(`chosen-${childrenOf(list)}`);
  const count = chosen(list).length;
  bar.hidden = !count;
  write(bar.querySelector(".chosen-count"), bar.dataset.count.replace("{0}", count));
}

form.addEventListener("click", event => {
  if (!event.target.matches(".card-choose")) return;
  const list = event.target.closest("ol");
  const card = event.target.closest(".child");
  if (event.shiftKey) {
    const cards = staying(list);
    const [from, to] = [cards.indexOf(last), cards.indexOf(card)].sort((a, b) => a - b);
    if (from >= 0) cards.slice(from, to + 1).forEach(card => box(card).checked = event.target.checked);
  }
  last = card;
  choose(list);
});

const several = {
  up: cards => move(cards, "up"),
  down: cards => move(cards, "down"),
  top: cards => move(cards, "top"),
  bottom: cards => move(cards, "bottom"),
  remove: cards => mark(cards, true),
  clear(cards) {
    cards.forEach(card => box(card).checked = false);
    choose(cards[0].parentElement);
    cards[0].querySelector("summary").focus();
  },
};

const acts = {
  up: card => move([card], "up"),
  down: card => move([card], "down"),
  remove: card => mark([card], true),
  undo: card => mark([card], false),
};

// Buttons that send nothing: whenever one that could is moved, a browser looks for the first one of the whole form.
const BUTTONS = "[data-act], [data-chosen]";
const unsent = root => root.querySelectorAll(BUTTONS).forEach(button => button.type = "button");
unsent(form);

form.addEventListener("click", event => {
  const button = event.target.closest(BUTTONS);
  if (!button) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (button.dataset.act) acts[button.dataset.act](button.closest(".child"));
  else several[button.dataset.chosen](chosen(button.closest("section").querySelector("ol")));
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
  if (card && event.target.closest(".place") === card.querySelector(".place")) painted(() => call(card));
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
  fresh.forEach(unsent);
  fresh = [];
  const list = first.parentElement;
  arranged(list);
  say(list, "added", () => [called([first, ...others])]);
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

// ---- they are taken up by Space on their handle, moved by the arrows, put down by Enter, and put back by Escape
let held = [];
let stood = [];

/** What goes along with a card: all that are chosen, if it is one of them. */
function along(card) {
  const cards = chosen(card.parentElement);
  return cards.includes(card) ? cards : [card];
}

function takeUp(handle) {
  const card = handle.closest(".child");
  held = along(card);
  stood = [...card.parentElement.children];
  if (gather(held)) painted(() => number(card.parentElement));
  hold(true);
  sayWhere("held", held);
}

function hold(on) {
  held.forEach(card => card.classList.toggle("held", on));
}

function carry(where) {
  const cards = held;
  const list = cards[0].parentElement;
  if (!shift(cards, where)) {
    say(list, "end", () => [called(cards)]);
    return;
  }
  painted(() => number(list));
  sayWhere("place", cards);
  show(cards[0]);
}

function putDown() {
  if (!held.length) return;
  hold(false);
  arranged(held[0].parentElement);
  sayWhere("moved", held);
  held = [];
}

function putBack() {
  const list = held[0].parentElement;
  hold(false);
  stood.reduceRight((next, card) => {
    if (held.includes(card)) put([card], list, next);
    return card;
  }, null);
  arranged(list);
  sayWhere("putBack", held);
  held = [];
}

const keys = {
  " ": putDown, Enter: putDown, Escape: putBack,
  ArrowUp: () => carry("up"), ArrowDown: () => carry("down"), Home: () => carry("top"), End: () => carry("bottom"),
};

form.addEventListener("keydown", event => {
  const handle = event.target.closest(".drag-handle");
  if (!handle || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = held.length ? keys[event.key] : event.key === " " || event.key === "Enter" ? () => takeUp(handle) : null;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
});
form.addEventListener("focusout", event => {
  if (held.length && event.target.matches(".drag-handle") && event.relatedTarget) putDown();
});

// ---- htmx, which listens behind, would ask the form who is pressed, and have it list its fields anew for that
for (const kind of ["focusin", "focusout"]) form.addEventListener(kind, event => {
  if (event.target.matches(`${BUTTONS}, .drag-handle`)) event.stopImmediatePropagation();
});

// ---- and they are moved by hand, with all that go along
form.querySelectorAll("ol.children").forEach(list => window.Sortable?.create(list, {
  handle: ".drag-handle", draggable: ".child:not(.removed)", forceFallback: true, fallbackTolerance: 3,
  animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
  onStart: event => { held = along(event.item); stood = staying(list); hold(true); },
  onEnd(event) {
    hold(false);
    const cards = held;
    held = [];
    const place = cards.indexOf(event.item);
    event.item.before(...cards.slice(0, place));
    event.item.after(...cards.slice(place + 1));
    if (staying(list).every((card, index) => card === stood[index])) return;
    arranged(list);
    sayWhere("moved", cards);
  },
}));

form.addEventListener("editor:reconciled", () => {
  form.querySelectorAll("ol.children").forEach(list => {
    number(list);
    if (document.getElementById(`chosen-${childrenOf(list)}`)) choose(list);
  });
  form.querySelectorAll(".child:has(.place)").forEach(call);
});
