/** How a band is called: who denied, doubted or confirmed. */

import type { Standing } from "../../logic/bands";
import { t } from "../../logic/i18n.svelte";
import { isolate } from "../../logic/isolate";
import type { Report, WitnessIndex } from "../../report";

export const MARKS: Record<Standing, string> = { denied: "✗", doubted: "?", confirmed: "✓" };

const NAMED = 2;

export function sayStanding(report: Report, standing: Standing, witnesses: readonly WitnessIndex[]): string {
  if (witnesses.length === 0) return t(`timeline.${standing}`);
  const names = witnesses.slice(0, NAMED).map((witness) => isolate(report.witnesses[witness]!.name));
  if (witnesses.length > NAMED) names.push(t("timeline.others", witnesses.length - NAMED));
  return t(`timeline.${standing}-by`, names);
}
