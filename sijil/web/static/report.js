// Marking words of a report with mouse or keyboard, and going from claim to claim with n and p.

import { gettext } from "./words.js";

const paper = document.querySelector(".paper[data-add]");

// Where a place in the text lies in the report's own characters: counted over the words of its paragraph, without the
// numbers of claims. Python counts code points, JavaScript half of some of them.
function offset(node, at) {
  const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-at]");
  if (!part || !paper.contains(part)) return null;
  const before = document.createRange();
  before.setStart(part, 0);
  before.setEnd(node, at);
  const words = before.cloneContents();
  for (const other of words.querySelectorAll(".ref, .hidden")) other.remove();
  return Number(part.dataset.at) + [...words.textContent].length;
}

function spanOf(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!paper.contains(range.commonAncestorContainer)) return null;
  const start = offset(range.startContainer, range.startOffset), stop = offset(range.endContainer, range.endOffset);
  return start === null || stop === null || start >= stop ? null : { start, stop, range };
}

const marker = document.createElement("div");
marker.className = "marker";
marker.hidden = true;
const link = marker.appendChild(Object.assign(document.createElement("a"), { href: "", textContent: gettext("Add a claim from these words") }));

function offer() {
  const found = spanOf(document.getSelection());
  marker.hidden = !found;
  if (!found) return;
  const asked = new URLSearchParams({ start: found.start, stop: found.stop });
  if (paper.dataset.names) asked.set(paper.dataset.names, "1");
  link.href = `${paper.dataset.add}?${asked}`;
  const box = [...found.range.getClientRects()].at(-1) ?? found.range.getBoundingClientRect();
  marker.style.top = `${box.bottom + scrollY + 6}px`;
  marker.style.left = `${Math.max(8, Math.min(box.right + scrollX - 120, document.body.clientWidth - marker.offsetWidth - 8))}px`;
}

if (paper) {
  document.querySelector("main").append(marker);
  document.addEventListener("selectionchange", offer);
  addEventListener("resize", offer);
  paper.addEventListener("scroll", offer, { passive: true });
  // A click on the bar would take the selection away before it is followed.
  marker.addEventListener("pointerdown", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.closest("a, button, input, select, textarea, summary")) return;
    offer(); // a slow machine tells of the last changed selection only after the key
    if (marker.hidden) return;
    event.preventDefault();
    link.click();
  });
}

// A claim that is on another page of them still stands in the text.
const told = location.hash.match(/^#c-(\d+)$/);
if (told && !document.getElementById(`c-${told[1]}`)) document.getElementById(`m-${told[1]}`)?.scrollIntoView({ block: "center" });

function step(by) {
  const claims = [...document.querySelectorAll(".claim")];
  const now = claims.findIndex((claim) => claim.contains(document.activeElement) || claim.matches(":target"));
  const focused = claims.findIndex((claim) => claim.contains(document.activeElement));
  const from = focused >= 0 ? focused : now;
  const next = claims[from < 0 ? (by > 0 ? 0 : claims.length - 1) : from + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  const words = document.getElementById(next.id.replace("c-", "m-"));
  words?.scrollIntoView({ block: "center" });
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const mark of document.querySelectorAll(`mark[data-claims~="${next.dataset.claims}"]`)) mark.classList.add("lit");
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea")) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
});
