/** Who reports what: which claims and articles are shown, in which order, and what stands where they meet. */

import type { Article, ArticleIndex, Claim, ClaimIndex, Manner, Report, Telling, WitnessIndex } from "../report";

export const DISAGREEING: ReadonlySet<Manner> = new Set<Manner>(["changed", "contradicts", "denies"]);

export type RowOrder = "urgency" | "articles" | "origins" | "title";
export type ColumnOrder = "lineage" | "date" | "outlet" | "language";

export interface Filter {
  words: string; // in the title of the claim
  outlet: string; // in the name of an article
  language: string; // "" for all
  story: number | null;
  manner: Manner | ""; // told so by one of the articles shown
  disagreeing: boolean;
  least: number; // articles that tell it
}

export const NO_FILTER: Filter = {
  words: "",
  outlet: "",
  language: "",
  story: null,
  manner: "",
  disagreeing: false,
  least: 2,
};

export interface Column {
  article: ArticleIndex;
  group: string; // common origin of neighbouring columns; "" where columns are not grouped by it
  depth: number; // generations below the origin of the group
}

/** Text for comparison: without case and accents. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The telling that stands for each article of a claim. */
export function findCells(claim: Claim): Map<ArticleIndex, Telling> {
  return new Map(claim.tellings.filter((telling) => telling.shown).map((telling) => [telling.article, telling]));
}

/** The articles with a column: copies of one text once, those that pass the filter. */
export function findColumns(report: Report, filter: Filter, isTold: (article: Article) => boolean): ArticleIndex[] {
  const outlet = fold(filter.outlet);
  return report.articles.flatMap((article, index) => {
    const fits =
      article.duplicateOf === null &&
      isTold(article) &&
      (filter.language === "" || article.language === filter.language) &&
      (filter.story === null || article.story === filter.story) &&
      fold(article.name).includes(outlet);
    return fits ? [index] : [];
  });
}

/** The claims with a row, in the order wanted; equal ones keep the order of urgency. */
export function findRows(report: Report, filter: Filter, columns: readonly ArticleIndex[], order: RowOrder): ClaimIndex[] {
  const inside = new Set(columns);
  const words = fold(filter.words);
  const counts = new Map<ClaimIndex, number>();
  report.claims.forEach((claim, index) => {
    if (filter.story !== null && !claim.stories.includes(filter.story)) return;
    if (words && !fold(claim.title).includes(words)) return;
    const told = claim.tellings.filter((telling) => telling.shown && inside.has(telling.article));
    if (told.length < filter.least) return;
    if (filter.manner && !told.some((telling) => telling.manner === filter.manner)) return;
    if (filter.disagreeing && !told.some((telling) => DISAGREEING.has(telling.manner))) return;
    counts.set(index, told.length);
  });
  return sortRows(report, counts, order);
}

function sortRows(report: Report, counts: Map<ClaimIndex, number>, order: RowOrder): ClaimIndex[] {
  const rows = [...counts.keys()];
  if (order === "articles") return rows.sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  if (order === "origins") {
    return rows.sort((a, b) => report.claims[a]!.independent.best - report.claims[b]!.independent.best || a - b);
  }
  if (order === "title") {
    const collator = new Intl.Collator();
    return rows.sort((a, b) => collator.compare(report.claims[a]!.title, report.claims[b]!.title) || a - b);
  }
  return rows;
}

/** Articles side by side: by date, outlet or language, or those that go back to one origin together. */
export function sortColumns(report: Report, columns: readonly ArticleIndex[], order: ColumnOrder): Column[] {
  const get = (index: ArticleIndex) => report.articles[index]!;
  const byDate = (a: ArticleIndex, b: ArticleIndex) => compare(get(a).published ?? "~", get(b).published ?? "~") || a - b;
  if (order === "lineage") return groupByLineage(report, [...columns].sort(byDate));
  const keys: Record<Exclude<ColumnOrder, "lineage">, (index: ArticleIndex) => string> = {
    date: () => "",
    outlet: (index) => fold(get(index).name),
    language: (index) => get(index).language,
  };
  const key = keys[order];
  const sorted = [...columns].sort((a, b) => compare(key(a), key(b)) || byDate(a, b));
  return sorted.map((article) => ({ article, group: order === "language" ? get(article).language : "", depth: 0 }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupByLineage(report: Report, columns: ArticleIndex[]): Column[] {
  const parents = findParents(report);
  const placed = columns.map((article) => {
    const own = findOwn(report, article);
    const path = own === null ? [] : climb(parents, own);
    const root = path.at(-1) ?? null;
    return { article, group: root === null || root === own ? "" : report.witnesses[root]!.name, depth: Math.max(0, path.length - 1), root };
  });
  // An original stands before the group that goes back to it.
  for (const item of placed) {
    const own = findOwn(report, item.article);
    if (item.group === "" && own !== null && placed.some((other) => other !== item && other.root === own)) {
      item.group = report.witnesses[own]!.name;
    }
  }
  const size = new Map<string, number>();
  for (const item of placed) size.set(item.group, (size.get(item.group) ?? 0) + 1);
  const rank = (item: { group: string }) => (item.group === "" ? -1 : size.get(item.group)!);
  return placed
    .sort((a, b) => rank(b) - rank(a) || compare(a.group, b.group) || a.depth - b.depth)
    .map(({ article, group, depth }) => ({ article, group, depth }));
}

/** The witness that an article is. */
function findOwn(report: Report, article: ArticleIndex): WitnessIndex | null {
  const index = report.witnesses.findIndex((witness) => witness.article === article);
  return index < 0 ? null : index;
}

/** Of every witness the exemplar that it owes most: the one linked for the most claims, whole articles before all. */
function findParents(report: Report): Map<WitnessIndex, WitnessIndex> {
  const weights = new Map<WitnessIndex, Map<WitnessIndex, number>>();
  for (const link of report.links) {
    if (link.confidence < 0.5 || link.direction < 0.6) continue;
    const known = weights.get(link.copy) ?? new Map<WitnessIndex, number>();
    const weight = link.claims.length === 0 ? 1000 : link.claims.length;
    weights.set(link.copy, known.set(link.exemplar, (known.get(link.exemplar) ?? 0) + weight * link.confidence));
  }
  return new Map([...weights].map(([copy, found]) => [copy, [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0]]));
}

/** From a witness up to where its trace ends; a loop ends it too. */
function climb(parents: ReadonlyMap<WitnessIndex, WitnessIndex>, from: WitnessIndex): WitnessIndex[] {
  const path = [from];
  for (let next = parents.get(from); next !== undefined && !path.includes(next); next = parents.get(next)) path.push(next);
  return path;
}

/** How the table says things in the language of the interface. */
export interface Wording {
  say: (words: Telling["words"]) => string;
  manner: (manner: Manner) => string;
  heads: string[];
}

/** The table as rows of text: one a claim, with one cell an article. */
export function makeRows(
  report: Report,
  rows: readonly ClaimIndex[],
  columns: readonly ArticleIndex[],
  wording: Wording,
): (string | number)[][] {
  const head = [...wording.heads, ...columns.map((article) => report.articles[article]!.name)];
  const body = rows.map((row) => {
    const claim = report.claims[row]!;
    const cells = findCells(claim);
    const { low, best, high } = claim.independent;
    const told = columns.map((article) => sayCell(cells.get(article), wording));
    return [claim.title, low, best, high, claim.support, claim.dispute, ...told];
  });
  return [head, ...body];
}

function sayCell(telling: Telling | undefined, wording: Wording): string {
  if (!telling) return "";
  const words = wording.say(telling.words);
  const speaker = telling.speakers[0]?.name;
  return wording.manner(telling.manner) + (words ? `: ${words}` : "") + (speaker ? ` (${speaker})` : "");
}
