/** The list of articles: filtered, sorted, every copy under the text that it is a copy of. */

import type { Article, ArticleIndex, Report } from "../report";
import { fold, foldQuery } from "./fold";

export type Order = "date" | "outlet" | "language" | "claims" | "story";
export const ORDERS: Order[] = ["date", "outlet", "language", "claims", "story"];

export interface Shelved {
  article: ArticleIndex;
  under: boolean; // a copy or an earlier version, below its original
}

/** The articles that hold all words of a query, originals in order with their copies below. */
export function shelve(report: Report, query: string, order: Order, claims: readonly number[]): Shelved[] {
  const words = foldQuery(query);
  const kept = report.articles.map((article) => {
    const text = words.length ? fold(describe(article, report)) : "";
    return words.every((word) => text.includes(word));
  });
  const heads = report.articles.map((_, number) => findHead(report, number));
  const groups = new Map<ArticleIndex, ArticleIndex[]>();
  heads.forEach((head, number) => {
    if (kept[number]) groups.set(head, [...(groups.get(head) ?? []), number]);
  });
  const compare = makeCompare(report, order, claims);
  const tops = [...groups.keys()].sort(compare);
  return tops.flatMap((head) => {
    const members = groups.get(head)!.sort((one, two) => Number(two === head) - Number(one === head) || compare(one, two));
    return members.map((article) => ({ article, under: article !== head }));
  });
}

function describe(article: Article, report: Report): string {
  const story = article.story === null ? "" : report.stories[article.story]?.title;
  return [article.name, article.title, article.outlet, article.author, article.file, article.language, article.published, story].join(" ");
}

function findHead(report: Report, article: ArticleIndex): ArticleIndex {
  const seen = new Set<ArticleIndex>();
  let head = article;
  while (!seen.has(head)) {
    seen.add(head);
    const known = report.articles[head]!;
    head = known.duplicateOf ?? known.revisionOf ?? head;
  }
  return head;
}

function makeCompare(report: Report, order: Order, claims: readonly number[]): (one: ArticleIndex, two: ArticleIndex) => number {
  const get = (number: ArticleIndex) => report.articles[number]!;
  const collator = new Intl.Collator();
  const byDate = (one: ArticleIndex, two: ArticleIndex) => compareText(get(one).published ?? "9999", get(two).published ?? "9999") || one - two;
  const keys: Record<Order, (one: ArticleIndex, two: ArticleIndex) => number> = {
    date: () => 0,
    outlet: (one, two) => collator.compare(get(one).name, get(two).name),
    language: (one, two) => compareText(get(one).language, get(two).language),
    claims: (one, two) => claims[two]! - claims[one]!,
    story: (one, two) => (get(one).story ?? Infinity) - (get(two).story ?? Infinity) || 0,
  };
  return (one, two) => keys[order](one, two) || byDate(one, two);
}

function compareText(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0;
}
