// What makes the board smooth: short addresses, moving by drag and by keyboard, and a focus that is never lost. A move
// presses the button in the task's own menu, which does the same without a script.

const found = () => document.getElementById("tasks-found");
const filter = document.getElementById("tasks-filter");

// ---- an address says only what is chosen
filter.addEventListener("formdata", event => {
  for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
});

const columnOf = card => card.closest(".tasks-column");
const cardsIn = column => [...column.querySelectorAll(".task-card")];
const titleOf = card => card.querySelector(".title").textContent.trim();

function say(what, ...details) {
  document.getElementById("tasks-status").textContent =
    details.reduce((text, detail, place) => text.replace(`{${place}}`, () => detail), found().dataset[what]);
}

function send(card) {
  const button = card.querySelector(`button[name=status][value=${columnOf(card).dataset.status}]`);
  moved = card.id;
  button?.click();
}

// ---- by hand
function arrange() {
  if (!window.Sortable || !document.getElementById("tasks-move")) return;
  found().querySelectorAll(".tasks-column ol").forEach(list => Sortable.create(list, {
    group: "tasks", handle: ".drag-handle", draggable: ".task-card", sort: false, forceFallback: true, fallbackTolerance: 3,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    onEnd: ({item, from, to}) => { if (from !== to) send(item); },
  }));
}

// ---- by keyboard: taken up by Space on the handle, carried by the arrows, put down by Enter, put back by Escape
let held;
let stood;

function sayWhere(what, card) {
  say(what, titleOf(card), columnOf(card).dataset.name);
}

function takeUp(card) {
  held = card;
  stood = {list: card.parentElement, next: card.nextElementSibling};
  card.classList.add("held");
  sayWhere("held", card);
}

function carry(step) {
  const columns = [...found().querySelectorAll(".tasks-column")];
  const column = columns[columns.indexOf(columnOf(held)) + step];
  if (column) keepingFocus(() => column.querySelector("ol").prepend(held));
  sayWhere("place", held);
  held.scrollIntoView({block: "nearest"});
}

let carrying = false;
function keepingFocus(change) {
  const focused = document.activeElement;
  carrying = true;
  change();
  focused.focus({preventScroll: true});
  carrying = false;
}

function letGo() {
  const card = held;
  card.classList.remove("held");
  held = undefined;
  return card;
}

function putDown() {
  const card = letGo();
  if (card.parentElement === stood.list) sayWhere("down", card);
  else send(card);
}

function putBack() {
  keepingFocus(() => stood.list.insertBefore(held, stood.next));
  sayWhere("back", letGo());
}

const keys = {
  " ": putDown, Enter: putDown, Escape: putBack,
  ArrowLeft: () => carry(-1), ArrowUp: () => carry(-1), ArrowRight: () => carry(1), ArrowDown: () => carry(1),
};

document.addEventListener("keydown", event => {
  const handle = event.target.closest?.(".task-card .drag-handle");
  if (!handle || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = held ? keys[event.key] : event.key === " " || event.key === "Enter" ? () => takeUp(handle.closest(".task-card")) : null;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
});
document.addEventListener("focusout", event => {
  if (held && !carrying && event.relatedTarget && event.target.matches(".drag-handle")) putBack();
});

// ---- after the board was replaced, the focus is at the task that moved
let moved;
document.addEventListener("click", event => {
  const button = event.target.closest?.("button[form=tasks-move]");
  if (button) moved = button.closest("[id^=task-]").id;
});
document.addEventListener("htmx:afterSettle", event => {
  if (!moved || event.detail.elt.id !== "tasks-found") return;
  const card = document.getElementById(moved);
  (card?.querySelector(".drag-handle, .title") ?? found()).focus({preventScroll: true});
  moved = undefined;
});
document.addEventListener("htmx:load", event => { if (event.target.id === "tasks-found") arrange(); });
arrange();
