// Shows the words behind a mark of a drawing in a card beside it, on hover and focus. Without it a mark leads to its report.

const DELAY = 150; // ms before a card opens, and before it closes behind a pointer that moves on to it
const known = new Map();
const card = document.body.appendChild(Object.assign(document.createElement("div"), { className: "words-card", id: "words-card" }));
card.popover = "manual";
card.setAttribute("role", "tooltip");
let mark = null, timer = 0;

function address(claims) {
  const names = new URLSearchParams(location.search).get("names");
  return `/words?${new URLSearchParams(names ? { claims, names } : { claims })}`;
}

async function words(claims) {
  if (!known.has(claims)) {
    const answer = await fetch(address(claims));
    if (!answer.ok) return null;
    known.set(claims, await answer.text());
  }
  return known.get(claims);
}

// Below the mark, or above it where there is no room; never beyond the window's edges.
function settle(box) {
  const { width, height } = card.getBoundingClientRect(), gap = 6;
  const below = box.bottom + gap + height < innerHeight;
  card.style.left = `${Math.max(gap, Math.min(box.left, innerWidth - width - gap))}px`;
  card.style.top = `${below ? box.bottom + gap : Math.max(gap, box.top - gap - height)}px`;
}

async function open(target) {
  mark = target;
  const html = await words(target.dataset.words);
  if (html === null || mark !== target) return;
  card.innerHTML = html; // made by our own server, escaped there
  card.showPopover();
  target.setAttribute("aria-describedby", card.id);
  settle(target.getBoundingClientRect());
}

function close() {
  mark?.removeAttribute("aria-describedby");
  mark = null;
  if (card.matches(":popover-open")) card.hidePopover();
}

function soon(act) {
  clearTimeout(timer);
  timer = setTimeout(act, DELAY);
}

const marked = (event) => event.target.closest?.("[data-words]");
addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const target = marked(event);
  if (target) soon(() => open(target));
  else if (card.contains(event.target)) clearTimeout(timer);
  else if (mark) soon(close);
});
addEventListener("focusin", (event) => { const target = marked(event); if (target?.matches(":focus-visible")) open(target); });
addEventListener("focusout", (event) => { if (marked(event)) close(); });
addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
addEventListener("scroll", close, { passive: true });
document.addEventListener("htmx:before:swap", close);
