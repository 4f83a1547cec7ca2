// The page of the site beside the form, as it would read with what is typed.
const form = document.getElementById("editor-form");
const pane = document.getElementById("beside");
const frame = pane?.querySelector("iframe");
const REMEMBERED = "maru.beside";
const PAUSE = 400;
let waiting;
let drawing = false;
let outdated = false;

const opener = () => document.querySelector("[data-beside=open]");

async function typed() {
  const answer = await fetch(opener().dataset.address, {method: "POST", body: new URLSearchParams(new FormData(form))}).catch(() => null);
  return answer?.ok && !answer.redirected ? answer.text() : null;
}

/** One page at a time: what is typed meanwhile is drawn when that is there. */
async function draw() {
  clearTimeout(waiting);
  if (pane.hidden || !opener()) return;
  outdated = drawing;
  if (drawing) return;
  drawing = true;
  const page = await typed();
  if (page === null) pane.dataset.failed = "";
  else {
    delete pane.dataset.failed;
    show(page);
  }
  drawing = false;
  if (outdated) void draw();
}

/** Where the page was looked at, and what lay open in it, stays. */
function show(page) {
  const shown = frame.contentDocument;
  if (!shown?.querySelector("main")) {
    frame.srcdoc = page;
    return;
  }
  const fresh = shown.importNode(new DOMParser().parseFromString(page, "text/html").body, true);
  const open = [...shown.querySelectorAll("details")].map(details => details.open);
  const folds = [...fresh.querySelectorAll("details")];
  if (folds.length === open.length) folds.forEach((details, place) => details.open = open[place]);
  shown.body.replaceWith(fresh);
}
frame?.addEventListener("load", () =>
  frame.contentDocument?.addEventListener("click", event => { if (event.target.closest("a")) event.preventDefault(); }));

function soon() {
  clearTimeout(waiting);
  if (!pane.hidden) waiting = setTimeout(draw, PAUSE);
}

function widen(width) {
  frame.className = width;
  pane.querySelectorAll("[data-width]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.width === width)));
}

function mark() {
  opener()?.setAttribute("aria-expanded", String(!pane.hidden));
}

function turn(on, width = frame.className) {
  pane.hidden = !on;
  document.getElementById("editor").classList.toggle("beside-form", on);
  if (on) localStorage.setItem(REMEMBERED, width);
  else localStorage.removeItem(REMEMBERED);
  widen(width);
  mark();
  void draw();
}

if (pane) {
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-beside], #beside [data-width]");
    if (!button) return;
    if (button.dataset.width) turn(true, button.dataset.width);
    else turn(button.dataset.beside === "open" && pane.hidden);
    if (button.dataset.beside === "close") opener()?.focus();
    if (button.dataset.beside === "open" && !pane.hidden) pane.scrollIntoView({block: "nearest"});
  });
  for (const event of ["input", "change", "editor:arranged", "editor:reconciled"]) form.addEventListener(event, soon);
  form.addEventListener("editor:reconciled", mark);
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered && opener()) turn(true, remembered);
}
