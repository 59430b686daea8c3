/** What the page asks about one claim. */

import type { Article, Claim, Evidence, Group, LineageEdge, Report, Span, Telling, Variant, WitnessIndex } from "../report";
import { joinList, t } from "./i18n.svelte";

export type Kind = "contradiction" | "changed" | "one-origin" | "disputed" | "unsourced" | "corroborated";
export const KINDS: Kind[] = ["contradiction", "changed", "one-origin", "disputed", "unsourced", "corroborated"];

/** True for a claim of that kind; a claim can be of several. */
export function isOfKind(claim: Claim, kind: Kind): boolean {
  const has = (...keys: string[]) => claim.badges.some((badge) => keys.includes(badge.key));
  if (kind === "contradiction") return has("contradiction");
  if (kind === "changed") return has("changed-on-the-way", "changed-in-translation");
  if (kind === "one-origin") return claim.articles.length > 1 && (claim.circular || claim.support === "single-origin");
  if (kind === "disputed") return claim.dispute !== "none";
  return claim.support === kind && !isOnlyDenied(claim);
}

/** True for a claim that articles tell only as what somebody denies or doubts: nobody puts it forward. */
export function isOnlyDenied(claim: Claim): boolean {
  return claim.against.length > 0 && claim.supporting.length + claim.unsourced.length === 0;
}

/** True for a claim of several articles behind which stands one origin, or none. */
export function isAlarming(claim: Claim): boolean {
  return claim.independent.best < 2 && claim.articles.length > 1 && !isOnlyDenied(claim);
}

/** The articles that put the claim forward, with a source or without; of one that is only denied, all of them. */
export function countTellers(claim: Claim): number {
  return new Set([...claim.supporting, ...claim.unsourced]).size || claim.articles.length;
}

/** "denied in 3"; "" where all agree. */
export function sayAgainst(claim: Claim): string {
  const articles = new Set(claim.against.map(({ article }) => article)).size;
  if (articles === 0) return "";
  return claim.against.every(({ stance }) => stance === "denies") ? t("claim.denied-in", articles) : t("claim.disputed-in", articles);
}

/** "2 articles"; "told by 2, denied in 3" where some do not agree. */
export function sayTellers(claim: Claim): string {
  const against = sayAgainst(claim);
  if (!against) return t("claim.tellers", countTellers(claim));
  return t("claim.tellers-and-origins", isOnlyDenied(claim) ? t("claim.none-tells") : t("claim.told-by", countTellers(claim)), against);
}

/** "3 articles, 1 origin"; a range where it is one. */
export function sayOrigins(claim: Claim): string {
  if (isOnlyDenied(claim)) return sayTellers(claim);
  const { low, best, high } = claim.independent;
  if (high === 0) return t("claim.tellers-and-origins", sayTellers(claim), t("claim.no-source"));
  const origins = low === high ? t("claim.origins", best) : t("claim.origins-between", best, low, high);
  return t("claim.tellers-and-origins", sayTellers(claim), origins);
}

/** Support and dispute in words: the keys of their messages. */
export function findStatus(claim: Claim): string[] {
  const keys = claim.dispute === "none" ? [] : [`status.${claim.dispute}`];
  if (claim.urgency === "contradiction") keys.push("status.conflict");
  else if (claim.circular) keys.push("status.circular");
  else if (claim.support !== "unsourced" || keys.length === 0) {
    const isUnsure = claim.support === "single-origin" && claim.independent.best > 1;
    keys.push(isUnsure ? "status.perhaps-one" : `status.${claim.support}`);
  }
  return keys;
}

/** Every piece of evidence once: the tellings in the order of their way, then the links, the steps and the reasons. */
export function listEvidence(claim: Claim): Evidence[] {
  const all: Evidence[] = [
    ...claim.tellings,
    ...claim.lineage.edges.flatMap((edge) => pickEvidence(claim, edge) ?? []),
    ...claim.steps.flatMap((step) => step.evidence),
    ...claim.reasons.flatMap((reason) => reason.evidence),
  ];
  const known = new Map(all.map((item) => [`${item.article} ${item.span[0]} ${item.span[1]}`, { article: item.article, span: item.span }]));
  return [...known.values()];
}

export function isSame(one: Evidence, other: Evidence): boolean {
  return one.article === other.article && one.span[0] === other.span[0] && one.span[1] === other.span[1];
}

export function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

/** The words that best show a link: those of the copy, and among them those that tell this claim. */
export function pickEvidence(claim: Claim, edge: LineageEdge): Evidence | null {
  const copy = claim.lineage.nodes[edge.to]?.article ?? null;
  const own = edge.evidence.filter((item) => item.article === copy);
  const told = own.find((item) => claim.tellings.some((telling) => telling.article === copy && overlaps(telling.span, item.span)));
  const found = (edge.basis === "stated" ? own[0] : told) ?? own[0] ?? edge.evidence[0];
  if (found) return { article: found.article, span: found.span };
  const telling = claim.tellings[claim.lineage.nodes[edge.to]?.telling ?? -1];
  return telling ? { article: telling.article, span: telling.span } : null;
}

/** The telling that words belong to: told in just these words, or in words around or within them. */
export function findTelling(claim: Claim, evidence: Evidence): Telling | null {
  const own = claim.tellings.filter((telling) => telling.article === evidence.article);
  const spans = (telling: Telling): Span[] => [telling.span, ...telling.mentions];
  const tests: ((span: Span) => boolean)[] = [
    (span) => span[0] === evidence.span[0] && span[1] === evidence.span[1],
    (span) => span[0] <= evidence.span[0] && span[1] >= evidence.span[1],
    (span) => overlaps(span, evidence.span),
  ];
  for (const test of tests) {
    const found = own.find((telling) => spans(telling).some(test));
    if (found) return found;
  }
  return null;
}

export interface Found {
  variant: Variant;
  group: Group;
  reading: Group["readings"][number];
}

/** The readings that stand within some words. */
export function findReadings(claim: Claim, evidence: Evidence): Found[] {
  const found: Found[] = [];
  for (const variant of claim.variants) {
    for (const group of variant.groups) {
      for (const reading of group.readings) {
        if (reading.article === evidence.article && overlaps(reading.span, evidence.span)) found.push({ variant, group, reading });
      }
    }
  }
  return found;
}

/** The links that some words show. */
export function findLinks(claim: Claim, evidence: Evidence): LineageEdge[] {
  return claim.lineage.edges.filter((edge) => edge.evidence.some((item) => isSame(item, evidence)));
}

/** Where the voice stands that the words are told by: its name and its verb. */
export function findVoice(article: Article, telling: Telling): Span[] {
  const witness = telling.speakers[0]?.witness ?? null;
  if (witness === null) return [];
  const voice = article.attributions.find((item) => item.witness === witness && item.content.some((span) => overlaps(span, telling.span)));
  return voice ? [voice.source, voice.cue].filter((span) => span !== null) : [];
}

/** "Suspilne, via Newsweek": the innermost voice first. */
export function saySpeakers(telling: Telling): string {
  const [first, ...outer] = telling.speakers.map((speaker) => speaker.name);
  if (first === undefined) return t("claim.no-source");
  return outer.length ? t("claim.via", first, joinList(outer)) : first;
}

/** The article that a witness is, where it is one of the pile; else null. */
export function findHome(report: Report, witness: WitnessIndex | null): number | null {
  return witness === null ? null : (report.witnesses[witness]?.article ?? null);
}
