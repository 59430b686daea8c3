/** Long lists: which rows of known heights are on the screen. */

/** Where each row begins, and at the end the height of all. */
export function stackRows(heights: readonly number[]): number[] {
  const tops = [0];
  for (const height of heights) tops.push(tops[tops.length - 1]! + height);
  return tops;
}

/** The first and the last but one row between two heights, with a few more on either side. */
export function findRows(tops: readonly number[], from: number, to: number, more = 4): [number, number] {
  const last = tops.length - 1;
  return [Math.max(0, findRow(tops, from) - more), Math.min(last, findRow(tops, to) + 1 + more)];
}

function findRow(tops: readonly number[], height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
