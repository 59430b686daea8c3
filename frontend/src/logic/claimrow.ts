/** How high a row of the list of claims is: known before it is drawn, so that thousands can be scrolled. */

import type { Claim } from "../report";
import { sayOrigins } from "./claim";
import { t } from "./i18n.svelte";
import { fit, measure, type Font } from "./measure";
import { showHidden } from "./text";

const TITLE: Font = { family: "serif", size: 15, weight: 600 };
const BADGE: Font = { family: "sans", size: 11.5, weight: 600 };
const NOTE: Font = { family: "sans", size: 12, weight: 400 };
const SIDES = 31;

export function sizeRow(claim: Claim, width: number): { lines: number; height: number } {
  const room = Math.max(120, width - SIDES);
  const lines = fit(showHidden(claim.title), TITLE, room, 3).lines;
  const badge = claim.badges[0] ? measure(t(`badge.${claim.badges[0].key}`), BADGE) + 16 : 0;
  const isOneLine = badge === 0 || badge + 8 + measure(sayOrigins(claim), NOTE) <= room;
  return { lines, height: 20 + lines * 20 + 5 + (isOneLine ? 20 : 40) };
}
