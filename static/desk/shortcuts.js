// What the keyboard does, shown over any page. Single keys can be switched off (WCAG 2.1.4).
const dialog = document.getElementById("shortcuts");
const OFF = "maru.single-keys";
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES = {Ctrl: "⌘", Alt: "⌥", Shift: "⇧", Enter: "⏎"};
const singles = [...document.querySelectorAll("[data-single-keys]")];
const isOn = () => localStorage.getItem(OFF) !== "off";

async function open() {
  if (dialog.open) return;
  const place = dialog.querySelector(".shortcuts-place");
  if (!place.firstElementChild) {
    const answer = await fetch(dialog.dataset.address, {headers: {Accept: "text/html"}}).catch(() => null);
    const list = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("shortcuts-list");
    if (!list) {
      location.assign(dialog.dataset.address);
      return;
    }
    place.replaceChildren(document.adoptNode(list));
  }
  dialog.showModal();
}

function name(root) {
  if (APPLE) root.querySelectorAll(".shortcuts kbd").forEach(key => key.textContent = NAMES[key.textContent] ?? key.textContent);
}
name(document);
if (dialog) new MutationObserver(() => name(dialog)).observe(dialog, {childList: true, subtree: true});

const tick = () => singles.forEach(single => single.checked = isOn());
singles.forEach(single => single.addEventListener("change", () => {
  if (single.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "off");
  tick();
}));
tick();

document.addEventListener("click", event => {
  if (event.target === dialog) dialog.close();
  const link = event.target.closest("[data-shortcuts=open]");
  if (!dialog || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  link.closest("[popover]")?.hidePopover();
  void open();
});

const writes = element => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !isOn() || writes(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "?" && dialog) {
    event.preventDefault();
    void open();
  }
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("[data-search=open]")?.click();
  }
});
