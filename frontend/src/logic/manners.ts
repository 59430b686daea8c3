/** How an account stands to another: a symbol each, so that colour never speaks alone. */

import type { Manner, Tone } from "../report";

export const SYMBOLS: Record<Manner, string> = {
  contradicts: "≠",
  changed: "△",
  denies: "✗",
  update: "→",
  unsure: "?",
  about: "≈",
  same: "=",
}; // worst first

const ORDER = Object.keys(SYMBOLS) as Manner[];

export const TONES: Record<Manner, Tone> = {
  contradicts: "bad",
  changed: "warn",
  denies: "bad",
  update: "note",
  unsure: "plain",
  about: "plain",
  same: "plain",
};

/** The gravest of some manners; "same" where there are none. */
export function findWorst(manners: Iterable<Manner>): Manner {
  let worst = ORDER.length - 1;
  for (const manner of manners) worst = Math.min(worst, ORDER.indexOf(manner));
  return ORDER[worst]!;
}
