/** What is out of sight is drawn once the rest is on the screen, piece by piece, so that no key or click waits for it. */

import { flushSync } from "svelte";

const SLICE = 10; // milliseconds after which the reader's own actions go first
const pieces: (() => void)[] = [];
let isWaiting = false;

/** Draw a piece after the next frame, in the order of the calls. Returns what takes that back. */
export function drawLater(draw: () => void): () => void {
  pieces.push(draw);
  wait();
  return () => {
    const place = pieces.indexOf(draw);
    if (place >= 0) pieces.splice(place, 1);
  };
}

function wait(): void {
  if (isWaiting || pieces.length === 0) return;
  isWaiting = true;
  requestAnimationFrame(() => setTimeout(work));
}

function work(): void {
  isWaiting = false;
  const end = performance.now() + SLICE;
  do {
    const draw = pieces.shift();
    if (draw) flushSync(draw);
  } while (pieces.length > 0 && performance.now() < end);
  wait();
}
