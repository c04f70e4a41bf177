// What the desk adds to pages that are whole without it: the map, short addresses, and claims that light up with their words.

import "./cards.js";
import { gettext } from "./words.js";

const maps = [...document.querySelectorAll("[data-map]")];
let redraw = () => {};

if (maps.length) {
  import("./map.js")
    .then(({ draw }) => Promise.all(maps.map(draw)))
    .then((drawn) => { redraw = () => drawn.forEach((update) => update()); })
    .catch((error) => {
      for (const map of maps) map.querySelector(".map-note").textContent =
        gettext("No map here (%(why)s). The list holds the same incidents.", { why: error.message });
    });
}

if (document.querySelector("[data-out]")) import("./out.js");

// An address says what is asked for and nothing else.
document.addEventListener("htmx:config:request", ({ detail }) => {
  const body = detail.ctx.request.body;
  for (const [name, value] of [...body]) if (value === "") body.delete(name);
});
document.addEventListener("htmx:after:history:update", () => redraw());

// Back and forward in filtered lists: the server writes the page anew, so that form, list and map agree.
addEventListener("popstate", () => location.reload());

function light(event, on) {
  const item = event.target.closest?.("[data-claims]");
  for (const number of item ? item.dataset.claims.split(" ") : []) {
    for (const other of document.querySelectorAll(`[data-claims~="${number}"]`)) other.classList.toggle("lit", on);
  }
}
if (document.querySelector("mark[data-claims]")) {
  addEventListener("pointerover", (event) => light(event, true));
  addEventListener("pointerout", (event) => light(event, false));
}
