// Draws incidents on an offline map by how precisely their places are known: points, rings of kilometres, hatched areas.
// Many places near each other are one number until one comes closer. Labels draw from the page's own fonts.

import { CLOSE, areasOf, boxOf, clustered, clusters, collected, colours, dark, faint, hatch, pointsOf, ringsOf, style } from "./map-style.js";
import { gettext, locale } from "./words.js";
import * as maplibregl from "./vendor/maplibre-gl/maplibre-gl.mjs";

const WORLD = "/static/vendor/world-atlas/countries.geojson";
const NOTHING = { type: "FeatureCollection", features: [] };
const SELECTABLE = ["clusters", "points", "rings", "areas"];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

// A country's name stands in the middle of its largest part.
function labelsOf(world) {
  const size = ([ring]) => Math.abs(ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length];
    return sum + x * y2 - x2 * y;
  }, 0));
  const features = world.features.filter(({ geometry }) => geometry.coordinates.length).map(({ geometry, properties }) => {
    const largest = geometry.coordinates.reduce((a, b) => (size(a) > size(b) ? a : b));
    const box = boundsOf(largest);
    return { type: "Feature", properties: { name: nameOf(properties) }, geometry: { type: "Point", coordinates: box.getCenter().toArray() } };
  });
  return { type: "FeatureCollection", features };
}

// A country in the reader's language, as the browser knows it; as the atlas writes it in English and where it has no code.
const countries = locale === "en" ? null : new Intl.DisplayNames(locale, { type: "region" });
const nameOf = ({ name, iso }) => (countries && iso ? countries.of(iso) : name);

function boundsOf(coordinates, box = new maplibregl.LngLatBounds()) {
  if (typeof coordinates[0] === "number") box.extend(coordinates);
  else for (const inner of coordinates) boundsOf(inner, box);
  return box;
}

// What a place holds, as elements: what a report says is never markup.
function balloon({ place, known, review, candidates = [] }) {
  const box = document.createElement("div");
  const add = (parent, tag, words, name = "") => Object.assign(parent.appendChild(document.createElement(tag)), { textContent: words, className: name });
  add(box, "h3", place);
  add(box, "p", known[0].toUpperCase() + known.slice(1), "quiet");
  if (review) add(box, "p", [gettext("To be looked at: %(why)s.", { why: review }), candidates.length ? gettext("Faint points: what the name may also mean.") : ""].filter(Boolean).join(" "), "quiet");
  return box;
}

// What one place holds, as the server writes it: its incidents, or what the page says with data-card.
async function told(map, key) {
  const answer = await fetch(`${map.getContainer().dataset.card ?? "/map/"}${key}?${query()}`);
  if (!answer.ok) return [];
  return [...new DOMParser().parseFromString(await answer.text(), "text/html").body.children];
}

// What the map is asked for: the filter of the address without the box, which only says what part of it is looked at.
function query() {
  const found = new URLSearchParams(location.search);
  for (const name of ["box", "page", "sort"]) found.delete(name);
  return found;
}

function asked(place) {
  if (!place.hasAttribute("data-follow")) return null;
  const edges = (new URLSearchParams(location.search).get("box") ?? "").split(",").map(Number);
  return edges.length === 4 && edges.every(Number.isFinite) ? edges : null;
}

function fit(map, data, note, animate) {
  note.hidden = data.features.length > 0;
  const edges = asked(map.getContainer());
  if (edges) {
    if (edges.join() !== map.getContainer().dataset.box) map.fitBounds(edges, { animate: false });
    return;
  }
  const shown = [...data.features, ...ringsOf(data).features, ...faint(data.candidates ?? []).features];
  const box = boundsOf(shown.map(({ geometry }) => geometry.coordinates));
  if (shown.length) map.fitBounds(box, { padding: 50, maxZoom: 7.5, animate: animate && !calm.matches, duration: 400 });
}

function listen(map) {
  for (const layer of SELECTABLE) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.on("click", async (event) => {
    const [top] = map.queryRenderedFeatures(event.point, { layers: SELECTABLE });
    if (!top) return;
    if (top.properties.cluster) {
      const zoom = await map.getSource("points").getClusterExpansionZoom(top.properties.cluster_id);
      map.easeTo({ center: top.geometry.coordinates, zoom, animate: !calm.matches }, { originalEvent: event.originalEvent });
      return;
    }
    const follows = map.getContainer().hasAttribute("data-follow");
    const box = balloon(top.properties), list = follows ? await told(map, top.properties.key) : [];
    box.append(...list);
    const popup = new maplibregl.Popup({ maxWidth: "20rem", focusAfterOpen: true });
    popup.setLngLat(event.lngLat).setDOMContent(box).addTo(map);
    if (!follows) return;
    select(map, top.properties.candidates ?? [], popup);
    say(map, "desk:place", { key: top.properties.key, chosen: true });
  });
}

const say = (map, name, detail) => map.getContainer().dispatchEvent(new CustomEvent(name, { detail }));

// The page around the map lights up places and hears of those that are pointed at, and of what the map shows.
function together(map, current) {
  const place = map.getContainer();
  let over = null;
  const remember = () => { place.dataset.box = map.getBounds().toArray().flat().map((edge) => Number(edge.toFixed(3))).join(); };
  map.on("mousemove", "points", ({ features: [{ properties: { key } }] }) => {
    if (key !== over) say(map, "desk:place", { key: over = key });
  });
  map.on("mouseleave", "points", () => { say(map, "desk:place", { key: over = null }); });
  map.on("moveend", ({ originalEvent }) => {
    remember();
    if (originalEvent) say(map, "desk:moved", place.dataset.box);
  });
  place.addEventListener("desk:light", ({ detail: keys }) => {
    const some = current().features.filter(({ properties }) => keys.includes(properties.key));
    map.getSource("lit")?.setData(collected(some));
    place.dataset.lit = some.map(({ properties }) => properties.short).join("; ");
  });
  map.once("load", () => { remember(); say(map, "desk:ready"); });
}

const drawn = new WeakMap();

// The map of the moment as a canvas of its own, read while it is drawn, as nothing is kept of it afterwards. Positions are
// rounded to so many `decimals` of degrees, as in files that did not ask for exact ones; null leaves them as they are.
export async function pictureOf(place, decimals) {
  const { map, current } = drawn.get(place) ?? {};
  if (!map) return null;
  const round = (edge) => Number(edge.toFixed(decimals));
  const rounded = (one) => ({ ...one, geometry: { ...one.geometry, coordinates: one.geometry.coordinates.map(round) } });
  const show = (data) => {
    map.getSource("points").setData(data);
    map.getSource("rings").setData(ringsOf(data));
    return map.once("idle");
  };
  const points = pointsOf(current());
  if (decimals !== null) await show(collected(points.features.map(rounded)));
  const copy = await new Promise((done) => {
    map.once("render", () => {
      const { width, height } = map.getCanvas(), canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d").drawImage(map.getCanvas(), 0, 0);
      done(canvas);
    });
    map.triggerRepaint();
  });
  if (decimals !== null) show(points);
  return copy;
}

// The other readings of a selected place's name, until its balloon is closed.
function select(map, candidates, popup) {
  const show = (some) => {
    map.getSource("candidates").setData(faint(some));
    map.getContainer().dataset.candidates = some.length;
  };
  show(candidates);
  popup.on("close", () => show([]));
}

// Draws a map into `place`; answers with a function that draws it anew for the address of the moment.
export async function draw(place) {
  const address = () => (place.hasAttribute("data-follow") ? `${place.dataset.map}?${query()}` : place.dataset.map);
  let [world, provinces, data] = await Promise.all([fetched(WORLD), fetched("/provinces.geojson"), fetched(address())]);
  let last = address();
  const base = { world, provinces, labels: labelsOf(world) };
  place.replaceChildren();
  const note = place.parentElement.appendChild(document.createElement("p"));
  note.className = "map-empty";
  note.textContent = gettext("Nothing of this list can be drawn");
  const map = new maplibregl.Map({
    container: place, style: style(base, data, asked(place)), center: [38, 34], zoom: 3.5, maxZoom: 11, minZoom: 1,
    dragRotate: false, pitchWithRotate: false, cooperativeGestures: false, attributionControl: { compact: true },
    locale: {
      "Map.Title": gettext("Map of incidents"), "NavigationControl.ZoomIn": gettext("Zoom in"),
      "NavigationControl.ZoomOut": gettext("Zoom out"), "Popup.Close": gettext("Close popup"),
      "AttributionControl.ToggleAttribution": gettext("Toggle attribution"),
    },
  });
  map.scrollZoom.disable();
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  map.setMissingStyleImageResolver((id) => { map.addImage(id, hatch(colours()[id.split(" ")[1]]), { pixelRatio: 2 }); });
  drawn.set(place, { map, current: () => data });
  listen(map);
  if (place.hasAttribute("data-follow")) together(map, () => data);
  fit(map, data, note, false);
  place.dataset.candidates = data.candidates?.length ?? 0;
  map.once("idle", () => { place.dataset.drawn = data.features.length; });
  dark.addEventListener("change", () => map.setStyle(style(base, data, asked(place))));
  return async () => {
    const now = address();
    if (now !== last) {
      const found = await fetched(last = now).catch(() => NOTHING);
      if (now !== last) return; // somebody asked for more meanwhile
      data = found;
      map.getSource("areas").setData(areasOf(data));
      map.getSource("points").setClusterOptions(clusters(data));
      map.getSource("points").setData(pointsOf(data));
      map.getSource("rings").setData(ringsOf(data));
      for (const layer of ["rings", "circles"]) map.setLayerZoomRange(layer, clustered(data) ? CLOSE : 0, 24);
    }
    map.getSource("box").setData(boxOf(asked(place)));
    fit(map, data, note, true);
    place.dataset.drawn = data.features.length;
  };
}
