// The overview moves together: rows, columns and points light each other up, and what is chosen on any of them is asked
// for through the address, so that map, timeline, list and tally follow.

import { gettext, locale } from "./words.js";

const form = document.querySelector("form[data-asked]");
const map = document.querySelector(".map[data-follow]");
const DAY = 86_400_000;

// Asks for an address of this page; only what hangs on it is exchanged, and "back" leads here again. Who asks for another
// one meanwhile gets that: a map that is moved on need not wait for where it was.
const asker = document.querySelector("#main");
asker.setAttribute("hx-sync", "replace");

function go(address) {
  return htmx.ajax("GET", address, { source: asker, target: "#results", select: "#results", swap: "outerHTML", push: "true" });
}

// The address of the moment with some of its fields changed; null takes one out.
function changed(fields) {
  const query = new URLSearchParams(location.search);
  query.delete("page");
  for (const [name, value] of Object.entries(fields)) value === null ? query.delete(name) : query.set(name, value);
  const left = query.toString().replaceAll("%2C", ",");
  return location.pathname + (left ? `?${left}` : "");
}

// The form says what the address says, whoever changed it.
function fill() {
  const query = new URLSearchParams(location.search);
  for (const field of form?.elements ?? []) {
    if (!field.name || field === document.activeElement) continue;
    if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
    else field.value = query.get(field.name) ?? "";
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go]");
  if (link && link.closest("main") && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
    event.preventDefault();
    if (!brushed) go(link.getAttribute("href"));
  }
  if (event.target.closest("[data-copy]")) copy(event.target.closest("[data-copy]"));
});

async function copy(button) {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = gettext("Copied");
  } catch {
    button.textContent = gettext("Copy it from the address bar");
  }
  setTimeout(() => { button.textContent = words; }, 2000);
}

// Lighting up: by place (the key that map and rows share) and by days.
const rows = () => [...document.querySelectorAll("[data-row]")];
const columns = () => [...document.querySelectorAll(".time a[data-since]")];
const meet = (a, b) => a.dataset.since && b.dataset.since && a.dataset.since <= b.dataset.until && b.dataset.since <= a.dataset.until;

function light(some) {
  for (const one of [...rows(), ...columns()]) one.classList.toggle("lit", some.includes(one));
  const keys = some.map((one) => one.dataset.at).filter(Boolean);
  map?.dispatchEvent(new CustomEvent("desk:light", { detail: keys }));
}

function lightFrom(element) {
  const row = element.closest?.("[data-row]"), column = element.closest?.(".time a[data-since]");
  if (row) light([row, ...columns().filter((one) => meet(row, one))]);
  else if (column) light([column, ...rows().filter((one) => meet(column, one))]);
  else return false;
  return true;
}

for (const kind of ["pointerover", "focusin"]) addEventListener(kind, ({ target }) => { lightFrom(target) || (lit && light([])); lit = Boolean(target.closest?.("[data-row], .time a")); });
let lit = false;

// A point of the map lights up its rows; the first of them is brought into view where it is chosen.
map?.addEventListener("desk:place", ({ detail: { key, chosen } }) => {
  const own = rows().filter((one) => one.dataset.at === key);
  light(own.length ? [...own, ...columns().filter((one) => own.some((row) => meet(row, one)))] : []);
  lit = own.length > 0;
  if (chosen) document.querySelector("[data-row].lit")?.scrollIntoView({ block: "nearest" });
});

// What the map shows, as the box of the address.
const tools = document.querySelector(".map-tools");
map?.addEventListener("desk:ready", () => { if (tools) tools.hidden = false; });
map?.addEventListener("desk:moved", ({ detail: box }) => { if (tools?.querySelector("[data-follow-map]").checked) go(changed({ box })); });
tools?.querySelector("[data-box]").addEventListener("click", () => go(changed({ box: map.dataset.box })));
tools?.querySelector("[data-follow-map]").addEventListener("change", ({ target }) => go(changed({ box: target.checked ? map.dataset.box : null })));

// Choosing days: by dragging over the bars, or with Shift and the arrows between them, Enter and Escape.
let from = null, brushed = false, kept = [];

const iso = (time) => new Date(time).toISOString().slice(0, 10);
const words = (day) => new Date(`${day}T00:00Z`).toLocaleDateString(locale === "en" ? "en-GB" : `${locale}-SY-u-nu-latn`, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

// First and last day between two points of the width (0 to 1), to whole units.
function between({ dataset: { first, last, unit } }, a, b) {
  const begin = Date.parse(first), length = Date.parse(last) + DAY - begin;
  const at = (part) => new Date(begin + Math.min(Math.max(part, 0), 1 - 1e-9) * length);
  const one = at(Math.min(a, b)), other = at(Math.max(a, b));
  if (unit === "day") return [iso(one), iso(other)];
  if (unit === "month") return [iso(Date.UTC(one.getUTCFullYear(), one.getUTCMonth(), 1)), iso(Date.UTC(other.getUTCFullYear(), other.getUTCMonth() + 1, 0))];
  return [iso(Date.UTC(one.getUTCFullYear(), 0, 1)), iso(Date.UTC(other.getUTCFullYear(), 11, 31))];
}

function tell(since, until) {
  const line = document.querySelector("[data-brushed]");
  line.hidden = !since;
  line.textContent = since ? gettext("%(first)s to %(last)s", { first: words(since), last: words(until) }) : "";
}

const part = (chart, event) => {
  const box = chart.getBoundingClientRect();
  return (event.clientX - box.left) / box.width;
};

addEventListener("pointerdown", (event) => {
  const chart = event.target.closest?.("[data-brush]");
  brushed = false;
  if (chart && event.button === 0) from = { chart, at: part(chart, event), x: event.clientX };
});
addEventListener("pointermove", (event) => {
  if (!from || (!brushed && Math.abs(event.clientX - from.x) < 6)) return;
  brushed = true;
  const now = Math.min(Math.max(part(from.chart, event), 0), 1);
  const shade = from.chart.querySelector(".chosen-days") ?? from.chart.appendChild(Object.assign(document.createElement("i"), { className: "chosen-days" }));
  shade.style.left = `${100 * Math.min(from.at, now)}%`;
  shade.style.width = `${100 * Math.abs(now - from.at)}%`;
  tell(...between(from.chart, from.at, now));
});
addEventListener("pointerup", (event) => {
  if (from && brushed) {
    const [since, until] = between(from.chart, from.at, part(from.chart, event));
    go(changed({ since, until }));
  }
  from = null;
});
addEventListener("pointercancel", () => { from = null; });
addEventListener("dragstart", (event) => { if (event.target.closest?.("[data-brush]")) event.preventDefault(); });

addEventListener("keydown", (event) => {
  const column = event.target.closest?.(".time a[data-since]");
  if (!column) return;
  const all = columns(), at = all.indexOf(column), step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step && all[at + step]) {
    event.preventDefault();
    kept = event.shiftKey ? [kept[0] ?? column, all[at + step]] : [];
    rove(all[at + step]).focus();
  } else if (event.key === "Escape") kept = [];
  else if (event.key === "Enter" && kept.length) {
    event.preventDefault();
    const [since, until] = days();
    kept = [];
    go(changed({ since, until }));
  } else return;
  const [since, until] = days();
  for (const one of all) one.classList.toggle("within", Boolean(since) && one.dataset.since >= since && one.dataset.until <= until);
  tell(since, until);
});

function days() {
  if (!kept.length) return [];
  const [a, b] = kept.map(({ dataset }) => dataset);
  return [a.since < b.since ? a.since : b.since, a.until > b.until ? a.until : b.until];
}

// One stop for the Tab key; the arrows lead along the bars.
function rove(chosen) {
  for (const one of columns()) one.setAttribute("tabindex", one === chosen ? "0" : "-1");
  return chosen;
}

function ready() {
  rove(columns()[0]);
  kept = [];
  for (const one of document.querySelectorAll("[data-copy], [data-hint]")) one.hidden = false;
}

ready();
document.addEventListener("htmx:after:swap", ready);
document.addEventListener("htmx:after:history:update", fill);
