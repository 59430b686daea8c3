/** Two articles side by side: which sentences tell the same, in which order, and how they differ. */

import type { ArticleIndex, Claim, ClaimIndex, Manner, Report, Span, Telling, Words } from "../report";
import { findWorst } from "./manners";
import { findUnits, type Unit } from "./sentences";
import { findShared } from "./wording";

/** A detail that the two articles tell otherwise. */
export interface Detail {
  kind: string; // of the variant, or "denial"
  manner: Manner;
  was: Words;
  is: Words;
  left: Span;
  right: Span;
}

/** A claim that both articles tell. */
export interface Common {
  claim: ClaimIndex;
  manner: Manner;
  details: Detail[];
  left: Telling;
  right: Telling;
}

export type Side = "left" | "right";

/** A sentence beside nothing: only here, told within another sentence there, or moved beside its like. */
export interface Lone {
  unit: Unit;
  state: "only" | "within" | "moved";
  other: number | null; // the sentence there
  common: Common[];
}

export type Row =
  | { kind: "pair"; left: Unit; right: Unit; manner: Manner; moved: boolean; placed: boolean; likeness: number; common: Common[] }
  | { kind: "apart"; left: Lone[]; right: Lone[] };

export interface Alignment {
  rows: Row[];
  copied: { left: Span; right: Span }[]; // wording that both share
  common: Common[];
  counts: { same: number; changed: number; contradicts: number; moved: number; omitted: number; added: number };
}

export const ALIKE = 0.5; // sentences with so much of their words in common are one sentence reworded
const VERBATIM = 0.95;

interface Pair {
  left: number;
  right: number;
  score: number;
  likeness: number;
  common: Common[];
}

/** Lay two articles side by side; copies of one text are told apart by their words alone. */
export function align(report: Report, left: ArticleIndex, right: ArticleIndex): Alignment {
  const units = { left: findUnits(report, left), right: findUnits(report, right) };
  const common = findCommon(report, units.left, left, right);
  const pairs = findPairs(units.left, units.right, common);
  const taken = choosePairs(pairs);
  const within = findWithin(pairs);
  const isForeign = report.articles[left]!.language !== report.articles[right]!.language;
  const made = makeRows(units.left, units.right, taken, within);
  const rows = isForeign ? made.flatMap(pairByPlace) : made;
  const copied = findShared(units.left.flatMap((unit) => unit.tokens), units.right.flatMap((unit) => unit.tokens));
  return { rows, copied, common, counts: countRows(rows) };
}

/** The claims told in both articles, and how their tellings differ. */
function findCommon(report: Report, units: Unit[], left: ArticleIndex, right: ArticleIndex): Common[] {
  const claims = new Set(units.flatMap((unit) => unit.told.map((told) => told.claim)));
  const common: Common[] = [];
  for (const number of claims) {
    const claim = report.claims[number]!;
    const [one, two] = [findTelling(claim, left), findTelling(claim, right)];
    if (!one || !two) continue;
    const details = findDetails(claim, one, two);
    common.push({ claim: number, manner: findWorst(details.map((detail) => detail.manner)), details, left: one, right: two });
  }
  return common;
}

function findTelling(claim: Claim, article: ArticleIndex): Telling | undefined {
  const own = claim.tellings.filter((telling) => telling.article === article);
  return own.find((telling) => telling.shown) ?? own[0];
}

function findDetails(claim: Claim, left: Telling, right: Telling): Detail[] {
  const details: Detail[] = [];
  if ((left.manner === "denies") !== (right.manner === "denies")) {
    details.push({ kind: "denial", manner: "denies", was: left.words, is: right.words, left: left.span, right: right.span });
  }
  for (const variant of claim.variants) {
    const [one, two] = [left, right].map((telling) => {
      const group = variant.groups.find((group) => group.readings.some((reading) => reading.article === telling.article));
      const reading = group?.readings.find((reading) => reading.article === telling.article);
      return group && reading && { group, reading };
    });
    if (!one || !two || one.group === two.group || variant.label === "same") continue;
    const worst = findWorst([one.group.manner, two.group.manner]);
    const manner = worst === "same" ? "about" : worst;
    details.push({ kind: variant.kind, manner, was: one.reading.words, is: two.reading.words, left: one.reading.span, right: two.reading.span });
  }
  return details;
}

/** Which sentences may belong together: by the claims that both tell, and by their words. */
function findPairs(left: Unit[], right: Unit[], common: Common[]): Pair[] {
  const pairs = new Map<string, Pair>();
  const get = (one: number, two: number): Pair => {
    const key = `${one} ${two}`;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { left: one, right: two, score: 0, likeness: 0, common: [] }));
    return pair;
  };
  const homes = [left, right].map((units) => {
    const home = new Map<Telling, number>();
    for (const unit of units) for (const told of unit.told) home.set(told.telling, unit.place);
    return home;
  });
  for (const item of common) {
    const [one, two] = [homes[0]!.get(item.left), homes[1]!.get(item.right)];
    if (one === undefined || two === undefined) continue;
    const pair = get(one, two);
    pair.common.push(item);
    pair.score += 1;
  }
  for (const [one, two, likeness] of findAlike(left, right)) {
    const known = pairs.has(`${one} ${two}`);
    if (!known && likeness < ALIKE) continue;
    const pair = get(one, two);
    pair.likeness = likeness;
    pair.score += 2 * likeness;
  }
  return [...pairs.values()];
}

/** Sentences that share words, and how many of their words (0 to 1). */
function findAlike(left: Unit[], right: Unit[]): [left: number, right: number, likeness: number][] {
  const sets = [left, right].map((units) => units.map((unit) => new Set(unit.tokens.map((token) => token.word))));
  const holders = new Map<string, number[]>();
  sets[1]!.forEach((words, place) => {
    for (const word of words) {
      const places = holders.get(word);
      if (places) places.push(place);
      else holders.set(word, [place]);
    }
  });
  const found: [number, number, number][] = [];
  sets[0]!.forEach((words, one) => {
    const shared = new Map<number, number>();
    for (const word of words) for (const two of holders.get(word) ?? []) shared.set(two, (shared.get(two) ?? 0) + 1);
    for (const [two, number] of shared) found.push([one, two, (2 * number) / (words.size + sets[1]![two]!.size)]);
  });
  return found;
}

/** Every sentence once, the surest pairs first, the nearest in place where they are as sure. */
function choosePairs(pairs: Pair[]): Pair[] {
  const order = [...pairs].sort((one, two) => two.score - one.score || Math.abs(one.left - one.right) - Math.abs(two.left - two.right));
  const taken = { left: new Set<number>(), right: new Set<number>() };
  return order.filter((pair) => {
    if (taken.left.has(pair.left) || taken.right.has(pair.right)) return false;
    taken.left.add(pair.left);
    taken.right.add(pair.right);
    return true;
  });
}

/** For each sentence the one there that tells its claims. */
function findWithin(pairs: Pair[]): Record<Side, Map<number, Pair>> {
  const within = { left: new Map<number, Pair>(), right: new Map<number, Pair>() };
  for (const pair of pairs) {
    if (!pair.common.length) continue;
    for (const side of ["left", "right"] as const) {
      const known = within[side].get(pair[side]);
      if (!known || pair.score > known.score) within[side].set(pair[side], pair);
    }
  }
  return within;
}

/** Which of the numbers keep a rising order, so that as few as possible do not. */
export function findRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = []; // places of the smallest end of a run of each length
  const before: number[] = [];
  numbers.forEach((number, place) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    before[place] = low ? tails[low - 1]! : -1;
    tails[low] = place;
  });
  const rising = new Set<number>();
  for (let place = tails.at(-1) ?? -1; place >= 0; place = before[place]!) rising.add(place);
  return rising;
}

function makeRows(left: Unit[], right: Unit[], taken: Pair[], within: Record<Side, Map<number, Pair>>): Row[] {
  const ordered = [...taken].sort((one, two) => one.left - two.left);
  const rising = findRising(ordered.map((pair) => pair.right));
  const byLeft = new Map(ordered.map((pair, place) => [pair.left, { pair, moved: !rising.has(place) }]));
  const movedFrom = new Map(ordered.filter((_, place) => !rising.has(place)).map((pair) => [pair.right, pair]));
  const rows: Row[] = [];
  let next = 0;
  const openApart = () => {
    const last = rows.at(-1);
    if (last?.kind === "apart") return last;
    const row = { kind: "apart" as const, left: [] as Lone[], right: [] as Lone[] };
    rows.push(row);
    return row;
  };
  const flush = (until: number) => {
    for (; next < until; next += 1) openApart().right.push(makeLone(right[next]!, "right", movedFrom.get(next), within));
  };
  for (const unit of left) {
    const found = byLeft.get(unit.place);
    if (!found) {
      openApart().left.push(makeLone(unit, "left", undefined, within));
      continue;
    }
    if (!found.moved) flush(found.pair.right);
    rows.push(makePair(unit, right[found.pair.right]!, found.pair, found.moved));
    if (!found.moved) next = found.pair.right + 1;
  }
  flush(right.length);
  return rows;
}

function makePair(left: Unit, right: Unit, pair: Pair, moved: boolean): Row {
  const worded: Manner = pair.likeness >= VERBATIM || pair.common.length ? "same" : "about";
  return { kind: "pair", left, right, manner: findWorst([worded, ...pair.common.map((item) => item.manner)]), moved, placed: false, likeness: pair.likeness, common: pair.common };
}

/**
 * Sentences of two languages between the same neighbours, as many here as there, stand side by side.
 *
 * A translation without a claim in it shares no word with its exemplar: to call it omitted would be wrong.
 */
function pairByPlace(row: Row): Row[] {
  if (row.kind === "pair" || row.left.length !== row.right.length) return [row];
  if ([...row.left, ...row.right].some((lone) => lone.state !== "only")) return [row];
  return row.left.map((lone, place) => ({
    kind: "pair", left: lone.unit, right: row.right[place]!.unit, manner: "unsure", moved: false, placed: true, likeness: 0, common: [],
  }));
}

function makeLone(unit: Unit, side: Side, moved: Pair | undefined, within: Record<Side, Map<number, Pair>>): Lone {
  if (moved) return { unit, state: "moved", other: moved.left, common: [] };
  const found = within[side].get(unit.place);
  if (!found) return { unit, state: "only", other: null, common: [] };
  return { unit, state: "within", other: side === "left" ? found.right : found.left, common: found.common };
}

function countRows(rows: Row[]): Alignment["counts"] {
  const counts = { same: 0, changed: 0, contradicts: 0, moved: 0, omitted: 0, added: 0 };
  for (const row of rows) {
    if (row.kind === "apart") {
      counts.omitted += row.left.filter((lone) => lone.state === "only").length;
      counts.added += row.right.filter((lone) => lone.state === "only").length;
      continue;
    }
    if (row.placed) continue;
    if (row.moved) counts.moved += 1;
    if (row.manner === "contradicts" || row.manner === "denies") counts.contradicts += 1;
    else if (row.manner === "same" || row.manner === "about") counts.same += 1;
    else counts.changed += 1;
  }
  return counts;
}
