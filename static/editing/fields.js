// Fields that help while they are filled in. Each works without this too: the server does the same on a button.
const form = document.getElementById("editor-form");
const PAUSE = 300;

// ---- the slug follows the title until somebody types one
const suggest = form.querySelector("[data-suggest]");
const slug = suggest?.closest(".place").querySelector("input");
let following = suggest?.closest(".place").dataset.slug === "true";
let waiting;
let suggestion = Promise.resolve();

async function ask() {
  clearTimeout(waiting);
  waiting = undefined;
  const query = new URLSearchParams({title: document.getElementById(suggest.dataset.title).value, entry: suggest.dataset.entry});
  const answer = await fetch(`${suggest.dataset.address}?${query}`).catch(() => null);
  if (!answer?.ok || answer.redirected || !following || document.activeElement === slug) return;
  slug.value = await answer.text();
  slug.dispatchEvent(new Event("input", {bubbles: true}));
}

if (suggest) {
  form.addEventListener("input", event => {
    if (event.target === slug && event.isTrusted) following = slug.value === "";
    if (event.target.id !== suggest.dataset.title || !following) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => suggestion = ask(), PAUSE);
  });
  suggest.addEventListener("click", event => {
    event.preventDefault();
    following = true;
    suggestion = ask();
  });
  // once visitors know the slug, it changes only on purpose
  form.addEventListener("editor:reconciled", event => {
    if (event.detail.querySelector("[data-suggest]")) return;
    following = false;
    suggest.remove();
  });
  // whoever saves at once saves the suggestion too
  form.addEventListener("htmx:confirm", event => {
    if (event.target !== form) return;
    event.preventDefault();
    if (waiting) suggestion = ask();
    void suggestion.then(() => event.detail.issueRequest(true));
  });
}

// ---- Markdown, looked at and written in turn
function look(button, looking) {
  const text = document.getElementById(button.dataset.preview);
  document.getElementById(`${text.id}-preview`).hidden = !looking;
  text.hidden = looking;
  button.setAttribute("aria-pressed", String(looking));
}
form.addEventListener("htmx:beforeRequest", event => {
  const button = event.detail.elt;
  if (button.dataset.preview === undefined || button.getAttribute("aria-pressed") === "false") return;
  event.preventDefault();
  look(button, false);
});
form.addEventListener("htmx:afterSwap", event => {
  const button = event.detail.requestConfig.elt;
  if (button.dataset.preview !== undefined) look(button, true);
});

// ---- an icon is shown as soon as it is named
async function draw(name) {
  const answer = /^[a-z0-9-]+$/.test(name) && await fetch(`${form.dataset.icons}${name}.svg`).catch(() => null);
  const svg = answer?.ok ? await answer.text() : "<svg xmlns='http://www.w3.org/2000/svg'/>";
  const drawn = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
}
form.addEventListener("change", async event => {
  const shown = event.target.closest(".field-icon")?.querySelector(".affix > span");
  if (shown) shown.replaceChildren(await draw(event.target.value || "square"));
});

// ---- my text, to be kept elsewhere
form.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.previousElementSibling.textContent);
  button.textContent = button.dataset.done;
});

// ---- an entry to point to: what a search found lies open, unless one was chosen meanwhile; Return in the search saves nothing
form.addEventListener("htmx:beforeSwap", event => {
  const {requestConfig: {elt: finder, parameters}, target: list} = event.detail;
  if (finder.dataset.find !== undefined && list.value !== parameters[list.name]) event.detail.shouldSwap = false;
});
form.addEventListener("htmx:afterSwap", event => {
  const finder = event.detail.requestConfig.elt;
  if (finder.dataset.find === undefined) return;
  event.detail.target.size = finder.value ? Math.min(6, event.detail.target.options.length) : 0;
});
form.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.target.dataset.find !== undefined) event.preventDefault();
});
