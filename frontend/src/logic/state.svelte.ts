/** What the reader looks at; kept in the address (after #), so that a view can be bookmarked and the back button works. */

import type { ArticleIndex, ClaimIndex, Evidence, Report, WitnessIndex } from "../report";

export type View = "story" | "matrix" | "timeline" | "articles" | "compare" | "sources" | "wanted";
export const VIEWS: View[] = ["story", "matrix", "timeline", "articles", "compare", "sources", "wanted"];

export interface Place {
  view: View;
  claim: ClaimIndex | null;
  article: ArticleIndex | null;
  other: ArticleIndex | null; // the second of two articles that are compared
  witness: WitnessIndex | null;
}

export interface Shown extends Evidence {
  claim: ClaimIndex | null; // for which claim the words are shown
}

const place = $state<Place>({ view: "story", claim: null, article: null, other: null, witness: null });
let shown = $state.raw<Shown | null>(null);

/** Where the reader is. */
export function getPlace(): Readonly<Place> {
  return place;
}

/** The words that the evidence pane shows. */
export function getShown(): Shown | null {
  return shown;
}

/** Show exact words in the evidence pane. */
export function show(evidence: Evidence, claim: ClaimIndex | null = place.claim): void {
  shown = { article: evidence.article, span: evidence.span, claim };
}

export function closeShown(): void {
  shown = null;
}

/** Go somewhere: what is not named stays as it is. */
export function go(to: Partial<Place>): void {
  Object.assign(place, to);
  const address = writeAddress(place);
  if (location.hash !== address) history.pushState(null, "", address);
}

/** A link to a place, for an href; it reads only what it needs of where the reader is, and is not made anew without need. */
export function makeHref(to: Partial<Place>): string {
  return writeAddress(new Proxy(to, { get: (given, name: keyof Place) => (name in given ? given[name] : place[name]) }) as Place);
}

/** "#/story/c12", "#/articles/a3", "#/compare/a3/a7", "#/sources/w5": ids are places in the report's lists. */
export function writeAddress(to: Place): string {
  const parts: string[] = [to.view];
  if (to.view === "story" || to.view === "matrix" || to.view === "timeline") {
    if (to.claim !== null) parts.push(`c${to.claim}`);
  } else if (to.view === "articles" || to.view === "compare") {
    if (to.article !== null) parts.push(`a${to.article}`);
    if (to.view === "compare" && to.article !== null && to.other !== null) parts.push(`a${to.other}`);
  } else if (to.view === "sources" && to.witness !== null) parts.push(`w${to.witness}`);
  return `#/${parts.join("/")}`;
}

/** The place that an address names; what is not in the report is left out. */
export function readAddress(address: string, report: Report): Partial<Place> {
  const [view, ...rest] = address.replace(/^#\//, "").split("/");
  if (!VIEWS.includes(view as View)) return {};
  const to: Partial<Place> = { view: view as View };
  for (const part of rest) {
    const number = Number(part.slice(1));
    if (!Number.isInteger(number) || number < 0) continue;
    if (part[0] === "c" && number < report.claims.length) to.claim = number;
    else if (part[0] === "w" && number < report.witnesses.length) to.witness = number;
    else if (part[0] === "a" && number < report.articles.length) {
      if (to.article === undefined) to.article = number;
      else to.other = number;
    }
  }
  // Without an id these two views show their whole list.
  if (view === "articles") to.article ??= null;
  if (view === "sources") to.witness ??= null;
  return to;
}

/** Follow the address, now and whenever it changes. */
export function followAddress(report: Report): () => void {
  const follow = () => Object.assign(place, readAddress(location.hash, report));
  follow();
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  return () => {
    removeEventListener("popstate", follow);
    removeEventListener("hashchange", follow);
  };
}
