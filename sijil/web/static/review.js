// The keys of the review queue and of incidents: what has data-key. Without scripts the same buttons and links are there.

const OFF = "sijil-keys-off";

function on() {
  return localStorage.getItem(OFF) !== "1";
}

function typing(target) {
  return target.closest?.("input, select, textarea, [contenteditable]") && target.type !== "checkbox";
}

// What a key does: follows a link, sends what needs no words, or goes to the reason, so that Enter records.
function act(key) {
  const found = document.querySelector(`[data-key="${key}"]`);
  if (!found) return false;
  if (found.matches("a")) found.click();
  else if (key === "u") found.requestSubmit();
  else if (found.matches("details")) {
    found.open = true;
    found.querySelector("input:not([type=hidden]), select").focus();
  } else {
    const reason = found.querySelector("[name=reason]");
    reason.focus();
    reason.select();
  }
  return true;
}

// In a reason, up and down go through the ones that are offered.
function offer(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const offered = step && event.target.name === "reason" && event.target.form.querySelectorAll("[name=quick]");
  if (!offered?.length) return false;
  event.target.dataset.own ??= event.target.value;
  const all = [event.target.dataset.own, ...[...offered].map((one) => one.value)];
  event.target.value = all[(all.indexOf(event.target.value) + step + all.length) % all.length];
  return true;
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
  if (offer(event)) {
    event.preventDefault();
    return;
  }
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (typing(event.target) || !on() || document.querySelector("[popover]:popover-open") && event.key !== "?") return;
  if (event.key === "?") document.getElementById("keys")?.togglePopover();
  else if (!/^[a-z]$/.test(event.key) || !act(event.key)) return;
  event.preventDefault();
});

function keys() {
  for (const box of document.querySelectorAll("[data-keys]")) {
    box.checked = on();
    box.closest("[hidden]")?.removeAttribute("hidden");
    document.documentElement.classList.toggle("keys-off", !on());
  }
}
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-keys]")) return;
  localStorage.setItem(OFF, target.checked ? "0" : "1");
  keys();
});
keys();

// An answer that tells of trouble has no address of its own.
document.addEventListener("htmx:before:history:update", (event) => {
  if (event.detail.response?.status >= 400) event.preventDefault();
});
document.addEventListener("htmx:after:swap", () => {
  keys();
  if (document.activeElement !== document.body) return; // somebody was quicker: what they are typing in keeps the focus
  (document.getElementById("item") ?? document.querySelector("main h1"))?.focus();
});
