// What is typed and not saved is kept by the server, place by place. Its answer is a status: no field is written to.
const form = document.getElementById("editor-form");
const PAUSE = 1500; // after the last key
const LONGEST = 10_000; // of somebody who never pauses
const SOON = 300;
const BACK_OFF = [2000, 4000, 8000, 15_000];
const OUTLIVES_THE_PAGE = 60_000; // bytes that a browser still sends when its page is gone
const painted = act => requestAnimationFrame(() => setTimeout(act)); // what came of a key is seen first
const isPlace = name => name && (!name.startsWith("_") || /^_(order|removed)\./.test(name));
const own = name => form.querySelector(`#editor-control [name="${name}"]`) ?? form.elements.namedItem(name);

const changed = new Map(); // place → when it was changed last
let number = Number(own("_number")?.value);
const sending = new Set();
let underway = null;
let saving = null;
let failures = 0;
let timer;
let first = 0;
let signedOut = false;

// ---- what has changed
function change(...names) {
  names.filter(isPlace).forEach(name => changed.set(name, performance.now()));
  if (!changed.size) return;
  tell();
  first ||= performance.now();
  if (failures) return;
  say("unsaved");
  wait(Math.min(PAUSE, Math.max(0, first + LONGEST - performance.now())));
}

function wait(pause) {
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
}

const lists = () => [...form.querySelectorAll("ol.children")].map(list => {
  const cards = [...list.children];
  const kind = list.id.replace("cards-", "");
  return {kind, cards, order: cards.map(card => card.id).join(), removed: cards.filter(card => card.classList.contains("removed")).map(card => card.id).join()};
});
let arranged = new Map();
let known = new Set();
function learn() {
  arranged = new Map(lists().flatMap(list => [[`_order.${list.kind}`, list.order], [`_removed.${list.kind}`, list.removed]]));
  known = new Set([...form.querySelectorAll(".child")].map(card => card.id));
}

form.addEventListener("input", event => change(event.target.name));
form.addEventListener("change", event => change(event.target.name));
form.addEventListener("editor:arranged", () => {
  const before = arranged;
  const cards = known;
  learn();
  const added = [...form.querySelectorAll(".child")].filter(card => !cards.has(card.id));
  change(...[...arranged.keys()].filter(name => arranged.get(name) !== before.get(name)),
    ...added.flatMap(card => [...card.querySelectorAll(".child-body [name]")].map(field => field.name)));
});
form.addEventListener("focusout", () => { if (changed.size) painted(() => void keep()); }, true);
learn();
const resumed = document.querySelector("#editor-kept time");
if (resumed) say("kept", resumed.textContent);

// ---- keeping it: one request at a time, and what is typed meanwhile waits for the next
function message(names) {
  const fields = new FormData(form);
  const body = new URLSearchParams({_method: "put", _csrf: own("_csrf").value, _sitting: own("_sitting").value, _number: ++number});
  if (own("_base")) body.set("_base", own("_base").value);
  own("_number").value = number;
  for (const name of names) {
    const values = fields.getAll(name);
    (values.length || !name.startsWith("_") ? values : [""]).forEach(value => body.append(name, value));
  }
  return body.toString();
}

async function keep(leaving = false) {
  clearTimeout(timer);
  if (!changed.size || saving || signedOut || !own("_sitting") || underway && !leaving) return;
  const sent = new Map(changed);
  const body = message(sent.keys());
  changed.clear();
  first = 0;
  const mine = underway = {};
  sending.add(sent);
  const soon = setTimeout(() => say("keeping"), failures ? 60_000 : SOON);
  const answer = await fetch(own("_sitting").dataset.address, {method: "POST", body, keepalive: body.length < OUTLIVES_THE_PAGE,
    headers: {"Content-Type": "application/x-www-form-urlencoded", Accept: "application/json"}}).catch(() => null);
  clearTimeout(soon);
  if (underway === mine) underway = null;
  sending.delete(sent);
  if (answer?.ok && !answer.redirected) await done(answer);
  else await failed(answer, sent);
  tell();
}

/** Says which places the server does not have yet, as far as this page knows. */
function tell() {
  const unkept = new Set([changed, saving ?? new Map(), ...sending].flatMap(places => [...places.keys()]));
  form.dispatchEvent(new CustomEvent("editor:unkept", {detail: {places: [...unkept], number}}));
}

async function done(answer) {
  const {says} = await answer.json();
  failures = 0;
  form.dispatchEvent(new CustomEvent("editor:kept", {bubbles: true}));
  if (changed.size) wait(PAUSE);
  else say("kept", says);
}

async function failed(answer, sent) {
  sent.forEach((at, name) => changed.has(name) || changed.set(name, at));
  if (answer?.status === 413 || answer?.status === 422 || answer?.status === 404) {
    failures = 0;
    say("refused", (await answer.json().catch(() => ({}))).says ?? answer.status);
    return;
  }
  say("failed");
  if (answer?.status === 403) document.dispatchEvent(new CustomEvent("maru:refused"));
  wait(BACK_OFF[Math.min(failures++, BACK_OFF.length - 1)]);
}

// ---- in words
function say(what, detail = "") {
  const words = document.getElementById("save-state")?.dataset[what]?.replace("{0}", () => detail);
  form.dispatchEvent(new CustomEvent("editor:keeping", {detail: {words, failed: what === "failed" || what === "refused"}}));
}

// ---- a hidden tab may never be seen again, and a page that is left is not
const leave = () => void keep(true);
window.addEventListener("pagehide", () => {
  leave();
  const presence = document.getElementById("editor-presence")?.getAttribute("hx-post");
  if (presence) navigator.sendBeacon(presence, new URLSearchParams({_method: "delete", _csrf: own("_csrf").value}));
});
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
window.addEventListener("online", () => { if (changed.size) wait(0); });
document.addEventListener("maru:signed-out", () => signedOut = true);
document.addEventListener("maru:signed-in", () => {
  signedOut = false;
  if (changed.size) wait(0);
});

// ---- what is being saved need not be kept, unless that fails; what was sent before it and arrives later is overtaken
document.addEventListener("submit", event => {
  if (event.target === form && own("_number")) own("_number").value = ++number;
}, {capture: true});
form.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.elt !== form) return;
  clearTimeout(timer);
  saving = new Map(changed);
  changed.clear();
});
form.addEventListener("editor:reconciled", event => {
  if (event.detail.dataset.unsaved === "false") {
    saving = new Map();
    say("unsaved");
  }
  number = Number(own("_number")?.value);
  learn();
});
form.addEventListener("htmx:afterRequest", event => {
  if (event.detail.elt !== form || !saving) return;
  const again = saving;
  saving = null;
  failures = 0;
  const names = [...new Set([...again.keys(), ...changed.keys()])];
  if (names.length) change(...names);
  else tell();
});

// ---- a new entry has an address of its own as soon as something of it is kept
form.addEventListener("editor:kept", () => {
  const address = own("_entry") && `?entry=${own("_entry").value}`;
  if (address && location.search !== address) history.replaceState(history.state, "", address);
});

// ---- what is told again and again is said once
let told = "";
form.addEventListener("htmx:beforeSwap", event => {
  if (event.target.id !== "editor-presence") return;
  if (event.detail.serverResponse === told) event.detail.shouldSwap = false;
  told = event.detail.serverResponse;
});
