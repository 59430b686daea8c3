/** Which articles hang together: the links between articles of the pile. */

import type { ArticleIndex, Link, Report } from "../report";
import { getTold } from "./tellings";

/** Two articles with the links by which one has something from the other. */
export interface LinkedPair {
  exemplar: ArticleIndex;
  copy: ArticleIndex;
  links: Link[]; // the surest first
}

const known = new WeakMap<Report, LinkedPair[]>();

/** Every linked pair, the surest first: shared wording and translation before a mere credit. */
export function getPairs(report: Report): LinkedPair[] {
  let pairs = known.get(report);
  if (!pairs) known.set(report, (pairs = findPairs(report)));
  return pairs;
}

function findPairs(report: Report): LinkedPair[] {
  const found = new Map<string, LinkedPair>();
  for (const link of report.links) {
    for (const copy of report.witnesses[link.copy]!.articles) {
      for (const exemplar of report.witnesses[link.exemplar]!.articles) {
        if (copy === exemplar || !hasWords(report, link, copy, exemplar)) continue;
        const key = `${exemplar} ${copy}`;
        const pair = found.get(key);
        if (pair) pair.links.push(link);
        else found.set(key, { exemplar, copy, links: [link] });
      }
    }
  }
  const pairs = [...found.values()];
  for (const pair of pairs) pair.links.sort((one, two) => rank(two) - rank(one));
  return pairs.sort((one, two) => rank(two.links[0]!) - rank(one.links[0]!) || two.links.length - one.links.length);
}

/** An outlet may have many articles in the pile: a link is about those that its evidence is from. */
function hasWords(report: Report, link: Link, copy: ArticleIndex, exemplar: ArticleIndex): boolean {
  const sides = [link.copy, link.exemplar].map((witness) => report.witnesses[witness]!.articles.length);
  const articles = new Set(link.evidence.map((item) => item.article));
  return (sides[0] === 1 || articles.has(copy)) && (sides[1] === 1 || link.kind === "citation" || articles.has(exemplar));
}

function rank(link: Link): number {
  return link.confidence + (link.kind === "citation" ? 0 : 1);
}

/** What to lay side by side at first: the surest pair, of a given article where there is one. */
export function findDefaultPair(report: Report, article: ArticleIndex | null): [ArticleIndex, ArticleIndex] | null {
  const pairs = getPairs(report);
  if (article === null) {
    const best = pairs[0];
    if (best) return [best.exemplar, best.copy];
    return report.articles.length > 1 ? [0, 1] : null;
  }
  const own = pairs.find((pair) => pair.copy === article || pair.exemplar === article);
  if (own) return [article, own.copy === article ? own.exemplar : own.copy];
  return findNearest(report, article);
}

/** The article that tells most of the same claims. */
function findNearest(report: Report, article: ArticleIndex): [ArticleIndex, ArticleIndex] | null {
  const shared = report.articles.map(() => 0);
  for (const { claim } of getTold(report, article)) for (const other of report.claims[claim]!.articles) shared[other]! += 1;
  let best: ArticleIndex | null = null;
  shared.forEach((number, other) => {
    if (other !== article && (best === null || number > shared[best]!)) best = other;
  });
  return best === null ? null : [article, best];
}

/** What stands between two articles: the links either way, and the sources that both have wording or words from. */
export function findBetween(report: Report, left: ArticleIndex, right: ArticleIndex): { pairs: LinkedPair[]; sources: number[] } {
  const pairs = getPairs(report).filter(
    (pair) => (pair.exemplar === left && pair.copy === right) || (pair.exemplar === right && pair.copy === left),
  );
  const [one, two] = [left, right].map((article) => {
    const exemplars = report.links.filter((link) => report.witnesses[link.copy]!.articles.includes(article)).map((link) => link.exemplar);
    return new Set(exemplars);
  });
  return { pairs, sources: [...one!].filter((witness) => two!.has(witness)) };
}
