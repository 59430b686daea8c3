/** What is said of the places, and by how many articles. */

import type { Article, ArticleIndex, ClaimIndex, Evidence, Place, Report } from "../report";

export interface Spoken {
  place: Place;
  lat: number;
  lon: number;
  weight: number; // how many articles name it
  articles: ArticleIndex[];
  claims: { claim: ClaimIndex; mentions: Evidence[] }[]; // most urgent first
}

/** The places that the given articles name, those first that most of them name. */
export function collectPlaces(report: Report, inside: ReadonlySet<ArticleIndex>, isTold: (article: Article) => boolean): Spoken[] {
  return report.places
    .map((place) => collectPlace(place, (article) => inside.has(article) && isTold(report.articles[article]!)))
    .filter((spoken) => spoken.weight > 0)
    .sort((a, b) => b.weight - a.weight || b.claims.length - a.claims.length);
}

function collectPlace(place: Place, isShown: (article: ArticleIndex) => boolean): Spoken {
  const claims = new Map<ClaimIndex, Evidence[]>();
  const articles = new Set<ArticleIndex>();
  for (const { article, span, claim } of place.mentions) {
    if (!isShown(article)) continue;
    articles.add(article);
    const mentions = claims.get(claim) ?? [];
    // One mention of an article is enough for a claim.
    if (!mentions.some((mention) => mention.article === article)) mentions.push({ article, span });
    claims.set(claim, mentions);
  }
  return {
    place,
    lat: place.lat,
    lon: place.lon,
    weight: articles.size,
    articles: [...articles].sort((a, b) => a - b),
    claims: [...claims].map(([claim, mentions]) => ({ claim, mentions })).sort((a, b) => a.claim - b.claim),
  };
}
