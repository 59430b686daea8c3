/** A large table of which only a part is drawn: what is in sight, and where the arrow keys lead. */

export interface Window {
  from: number;
  to: number; // exclusive
  shown: number; // that fit into sight
}

export interface Active {
  row: number;
  column: number;
}

const SPARE = 2; // drawn beyond what is in sight, so that scrolling shows no gaps

/** Which of `count` items of one size are in sight. */
export function findWindow(offset: number, length: number, size: number, count: number): Window {
  const first = Math.floor(offset / size);
  const shown = Math.max(1, Math.ceil(Math.max(length, size) / size));
  return { from: Math.max(0, Math.min(first, count) - SPARE), to: Math.min(count, first + shown + SPARE), shown };
}

export interface Extent {
  rows: number;
  columns: number;
  page: number; // rows that PageUp and PageDown jump
  isMirrored: boolean; // right to left
}

/** The cell that a key leads to, or null for a key that leads nowhere. */
export function moveActive(active: Active, event: { key: string; ctrlKey: boolean }, extent: Extent): Active | null {
  const aside = extent.isMirrored ? -1 : 1;
  const steps: Record<string, [number, number]> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, aside],
    ArrowLeft: [0, -aside],
    PageDown: [extent.page, 0],
    PageUp: [-extent.page, 0],
    Home: [event.ctrlKey ? -extent.rows : 0, -extent.columns],
    End: [event.ctrlKey ? extent.rows : 0, extent.columns],
  };
  const step = steps[event.key];
  if (!step) return null;
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: clamp(active.row + step[0], extent.rows), column: clamp(active.column + step[1], extent.columns) };
}
