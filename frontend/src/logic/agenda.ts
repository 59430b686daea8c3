/** The timeline as one list: every day once, with what happened, what was denied or confirmed, and what appeared. */

import type { Band } from "./bands";
import type { Dated } from "./chart";
import type { Publication } from "./happenings";
import { writeDay } from "./moments";

export interface Entry {
  value: string; // as the articles have it
  start: number;
  exact: boolean;
  gap: number; // days since the entry before, where that is long; else 0
  happenings: Dated[];
  bands: Band[];
  publications: Publication[];
}

const LONG = 45; // days after which a gap is said

export function makeAgenda(happenings: readonly Dated[], bands: readonly Band[], publications: readonly Publication[]): Entry[] {
  const entries = new Map<string, Entry>();
  const find = (value: string, start: number, exact: boolean) => {
    const key = exact ? writeDay(start) : value;
    let entry = entries.get(key);
    if (!entry) entries.set(key, (entry = { value: key, start, exact, gap: 0, happenings: [], bands: [], publications: [] }));
    return entry;
  };
  for (const item of happenings) find(item.value, item.stretch.start, item.stretch.exact).happenings.push(item);
  for (const band of bands) find(writeDay(band.start), band.start, true).bands.push(band);
  for (const item of publications) find(writeDay(item.day), item.day, true).publications.push(item);
  const sorted = [...entries.values()].sort((a, b) => a.start - b.start || Number(a.exact) - Number(b.exact));
  sorted.forEach((entry, index) => {
    const before = sorted[index - 1];
    if (before && entry.start - before.start > LONG) entry.gap = entry.start - before.start;
  });
  return sorted;
}
