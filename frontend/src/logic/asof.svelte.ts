/** What was known on one day: articles published later are put aside by every view; undated ones stay. */

import type { Article } from "../report";

let day = $state<string | null>(null);

/** The chosen day as "2024-10-17", or null for all that is known. */
export function getDay(): string | null {
  return day;
}

export function setDay(chosen: string | null): void {
  day = chosen;
}

/** True for an article that had been published by the chosen day, or whose day is not known. */
export function isTold(article: Article): boolean {
  return day === null || article.published === null || article.published.slice(0, 10) <= day;
}
