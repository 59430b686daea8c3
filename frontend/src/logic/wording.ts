/** Wording that two texts share: runs of the same words, long enough that nobody writes them twice by chance. */

import type { Span } from "../report";

export interface Token {
  word: string; // folded
  span: Span;
  dense: boolean; // one character of a script written without spaces
}

const WORDS = 8; // a run of so many words is copied
const CHARACTERS = 20; // the same where words are not divided by spaces
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const TOKEN = new RegExp(`${DENSE.source}|(?:(?!${DENSE.source})[\\p{L}\\p{M}\\p{N}])+`, "gu");

/** The words of a text that begins at `start`, folded; every character of its own in scripts without spaces. */
export function findTokens(text: string, start: number): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  let place = start;
  for (const match of text.matchAll(TOKEN)) {
    for (; index < match.index; place += 1) index += text.codePointAt(index)! > 0xffff ? 2 : 1;
    const from = place;
    for (const end = index + match[0].length; index < end; place += 1) index += text.codePointAt(index)! > 0xffff ? 2 : 1;
    tokens.push({ word: match[0].normalize("NFKC").toLowerCase(), span: [from, place], dense: DENSE.test(match[0]) });
  }
  return tokens;
}

/** The longest runs that both texts share, as spans of each; a word of the right text is in one run at most. */
export function findShared(left: readonly Token[], right: readonly Token[]): { left: Span; right: Span }[] {
  const seeds = new Map<string, number[]>();
  for (let place = 0; place + WORDS <= left.length; place += 1) {
    const key = makeSeed(left, place);
    const places = seeds.get(key);
    if (!places) seeds.set(key, [place]);
    else if (places.length < 16) places.push(place); // a refrain: its first places are enough
  }
  const runs: { left: Span; right: Span }[] = [];
  for (let place = 0; place + WORDS <= right.length; ) {
    const best = findLongest(left, right, seeds.get(makeSeed(right, place)) ?? [], place);
    if (best && isLong(right, place, best.length)) {
      runs.push({ left: getSpan(left, best.from, best.length), right: getSpan(right, place, best.length) });
      place += best.length;
    } else place += 1;
  }
  return runs;
}

function makeSeed(tokens: readonly Token[], place: number): string {
  let key = "";
  for (let number = place; number < place + WORDS; number += 1) key += `${tokens[number]!.word} `;
  return key;
}

function findLongest(left: readonly Token[], right: readonly Token[], starts: number[], place: number): { from: number; length: number } | null {
  let best: { from: number; length: number } | null = null;
  for (const from of starts) {
    let length = WORDS;
    while (from + length < left.length && place + length < right.length && left[from + length]!.word === right[place + length]!.word) length += 1;
    if (!best || length > best.length) best = { from, length };
  }
  return best;
}

function isLong(tokens: readonly Token[], place: number, length: number): boolean {
  const dense = tokens.slice(place, place + length).filter((token) => token.dense).length;
  return dense / CHARACTERS + (length - dense) / WORDS >= 1;
}

function getSpan(tokens: readonly Token[], place: number, length: number): Span {
  return [tokens[place]!.span[0], tokens[place + length - 1]!.span[1]];
}
