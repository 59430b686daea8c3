/** Names on a map: each beside its place or inside its country, none over another. */

import type { Shape, View } from "./projection";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Spot {
  x: number;
  y: number;
  radius: number;
  length: number; // of the name, in pixels
}

export type Side = "right" | "left" | "above" | "below";

const LINE = 18; // height of a name
const SIDES: Side[] = ["right", "left", "above", "below"];

/** On which side of its place each name stands, the first ones first; null where it finds no room. */
export function placeNames(spots: readonly Spot[], width: number, height: number): { sides: (Side | null)[]; boxes: Box[] } {
  const boxes = spots.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const sides = spots.map((spot, index) => {
    for (const side of SIDES) {
      const box = boxName(spot, side);
      if (box.left < 2 || box.top < 2 || box.right > width - 2 || box.bottom > height - 2) continue;
      if (boxes.some((other, place) => place !== index && overlap(box, other))) continue;
      boxes.push(box);
      return side;
    }
    return null;
  });
  return { sides, boxes };
}

function boxName({ x, y, radius, length }: Spot, side: Side): Box {
  const gap = radius + 3;
  if (side === "right") return { left: x + gap, right: x + gap + length, top: y - LINE / 2, bottom: y + LINE / 2 };
  if (side === "left") return { left: x - gap - length, right: x - gap, top: y - LINE / 2, bottom: y + LINE / 2 };
  const top = side === "above" ? y - gap - LINE : y + gap;
  return { left: x - length / 2, right: x + length / 2, top, bottom: top + LINE };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function widen(box: Box): Box {
  return { left: box.left - CELL, right: box.right + CELL, top: box.top - CELL / 2, bottom: box.bottom + CELL / 2 };
}

const CELL = 8; // pixels

/** Where a country's name stands: well inside what is seen of it, clear of all boxes; null where it finds no room. */
export function placeCountry(shape: Shape, view: View, length: number, boxes: readonly Box[]): Box | null {
  const [columns, rows] = [Math.floor(view.width / CELL), Math.floor(view.height / CELL)];
  const half = Math.ceil(length / 2 / CELL);
  if (measureWidth(shape, view) < length) return null;
  const cells = fillCells(shape, columns, rows);
  const [middleX, middleY] = findMiddle(cells);
  let best: { box: Box; distance: number } | null = null;
  for (let y = 1; y < rows - 1; y += 1) {
    for (let x = half + 1; x < columns - half - 1; x += 1) {
      const distance = Math.hypot(x - middleX, (y - middleY) * 1.5);
      const row = cells[y]!;
      if (!row[x] || !row[x - half] || !row[x + half] || !row[x - (half >> 1)] || !row[x + (half >> 1)] || (best && distance >= best.distance)) continue;
      const [centreX, centreY] = [(x + 0.5) * CELL, (y + 0.5) * CELL];
      const box = { left: centreX - length / 2, right: centreX + length / 2, top: centreY - LINE / 2, bottom: centreY + LINE / 2 };
      if (!boxes.some((other) => overlap(widen(box), other))) best = { box, distance };
    }
  }
  return best?.box ?? null;
}

/** How much of the map a country takes from west to east. */
function measureWidth(shape: Shape, view: View): number {
  let [west, east] = [view.width, 0];
  for (const ring of shape.rings) {
    for (const [x] of ring) {
      if (x < west) west = x;
      if (x > east) east = x;
    }
  }
  return Math.min(east, view.width) - Math.max(west, 0);
}

function findMiddle(cells: readonly boolean[][]): [number, number] {
  let [count, sumX, sumY] = [0, 0, 0];
  cells.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      count += 1;
      sumX += x;
      sumY += y;
    }
  });
  return [sumX / count, sumY / count];
}

/** Which cells of the map lie inside a country: a row is inside between every other crossing of its outline. */
function fillCells(shape: Shape, columns: number, rows: number): boolean[][] {
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const ring of shape.rings) {
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length]!;
      const [top, bottom] = ay < by ? [ay, by] : [by, ay];
      const first = Math.max(0, Math.ceil(top / CELL - 0.5));
      for (let row = first; row < rows && (row + 0.5) * CELL < bottom; row += 1) crossings[row]!.push(ax + (((row + 0.5) * CELL - ay) / (by - ay)) * (bx - ax));
    });
  }
  return crossings.map((row) => {
    const cells = new Array<boolean>(columns).fill(false);
    row.sort((a, b) => a - b);
    for (let index = 0; index + 1 < row.length; index += 2) {
      const last = Math.min(columns, Math.ceil(row[index + 1]! / CELL - 0.5));
      for (let column = Math.max(0, Math.ceil(row[index]! / CELL - 0.5)); column < last; column += 1) cells[column] = true;
    }
    return cells;
  });
}
