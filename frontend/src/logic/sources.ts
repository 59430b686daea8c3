/** What each witness was origin of, whom it cites and copies, who cites and copies it, and what it is quoted with. */

import type { ArticleIndex, ClaimIndex, Link, Report, WitnessIndex } from "../report";
import { fold, foldQuery } from "./fold";
import { getTold } from "./tellings";

export interface Statement {
  article: ArticleIndex;
  voice: number; // place in the article's attributions
}

export interface Profile {
  origin: ClaimIndex[];
  passage: ClaimIndex[]; // every way of these passes it, though it is not their origin
  disputed: ClaimIndex[]; // of its claims, those denied, doubted or retracted
  cites: Link[];
  citedBy: Link[];
  copies: Link[]; // reuse and translation
  copiedBy: Link[];
  statements: Statement[];
  credit: ArticleIndex[]; // articles that name it as a source
  speakers: WitnessIndex[]; // who speaks for it
}

const known = new WeakMap<Report, Profile[]>();

/** The profile of every witness, made once for a report. */
export function getProfiles(report: Report): Profile[] {
  let profiles = known.get(report);
  if (!profiles) known.set(report, (profiles = makeProfiles(report)));
  return profiles;
}

function makeProfiles(report: Report): Profile[] {
  const profiles = report.witnesses.map(
    (): Profile => ({ origin: [], passage: [], disputed: [], cites: [], citedBy: [], copies: [], copiedBy: [], statements: [], credit: [], speakers: [] }),
  );
  report.claims.forEach((claim, number) => {
    for (const witness of claim.origins) {
      profiles[witness]?.origin.push(number);
      if (claim.dispute !== "none") profiles[witness]?.disputed.push(number);
    }
    for (const witness of claim.bottlenecks) if (!claim.origins.includes(witness)) profiles[witness]?.passage.push(number);
  });
  for (const link of report.links) {
    const isCredit = link.kind === "citation";
    (isCredit ? profiles[link.copy]?.cites : profiles[link.copy]?.copies)?.push(link);
    (isCredit ? profiles[link.exemplar]?.citedBy : profiles[link.exemplar]?.copiedBy)?.push(link);
  }
  report.articles.forEach((article, number) => {
    article.attributions.forEach(({ witness }, voice) => {
      if (witness !== null) profiles[witness]?.statements.push({ article: number, voice });
    });
  });
  report.witnesses.forEach((witness, number) => {
    if (witness.speaksFor !== null) profiles[witness.speaksFor]?.speakers.push(number);
    profiles[number]!.credit = findCredit(report, profiles[number]!, number);
  });
  return profiles;
}

function findCredit(report: Report, profile: Profile, witness: WitnessIndex): ArticleIndex[] {
  const articles = new Set(profile.statements.map((statement) => statement.article));
  for (const link of profile.citedBy) for (const article of report.witnesses[link.copy]!.articles) articles.add(article);
  for (const own of report.witnesses[witness]!.articles) articles.delete(own);
  return [...articles].sort((one, two) => one - two);
}

/** Where a source stands: in the pile, not in it though it is a text, or a voice that has no text. */
export type Standing = "here" | "missing" | "voice";

export function getStanding(report: Report, witness: WitnessIndex): Standing {
  const known = report.witnesses[witness]!;
  if (known.articles.length) return "here";
  return known.missing ? "missing" : "voice";
}

/** The witnesses that an article is, or is from. */
export function findWitnesses(report: Report, article: ArticleIndex): WitnessIndex[] {
  return report.witnesses.flatMap((witness, number) => (witness.articles.includes(article) ? [number] : []));
}

/** How many claims an article tells. */
export function countClaims(report: Report, article: ArticleIndex): number {
  return new Set(getTold(report, article).map((told) => told.claim)).size;
}

export interface Wish {
  query: string;
  kind: string; // "" for all
  standing: Standing | "";
  order: "claims" | "credit" | "name";
}

/** The sources that a reader asked for, the most important first. */
export function listSources(report: Report, wish: Wish, credits: readonly number[]): WitnessIndex[] {
  const words = foldQuery(wish.query);
  const profiles = getProfiles(report);
  const kept = report.witnesses.flatMap((witness, number) => {
    if (wish.kind && witness.kind !== wish.kind) return [];
    if (wish.standing && getStanding(report, number) !== wish.standing) return [];
    const text = words.length ? fold([witness.name, ...witness.aliases].join(" ")) : "";
    return words.every((word) => text.includes(word)) ? [number] : [];
  });
  const collator = new Intl.Collator();
  const byName = (one: number, two: number) => collator.compare(report.witnesses[one]!.name, report.witnesses[two]!.name);
  const byClaims = (one: number, two: number) => profiles[two]!.origin.length - profiles[one]!.origin.length;
  const byCredit = (one: number, two: number) => credits[two]! - credits[one]!;
  const orders = {
    name: byName,
    claims: (one: number, two: number) => byClaims(one, two) || byCredit(one, two) || byName(one, two),
    credit: (one: number, two: number) => byCredit(one, two) || byClaims(one, two) || byName(one, two),
  };
  return kept.sort(orders[wish.order]);
}
