// Saving without leaving the page: what the server answers is taken over part by part, and the fields stay as they are.
const form = document.getElementById("editor-form");
const byId = id => document.getElementById(id);
const controls = root => root.querySelectorAll("[id^=field-]:is(input, textarea, select)");
const value = control => control.type === "checkbox" ? control.checked : control.value;

// ---- what is not saved yet
const changed = new Set();
let notStored = byId("editor").dataset.unsaved === "true";
let arrangement = arranged();
let rearranged = false;
let sent = null;
let sentCards = new Set();
let leaving = false;
let outdated = [];
let keeping = null;
let busy = false;

function arranged() {
  return [...form.querySelectorAll(".child")].map(card => card.id + card.classList.contains("removed")).join();
}

/** What the server has, as far as this page knows. */
function stored(control) {
  if (control.dataset.stored !== undefined) return control.dataset.stored;
  if (control.type === "checkbox") return control.defaultChecked;
  if (control.options) return ([...control.options].find(option => option.defaultSelected) ?? control.options[0])?.value;
  return control.defaultValue;
}

function note(control) {
  if (!control.id.startsWith("field-")) return;
  if (value(control) !== stored(control)) changed.add(control);
  else changed.delete(control);
}

const isUnsaved = () => notStored || changed.size > 0 || rearranged;

function show() {
  const state = byId("save-state");
  const words = busy ? state?.dataset.saving : isUnsaved() ? keeping?.words ?? state?.dataset.unsaved : sent ? state?.dataset.saved : "";
  if (state && state.textContent !== words) state.textContent = words;
  const publish = byId("act-publish");
  if (!publish?.dataset.nothing) return;
  publish.dataset.label ??= publish.textContent;
  const label = isUnsaved() ? publish.dataset.label : publish.dataset.nothing;
  if (publish.textContent !== label) publish.textContent = label;
  publish.disabled = !isUnsaved();
}

/** What was typed or moved is seen before what it makes of the page's head. */
let soon = false;
function showSoon() {
  if (!soon) requestAnimationFrame(() => setTimeout(() => {
    soon = false;
    show();
  }));
  soon = true;
}

form.querySelectorAll("[data-find]").forEach(finder => {
  const choice = byId(finder.dataset.find);
  choice.dataset.stored = choice.value;
});
controls(form).forEach(note);
show();
form.addEventListener("input", event => {
  note(event.target);
  showSoon();
});
form.addEventListener("editor:arranged", () => {
  rearranged = arranged() !== arrangement;
  showSoon();
});
form.addEventListener("editor:keeping", event => {
  keeping = event.detail;
  showSoon();
});
form.addEventListener("submit", () => leaving = true);
window.addEventListener("beforeunload", event => {
  if (isUnsaved() && !leaving && keeping?.failed) event.preventDefault();
});
document.addEventListener("keydown", event => {
  const act = {KeyS: "act-save", Enter: "act-publish"}[event.code];
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !act || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  show(); // what can be pressed may not be shown yet
  byId(act)?.click();
});

// ---- taking over what the server answers
form.addEventListener("htmx:beforeRequest", event => {
  leaving = false;
  if (event.detail.elt !== form) return;
  sent = new Map([...controls(form)].map(control => [control.id, value(control)]));
  sentCards = new Set([...form.querySelectorAll(".child")].map(card => card.id));
  busy = true;
  show();
});
form.addEventListener("htmx:afterRequest", event => {
  if (event.detail.elt !== form) return;
  busy = false;
  show();
});

/** A field takes what the server says, unless somebody has typed on in the meantime. */
function takeOver(field, fresh) {
  for (const attribute of ["aria-invalid", "aria-describedby"]) {
    if (fresh.hasAttribute(attribute)) field.setAttribute(attribute, fresh.getAttribute(attribute));
    else field.removeAttribute(attribute);
  }
  const asSent = sent?.has(field.id) ? sent.get(field.id) : stored(field);
  const now = value(field) === asSent ? value(fresh) : value(field);
  if (field.dataset.stored !== undefined) takeOverChoice(field, fresh, now);
  else if (field.options) [...field.options].forEach((option, place) => option.defaultSelected = !!fresh.options[place]?.defaultSelected);
  else if (field.type === "checkbox") field.defaultChecked = fresh.defaultChecked;
  else field.defaultValue = fresh.defaultValue;
  if (now !== value(field)) field[field.type === "checkbox" ? "checked" : "value"] = now;
  note(field);
}

/** What a search found stays; what somebody else chose meanwhile may not be among it. */
function takeOverChoice(field, fresh, now) {
  field.dataset.stored = fresh.value;
  const chosen = [...fresh.options].find(option => option.value === now);
  if (chosen && ![...field.options].some(option => option.value === now)) field.append(chosen.cloneNode(true));
}

function takeOverFields(page) {
  for (const fresh of controls(page)) {
    const field = byId(fresh.id);
    if (!field) continue;
    byId(`${field.id}-error`)?.remove();
    const error = fresh.closest(".field").querySelector(`#${CSS.escape(field.id)}-error`);
    if (error) field.closest(".field").append(error);
    takeOver(field, fresh);
  }
}

/** Cards that others added come in, those that are gone go, and all stand in the order that was saved. */
function takeOverCards(page) {
  const added = [];
  for (const theirs of page.querySelectorAll("ol.children")) {
    const list = byId(theirs.id);
    const wanted = [...theirs.children];
    const ids = new Set(wanted.map(card => card.id));
    [...list.children].filter(card => !ids.has(card.id) && sentCards.has(card.id)).forEach(card => card.remove());
    wanted.forEach((fresh, place) => {
      const known = byId(fresh.id);
      if (!known) added.push(fresh);
      else takeOverCard(known, fresh);
      if (list.children[place] !== (known ?? fresh)) list.insertBefore(known ?? fresh, list.children[place] ?? null);
    });
  }
  return added;
}

const isClosed = card => card.querySelector(".child-body").hasAttribute("data-closed");

/** What an answer says of a card as a whole; what is in it is taken over field by field, unless it is in one of both only. */
function takeOverCard(card, fresh) {
  card.className = fresh.className;
  card.querySelector("[data-removal]").disabled = fresh.querySelector("[data-removal]").disabled;
  for (const part of ["details", ".child-actions"]) card.querySelector(part).hidden = fresh.querySelector(part).hidden;
  if (fresh.querySelector("details").open) card.querySelector("details").open = true;
  for (const part of [".child-removed", ".card-notes"]) {
    card.querySelector(part)?.remove();
    card.append(...fresh.querySelectorAll(part));
  }
  for (const part of [".child-second", ".child-marks"]) card.querySelector(part).replaceWith(fresh.querySelector(part));
  if (isClosed(card)) card.querySelector(".child-title").replaceWith(fresh.querySelector(".child-title"));
  if (isClosed(card) && !isClosed(fresh)) takeIn(card.querySelector(".child-body"), fresh.querySelector(".child-body"));
  else if (!isClosed(card) && isClosed(fresh)) outdated.push(card);
}

function takeIn(body, fresh) {
  body.replaceWith(fresh);
  window.htmx.process(fresh);
  controls(fresh).forEach(note);
}

/** The fields of one card: new in the page, or what somebody else saved since. */
function reconcileBody(body, fragment) {
  const fresh = fragment.querySelector(".child-body");
  if (!body.isConnected || !fresh) return;
  if (body.hasAttribute("data-closed")) takeIn(body, fresh);
  else {
    takeOverFields(fragment);
    takeOverParts(fragment).forEach(part => window.htmx.process(part));
  }
  form.dispatchEvent(new CustomEvent("editor:body", {detail: fresh}));
  show();
}

function takeOverParts(page) {
  return [...page.querySelectorAll("[data-part]")].filter(part => {
    const known = byId(part.id);
    if (!known || known.isEqualNode(part)) return false;
    known.replaceWith(part);
    return true;
  });
}

function takeOverAddress(page, fragment) {
  const action = page.querySelector("#editor-form").getAttribute("action");
  form.setAttribute("action", action);
  if (action === page.dataset.address) history.replaceState(history.state, "", action);
  const crumb = fragment.querySelector(".crumbs [aria-current]");
  if (crumb) document.querySelector(".crumbs [aria-current]")?.replaceWith(crumb);
}

function reconcile(fragment) {
  const page = fragment.querySelector("#editor");
  const focus = document.activeElement?.id;
  outdated = [];
  const cards = takeOverCards(page);
  takeOverFields(page);
  [...cards, ...takeOverParts(page)].forEach(part => window.htmx.process(part));
  takeOverAddress(page, fragment);
  byId("toasts").append(...fragment.querySelectorAll("#toasts > *"));
  if (focus && document.activeElement?.id !== focus) byId(focus)?.focus();
  changed.forEach(control => { if (!control.isConnected) changed.delete(control); });
  notStored = page.dataset.unsaved === "true";
  arrangement = arranged();
  rearranged = false;
  form.dispatchEvent(new CustomEvent("editor:reconciled", {detail: page, bubbles: true}));
  outdated.forEach(card => card.dispatchEvent(new CustomEvent("editor:outdated", {bubbles: true})));
  show();
  byId("proposal")?.showModal();
}

window.htmx?.defineExtension("reconcile", {
  isInlineSwap: style => style.startsWith("reconcile"),
  handleSwap(style, target, fragment) {
    if (!style.startsWith("reconcile")) return false;
    if (style === "reconcile") reconcile(fragment);
    else reconcileBody(target, fragment);
    return [];
  },
});

// ---- an answer that is no editor is read beside what was typed
byId("editor").addEventListener("htmx:responseError", event => {
  const trouble = new DOMParser().parseFromString(event.detail.xhr.response, "text/html").querySelector("main.trouble");
  const toast = byId("server-away")?.content.cloneNode(true);
  if (!trouble || !toast) return;
  toast.querySelector("p").textContent = [...trouble.querySelectorAll("h1, h1 + p")].map(part => part.textContent).join(". ");
  byId("toasts").append(toast);
});
