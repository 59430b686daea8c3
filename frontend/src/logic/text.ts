/** Words of an article by their place. Places count Unicode code points; a string of JavaScript counts UTF-16 units. */

import type { Article, Span } from "../report";

export interface Slice {
  text: string;
  cut: boolean; // part of the span is not embedded
}

/** A part of a string by code points. */
export function slice(text: string, start: number, end: number): string {
  if (!/[\ud800-\udfff]/.test(text)) return text.slice(start, end);
  let result = "";
  let place = 0;
  for (const character of text) {
    if (place >= end) break;
    if (place >= start) result += character;
    place += 1;
  }
  return result;
}

/** How many code points a string has. */
export function count(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index += 1) if (text.codePointAt(index)! > 0xffff) pairs += 1;
  return text.length - pairs;
}

/** The words of a span; empty and cut where they are not embedded. */
export function getWords(article: Article, span: Span): Slice {
  let text = "";
  let covered = 0;
  for (const passage of article.passages) {
    const end = passage.start + count(passage.text);
    const from = Math.max(span[0], passage.start);
    const to = Math.min(span[1], end);
    if (from < to) {
      text += slice(passage.text, from - passage.start, to - passage.start);
      covered += to - from;
    }
  }
  return { text, cut: covered < span[1] - span[0] };
}

/** The words of a span and as much of the embedded text around them as `around` code points hold, cut at spaces. */
export function getContext(article: Article, span: Span, around: number): { before: string; words: string; after: string } {
  const before = getWords(article, [Math.max(0, span[0] - around), span[0]]).text;
  const after = getWords(article, [span[1], Math.min(article.length, span[1] + around)]).text;
  const isStart = span[0] - around <= 0;
  const isEnd = span[1] + around >= article.length;
  return {
    before: isStart ? before : "…" + before.slice(Math.max(0, before.search(/\s/))),
    words: getWords(article, span).text,
    after: isEnd ? after : after.slice(0, Math.max(after.lastIndexOf(" "), 0) || after.length) + "…",
  };
}

const HIDDEN = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text whose invisible controls are named, as in "[U+202E]": nothing of an article steers what is around it. */
export function showHidden(text: string): string {
  return text.replace(HIDDEN, (character) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);
}
