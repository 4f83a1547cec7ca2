// The search over any page: the focus stays in the words, keys go through the options, Enter chooses one.

const dialog = document.getElementById("search-dialog");
const words = document.getElementById("search-words");
const results = document.getElementById("search-results");
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

if (APPLE) document.querySelectorAll(".search-opener kbd").forEach(keys => keys.textContent = "⌘ K");

function open() {
  if (dialog.open) return words.select();
  dialog.showModal();
  words.select();
  htmx.trigger(words, "opened");
}

document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k" && dialog) {
    event.preventDefault();
    open();
  }
});
document.addEventListener("click", event => {
  const control = event.target.closest("[data-search]");
  if (control?.dataset.search === "close" || event.target === dialog) dialog.close();
  if (control?.dataset.search !== "open" || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

// ---- the options: one is chosen, and said to be
const options = () => [...results.querySelectorAll("[role=option]")];
const chosen = () => results.querySelector("[aria-selected=true]");
function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({block: "nearest"});
  if (option) words.setAttribute("aria-activedescendant", option.id);
  else words.removeAttribute("aria-activedescendant");
}

const STEPS = {ArrowDown: 1, ArrowUp: -1};
words?.addEventListener("keydown", event => {
  if (event.isComposing) return; // Enter ends a syllable first
  if (event.key in STEPS) {
    event.preventDefault();
    const all = options();
    choose(all[(all.indexOf(chosen()) + STEPS[event.key] + all.length) % all.length]);
  }
  if (event.key === "Enter" && chosen()) {
    event.preventDefault();
    chosen().click();
  }
});

// what is still to be looked for cannot be chosen from: Enter then leads to the page of the search
words?.addEventListener("input", () => choose(null));
results?.addEventListener("htmx:afterSwap", () => {
  results.hidden = !options().length;
  words.setAttribute("aria-expanded", String(!results.hidden));
  results.scrollTop = 0;
  choose(options()[0]);
});
results?.addEventListener("pointermove", event => {
  const option = event.target.closest("[role=option]");
  if (option && option !== chosen()) choose(option);
});
