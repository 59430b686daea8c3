/** The first screen: what is contradicted, what changed, what rests on one origin, what is denied, what is missing. */

import type { Article, Claim, ClaimIndex, Report, Story, Tone, Wanted } from "../report";
import { isOfKind, type Kind as ClaimKind } from "./claim";

export type Kind = "contradicted" | "changed" | "single" | "denied";

export interface Tile {
  kind: Kind;
  tone: Tone;
  claims: ClaimIndex[]; // most urgent first
}

const TONES: Record<Kind, Tone> = { contradicted: "bad", changed: "warn", single: "warn", denied: "note" };

type IsTold = (article: Article) => boolean;

/** The claims behind each number. isTold: false for articles that are left out; a claim needs those that make it what it is. */
export function makeTiles(report: Report, isTold: IsTold): Tile[] {
  const isIn = (article: number) => isTold(report.articles[article]!);
  const worth = report.claims.map((claim, place) => ({ claim, place })).filter(({ claim }) => claim.worth);
  return (Object.keys(TONES) as Kind[]).map((kind) => ({
    kind,
    tone: TONES[kind],
    claims: worth.filter(({ claim }) => isKnownAs(claim, FILTERS[kind], isIn)).map(({ place }) => place),
  }));
}

const FILTERS: Record<Kind, ClaimKind> = { contradicted: "contradiction", changed: "changed", single: "one-origin", denied: "disputed" };

/** True for a claim of that kind, where the articles that make it so are among those known. */
export function isKnownAs(claim: Claim, kind: ClaimKind, isIn: (article: number) => boolean): boolean {
  if (!isOfKind(claim, kind)) return false;
  if (kind === "changed") return isChanged(claim, isIn);
  if (kind === "disputed") return isDisputed(claim, isIn);
  // An article can contradict itself.
  return countArticles(claim, isIn) >= Math.min(claim.articles.length, kind === "contradiction" || kind === "one-origin" ? 2 : 1);
}

function countArticles(claim: Claim, isIn: (article: number) => boolean): number {
  return claim.articles.filter(isIn).length;
}

/** True where an article that has the claim in another form is among those known, or nothing tells which one has. */
function isChanged(claim: Claim, isIn: (article: number) => boolean): boolean {
  const changed = claim.variants.flatMap((variant) => variant.groups.flatMap((group) => group.readings)).filter(({ from }) => from !== null);
  return changed.length ? changed.some(({ article }) => isIn(article)) : countArticles(claim, isIn) > 1;
}

function isDisputed(claim: Claim, isIn: (article: number) => boolean): boolean {
  return claim.against.length ? claim.against.some(({ article }) => isIn(article)) : countArticles(claim, isIn) > 0;
}

/** Sources that are credited and have no article here, those credited most first. */
export function findMissing(report: Report, isTold: IsTold): Wanted[] {
  return report.wanted.filter((wanted) => !wanted.own && wanted.citedBy.some((article) => isTold(report.articles[article]!)));
}

export interface StoryFacts {
  articles: number; // copies of one text once
  copies: number;
  languages: string[];
  first: string | null; // day of the earliest and the latest article that has a date
  last: string | null;
}

export function findFacts(report: Report, story: Story, isTold: IsTold): StoryFacts {
  const known = story.articles.map((place) => report.articles[place]!).filter(isTold);
  const originals = known.filter((article) => article.duplicateOf === null);
  const days = originals.flatMap(({ published }) => (published ? [published.slice(0, 10)] : [])).sort();
  return {
    articles: originals.length,
    copies: known.length - originals.length,
    languages: [...new Set(originals.map(({ language }) => language))],
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

/** The most urgent claim of a story. */
export function findFirstClaim(report: Report, story: Story): ClaimIndex | null {
  const number = report.stories.indexOf(story);
  const place = report.claims.findIndex((claim) => claim.stories.includes(number));
  return place < 0 ? null : place;
}
