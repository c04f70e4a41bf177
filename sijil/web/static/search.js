// The key "/" leads to the search field, as people know it; not while somebody writes.

addEventListener("keydown", (event) => {
  const field = document.getElementById("seek");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field) return;
  if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
