/** The claims as files for other programs: names instead of places in lists; the terms are those of the dossier, in English. */

import type { ArticleIndex, Claim, Report, Telling, Words } from "../report";
import { makeCsv } from "./csv";
import { say } from "./i18n.svelte";
import { getWords } from "./text";

const HEADINGS = [
  "number", "claim", "urgency", "articles", "origins_low", "origins_best", "origins_high", "support", "dispute", "circular",
  "credibility", "judgement", "told_by", "with_a_source", "without_a_source", "goes_back_to", "denied_or_doubted_by", "id",
];

/** One row for each claim. */
export function writeClaimsCsv(report: Report): string {
  return makeCsv([HEADINGS, ...report.claims.map((claim, number) => makeRow(report, claim, number + 1))]);
}

function makeRow(report: Report, claim: Claim, number: number): (string | number)[] {
  const { low, best, high } = claim.independent;
  const name = (articles: ArticleIndex[]) => articles.map((place) => report.articles[place]!.name).join("; ");
  return [
    number, claim.title, claim.urgency, claim.articles.length, low, best, high, claim.support, claim.dispute,
    claim.circular ? "yes" : "no", claim.credibility.digit, say(claim.sentence), name(claim.articles), name(claim.supporting),
    name(claim.unsourced), nameWitnesses(report, claim.origins).join("; "),
    findAgainst(report, claim).map(({ who, stance }) => `${who} (${stance})`).join("; "), claim.id,
  ];
}

/** Every claim with its tellings; the words where they are embedded, and where they stand in which file. */
export function writeClaimsJson(report: Report): string {
  const claims = report.claims.map((claim) => ({
    id: claim.id,
    claim: claim.title,
    urgency: claim.urgency,
    judgement: say(claim.sentence),
    support: claim.support,
    dispute: claim.dispute,
    circular: claim.circular,
    credibility: claim.credibility,
    independent: claim.independent,
    goesBackTo: nameWitnesses(report, claim.origins),
    against: findAgainst(report, claim),
    tellings: claim.tellings.map((telling) => makeTelling(report, telling)),
  }));
  return JSON.stringify({ madeBy: `stemma ${report.version}`, dossier: report.dossier, asOf: report.asOf, claims }, null, 1) + "\n";
}

function makeTelling(report: Report, telling: Telling) {
  const article = report.articles[telling.article]!;
  const { text, cut } = getWords(article, telling.span);
  return {
    article: article.name,
    title: article.title,
    published: article.published,
    language: article.language,
    file: article.file,
    sha256: article.sha256,
    characters: telling.span,
    text: cut ? null : text,
    manner: telling.manner,
    detail: sayOrNull(telling.words),
    detailBefore: sayOrNull(telling.was),
    speakers: telling.speakers.map(({ name }) => name),
  };
}

function sayOrNull(words: Words): string | null {
  return say(words) || null;
}

function nameWitnesses(report: Report, witnesses: readonly number[]): string[] {
  return witnesses.map((place) => report.witnesses[place]!.name);
}

function findAgainst(report: Report, claim: Claim): { who: string; stance: string; article: string }[] {
  return claim.against.map(({ article, witness, stance }) => {
    const { name } = report.articles[article]!;
    return { who: witness === null ? name : report.witnesses[witness]!.name, stance, article: name };
  });
}
