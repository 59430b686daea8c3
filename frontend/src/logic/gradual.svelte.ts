/** A long list is drawn piece by piece: what is in sight at once, the rest right after, so that no key or click waits. */

import { drawLater } from "./later";

export interface Gradual {
  readonly drawn: number;
  restart: () => void;
}

/** How many of `getLength()` items are drawn by now; for use while a component is set up. */
export function drawGradually(getLength: () => number, step: number): Gradual {
  let drawn = $state(step);
  $effect(() => (drawn >= getLength() ? undefined : drawLater(() => (drawn += step))));
  return {
    get drawn() {
      return drawn;
    },
    restart: () => (drawn = step),
  };
}
