/** The words in a picture of a lineage, and the room that they take. */

import type { Claim, LineageNode, Manner, Report, Words } from "../report";
import { say, sayDate, sayName, sayNumber, t } from "./i18n.svelte";
import { SYMBOLS } from "./manners";
import type { Box, Size, Way } from "./lineage";
import { fit, type Font } from "./measure";
import { showHidden } from "./text";

export interface BoxStyle {
  width: number;
  label: number; // the width of a link's words
  gap: number;
}

export interface Lines {
  name: string;
  about: string;
  told: Words;
  symbol: string;
  manner: Manner | null;
}

const NAME: Font = { family: "serif", size: 13.5, weight: 600 };
const ABOUT: Font = { family: "sans", size: 11.5, weight: 400 };
const TOLD: Font = { family: "sans", size: 12.5, weight: 600 };
const LABEL: Font = { family: "sans", size: 11.5, weight: 400 };
const CREDIT = 42; // characters of the words that credit

/** What stands in a box. */
export function listLines(report: Report, claim: Claim, box: Box): Lines {
  const node = claim.lineage.nodes[box.nodes[0]!]!;
  const telling = claim.tellings[node.telling ?? -1];
  const isTold = telling !== undefined && (telling.words !== "" || telling.manner !== "same");
  const manner = telling?.manner ?? null;
  const told = isTold ? telling.words : "";
  const symbol = isTold && manner ? SYMBOLS[manner] : "";
  if (box.id.startsWith("more")) return { name: t("lineage.more", box.nodes.length), about: t("lineage.further"), told: "", symbol: "", manner: null };
  if (box.nodes.length > 1) return { name: t("lineage.more", box.nodes.length), about: t("lineage.alike"), told, symbol, manner };
  return { name: showHidden(node.name), about: sayAbout(report, node), told, symbol, manner };
}

/** "Indonesian · 17 Oct 2024" for an article, "agency · origin · not in your files" for a witness. */
export function sayAbout(report: Report, node: LineageNode): string {
  const article = node.article === null ? undefined : report.articles[node.article];
  const origin = node.origin ? [t("lineage.origin")] : [];
  if (article) return [sayName(article.language, "language"), sayDate(article.published, "short"), ...origin].join(" · ");
  const where = node.elsewhere ? [t("lineage.elsewhere")] : node.missing && node.kind !== "lost" ? [t("lineage.missing")] : [];
  return [t(`kind.${node.kind}`), ...origin, ...where].join(" · ");
}

export function sizeBox(lines: Lines, width: number): Size {
  const room = width - 24;
  const told = lines.symbol || lines.told ? fit(`${lines.symbol} ${showHidden(say(lines.told))}`, TOLD, room, 2).lines : 0;
  const height = 18 + fit(lines.name, NAME, room, 2).lines * 17 + fit(lines.about, ABOUT, room, 3).lines * 15 + told * 16 + (told ? 3 : 0);
  return { width, height };
}

export interface LabelLines {
  words: string;
  isQuoted: boolean;
  isBold: boolean;
  change: string; // "△ 18 → almost two dozen"
}

/** What stands on a link: the words that credit the exemplar, or how sure it is. */
export function sayLabel(way: Way): LabelLines {
  const { edge, change } = way;
  const changed = change ? `△ ${shorten(showHidden(say(change.was)), 26)} → ${shorten(showHidden(say(change.words)), 26)}` : "";
  if (edge.denies) return { words: `✗ ${t("lineage.denies")}`, isQuoted: false, isBold: true, change: changed };
  if (edge.basis === "inferred") {
    const sure = sayNumber(Math.round(edge.confidence * 100) / 100);
    const words = t(`lineage.inferred-${edge.kind}`, sure);
    return { words: edge.direction < 0.6 ? `${words}; ${t("lineage.either")}` : words, isQuoted: false, isBold: false, change: changed };
  }
  const most = change ? CREDIT / 2 : CREDIT;
  return { words: edge.credit ? `“${shorten(showHidden(edge.credit), most)}”` : t("lineage.stated"), isQuoted: true, isBold: false, change: changed };
}

export function sizeLabel(way: Way, width: number): Size {
  const lines = sayLabel(way);
  const words = fit(lines.words, { ...LABEL, weight: lines.isBold ? 600 : 400 }, width - 14, 3);
  const change = lines.change ? fit(lines.change, { ...LABEL, weight: 600 }, width - 14, 5) : { lines: 0, width: 0 };
  return { width: Math.ceil(Math.max(words.width, change.width)) + 12, height: (words.lines + change.lines) * 14 + 2 };
}

/** Text cut at a word. */
export function shorten(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  if (letters.length <= most) return letters.join("");
  const cut = letters.slice(0, most).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
