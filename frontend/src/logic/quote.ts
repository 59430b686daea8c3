/** Words in their context, cut into pieces by what is marked in them. */

import type { Article, Span } from "../report";
import { count, showHidden, slice } from "./text";

export interface Piece {
  text: string;
  kind: "plain" | "shown" | "core" | "voice" | "gap"; // a gap is text that is not embedded
}

/**
 * The pieces of a context.
 *
 * @param cores the words within the span that matter most
 * @param voices the words that name who says it
 */
export function makePieces(article: Article, span: Span, around: number, cores: Span[] = [], voices: Span[] = []): Piece[] {
  const range: Span = [Math.max(0, span[0] - around), Math.min(article.length, span[1] + around)];
  const edges = [span, ...cores, ...voices].flat().filter((edge) => edge > range[0] && edge < range[1]);
  const pieces: Piece[] = [];
  let reached = range[0];
  for (const passage of article.passages) {
    const start = Math.max(range[0], passage.start);
    const end = Math.min(range[1], passage.start + count(passage.text));
    if (start >= end) continue;
    if (start > reached || (pieces.length === 0 && start > 0)) pieces.push({ text: "…", kind: "gap" });
    const cuts = [...new Set([start, ...edges.filter((edge) => edge > start && edge < end), end])].sort((a, b) => a - b);
    for (let index = 0; index + 1 < cuts.length; index += 1) {
      const part: Span = [cuts[index]!, cuts[index + 1]!];
      const text = slice(passage.text, part[0] - passage.start, part[1] - passage.start);
      pieces.push({ text: showHidden(text).replace(/\n\s*\n/g, "\n"), kind: getKind(part, span, cores, voices) });
    }
    reached = end;
  }
  if (reached < article.length) pieces.push({ text: "…", kind: "gap" });
  return trim(pieces, range, article);
}

function getKind(part: Span, span: Span, cores: Span[], voices: Span[]): Piece["kind"] {
  const isIn = (area: Span) => area[0] <= part[0] && part[1] <= area[1];
  if (isIn(span)) return cores.some(isIn) ? "core" : "shown";
  return voices.some(isIn) ? "voice" : "plain";
}

/** Words cut at the ends of a context are left out. */
function trim(pieces: Piece[], range: Span, article: Article): Piece[] {
  const first = pieces.find((piece) => piece.kind !== "gap");
  const last = pieces.findLast((piece) => piece.kind !== "gap");
  const starts = new Set(article.passages.map((passage) => passage.start));
  if (first?.kind === "plain" && range[0] > 0 && !starts.has(range[0])) {
    const space = first.text.search(/\s/);
    if (space >= 0 && space < 24) first.text = first.text.slice(space + 1);
  }
  if (last?.kind === "plain" && last !== first && range[1] < article.length) {
    const space = last.text.search(/\s\S*$/);
    if (space >= 0 && space > last.text.length - 24) last.text = last.text.slice(0, space);
  }
  return pieces;
}
