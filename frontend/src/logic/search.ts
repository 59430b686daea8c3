/** Search over everything that the page holds. The index is made little by little, while the reader does something else. */

import type { Article, Claim, Evidence, Report } from "../report";
import { findHits, fold, foldQuery, type Hit } from "./fold";
import { count } from "./text";

export type Kind = "claim" | "source" | "article" | "words" | "place";
export const KINDS: Kind[] = ["claim", "source", "article", "words", "place"];

export interface Result {
  kind: Kind;
  item: number; // place in the report's list of that kind; words have that of their article
  text: string;
  hits: Hit[];
  lang: string | null;
  evidence: Evidence | null;
}

export interface ResultGroup {
  kind: Kind;
  total: number;
  results: Result[];
}

interface Unit {
  kind: Kind;
  item: number;
  text: string;
  folded: string;
  start: number; // of words in their article, in code points
}

export interface SearchIndex {
  report: Report;
  units: Unit[];
  rest: Iterator<Unit>;
  done: boolean;
}

const AROUND = 70; // characters shown before the first hit
const SHOWN = 220;
const NEAR = 160; // hits no farther apart are one piece of evidence

/** An empty index. nameCountry: what a country is called in the reader's language. */
export function makeIndex(report: Report, nameCountry: (code: string) => string): SearchIndex {
  return { report, units: [], rest: makeUnits(report, nameCountry), done: false };
}

/** Index for at most so many milliseconds; true when everything is indexed. */
export function grow(index: SearchIndex, milliseconds: number): boolean {
  const end = performance.now() + milliseconds;
  while (!index.done && performance.now() < end) {
    for (let step = 0; step < 20 && !index.done; step += 1) {
      const next = index.rest.next();
      if (next.done) index.done = true;
      else index.units.push(next.value);
    }
  }
  return index.done;
}

/**
 * What holds all words of the query, grouped by kind; what holds them as beginnings of words comes first.
 * isTold: false for an article that is not to be found, as one published after the chosen day.
 */
export function find(index: SearchIndex, query: string, limit: number, isTold: (article: Article) => boolean): ResultGroup[] {
  const words = foldQuery(query);
  if (!words.length) return [];
  grow(index, Infinity);
  const found = new Map<Kind, Unit[]>(KINDS.map((kind) => [kind, []]));
  const spread = new Map<number, Spread>();
  for (const unit of index.units) {
    const has = words.map((word) => unit.folded.includes(word));
    if (unit.kind === "words" && has.includes(true)) keepSpread(spread, unit, has);
    if (!has.includes(false) && isKnown(index.report, unit, isTold)) found.get(unit.kind)!.push(unit);
  }
  found.get("words")!.push(...findSpread(index.report, spread, isTold));
  return KINDS.map((kind) => makeGroup(index.report, kind, found.get(kind)!, words, limit)).filter((group) => group.total);
}

/** The words of a query that one article holds, wherever they stand, and the paragraph with most of them. */
interface Spread {
  has: boolean[];
  best: Unit;
  most: number;
}

function keepSpread(spread: Map<number, Spread>, unit: Unit, has: boolean[]): void {
  const most = has.filter(Boolean).length;
  const known = spread.get(unit.item);
  if (!known) spread.set(unit.item, { has, best: unit, most });
  else {
    known.has = known.has.map((held, place) => held || has[place]!);
    if (most > known.most) Object.assign(known, { best: unit, most });
  }
}

/** Articles that hold all words, but in no one paragraph. */
function findSpread(report: Report, spread: Map<number, Spread>, isTold: (article: Article) => boolean): Unit[] {
  return [...spread.values()]
    .filter(({ has, most }) => most < has.length && !has.includes(false))
    .map(({ best }) => best)
    .filter((unit) => isKnown(report, unit, isTold));
}

function isKnown(report: Report, unit: Unit, isTold: (article: Article) => boolean): boolean {
  if (unit.kind === "article" || unit.kind === "words") return isTold(report.articles[unit.item]!);
  if (unit.kind === "claim") return report.claims[unit.item]!.articles.some((article) => isTold(report.articles[article]!));
  if (unit.kind === "place") return report.places[unit.item]!.mentions.some(({ article }) => isTold(report.articles[article]!));
  return true;
}

function makeGroup(report: Report, kind: Kind, units: Unit[], words: readonly string[], limit: number): ResultGroup {
  const starts = new Map(units.map((unit) => [unit, words.filter((word) => startsWord(unit.folded, word)).length]));
  units.sort((a, b) => starts.get(b)! - starts.get(a)!);
  return { kind, total: units.length, results: units.slice(0, limit).map((unit) => makeResult(report, unit, words)) };
}

function startsWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]!)) return true;
  }
  return false;
}

function makeResult(report: Report, unit: Unit, words: readonly string[]): Result {
  const { kind, item } = unit;
  const hits = findHits(unit.text, words);
  const isArticle = kind === "article" || kind === "words";
  return {
    kind,
    item,
    ...cutAround(unit.text, hits),
    lang: isArticle ? report.articles[item]!.language : null,
    evidence: kind === "words" ? locate(unit, hits) : kind === "place" ? findMention(report, item) : null,
  };
}

function findMention(report: Report, place: number): Evidence | null {
  const [first] = report.places[place]!.mentions;
  return first ? { article: first.article, span: first.span } : null;
}

/** The hits in a paragraph as places in its article. */
function locate(unit: Unit, hits: readonly Hit[]): Evidence | null {
  const first = hits[0];
  if (!first) return null;
  const last = hits.findLast((hit) => hit[1] - first[0] <= NEAR) ?? first;
  const start = unit.start + count(unit.text.slice(0, first[0]));
  return { article: unit.item, span: [start, start + count(unit.text.slice(first[0], Math.max(first[1], last[1])))] };
}

/** A long text cut around its first hit, at spaces where there are some. */
function cutAround(text: string, hits: readonly Hit[]): { text: string; hits: Hit[] } {
  const first = hits[0]?.[0] ?? 0;
  const from = first > AROUND * 1.5 ? skipHalf(text, text.indexOf(" ", first - AROUND) + 1 || first - AROUND, first) : 0;
  const cut = text.lastIndexOf(" ", from + SHOWN);
  const end = text.length - from <= SHOWN ? text.length : skipHalf(text, cut > (hits[0]?.[1] ?? 0) ? cut : from + SHOWN, text.length);
  const before = from ? "…" : "";
  const shift = before.length - from;
  const shown = hits.filter((hit) => hit[1] <= end).map((hit): Hit => [hit[0] + shift, hit[1] + shift]);
  return { text: before + text.slice(from, end) + (end < text.length ? "…" : ""), hits: shown };
}

/** A place that halves no character and is not past another. */
function skipHalf(text: string, place: number, last: number): number {
  const code = text.charCodeAt(place);
  return Math.min(code >= 0xdc00 && code <= 0xdfff ? place + 1 : place, last);
}

function* makeUnits(report: Report, nameCountry: (code: string) => string): Generator<Unit> {
  for (const [item, claim] of report.claims.entries()) yield makeUnit("claim", item, claim.title);
  const why = new Map(report.wanted.map((wanted) => [wanted.witness, wanted.why]));
  for (const [item, witness] of report.witnesses.entries()) {
    // An article is found as such.
    if (witness.kind !== "article") yield makeUnit("source", item, join([witness.name, ...witness.aliases, why.get(item)]));
  }
  for (const [item, { title, name, outlet, author, file }] of report.articles.entries()) {
    yield makeUnit("article", item, join([title, name, outlet, author, file]));
  }
  for (const [item, place] of report.places.entries()) {
    yield makeUnit("place", item, join([place.name, place.country && nameCountry(place.country)]));
  }
  for (const [item, article] of report.articles.entries()) if (article.duplicateOf === null) yield* makeWords(article, item);
}

/** The paragraphs of an article. */
function* makeWords(article: Article, item: number): Generator<Unit> {
  for (const passage of article.passages) {
    let start = passage.start;
    for (const line of passage.text.split("\n")) {
      if (line.trim()) yield makeUnit("words", item, line, start);
      start += count(line) + 1;
    }
  }
}

function makeUnit(kind: Kind, item: number, text: string, start = 0): Unit {
  return { kind, item, text, folded: fold(text), start };
}

/** Names in one line, each once. */
function join(names: readonly (string | null | undefined)[]): string {
  const kept: string[] = [];
  for (const name of names) if (name && !kept.some((known) => known.includes(name))) kept.push(name);
  return kept.join(" · ");
}

/** The claim that words belong to, so that they can be shown with its judgement. */
export function findClaim(claims: readonly Claim[], { article, span }: Evidence): number | null {
  const place = claims.findIndex((claim) =>
    claim.tellings.some((telling) => telling.article === article && telling.span[0] < span[1] && span[0] < telling.span[1]),
  );
  return place < 0 ? null : place;
}
