// Draws the map and the charts of a page into one picture, with what they show, as of when, by which method, and what they
// cannot show. Nothing leaves this machine: the server gives the notes and writes down that the picture was taken.

import { gettext } from "./words.js";

const WIDTH = 1200, MARGIN = 40, SCALE = 2;
const INSIDE = WIDTH - 2 * MARGIN;
const LARGEST = 1.6; // times what the page shows: words of a narrow chart would shout
const SANS = '"Plex Sans", "Plex Arabic", sans-serif';
const DRAWN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-family",
  "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order", "stroke-linejoin", "stroke-linecap", "visibility", "direction", "unicode-bidi"];
const rightToLeft = document.documentElement.dir === "rtl";
// What is drawn in one go: a word; from right to left, signs beside a Latin word stand apart from it.
const RUN = rightToLeft ? /[A-Za-z\u00c0-\u024f]+|[^\sA-Za-z\u00c0-\u024f]+/g : /\S+/g;

// What is drawn, in the order of the page: maps and charts, and the keys that say what their marks mean.
const KEYS = "ul.key, ul.map-key";
const drawn = (what) => [...document.querySelectorAll(what)].filter((one) => one.getBoundingClientRect().width > 0);
const charts = () => drawn("[data-chart]");
const token = (name) => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(--${name})`;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
};

// A list of lines no wider than `width`.
function wrapped(pen, text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) { lines.push(line); line = word; } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

// One SVG of the page as an image: a copy with the styles that the page gives it, as an image knows no style sheet.
function imageOf(svg) {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true), from = [svg, ...svg.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, index) => {
    const styles = getComputedStyle(element);
    for (const name of DRAWN) {
      const value = styles.getPropertyValue(name);
      if (value && !(name.startsWith("fill") && value.startsWith("url("))) to[index].setAttribute(name, value);
    }
  });
  for (const [name, value] of Object.entries({ width, height, xmlns: "http://www.w3.org/2000/svg", overflow: "visible" })) copy.setAttribute(name, value);
  for (const pattern of copy.querySelector("pattern") ? [] : document.querySelectorAll("svg pattern[id]")) copy.prepend(plain(pattern));
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  return image.decode().then(() => image);
}

function plain(pattern) {
  const copy = pattern.cloneNode(true);
  [...pattern.querySelectorAll("*")].forEach((element, index) => {
    const styles = getComputedStyle(element), own = copy.querySelectorAll("*")[index];
    for (const name of DRAWN) if (styles.getPropertyValue(name)) own.setAttribute(name, styles.getPropertyValue(name));
  });
  return copy;
}

// What a part of the page shows: [element's box relative to the part, image or words].
async function piecesOf(chart, decimals) {
  const at = chart.getBoundingClientRect(), pieces = [];
  if (chart.dataset.map) {
    const { pictureOf } = await import("./map.js");
    const canvas = await pictureOf(chart, decimals);
    return { width: at.width, height: at.height, pieces: canvas ? [{ x: 0, y: 0, width: at.width, height: at.height, image: canvas }] : [] };
  }
  const svgs = chart.matches("svg") ? [chart] : [...chart.querySelectorAll("svg")].filter((one) => one.getBoundingClientRect().width > 0);
  for (const svg of svgs) {
    const box = svg.getBoundingClientRect();
    pieces.push({ x: box.left - at.left, y: box.top - at.top, width: box.width, height: box.height, image: await imageOf(svg) });
  }
  if (chart.matches(KEYS)) pieces.push(...marksOf(chart, at));
  if (!chart.matches("svg")) pieces.push(...wordsOf(chart, at));
  const top = Math.min(...pieces.map(({ y }) => y)), bottom = Math.max(...pieces.map(({ y, height }) => y + height));
  return pieces.length ? { width: at.width, height: bottom - top + 4, pieces: pieces.map((one) => ({ ...one, y: one.y - top })) } : { width: at.width, height: 0, pieces };
}

// The marks of a key, which style sheets draw: boxes with their ground and border.
function marksOf(key, at) {
  return [...key.querySelectorAll("i")].map((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect(), styles = getComputedStyle(mark);
    return { x: left - at.left, y: top - at.top, width, height, fill: styles.backgroundColor, stroke: styles.borderTopColor,
      line: parseFloat(styles.borderTopWidth), dashed: styles.borderTopStyle === "dashed",
      round: Math.min(width, height, 2 * (styles.borderTopLeftRadius === "50%" ? width : parseFloat(styles.borderTopLeftRadius))) / 2 };
  });
}

// The words around the drawings as they stand on the page, line by line; controls and what is folded away are left out.
function wordsOf(chart, at) {
  const found = [], walker = document.createTreeWalker(chart, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, button, details, .hidden, .limits, .badges, .more, [hidden]")) continue;
    if (chart.dataset.chart && parent.closest("h1, h2, h3")?.textContent.trim() === chart.dataset.chart) continue;
    const styles = getComputedStyle(parent);
    for (const match of node.data.matchAll(RUN)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const box = range.getBoundingClientRect();
      const words = parent.closest(".veiled") ? "…" : match[0];
      if (box.width) found.push({ x: box.left - at.left, y: box.top - at.top, width: box.width, height: box.height, words,
        font: `${styles.fontWeight} ${styles.fontSize} ${SANS}`, colour: styles.color });
    }
  }
  return found;
}

async function notesOf(menu) {
  const query = new URLSearchParams(new FormData(menu.querySelector("form")));
  if (new URLSearchParams(location.search).get("names") === "1" && !query.has("names"))
    throw new Error(gettext("names are shown on this page: blur them again, or ask for them here"));
  query.set("page", location.pathname);
  const answer = await fetch(`/export/picture?${query}`);
  if (!answer.ok) throw new Error(gettext("the desk answered %(status)s", { status: answer.status }));
  return answer.json();
}

function header(notes) {
  return [
    { text: gettext("%(title)s: reported harm", { title: notes.title }), font: `600 26px ${SANS}`, step: 34, ink: "ink" },
    { text: notes.filter, font: `400 17px ${SANS}`, step: 24, ink: "ink" },
    { text: gettext("As of %(day)s, by method %(method)s. Every number is reported, by the speakers named in the register; none is proven by this picture.", { day: notes.as_of, method: notes.method }),
      font: `400 14px ${SANS}`, step: 20, ink: "muted" },
  ];
}

function footer(notes) {
  const small = { font: `400 13px ${SANS}`, step: 18, ink: "muted" };
  const limits = notes.limits.map((line) => ({ ...small, text: `– ${line}` }));
  return [{ ...small, font: `600 13px ${SANS}`, text: gettext("Limits") }, ...limits, { ...small, text: gettext("Borders on maps: Natural Earth. Made with Sijil.") }];
}

// Sets paragraphs below each other from `y` on; answers where they end. Without `draw` it only measures.
function set(pen, paragraphs, y, draw) {
  const start = rightToLeft ? WIDTH - MARGIN : MARGIN;
  Object.assign(pen, { direction: rightToLeft ? "rtl" : "ltr", textAlign: "start" });
  for (const { text, font, step, ink } of paragraphs) {
    pen.font = font;
    for (const line of wrapped(pen, text, INSIDE)) {
      if (draw) { pen.fillStyle = token(ink); pen.fillText(line, start, y + step * 0.75); }
      y += step;
    }
  }
  return y;
}

function place(pen, { width, pieces }, y) {
  const by = Math.min(LARGEST, INSIDE / width);
  pen.save();
  pen.translate(MARGIN, y);
  pen.scale(by, by);
  for (const piece of pieces) {
    if (piece.line !== undefined) box(pen, piece);
    else if (piece.image) pen.drawImage(piece.image, piece.x, piece.y, piece.width, piece.height);
    else {
      Object.assign(pen, { font: piece.font, fillStyle: piece.colour, textBaseline: "middle", textAlign: "left" });
      pen.fillText(piece.words, piece.x, piece.y + piece.height / 2);
    }
  }
  pen.restore();
}

function box(pen, { x, y, width, height, fill, stroke, line, dashed, round }) {
  Object.assign(pen, { fillStyle: fill, strokeStyle: stroke, lineWidth: line });
  pen.setLineDash(dashed ? [3, 2] : []);
  pen.beginPath();
  pen.roundRect(x + line / 2, y + line / 2, Math.max(0, width - line), Math.max(0, height - line), round);
  pen.fill();
  if (line) pen.stroke();
}

// The whole picture as a canvas.
async function picture(notes) {
  await document.fonts.ready;
  const parts = [];
  for (const chart of drawn(`[data-chart], ${KEYS}`)) parts.push({ title: chart.dataset.chart ?? "", ...await piecesOf(chart, notes.decimals) });
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  const titled = (part) => !part.title ? [] : [{ text: part.title, font: `600 18px ${SANS}`, step: 30, ink: "ink" }];
  const tall = ({ width, height }) => height * Math.min(LARGEST, INSIDE / width) + 24;
  const layout = (draw) => {
    let y = set(pen, header(notes), MARGIN, draw) + 16;
    for (const [index, part] of parts.entries()) {
      if (part.title !== parts[index - 1]?.title) y = set(pen, titled(part), y, draw);
      if (draw) place(pen, part, y);
      y += tall(part);
    }
    return set(pen, footer(notes), y, draw) + MARGIN;
  };
  const height = layout(false);
  Object.assign(canvas, { width: WIDTH * SCALE, height: Math.ceil(height) * SCALE });
  pen.scale(SCALE, SCALE);
  pen.fillStyle = token("card");
  pen.fillRect(0, 0, WIDTH, height);
  layout(true);
  return canvas;
}

async function take(menu) {
  const told = menu.querySelector("[data-told]");
  told.textContent = gettext("Drawing …");
  try {
    const notes = await notesOf(menu), canvas = await picture(notes);
    const data = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(data), download: `sijil-${notes.name}-${notes.day}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    told.textContent = gettext("The picture is in your downloads.");
  } catch (error) {
    told.textContent = gettext("No picture: %(why)s.", { why: error.message });
  }
}

// Offers the picture where there is something to draw.
function offer() {
  for (const item of document.querySelectorAll("[data-out] [data-picture]")) item.hidden = charts().length === 0;
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-picture] button");
  if (button) take(button.closest("[data-out]"));
  for (const menu of document.querySelectorAll("[data-out][open]")) if (!menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key, target }) => {
  const menu = key === "Escape" && target.closest?.("[data-out][open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});
document.addEventListener("htmx:after:swap", offer);
offer();
