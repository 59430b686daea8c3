/** A map of some places: a plate carrée, true to scale in its middle, which may lie on the date line. */

import type { Outlines, Ring } from "./outlines";

export interface Located {
  lat: number;
  lon: number;
  weight: number;
}

export interface View {
  lon: number; // of the middle
  lat: number;
  squeeze: number; // how long a degree of longitude is for one of latitude
  scale: number; // pixels for a degree of latitude
  width: number;
  height: number;
}

const SMALLEST = 13; // degrees of latitude that a map shows at least
const MARGIN = 0.17; // of the map, around the places
const FAR = 3; // a place is left out where the map is so much closer without it …
const KEPT = 0.6; // … and this much of the weight stays

/** West and east of longitudes: the stretch without the widest gap; east may lie beyond 180. */
export function findStretch(lons: readonly number[]): [number, number] {
  const sorted = [...lons].sort((a, b) => a - b);
  let widest = { gap: sorted[0]! + 360 - sorted.at(-1)!, index: 0 };
  for (let index = 1; index < sorted.length; index += 1) {
    const gap = sorted[index]! - sorted[index - 1]!;
    if (gap > widest.gap) widest = { gap, index };
  }
  const west = sorted[widest.index]!;
  const east = widest.index === 0 ? sorted.at(-1)! : sorted[widest.index - 1]! + 360;
  return [west, east];
}

/** The view that holds all the places, with a margin. */
export function fitView(places: readonly Located[], width: number, height: number): View {
  const [west, east] = findStretch(places.map((place) => place.lon));
  const lats = places.map((place) => place.lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const middle = (south + north) / 2;
  const squeeze = Math.max(0.25, Math.cos((middle * Math.PI) / 180));
  const room = 1 - 2 * MARGIN;
  const wanted = Math.min((width * room) / Math.max(0.01, (east - west) * squeeze), (height * room) / Math.max(0.01, north - south));
  // Neither nearer than the outlines bear, nor further than the whole earth.
  const scale = Math.max(Math.min(wanted, height / SMALLEST), Math.min(width / (360 * squeeze), height / 180));
  const half = height / 2 / scale;
  const lat = half >= 90 ? 0 : Math.min(90 - half, Math.max(half - 90, middle));
  return { lon: wrap((west + east) / 2), lat, squeeze, scale, width, height };
}

/** The places that a map is made for: single ones far away from the others would make those illegible. */
export function findNear<Place extends Located>(places: readonly Place[], width: number, height: number): Place[] {
  const total = places.reduce((sum, place) => sum + place.weight, 0);
  let near = [...places];
  let best = near;
  while (near.length > 1) {
    const [lon, lat] = findCentre(near);
    const furthest = near.reduce((far, place) => (measure(place, lon, lat) > measure(far, lon, lat) ? place : far));
    near = near.filter((place) => place !== furthest);
    if (near.reduce((sum, place) => sum + place.weight, 0) < total * KEPT) break;
    if (fitView(near, width, height).scale >= fitView(best, width, height).scale * FAR) best = near;
  }
  return best;
}

/** The middle of most of the weight: the median, which single places far away do not move. */
function findCentre(places: readonly Located[]): [number, number] {
  const [west] = findStretch(places.map((place) => place.lon));
  return [findMedian(places, (place) => west + ((((place.lon - west) % 360) + 360) % 360)), findMedian(places, (place) => place.lat)];
}

function findMedian(places: readonly Located[], get: (place: Located) => number): number {
  const sorted = places.map((place) => [get(place), place.weight] as const).sort((a, b) => a[0] - b[0]);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let sum = 0;
  return sorted.find(([, weight]) => (sum += weight) >= half)![0];
}

function measure(place: Located, lon: number, lat: number): number {
  return Math.hypot(wrap(place.lon - lon) * Math.cos((lat * Math.PI) / 180), place.lat - lat);
}

/** A longitude between -180 and 180. */
export function wrap(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

export function project(view: View, lon: number, lat: number): [number, number] {
  return [view.width / 2 + wrap(lon - view.lon) * view.squeeze * view.scale, view.height / 2 - (lat - view.lat) * view.scale];
}

export interface Shape {
  code: string;
  fill: string; // a path
  border: string; // the same without the edge at the South Pole
  rings: [number, number][][]; // in pixels
}

/** The countries in view. A ring is drawn wherever it can be seen, near the date line perhaps twice. */
export function drawCountries(outlines: Outlines, view: View): Shape[] {
  const shapes: Shape[] = [];
  for (const [code, rings] of outlines) {
    const shape: Shape = { code, fill: "", border: "", rings: [] };
    for (const ring of rings) for (const shift of [-360, 0, 360]) if (isInView(ring, shift, view)) drawRing(ring, shift, view, shape);
    if (shape.fill) shapes.push(shape);
  }
  return shapes;
}

function isInView(ring: Ring, shift: number, view: View): boolean {
  const [halfLon, halfLat] = [view.width / 2 / view.scale / view.squeeze, view.height / 2 / view.scale];
  const [west, east] = [ring.west + shift - view.lon, ring.east + shift - view.lon];
  return east >= -halfLon && west <= halfLon && ring.north >= view.lat - halfLat && ring.south <= view.lat + halfLat;
}

function drawRing(ring: Ring, shift: number, view: View, shape: Shape): void {
  const pixels: [number, number][] = [];
  for (let index = 0; index < ring.points.length; index += 2) {
    const [lon, lat] = [ring.points[index]!, ring.points[index + 1]!];
    const x = view.width / 2 + (lon + shift - view.lon) * view.squeeze * view.scale;
    const y = view.height / 2 - (lat - view.lat) * view.scale;
    const place = `${x.toFixed(1)} ${y.toFixed(1)}`;
    shape.fill += (pixels.length === 0 ? "M" : "L") + place;
    shape.border += (pixels.length === 0 || lat < -89.9 ? "M" : "L") + place;
    pixels.push([x, y]);
  }
  shape.fill += "Z";
  shape.rings.push(pixels);
}
