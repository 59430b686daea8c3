/** The outlines of the countries, unpacked from what build/countries.mjs wrote. */

export interface Packed {
  note: string;
  step: number;
  arcs: string;
  countries: Record<string, string>;
}

/** A closed line of longitudes and latitudes, one after the other; longitudes may go beyond 180. */
export interface Ring {
  points: Float32Array;
  west: number;
  east: number;
  south: number;
  north: number;
}

export type Outlines = Map<string, Ring[]>; // by ISO 3166 alpha-2

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Whole numbers of five bits a character, the lowest first; 32 is added where more follow. */
export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  let [value, weight] = [0, 1];
  for (const character of text) {
    const digit = VALUES.get(character) ?? 0;
    value += (digit % 32) * weight;
    weight *= 32;
    if (digit >= 32) continue;
    numbers.push(value % 2 ? -(value + 1) / 2 : value / 2);
    [value, weight] = [0, 1];
  }
  return numbers;
}

export function unpackOutlines(packed: Packed): Outlines {
  const arcs = packed.arcs.split(" ").map((text) => unpackArc(text, packed.step));
  return new Map(Object.entries(packed.countries).map(([code, rings]) => [code, unpackRings(rings, arcs)]));
}

function unpackArc(text: string, step: number): number[] {
  const numbers = unpackNumbers(text);
  for (let index = 2; index < numbers.length; index += 1) numbers[index]! += numbers[index - 2]!;
  return numbers.map((value) => value * step);
}

function unpackRings(text: string, arcs: readonly number[][]): Ring[] {
  let last = 0;
  return text.split(" ").map((ring) => {
    const points: number[] = [];
    for (const step of unpackNumbers(ring)) {
      last += step;
      const arc = arcs[last >> 1] ?? [];
      if (last % 2 === 0) points.push(...arc);
      else for (let index = arc.length - 2; index >= 0; index -= 2) points.push(arc[index]!, arc[index + 1]!);
    }
    return measureRing(unwind(points));
  });
}

/** A line that crosses the date line goes on beyond 180 degrees; one around the South Pole is closed there. */
function unwind(points: number[]): number[] {
  for (let index = 2; index < points.length; index += 2) {
    const step = points[index]! - points[index - 2]!;
    if (Math.abs(step) > 180) points[index]! -= Math.round(step / 360) * 360;
  }
  const [first, last] = [points[0]!, points.at(-2)!];
  if (Math.abs(last - first) > 180) points.push(last, -90, first, -90);
  return points;
}

function measureRing(points: readonly number[]): Ring {
  const ring = { points: Float32Array.from(points), west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (let index = 0; index < points.length; index += 2) {
    ring.west = Math.min(ring.west, points[index]!);
    ring.east = Math.max(ring.east, points[index]!);
    ring.south = Math.min(ring.south, points[index + 1]!);
    ring.north = Math.max(ring.north, points[index + 1]!);
  }
  return ring;
}
