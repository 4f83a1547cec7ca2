// What makes arranging smooth: by drag and by Alt with an arrow key. Both press a button in the widget's own menu, which
// does the same without a script.

const widgets = () => document.querySelector("#dashboard .widgets");
const widgetOf = element => element?.closest?.("#dashboard .widget");
let moved;

function press(widget, button) {
  moved = {id: widget.id, told: button.name !== "size" && button.name !== "pinned"};
  button.click();
}

function arrange() {
  const list = widgets();
  if (!list || !window.Sortable) return;
  Sortable.create(list, {
    handle: ".drag-handle", draggable: ".widget", forceFallback: true, fallbackTolerance: 3,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    onMove: ({dragged, related}) => dragged.dataset.pinned === related.dataset.pinned,
    onEnd: drop,
  });
}

function drop({item, oldIndex, newIndex}) {
  if (oldIndex === newIndex) return;
  const above = item.previousElementSibling?.dataset.pinned === item.dataset.pinned ? item.previousElementSibling : null;
  const other = above ?? item.nextElementSibling;
  const button = item.querySelector("button[name=to]").cloneNode();
  button.name = above ? "after" : "before";
  button.value = other.id.replace("widget-", "");
  button.hidden = true;
  item.append(button);
  htmx.process(button);
  press(item, button);
}

const DIRECTIONS = {ArrowUp: "earlier", ArrowLeft: "earlier", ArrowDown: "later", ArrowRight: "later"};
document.addEventListener("keydown", event => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.key in DIRECTIONS)) return;
  const widget = widgetOf(event.target);
  if (!widget) return;
  event.preventDefault();
  press(widget, widget.querySelector(`button[name=to][value=${DIRECTIONS[event.key]}]`));
});

// ---- after the widgets were replaced, the focus is at the one that was changed, and what became of it is said
document.addEventListener("click", event => {
  const button = event.target.closest?.("button[form=widget-change]");
  if (button && !moved) moved = {id: widgetOf(button).id, told: button.name === "to"};
});
document.addEventListener("htmx:afterSettle", event => {
  if (event.detail.elt.id !== "dashboard" || !moved) return;
  const widget = document.getElementById(moved.id);
  widget?.querySelector(".icon-button")?.focus({preventScroll: true});
  widget?.scrollIntoView({block: "nearest"});
  if (widget && moved.told) say(widget);
  moved = undefined;
});
document.addEventListener("htmx:load", event => { if (event.target.id === "dashboard") arrange(); });

function say(widget) {
  const all = [...widgets().children];
  document.getElementById("dashboard-said").textContent = [widget.querySelector("h2").textContent.trim(), all.indexOf(widget) + 1, all.length]
    .reduce((text, detail, place) => text.replace(`{${place}}`, () => detail), document.getElementById("dashboard").dataset.moved);
}
arrange();
