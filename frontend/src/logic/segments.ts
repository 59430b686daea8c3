/** The running text of an article, cut where marks begin and end. All places count Unicode code points. */

import type { Article, Manner, Report, Span } from "../report";
import { count } from "./text";
import { getTold, type Told } from "./tellings";

export type Layer = "claim" | "content" | "source" | "cue" | "correction" | "wording";

/** Something that is marked in a text. */
export interface TextMark {
  layer: Layer;
  span: Span;
  told?: Told; // of a claim
  voice?: number; // place in the article's attributions
  manner?: Manner;
}

/** A stretch of text that the same marks cover. */
export interface Segment {
  start: number;
  end: number;
  text: string;
  marks: TextMark[]; // those that cover it, the shortest last
}

/** A paragraph of an article. */
export interface Block {
  start: number;
  end: number;
  text: string;
  head: boolean; // title, byline: what stands before the body
  hidden: number; // characters before it that are not embedded
}

/** The embedded text by paragraphs, with what is left out before each; `left` characters follow the last one. */
export function splitBlocks(article: Article): { blocks: Block[]; left: number } {
  const blocks: Block[] = [];
  let place = 0;
  let hidden = 0;
  for (const passage of article.passages) {
    hidden += passage.start - place;
    place = passage.start;
    for (const line of passage.text.split(/(?<=\n)/)) {
      const end = place + count(line);
      if (line.trim()) {
        blocks.push({ start: place, end, text: line, head: place < article.body, hidden });
        hidden = 0;
      }
      place = end;
    }
  }
  return { blocks, left: Math.max(0, article.length - place) };
}

/** Cut a text that begins at `start` wherever a mark begins or ends. */
export function cutSegments(text: string, start: number, marks: readonly TextMark[]): Segment[] {
  const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  const length = points?.length ?? text.length;
  const end = start + length;
  const inside = marks.filter(({ span }) => span[0] < end && span[1] > start && span[0] < span[1]);
  const cuts = new Set([start, end]);
  for (const { span } of inside) cuts.add(Math.max(span[0], start)).add(Math.min(span[1], end));
  const places = [...cuts].sort((one, two) => one - two);
  const openers = [...inside].sort((one, two) => one.span[0] - two.span[0]);
  const segments: Segment[] = [];
  let open: TextMark[] = [];
  let next = 0;
  for (let number = 0; number + 1 < places.length; number += 1) {
    const [from, to] = [places[number]!, places[number + 1]!];
    open = open.filter(({ span }) => span[1] > from);
    while (next < openers.length && openers[next]!.span[0] <= from) open.push(openers[next++]!);
    const words = points ? points.slice(from - start, to - start).join("") : text.slice(from - start, to - start);
    segments.push({ start: from, end: to, text: words, marks: [...open].sort((one, two) => getLength(two) - getLength(one)) });
  }
  return segments;
}

function getLength({ span }: TextMark): number {
  return span[1] - span[0];
}

/** Everything that is marked in one article: its claims with their repetitions, its voices, its corrections. */
export function findMarks(report: Report, article: number): TextMark[] {
  const marks: TextMark[] = [];
  for (const told of getTold(report, article)) {
    const spans = new Map([told.telling.span, ...told.telling.mentions].map((span) => [span.join(), span]));
    for (const span of spans.values()) marks.push({ layer: "claim", span, told, manner: told.telling.manner });
  }
  report.articles[article]!.attributions.forEach((voice, place) => {
    for (const span of voice.content) marks.push({ layer: "content", span, voice: place });
    if (voice.source) marks.push({ layer: "source", span: voice.source, voice: place });
    if (voice.cue) marks.push({ layer: "cue", span: voice.cue, voice: place });
  });
  for (const { span } of report.articles[article]!.corrections) marks.push({ layer: "correction", span });
  return marks;
}

/** The voices around one of an article's attributions, innermost first; a ring is walked once. */
export function findVoices(article: Article, voice: number): number[] {
  const chain: number[] = [];
  for (let place: number | null = voice; place !== null && !chain.includes(place); place = article.attributions[place]?.inside ?? null) {
    chain.push(place);
  }
  return chain;
}
