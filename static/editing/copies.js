// A copy in this browser of what the server does not have yet: for this person alone, until it is kept or saved.
const form = document.getElementById("editor-form");
const control = name => form.elements.namedItem(name);
const MINE = `maru.unsaved/${document.body.dataset.person}`;
const SOON = 200;
const OVERTAKES = 1000; // whatever the tab that wrote the copy may still have sent
let timer;
let own = null;
let unkept = {places: [], number: 0};

// ---- writing it while somebody types
function begin() {
  const sitting = control("_sitting");
  if (!sitting) return;
  if (own) localStorage.removeItem(own);
  own = `${MINE}${sitting.dataset.address}#${sitting.value}`;
  void navigator.locks?.request(own, () => new Promise(() => {})); // this tab lives
}

function write() {
  clearTimeout(timer);
  timer = undefined;
  if (!own) return;
  if (!unkept.places.length) {
    localStorage.removeItem(own);
    return;
  }
  const fields = new FormData(form);
  const places = unkept.places.map(name => [name, fields.has(name) || !name.startsWith("_") ? fields.getAll(name) : [""]]);
  const copy = {at: Date.now(), address: control("_sitting").dataset.address, sitting: control("_sitting").value, number: unkept.number,
    base: control("_base")?.value, entry: control("_entry")?.value, title: control("name")?.value ?? control("title")?.value, places};
  try {
    localStorage.setItem(own, JSON.stringify(copy));
  } catch { /* no room: what is kept by the server does not need it */ }
}

form.addEventListener("editor:unkept", event => {
  unkept = event.detail;
  if (unkept.places.length) timer ??= setTimeout(write, SOON);
  else write();
});
window.addEventListener("pagehide", () => { if (timer) write(); });
form.addEventListener("editor:reconciled", () => {
  begin();
  if (unkept.places.length) write();
});

// ---- offering what another tab left behind
const page = control("_sitting")?.dataset.address;
const belongsHere = copy => copy.address === page || control("_entry") && copy.entry && !location.search
  && copy.address.split("/").slice(0, -2).join() === page.split("/").slice(0, -2).join();

/** The server has it by now: what the tab sent last arrived after the tab had gone. */
const arrived = copy => [...form.querySelectorAll("[name=_seen]")].map(seen => seen.value.split(":"))
  .some(([sitting, number]) => sitting === copy.sitting && Number(number) > copy.number);

/** A tab that lives holds the lock of its copy: once it is gone, by whatever way, the copy is offered. */
function leftBehind(key) {
  const copy = {key, ...JSON.parse(localStorage.getItem(key))};
  if (!copy.places || !belongsHere(copy)) return;
  if (arrived(copy)) localStorage.removeItem(key);
  else offer(copy);
}

function offer(copy) {
  const notice = document.getElementById("editor-copy").content.firstElementChild.cloneNode(true);
  notice.querySelector("time").textContent = new Date(copy.at).toLocaleString(document.documentElement.lang, {dateStyle: "medium", timeStyle: "short", timeZone: document.body.dataset.zone});
  notice.querySelector("[data-copy-title]").textContent = copy.title ?? "";
  notice.querySelector("[data-copy-take]").addEventListener("click", () => void take(copy, notice));
  notice.querySelector("[data-copy-drop]").addEventListener("click", () => {
    localStorage.removeItem(copy.key);
    notice.remove();
  });
  document.getElementById("editor-copies").append(notice);
}

/** The server keeps it, and lays it over the entry like everything that was kept. */
async function take(copy, notice) {
  const body = new URLSearchParams({_method: "put", _csrf: control("_csrf").value, _sitting: copy.sitting, _number: copy.number + OVERTAKES});
  if (copy.base) body.set("_base", copy.base);
  copy.places.forEach(([name, values]) => values.forEach(value => body.append(name, value)));
  const answer = await fetch(copy.address, {method: "POST", body, headers: {Accept: "application/json"}}).catch(() => null);
  if (answer?.ok) {
    localStorage.removeItem(copy.key);
    location.assign(copy.entry && copy.address !== page ? `${location.pathname}?entry=${copy.entry}` : location.pathname + location.search);
    return;
  }
  if (answer?.status === 403) document.dispatchEvent(new CustomEvent("maru:refused"));
  notice.querySelector("[data-copy-failed]").hidden = false;
}

begin();
if (page) Object.keys(localStorage).filter(key => key.startsWith(`${MINE}/`) && key !== own)
  .forEach(key => navigator.locks ? void navigator.locks.request(key, () => leftBehind(key)) : leftBehind(key));
