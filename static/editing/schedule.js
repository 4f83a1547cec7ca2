// The button says for when it schedules, and leads the page while there is a time; a Save leaves the typed time as it is.
const byId = id => document.getElementById(id);
const words = document.documentElement.lang;
let typed = null;

function show() {
  const button = byId("act-schedule");
  const at = byId("schedule-at");
  if (!button || !at) return;
  button.dataset.label ??= button.textContent;
  const day = new Date(at.value);
  const chosen = at.value !== "" && !Number.isNaN(day.getTime());
  button.textContent = chosen ? button.dataset.for.replace("{0}", written(at.value)) : button.dataset.label;
  button.classList.toggle("btn-primary", chosen);
  button.classList.toggle("btn-secondary", !chosen);
  byId("act-publish")?.classList.toggle("btn-primary", !chosen);
  byId("act-publish")?.classList.toggle("btn-secondary", chosen);
}

/** As the clock shows it: without a zone, so that none is reckoned in. */
function written(local) {
  return new Intl.DateTimeFormat(words, {month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZone: "UTC"}).format(new Date(`${local}Z`));
}

document.addEventListener("input", event => {
  if (event.target.id === "schedule-at") show();
});
document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.target.id !== "schedule-at") return;
  event.preventDefault();
  byId("act-schedule")?.click();
});
document.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.elt.id !== "editor-form") return;
  const schedules = event.detail.requestConfig?.path?.endsWith("/schedule");
  typed = schedules || !byId("schedule-at")?.value ? null : {at: byId("schedule-at").value, action: byId("schedule-action").value};
});
document.addEventListener("editor:reconciled", () => {
  const at = byId("schedule-at");
  if (typed && at && !at.value) {
    at.value = typed.at;
    at.closest("details").open = true;
    byId("schedule-action").value = typed.action;
  }
  setTimeout(() => byId("schedule-seen")?.focus()); // htmx puts the focus back where it was first
  show();
});
show();
