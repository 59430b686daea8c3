/** What the articles tell with a date, and when they appeared themselves. */

import type { Article, ArticleIndex, ClaimIndex, Event, Evidence, Report } from "../report";
import { readMoment, type Stretch } from "./moments";

/** One dated event, told by one or more articles. */
export interface Happening {
  value: string;
  stretch: Stretch | null; // null: no year
  inferred: boolean; // the date is worked out
  text: string;
  claim: ClaimIndex | null;
  told: Evidence[]; // where it is dated; others that tell its claim may date it otherwise
  weight: number; // how many articles tell it
}

export interface Publication {
  article: ArticleIndex;
  day: number;
}

/** Articles of the stories that several tell; of all stories where there is no such story. */
export function findInside(report: Report): Set<ArticleIndex> {
  const told = report.stories.filter((story) => !story.aside);
  return told.length === 0 ? new Set(report.articles.keys()) : new Set(told.flatMap((story) => story.articles));
}

/** The events in the order of time, those without a year last; an event that several articles tell stands once. */
export function collectHappenings(report: Report, inside: ReadonlySet<ArticleIndex>): Happening[] {
  const found = new Map<string, Happening>();
  report.timeline.forEach((event, index) => {
    if (!inside.has(event.article)) return;
    const key = event.claim === null ? `e${index}` : `${event.value} ${event.claim}`;
    const known = found.get(key);
    if (known) addTelling(known, event);
    else found.set(key, makeHappening(report, event));
  });
  return [...found.values()].sort((a, b) => (a.stretch?.start ?? Infinity) - (b.stretch?.start ?? Infinity) || (a.stretch?.end ?? 0) - (b.stretch?.end ?? 0) || b.weight - a.weight);
}

function makeHappening(report: Report, event: Event): Happening {
  const weight = event.claim === null ? 1 : report.claims[event.claim]!.articles.length;
  const told = [{ article: event.article, span: event.span }];
  return { value: event.value, stretch: readMoment(event.value), inferred: event.basis === "inferred", text: event.text, claim: event.claim, told, weight };
}

function addTelling(happening: Happening, event: Event): void {
  happening.told.push({ article: event.article, span: event.span });
  if (event.basis === "stated") happening.inferred = false;
}

/** The most told ones, still in the order of time. */
export function keepMostTold(happenings: readonly Happening[], limit: number): Happening[] {
  if (happenings.length <= limit) return [...happenings];
  const kept = new Set([...happenings].sort((a, b) => b.weight - a.weight).slice(0, limit));
  return happenings.filter((happening) => kept.has(happening));
}

/** The articles by the day of their publication; those without a day are left out. */
export function collectPublications(report: Report, inside: ReadonlySet<ArticleIndex>): Publication[] {
  return [...inside]
    .flatMap((article) => {
      const day = readMoment(report.articles[article]!.published)?.start;
      return day === undefined ? [] : [{ article, day }];
    })
    .sort((a, b) => a.day - b.day || a.article - b.article);
}

/** The distinct days on which articles appeared, oldest first: "2024-10-17". */
export function listDays(articles: readonly Article[]): string[] {
  return [...new Set(articles.flatMap((article) => (readMoment(article.published) ? [article.published!.slice(0, 10)] : [])))].sort();
}

/** How many articles there were, and how many claims at least one of them tells. */
export function countTold(report: Report, isTold: (article: Article) => boolean): { articles: number; claims: number } {
  const told = report.articles.map(isTold);
  return {
    articles: told.filter(Boolean).length,
    claims: report.claims.filter((claim) => claim.tellings.some((telling) => told[telling.article])).length,
  };
}
