// Draws incidents on an offline map: places as circles, areas as areas. Labels draw from the page's own fonts.

import * as maplibregl from "./vendor/maplibre-gl/maplibre-gl.mjs";

const WORLD = "/static/vendor/world-atlas/countries.geojson";
const NOTHING = { type: "FeatureCollection", features: [] };
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

// The design's colours as the browser resolves them for light or dark.
function colours() {
  const probe = document.body.appendChild(document.createElement("i"));
  const resolve = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const names = ["accent", "alarm", "card", "ink", "map-sea", "map-land", "map-border", "map-label"];
  const found = Object.fromEntries(names.map((name) => [name, resolve(name)]));
  probe.remove();
  return found;
}

function style(base, data) {
  const colour = colours();
  const byDispute = ["case", ["get", "disputed"], colour.alarm, colour.accent];
  const text = (field, size) => ({ "text-field": ["get", field], "text-font": ["Plex Sans"], "text-size": size });
  const halo = { "text-halo-color": colour["map-land"], "text-halo-width": 1.4 };
  const areas = ["!=", ["geometry-type"], "Point"], points = ["==", ["geometry-type"], "Point"];
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: base.world, attribution: "Natural Earth" },
      labels: { type: "geojson", data: base.labels },
      provinces: { type: "geojson", data: base.provinces },
      incidents: { type: "geojson", data },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour["map-sea"] } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": colour["map-land"] } },
      { id: "provinces", type: "line", source: "provinces", minzoom: 4,
        paint: { "line-color": colour["map-border"], "line-width": 0.5, "line-opacity": 0.7 } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": colour["map-border"], "line-width": 1 } },
      { id: "areas", type: "fill", source: "incidents", filter: areas, paint: { "fill-color": byDispute, "fill-opacity": 0.14 } },
      { id: "edges", type: "line", source: "incidents", filter: areas,
        paint: { "line-color": byDispute, "line-width": 1.5, "line-dasharray": [3, 2] } },
      { id: "countries", type: "symbol", source: "labels", maxzoom: 7, layout: { ...text("name", 12), "text-letter-spacing": 0.06 },
        paint: { "text-color": colour["map-label"], ...halo } },
      { id: "points", type: "circle", source: "incidents", filter: points, paint: {
        "circle-color": byDispute, "circle-opacity": 0.65, "circle-stroke-color": byDispute, "circle-stroke-width": 1.5,
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 6, 5, 18] } },
      { id: "names", type: "symbol", source: "incidents", filter: points, layout: { ...text("short", 12),
        "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.9, "text-justify": "auto" },
        paint: { "text-color": colour.ink, ...halo } },
    ],
  };
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
    return { type: "Feature", properties, geometry: { type: "Point", coordinates: box.getCenter().toArray() } };
  });
  return { type: "FeatureCollection", features };
}

function boundsOf(coordinates, box = new maplibregl.LngLatBounds()) {
  if (typeof coordinates[0] === "number") box.extend(coordinates);
  else for (const inner of coordinates) boundsOf(inner, box);
  return box;
}

// What a place holds, as elements: what a report says is never markup.
function balloon({ place, precision, incidents }) {
  const box = document.createElement("div");
  const title = box.appendChild(document.createElement("h3"));
  title.textContent = ["province", "region", "country"].includes(precision) ? `Somewhere in ${place}` : place;
  const list = box.appendChild(document.createElement("ul"));
  for (const incident of incidents) {
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = `/incidents/${encodeURIComponent(incident.id)}`;
    link.textContent = incident.title;
    const more = item.appendChild(document.createElement("span"));
    more.className = "quiet";
    more.textContent = ` ${incident.when} · ${incident.grade}${incident.disputed ? ", disputed" : ""}`;
  }
  return box;
}

function fit(map, data, note, animate) {
  note.hidden = data.features.length > 0;
  const box = boundsOf(data.features.map(({ geometry }) => geometry.coordinates));
  if (data.features.length) map.fitBounds(box, { padding: 45, maxZoom: 7.5, animate: animate && !calm.matches, duration: 400 });
}

function listen(map) {
  for (const layer of ["areas", "points"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.on("click", (event) => {
    const [top] = map.queryRenderedFeatures(event.point, { layers: ["points", "areas"] });
    if (!top) return;
    const popup = new maplibregl.Popup({ maxWidth: "20rem", focusAfterOpen: true });
    popup.setLngLat(event.lngLat).setDOMContent(balloon(top.properties)).addTo(map);
  });
}

// Draws a map into `place`; answers with a function that draws it anew for the address of the moment.
export async function draw(place) {
  const address = () => place.dataset.map + (place.hasAttribute("data-follow") ? location.search : "");
  let [world, provinces, data] = await Promise.all([fetched(WORLD), fetched("/provinces.geojson"), fetched(address())]);
  const base = { world, provinces, labels: labelsOf(world) };
  place.replaceChildren();
  const note = place.parentElement.appendChild(document.createElement("p"));
  note.className = "map-empty";
  note.textContent = "Nothing of this list can be drawn";
  const map = new maplibregl.Map({
    container: place, style: style(base, data), center: [38, 34], zoom: 3.5, maxZoom: 11, minZoom: 1,
    dragRotate: false, pitchWithRotate: false, cooperativeGestures: false, attributionControl: { compact: true },
    locale: { "Map.Title": "Map of incidents" },
  });
  map.scrollZoom.disable();
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  listen(map);
  fit(map, data, note, false);
  map.once("idle", () => { place.dataset.drawn = data.features.length; });
  dark.addEventListener("change", () => map.setStyle(style(base, data)));
  return async () => {
    data = await fetched(address()).catch(() => NOTHING);
    map.getSource("incidents").setData(data);
    fit(map, data, note, true);
    place.dataset.drawn = data.features.length;
  };
}
