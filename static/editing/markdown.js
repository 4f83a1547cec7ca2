// What helps to write Markdown: buttons, which arrow keys go through, and their shortcuts. What they do, Ctrl Z undoes.
const form = document.getElementById("editor-form");

const around = mark => (text, from, to) => {
  const held = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark;
  const chosen = text.slice(from, to);
  if (held) return {from: from - mark.length, to: to + mark.length, text: chosen, keep: [0, chosen.length]};
  return {from, to, text: mark + chosen + mark, keep: [mark.length, mark.length + chosen.length]};
};

const before = (mark, known) => (text, from, to) => {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to) < 0 ? text.length : text.indexOf("\n", to);
  const lines = text.slice(start, end).split("\n");
  const all = lines.every(line => known.test(line));
  const fresh = lines.map((line, place) => all ? line.replace(known, "") : known.test(line) ? line : mark(place) + line).join("\n");
  return {from: start, to: end, text: fresh, keep: lines.length > 1 ? [0, fresh.length] : [fresh.length, fresh.length]};
};

const link = (text, from, to) => {
  const chosen = text.slice(from, to);
  const address = /^https?:\/\/\S+$/.test(chosen);
  const fresh = address ? `[](${chosen})` : `[${chosen}](https://)`;
  return {from, to, text: fresh, keep: address ? [1, 1] : chosen ? [fresh.length - 9, fresh.length - 1] : [1, 1]};
};

const marks = {
  bold: around("**"),
  italic: around("*"),
  heading: before(() => "## ", /^#{1,6} /),
  link,
  bullets: before(() => "- ", /^[-*] /),
  numbers: before(place => `${place + 1}. `, /^\d+\. /),
  quote: before(() => "> ", /^> /),
};

/** Written as if it were typed, so that the browser's own Undo knows it. */
function write(field, mark) {
  const change = marks[mark](field.value, field.selectionStart, field.selectionEnd);
  field.focus();
  field.setSelectionRange(change.from, change.to);
  if (!document.execCommand("insertText", false, change.text)) {
    field.setRangeText(change.text);
    field.dispatchEvent(new Event("input", {bubbles: true}));
  }
  field.setSelectionRange(change.from + change.keep[0], change.from + change.keep[1]);
}

const tools = field => field.closest(".place")?.querySelector("[role=toolbar][data-markdown]");

form?.addEventListener("click", event => {
  const button = event.target.closest("[data-mark]");
  if (!button) return;
  const field = document.getElementById(button.closest("[data-markdown]").dataset.markdown);
  if (!field.hidden) write(field, button.dataset.mark);
});

const keys = {KeyB: "bold", KeyI: "italic"};
const shifted = {KeyK: "link", Digit7: "numbers", Digit8: "bullets", Digit9: "quote"};
form?.addEventListener("keydown", event => {
  const mark = (event.shiftKey ? shifted : keys)[event.code];
  if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  if (!event.target.matches("textarea") || event.target.readOnly || !tools(event.target)) return;
  event.preventDefault();
  write(event.target, mark);
});

const STEPS = {ArrowRight: 1, ArrowLeft: -1};
form?.addEventListener("keydown", event => {
  const bar = event.target.closest("[role=toolbar][data-markdown]");
  if (!bar || !(event.key in STEPS)) return;
  event.preventDefault();
  const buttons = [...bar.querySelectorAll("button")];
  const next = buttons[(buttons.indexOf(event.target) + STEPS[event.key] + buttons.length) % buttons.length];
  buttons.forEach(button => button.tabIndex = button === next ? 0 : -1);
  next.focus();
});
