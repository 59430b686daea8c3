/** A long list is drawn piece by piece: what is in sight at once, the rest right after, so that no key or click waits. */

export interface Gradual {
  readonly drawn: number;
  restart: () => void;
}

/** How many of `getLength()` items are drawn by now; for use while a component is set up. */
export function drawGradually(getLength: () => number, step: number): Gradual {
  let drawn = $state(step);
  $effect(() => {
    if (drawn >= getLength()) return;
    const timer = setTimeout(() => (drawn += step), 16);
    return () => clearTimeout(timer);
  });
  return {
    get drawn() {
      return drawn;
    },
    restart: () => (drawn = step),
  };
}
