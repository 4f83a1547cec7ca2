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
const signedOut = document.getElementById("signed-out");
let away = false;

function foundNoSession(request) {
  return request.status === 401 || new URL(request.responseURL || location.href).pathname === "/sign-in";
}

document.addEventListener("htmx:beforeSwap", event => {
  const request = event.detail.xhr;
  if (request.status === 403) void refreshTokens();
  if (!signedOut || !foundNoSession(request)) return;
  event.detail.shouldSwap = false;
  event.detail.isError = true;
  sayThatTheSessionEnded();
});

export function sayThatTheSessionEnded() {
  away = true;
  document.dispatchEvent(new CustomEvent("maru:signed-out"));
  if (!signedOut.open) signedOut.showModal();
}

// ---- back from signing in elsewhere: the forms of this page take the new session's token
async function refreshTokens() {
  const answer = await fetch(location.href, {headers: {Accept: "text/html"}});
  if (!answer.ok || new URL(answer.url).pathname === "/sign-in") {
    if (signedOut && !signedOut.open) sayThatTheSessionEnded();
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("input[name=_csrf]");
  if (!fresh) return;
  document.querySelectorAll("input[name=_csrf]").forEach(field => field.value = fresh.value);
  away = false;
  if (signedOut?.open) signedOut.close();
  document.dispatchEvent(new CustomEvent("maru:signed-in"));
}
window.addEventListener("focus", () => { if (away) void refreshTokens(); });

// ---- counters: how many characters are left, and when there are too many
document.addEventListener("input", event => count(event.target));
function count(field) {
  const counter = field.dataset?.limit && document.getElementById(`${field.id}-counter`);
  if (!counter) return;
  const length = [...field.value].length;
  counter.textContent = `${length} / ${field.dataset.limit}`;
  counter.classList.toggle("over", length > Number(field.dataset.limit));
}

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
