/** How high a row of the list of claims is: known before it is drawn, so that thousands can be scrolled. */

import type { Claim } from "../report";
import { sayOrigins } from "./claim";
import { getLanguage, t } from "./i18n.svelte";
import { fit, measure, type Font } from "./measure";
import { showHidden } from "./text";

const TITLE: Font = { family: "serif", size: 15, weight: 600 };
const BADGE: Font = { family: "sans", size: 11.5, weight: 600 };
const NOTE: Font = { family: "sans", size: 12, weight: 400 };
const SIDES = 31;

export interface RowSize {
  lines: number;
  height: number;
}

const known = new WeakMap<Claim, RowSize & { for: string }>();

export function sizeRow(claim: Claim, width: number): RowSize {
  const conditions = `${width} ${getLanguage()}`;
  const found = known.get(claim);
  if (found?.for === conditions) return found;
  const size = measureRow(claim, width);
  known.set(claim, { ...size, for: conditions });
  return size;
}

function measureRow(claim: Claim, width: number): RowSize {
  const room = Math.max(120, width - SIDES);
  const lines = fit(showHidden(claim.title), TITLE, room, 3).lines;
  const badge = claim.badges[0] ? measure(t(`badge.${claim.badges[0].key}`), BADGE) + 16 : 0;
  const note = sayOrigins(claim);
  const isBeside = badge > 0 && badge + 8 + measure(note, NOTE) <= room;
  const under = isBeside ? 1 : (badge > 0 ? 1 : 0) + fit(note, NOTE, room, 3).lines;
  return { lines, height: 20 + lines * 20 + 5 + under * 20 };
}
