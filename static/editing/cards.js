// Cards are moved, removed and put back in the page; the server hears of it when the form is saved. Their order in the
// page is their order in the form.
const form = document.getElementById("editor-form");
const said = document.getElementById("editor-said");

const name = card => card.querySelector(".child-name").textContent.trim().replace(/\s+/g, " ");
const staying = list => [...list.children].filter(card => !card.matches(".removed, .sortable-fallback"));
const box = card => card.querySelector(".card-choose");
const chosen = list => staying(list).filter(card => box(card)?.checked);
const childrenOf = list => list.id.slice("cards-".length);

function say(list, what, ...details) {
  said.textContent = details.reduce((text, detail, place) => text.replace(`{${place}}`, () => detail), list.dataset[what]);
}

/** What one card is called, or how many they are. */
const called = cards => cards.length === 1 ? name(cards[0]) : cards[0].parentElement.dataset.count.replace("{0}", cards.length);

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

const placeOf = card => staying(card.parentElement).indexOf(card) + 1;

function sayWhere(what, cards) {
  const list = cards[0].parentElement;
  say(list, what, called(cards), placeOf(cards[0]), staying(list).length);
}

// ---- moving: the others go past those that are moved, which keep the focus
function gather(cards) {
  if (cards.every((card, place) => !place || cards[place - 1].nextElementSibling === card)) return;
  keepingFocus(() => cards.slice(1).forEach((card, place) => cards[place].after(card)));
}

const moves = {
  up(cards, others) {
    const before = others.filter(card => card.compareDocumentPosition(cards[0]) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
    before && cards.at(-1).after(before);
    return before;
  },
  down(cards, others) {
    const after = others.find(card => card.compareDocumentPosition(cards.at(-1)) & Node.DOCUMENT_POSITION_PRECEDING);
    after && cards[0].before(after);
    return after;
  },
  top(cards, others) {
    return others.length && keepingFocus(() => others[0].before(...cards));
  },
  bottom(cards, others) {
    return others.length && keepingFocus(() => others.at(-1).after(...cards));
  },
};

function keepingFocus(change) {
  const focused = document.activeElement;
  change();
  focused.focus({preventScroll: true});
  return true;
}

/** Moves the cards, which then stand one behind the other. */
function shift(cards, where) {
  const list = cards[0].parentElement;
  gather(cards);
  return moves[where](cards, staying(list).filter(card => !cards.includes(card)));
}

function move(cards, where) {
  if (!cards.length) return;
  const list = cards[0].parentElement;
  const before = [...list.children].map(card => card.id).join();
  shift(cards, where);
  if (before === [...list.children].map(card => card.id).join()) {
    say(list, "end", called(cards));
    return;
  }
  arranged(list);
  sayWhere("moved", cards);
  cards[0].scrollIntoView({block: "nearest"});
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
    card.querySelector(".child-removed")?.remove();
    if (box(card)) box(card).checked = false;
    if (removed) card.append(strip(card));
  }
  cards[0].querySelector(removed ? "[data-act=undo]" : "summary").focus();
  say(list, removed ? "removed" : "back", words);
  choose(list);
  arranged(list);
}

function strip(card) {
  const list = card.parentElement;
  const strip = document.getElementById(`strip-${childrenOf(list)}`).content.cloneNode(true);
  strip.querySelector(".child-title").textContent = card.querySelector("summary .child-title").textContent;
  strip.querySelector("[data-act=undo]").value = `${childrenOf(list)}.${card.id.slice("card-".length)}.undo`;
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
  const cards = staying(list);
  const [from, to] = [cards.indexOf(last), cards.indexOf(event.target.closest(".child"))].sort((a, b) => a - b);
  if (event.shiftKey && from >= 0) cards.slice(from, to + 1).forEach(card => box(card).checked = event.target.checked);
  last = event.target.closest(".child");
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

form.addEventListener("click", event => {
  const button = event.target.closest("[data-act], [data-chosen]");
  if (!button) return;
  event.preventDefault();
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
  say(list, "added", called([first, ...others]));
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
  gather(held);
  number(card.parentElement);
  hold(true);
  sayWhere("held", held);
}

function hold(on) {
  held.forEach(card => card.classList.toggle("held", on));
}

function carry(where) {
  if (!shift(held, where)) {
    say(held[0].parentElement, "end", called(held));
    return;
  }
  number(held[0].parentElement);
  sayWhere("place", held);
  held[0].scrollIntoView({block: "nearest"});
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
  keepingFocus(() => stood.reduceRight((next, card) => {
    if (held.includes(card)) list.insertBefore(card, next);
    return card;
  }, null));
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
form.addEventListener("submit", putDown, true);

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
