/** Which rows of two articles side by side are shown. */

import type { Row } from "../../logic/align";

export type Filter = "same" | "changed" | "contradicts" | "moved" | "omitted" | "added" | "different";

/** True for a row that the filter keeps. */
export function isKept(row: Row, filter: Filter | null): boolean {
  if (filter === null) return true;
  if (row.kind === "apart") {
    if (filter === "omitted" || filter === "different") return row.left.some((lone) => lone.state === "only") || (filter === "different" && row.right.some((lone) => lone.state === "only"));
    return filter === "added" && row.right.some((lone) => lone.state === "only");
  }
  if (row.placed) return false;
  const isOpposed = row.manner === "contradicts" || row.manner === "denies";
  const isSame = row.manner === "same" || row.manner === "about";
  if (filter === "moved") return row.moved;
  if (filter === "contradicts") return isOpposed;
  if (filter === "same") return isSame;
  if (filter === "changed") return !isOpposed && !isSame;
  return filter === "different" && (row.moved || !isSame);
}
