/** The missing sources as a plain list of things to do. */

import type { Report, Wanted } from "../report";
import { joinList, t } from "./i18n.svelte";
import { showHidden } from "./text";

/** One box to tick for each source, with who credits it and what hangs on it. */
export function writeToDo(report: Report, wanted: readonly Wanted[]): string {
  const lines = [t("wanted.list-title"), ""];
  for (const item of wanted) {
    const witness = report.witnesses[item.witness]!;
    const names = joinList(item.citedBy.map((article) => report.articles[article]!.name));
    const kind = t(`kind.${witness.kind}`);
    lines.push(`[ ] ${witness.name} (${kind}) – ${t("wanted.list-credited", names)}${item.own ? ` – ${t("wanted.own")}` : ""}`);
    for (const claim of item.claims) lines.push(`    ${t("wanted.list-claim", report.claims[claim]!.title)}`);
  }
  return `${lines.map(flatten).join("\n")}\n`;
}

/** Names and titles come from articles: no line of theirs becomes a line of the list. */
function flatten(line: string): string {
  return showHidden(line.replace(/[\r\n\u2028\u2029]+/g, " "));
}
