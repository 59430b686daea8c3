/** The sentences of an article's embedded text, with the claims told in each. */

import type { Article, ArticleIndex, Report, Span } from "../report";
import { count } from "./text";
import { splitBlocks } from "./segments";
import { getTold, type Told } from "./tellings";
import { findTokens, type Token } from "./wording";

/** One sentence of an article. */
export interface Unit {
  place: number; // in the article's sentences
  span: Span;
  text: string;
  told: Told[];
  tokens: Token[];
}

/** The sentences of an article, in order. */
export function findUnits(report: Report, article: ArticleIndex): Unit[] {
  const known = report.articles[article]!;
  const units: Unit[] = [];
  for (const block of splitBlocks(known).blocks) {
    for (const [start, text] of splitSentences(block.text, block.start, known.language)) {
      const span: Span = [start, start + count(text)];
      units.push({ place: units.length, span, text, told: [], tokens: findTokens(text, start) });
    }
  }
  for (const told of getTold(report, article)) findUnit(units, told.telling.span)?.told.push(told);
  return units;
}

/** The sentence that holds most of a span. */
function findUnit(units: Unit[], span: Span): Unit | undefined {
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.span[1] <= span[0]) low = middle + 1;
    else high = middle;
  }
  let [best, most] = [units[low], 0];
  for (let place = low; place < units.length && units[place]!.span[0] < span[1]; place += 1) {
    const { span: own } = units[place]!;
    const shared = Math.min(own[1], span[1]) - Math.max(own[0], span[0]);
    if (shared > most) [best, most] = [units[place], shared];
  }
  return best;
}

/** Sentences with where they begin; what a full stop in "U.S. officials" cuts apart is put together again. */
export function splitSentences(text: string, start: number, language: Article["language"]): [number, string][] {
  const parts: [number, string][] = [];
  let place = start;
  for (const part of cut(text, language)) {
    const last = parts.at(-1);
    if (last && (/^\p{Ll}/u.test(part) || !/\p{L}{3}/u.test(last[1]) || /(?:^|[\s.])\p{Lu}\p{Ll}?\.\s*$/u.test(last[1]))) last[1] += part;
    else parts.push([place, part]);
    place += count(part);
  }
  return parts.filter(([, part]) => part.trim());
}

function cut(text: string, language: string): string[] {
  if (!("Segmenter" in Intl)) return [text];
  const segmenter = new Intl.Segmenter(language === "und" ? "en" : language, { granularity: "sentence" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
