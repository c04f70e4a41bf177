// How the map draws what is known: points, rings of kilometres and hatched areas, and one number for many places.

const NOTHING = { type: "FeatureCollection", features: [] };
const FEW = 150; // places that are told apart at any distance
export const CLOSE = 8; // zoom from which all places are
export const dark = matchMedia("(prefers-color-scheme: dark)");

// The design's colours as the browser resolves them for light or dark.
export function colours() {
  const probe = document.body.appendChild(document.createElement("i"));
  const resolve = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const names = ["accent", "alarm", "card", "ink", "map-sea", "map-land", "map-border", "map-label"];
  const found = Object.fromEntries(names.map((name) => [name, resolve(name)]));
  probe.remove();
  return found;
}

const styled = (name) => ["==", ["get", "style"], name];
const AREAS = styled("area"), ONE = ["!", ["has", "point_count"]], MANY = ["has", "point_count"];
const isPoint = ({ properties }) => properties.style !== "area";
export const clustered = (data) => data.features.filter(isPoint).length > FEW;

// A circle of `radius` kilometres as a polygon (great circles, 6371 km).
function ring({ geometry: { coordinates: [lon, lat] }, properties }) {
  const rad = Math.PI / 180, arc = properties.radius / 6371, phi = lat * rad;
  const circle = Array.from({ length: 73 }, (_, step) => {
    const bearing = step * 5 * rad;
    const y = Math.asin(Math.sin(phi) * Math.cos(arc) + Math.cos(phi) * Math.sin(arc) * Math.cos(bearing));
    const x = Math.atan2(Math.sin(bearing) * Math.sin(arc) * Math.cos(phi), Math.cos(arc) - Math.sin(phi) * Math.sin(y));
    return [lon + x / rad, y / rad];
  });
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [circle] } };
}

export const collected = (features) => ({ type: "FeatureCollection", features });
export const areasOf = (data) => collected(data.features.filter((one) => !isPoint(one)));
export const pointsOf = (data) => collected(data.features.filter(isPoint));
export const ringsOf = (data) => collected(data.features.filter(({ properties }) => properties.style === "ring").map(ring));
export const clusters = (data) => ({ cluster: clustered(data), clusterMaxZoom: CLOSE - 1, clusterRadius: 38 });
export const boxOf = (edges) => collected(edges ? [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: (
  [[0, 1], [2, 1], [2, 3], [0, 3], [0, 1]].map(([x, y]) => [edges[x], edges[y]])) } }] : []);
export const faint = (candidates) => collected(candidates.map(({ name, lat, lon }) => (
  { type: "Feature", properties: { name }, geometry: { type: "Point", coordinates: [lon, lat] } })));

// Lines that slant over an area whose inside is meant, not its middle.
export function hatch(colour) {
  const size = 16, canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const pen = canvas.getContext("2d");
  Object.assign(pen, { strokeStyle: colour, lineWidth: 1.6, globalAlpha: 0.5 });
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

export function style(base, data, edges) {
  const colour = colours(), light = dark.matches ? "dark" : "light";
  const disputed = ["==", ["get", "disputed"], true], byDispute = ["case", disputed, colour.alarm, colour.accent];
  const byStyle = (exact, town, ring) => ["match", ["get", "style"], "exact", exact, "town", town, ring];
  const text = (field, size) => ({ "text-field": ["get", field], "text-font": ["Plex Sans"], "text-size": size });
  const halo = { "text-halo-color": colour["map-land"], "text-halo-width": 1.4 };
  const beside = { "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 0.9, "text-justify": "auto" };
  const dashed = { "line-color": byDispute, "line-width": 1.5, "line-dasharray": [3, 2] };
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: base.world, attribution: "Natural Earth" },
      labels: { type: "geojson", data: base.labels },
      provinces: { type: "geojson", data: base.provinces },
      areas: { type: "geojson", data: areasOf(data) },
      points: { type: "geojson", data: pointsOf(data), ...clusters(data), clusterProperties: {
        incidents: ["+", ["get", "count"]], disputed: ["any", disputed] } },
      lit: { type: "geojson", data: NOTHING },
      box: { type: "geojson", data: boxOf(edges) },
      rings: { type: "geojson", data: ringsOf(data) },
      candidates: { type: "geojson", data: faint(data.candidates ?? []) },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour["map-sea"] } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": colour["map-land"] } },
      { id: "provinces", type: "line", source: "provinces", minzoom: 4,
        paint: { "line-color": colour["map-border"], "line-width": 0.5, "line-opacity": 0.7 } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": colour["map-border"], "line-width": 1 } },
      { id: "areas", type: "fill", source: "areas", filter: AREAS,
        paint: { "fill-pattern": ["case", disputed, `hatch alarm ${light}`, `hatch accent ${light}`], "fill-opacity": 0.8 } },
      { id: "edges", type: "line", source: "areas", filter: AREAS, paint: dashed },
      { id: "along", type: "symbol", source: "areas", filter: ["has", "along"], layout: {
        ...text("along", 12), "symbol-placement": "line", "symbol-spacing": 160 }, paint: { "text-color": byDispute, ...halo } },
      { id: "rings", type: "fill", source: "rings", minzoom: clustered(data) ? CLOSE : 0, paint: { "fill-color": byDispute, "fill-opacity": 0.1 } },
      { id: "circles", type: "line", source: "rings", minzoom: clustered(data) ? CLOSE : 0, paint: dashed },
      { id: "box", type: "line", source: "box", paint: { "line-color": colour.ink, "line-width": 1.5, "line-opacity": 0.6 } },
      { id: "countries", type: "symbol", source: "labels", maxzoom: 7, layout: { ...text("name", 12), "text-letter-spacing": 0.06 },
        paint: { "text-color": colour["map-label"], ...halo } },
      { id: "candidates", type: "circle", source: "candidates", paint: { "circle-radius": 5, "circle-color": colour.ink,
        "circle-opacity": 0.18, "circle-stroke-color": colour.ink, "circle-stroke-width": 1, "circle-stroke-opacity": 0.5 } },
      { id: "candidate-names", type: "symbol", source: "candidates", layout: { ...text("name", 11), ...beside },
        paint: { "text-color": colour["map-label"], ...halo } },
      { id: "points", type: "circle", source: "points", filter: ONE, paint: {
        "circle-color": byDispute, "circle-opacity": byStyle(1, 0.5, 0), "circle-stroke-color": byDispute,
        "circle-stroke-width": byStyle(1, 1.5, 2),
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, byStyle(5, 7, 4), 5, byStyle(14, 18, 14)] } },
      { id: "clusters", type: "circle", source: "points", filter: MANY, paint: {
        "circle-color": colour.card, "circle-stroke-color": byDispute, "circle-stroke-width": 2, "circle-opacity": 0.92,
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "incidents"]], 1, 11, 60, 30] } },
      { id: "counts", type: "symbol", source: "points", filter: MANY, layout: {
        ...text("incidents", 12), "text-field": ["number-format", ["get", "incidents"], { locale: "en" }], "text-allow-overlap": true }, paint: { "text-color": byDispute } },
      { id: "lit-areas", type: "line", source: "lit", paint: { "line-color": colour.ink, "line-width": 3 } },
      { id: "lit", type: "circle", source: "lit", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 13,
        "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": colour.ink, "circle-stroke-width": 3 } },
      { id: "names", type: "symbol", source: "points", filter: ONE, layout: { ...text("short", 12), ...beside },
        paint: { "text-color": colour.ink, ...halo } },
    ],
  };
}
