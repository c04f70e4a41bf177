// Cards of places and parties: a click and Esc are the browser's own; this adds hover and keyboard focus.
// A card that only focus opened is a preview: Tab goes on in the page. Enter (a click) makes it stay, and Tab enters it.

const SOON = 140, LATER = 260; // milliseconds
const stays = new WeakSet();
let timer, left = null;

const cardOf = (button) => document.getElementById(button.getAttribute("popovertarget"));
const opener = (target) => target.closest?.(".why");
const isOpen = (card) => card.matches(":popover-open");

function open(button, preview) {
  const card = cardOf(button);
  if (isOpen(card)) return;
  card.inert = preview;
  card.showPopover({ source: button });
}

function close(card) {
  if (card && isOpen(card) && !stays.has(card)) card.hidePopover();
}

function later(wait, act) {
  clearTimeout(timer);
  timer = setTimeout(act, wait);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const button = opener(event.target);
  if (button) later(SOON, () => open(button, false));
  else if (event.target.closest?.(".over")) clearTimeout(timer);
});

document.addEventListener("pointerout", (event) => {
  const card = opener(event.target) ? cardOf(opener(event.target)) : event.target.closest?.(".over");
  const to = event.relatedTarget;
  if (card && !card.contains(to) && !(opener(to ?? document) && cardOf(opener(to)) === card)) later(LATER, () => close(card));
});

document.addEventListener("focusin", (event) => {
  const button = opener(event.target);
  if (button?.matches(":focus-visible") && cardOf(button) !== left) open(button, true);
  left = null;
});

document.addEventListener("focusout", (event) => {
  const card = opener(event.target) ? cardOf(opener(event.target)) : event.target.closest?.(".over");
  const to = event.relatedTarget;
  if (!card || !to || card.contains(to) || (opener(to) && cardOf(opener(to)) === card)) return;
  stays.delete(card);
  close(card);
});

document.addEventListener("click", (event) => {
  const button = opener(event.target);
  if (!button) return;
  const card = cardOf(button);
  clearTimeout(timer);
  card.inert = false;
  if (isOpen(card) && !stays.has(card)) event.preventDefault(); // hover or focus opened it: it stays
  if (!isOpen(card) || !stays.has(card)) stays.add(card);
});

document.addEventListener("beforetoggle", (event) => {
  const card = event.target;
  if (event.newState !== "closed" || !card.matches?.(".over")) return;
  stays.delete(card);
  left = card.contains(document.activeElement) ? card : null; // focus goes back to its control, which opens nothing
}, true);
