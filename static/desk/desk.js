// What makes the desk smooth. Everything here has a plain counterpart that works without it.

const TOAST_STAYS = 8000;
const SOON = 300;

// ---- side bar: collapsed or not is remembered in a cookie, so that the server draws it right at once
function collapse(button) {
  const root = document.documentElement;
  const collapsed = root.dataset.sidebar !== "collapsed";
  if (collapsed) root.dataset.sidebar = "collapsed";
  else delete root.dataset.sidebar;
  button.setAttribute("aria-expanded", String(!collapsed));
  document.cookie = `sidebar=${collapsed ? "collapsed" : "open"}; path=/; max-age=31536000; samesite=lax`;
}

// ---- toasts: they stay while they are pointed at or hold the focus
function lay(toast) {
  let timer;
  const stay = () => clearTimeout(timer);
  const go = () => {
    stay();
    timer = setTimeout(() => toast.matches(":hover, :focus-within") ? go() : toast.remove(), TOAST_STAYS);
  };
  toast.addEventListener("pointerenter", stay);
  toast.addEventListener("focusin", stay);
  toast.addEventListener("pointerleave", go);
  toast.addEventListener("focusout", go);
  go();
}

const toasts = document.getElementById("toasts");
if (toasts) {
  toasts.querySelectorAll(".desk-toast").forEach(lay);
  new MutationObserver(changes => changes.flatMap(change => [...change.addedNodes])
    .filter(node => node.matches?.(".desk-toast")).forEach(lay)).observe(toasts, {childList: true});
}

document.addEventListener("click", event => {
  const control = event.target.closest("[data-desk]");
  if (control?.dataset.desk === "collapse") collapse(control);
  if (control?.dataset.desk === "dismiss") control.closest(".desk-toast").remove();
  if (control?.dataset.desk === "back") history.back();
  if (control?.dataset.desk === "copy") void copy(control);
});

// ---- progress: a request that takes a moment shows that it is under way
let underway = 0;
let line;
let soon;
function begin() {
  if (++underway === 1) soon = setTimeout(() => {
    line = document.createElement("div");
    line.className = "progress-line";
    document.body.append(line);
  }, SOON);
}
function end() {
  underway = Math.max(0, underway - 1);
  if (underway) return;
  clearTimeout(soon);
  line?.remove();
}
document.addEventListener("htmx:beforeSend", begin);
document.addEventListener("htmx:afterRequest", end);

// ---- a session that has ended: the page keeps what was typed, and says where to sign in again
// Other scripts that find the session gone dispatch maru:signed-out on the document; maru:signed-in follows when
// the person is back and the forms of this page hold the new session's token.
const signedOut = document.getElementById("signed-out");
let away = false;

function foundNoSession(request) {
  return request.status === 401 || new URL(request.responseURL || location.href).pathname === "/sign-in";
}

document.addEventListener("maru:signed-out", () => {
  away = true;
  if (!signedOut || signedOut.open) return;
  signedOut.showModal();
  void fetch("/sign-in").then(async answer => offer(await answer.text())).catch(() => {});
});

function offer(page) {
  const main = new DOMParser().parseFromString(page, "text/html").querySelector("main.sign-in");
  const fields = main?.querySelector("form");
  if (!fields) return;
  signedOut.querySelector("[data-sign-in]").replaceChildren(...main.querySelectorAll("[role=alert]"), fields);
  signedOut.querySelector("a").hidden = true;
  if (fields.elements.email) fields.elements.email.value ||= signedOut.dataset.email;
  (fields.elements.password ?? fields.elements.code ?? fields.elements.email)?.focus();
}

signedOut?.addEventListener("submit", async event => {
  if (event.target.method === "dialog") return;
  event.preventDefault();
  const answer = await fetch(event.target.action, {method: "POST", body: new URLSearchParams(new FormData(event.target))}).catch(() => null);
  if (!answer) sayThatTheServerIsAway();
  else if (answer.redirected && new URL(answer.url).pathname !== "/sign-in/second-step") await refreshTokens();
  else offer(await answer.text());
});

// a script that was refused, and does not know whether for want of a session or of a fresh token
document.addEventListener("maru:refused", () => void refreshTokens());

async function refreshTokens() {
  const answer = await fetch(location.href, {headers: {Accept: "text/html"}});
  if (["/sign-in", "/sign-in/second-step"].includes(new URL(answer.url).pathname)) {
    document.dispatchEvent(new CustomEvent("maru:signed-out"));
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("input[name=_csrf]");
  if (!fresh) return;
  if (page.body.dataset.person !== document.body.dataset.person) { // somebody else: they see nothing of this page
    location.reload();
    return;
  }
  document.querySelectorAll("input[name=_csrf]").forEach(field => field.value = fresh.value);
  document.querySelectorAll("[hx-headers*=X-CSRF-TOKEN]").forEach(element =>
    element.setAttribute("hx-headers", JSON.stringify({...JSON.parse(element.getAttribute("hx-headers")), "X-CSRF-TOKEN": fresh.value})));
  if (!away) return;
  away = false;
  if (signedOut?.open) signedOut.close();
  document.dispatchEvent(new CustomEvent("maru:signed-in"));
}
window.addEventListener("focus", () => { if (away) void refreshTokens(); });

// ---- answers to htmx that are no part of this page: never swapped in, said at the side instead
document.addEventListener("htmx:beforeSwap", event => {
  const {xhr} = event.detail;
  if (foundNoSession(xhr)) {
    event.detail.shouldSwap = false;
    document.dispatchEvent(new CustomEvent("maru:signed-out"));
    return;
  }
  if (xhr.status === 403) void refreshTokens();
  if (xhr.getResponseHeader("HX-Retarget") === "#toasts") event.detail.shouldSwap = true;
});
document.addEventListener("htmx:sendError", sayThatTheServerIsAway);
document.addEventListener("htmx:timeout", sayThatTheServerIsAway);
function sayThatTheServerIsAway() {
  const words = document.getElementById("server-away");
  if (words && toasts && !toasts.querySelector("[data-away]")) toasts.append(words.content.cloneNode(true));
}

// ---- what is to be entered elsewhere
async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.of).value);
  button.textContent = button.dataset.done;
}

// ---- pages that can be left the way they were entered; a summary of errors is read first
document.querySelectorAll("[data-desk=back]").forEach(button => button.hidden = history.length < 2);
document.querySelector("[data-desk=errors]")?.focus();
document.addEventListener("htmx:afterSettle", event =>
  (event.target.matches?.("[data-desk=errors]") ? event.target : event.target.querySelector?.("[data-desk=errors]"))?.focus());

// ---- counters: how many characters are left, and when there are too many
document.addEventListener("input", event => count(event.target));
function count(field) {
  const counter = field.dataset?.limit && document.getElementById(`${field.id}-counter`);
  if (!counter) return;
  const length = [...field.value].length;
  counter.textContent = `${length} / ${field.dataset.limit}`;
  counter.classList.toggle("over", length > Number(field.dataset.limit));
}

// ---- whoever signs out decides on text that is in this browser only
const copies = () => Object.keys(localStorage).filter(key => key.startsWith(`maru.unsaved/${document.body.dataset.person}/`));
const copiesLeft = document.getElementById("copies-left");
let signingOut;
document.addEventListener("submit", event => {
  if (event.target.getAttribute("action") !== "/sign-out" || signingOut === event.target || !copies().length) return;
  event.preventDefault();
  signingOut = event.target;
  copiesLeft.showModal();
});
copiesLeft?.addEventListener("close", () => {
  if (copiesLeft.returnValue === "delete") copies().forEach(key => localStorage.removeItem(key));
  if (copiesLeft.returnValue) signingOut.requestSubmit();
  else signingOut = null;
});

// ---- a form is sent once, however often its button is pressed
document.addEventListener("submit", event => {
  if (event.defaultPrevented || event.target.method === "dialog") return;
  event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () =>
  document.querySelectorAll("[aria-busy=true]").forEach(button => button.removeAttribute("aria-busy")));

// ---- browsers without invoker commands: buttons that open a dialog
if (!("commandForElement" in HTMLButtonElement.prototype)) {
  document.addEventListener("click", event => {
    const button = event.target.closest("button[commandfor]");
    if (button?.getAttribute("command") === "show-modal") document.getElementById(button.getAttribute("commandfor")).showModal();
  });
}
