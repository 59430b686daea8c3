/** Labels that never overlap: each stands at a level above its point; where there is room, no stem runs behind another label. */

export interface Label {
  level: number; // from the axis outwards
  start: number;
  end: number;
}

export interface Room {
  width: number; // of the whole
  box: number; // of a label
  gap: number; // between two labels
  levels: number; // at most
  isClear: boolean; // no stem may run behind a label
}

interface Placed extends Label {
  x: number;
}

const FRACTIONS = [0, 0.34, 0.5, 0.67, 1]; // how much of a crowd leans backwards

/** Labels for points in ascending order; null where they do not all fit. */
export function placeLabels(points: readonly number[], room: Room): Label[] | null {
  let best: { labels: Label[]; cost: number } | null = null;
  for (const fraction of FRACTIONS) {
    const labels = tryPlacing(points, room, fraction);
    if (!labels) continue;
    const cost = Math.max(0, ...labels.map((label) => label.level)) * 1000 + labels.reduce((sum, label) => sum + label.level, 0);
    if (!best || cost < best.cost) best = { labels, cost };
  }
  return best?.labels ?? null;
}

/** In every crowd the first labels stand before their points and rise, the others stand after them and fall: a tent. */
function tryPlacing(points: readonly number[], room: Room, fraction: number): Label[] | null {
  const found: (Placed | null)[] = points.map(() => null);
  const placed: Placed[] = [];
  for (const crowd of findCrowds(points, room.box + room.gap)) {
    const split = Math.round(crowd.length * fraction);
    const order = [...crowd.slice(0, split).map((index) => [index, -1] as const), ...crowd.slice(split).reverse().map((index) => [index, 1] as const)];
    for (const [index, side] of order) {
      const label = findLevel(points[index]!, side, placed, room);
      if (!label) return null;
      found[index] = label;
      placed.push(label);
    }
  }
  return found.map((label) => ({ level: label!.level, start: label!.start, end: label!.end }));
}

function findCrowds(points: readonly number[], reach: number): number[][] {
  const crowds: number[][] = [];
  points.forEach((x, index) => {
    if (index === 0 || x - points[index - 1]! >= reach) crowds.push([]);
    crowds.at(-1)!.push(index);
  });
  return crowds;
}

function findLevel(x: number, side: -1 | 1, placed: readonly Placed[], room: Room): Placed | null {
  // Leaning the other way would take the room of the next ones: only where there is no other.
  for (const lean of [side, -side]) {
    for (let level = 1; level <= room.levels; level += 1) {
      const start = lean === 1 ? x : x - room.box;
      const label = { x, level, start, end: start + room.box };
      if (label.start >= 0 && label.end <= room.width && !placed.some((other) => collide(label, other, room))) return label;
    }
  }
  return null;
}

function collide(one: Placed, other: Placed, { gap, isClear }: Room): boolean {
  if (one.level === other.level) return one.start < other.end + gap && other.start < one.end + gap;
  if (!isClear) return false;
  const [low, high] = one.level < other.level ? [one, other] : [other, one];
  return high.x > low.start - gap / 2 && high.x < low.end + gap / 2;
}

/** Groups of neighbours: one that is nearer than `apart` to the first of a group belongs to it. */
export function groupNear<Item>(items: readonly Item[], getX: (item: Item) => number, apart: number): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && getX(item) - getX(group[0]!) < apart) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Rows for stretches that may have a label beside them: each in the first row where it is free. */
export function packRows(stretches: readonly { start: number; end: number }[], gap: number): number[] {
  const ends: number[] = [];
  return stretches.map(({ start, end }) => {
    const free = ends.findIndex((last) => last + gap <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = Math.max(end, ends[row] ?? -Infinity);
    return row;
  });
}
