/** Which claims each article tells: the claims' tellings, turned round once for a report. */

import type { ArticleIndex, ClaimIndex, Report, Telling } from "../report";

export interface Told {
  claim: ClaimIndex;
  telling: Telling;
}

const known = new WeakMap<Report, Told[][]>();

/** The claims that an article tells, in the order of its text. */
export function getTold(report: Report, article: ArticleIndex): Told[] {
  let byArticle = known.get(report);
  if (!byArticle) {
    byArticle = turnRound(report);
    known.set(report, byArticle);
  }
  return byArticle[article] ?? [];
}

function turnRound(report: Report): Told[][] {
  const byArticle: Told[][] = report.articles.map(() => []);
  report.claims.forEach((claim, number) => {
    for (const telling of claim.tellings) byArticle[telling.article]?.push({ claim: number, telling });
  });
  for (const told of byArticle) told.sort((one, two) => one.telling.span[0] - two.telling.span[0] || one.telling.span[1] - two.telling.span[1]);
  return byArticle;
}
