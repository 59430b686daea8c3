/** What of the links and quotations was there by the chosen day. */

import { isTold } from "./asof.svelte";
import type { Evidence, Report } from "../report";

/** True where every article that a finding rests on had been published by the chosen day. */
export function isLinkTold(report: Report, link: { evidence: Evidence[] }): boolean {
  return link.evidence.every((item) => isTold(report.articles[item.article]!));
}
