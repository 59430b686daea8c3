/** Where everything on the timeline stands, for one width: dates, labels, publications and bands. */

import { type Axis, makeAxis } from "./axis";
import type { Band } from "./bands";
import type { Happening, Publication } from "./happenings";
import { groupNear, type Label, placeLabels } from "./levels";
import type { Stretch } from "./moments";

/** Neighbouring things under one label, which stands at the most told one. */
export interface Group<Item> {
  items: Item[];
  lead: Item;
  x: number;
  label: Label;
}

export type Dated = Happening & { stretch: Stretch };

export interface Layout {
  axis: Axis;
  box: number; // width of an event's label
  levels: number;
  dots: { x: number; exact: boolean; items: Dated[] }[];
  groups: Group<Dated>[];
  publicationBox: number;
  publicationLevels: number;
  publications: Group<Publication>[];
}

const PAD = 12; // before the first date
const CALM = 3; // levels of labels whose stems run free
const APART = [10, 16, 26, 40, 60, 90, 140, 220, Infinity]; // how near neighbours are, when too many are crowded

/**
 * The layout of a timeline.
 *
 * @param levels of labels at most.
 */
export function layTimeline(happenings: readonly Dated[], publications: readonly Publication[], bands: readonly Band[], width: number, levels: number): Layout {
  const days = [...happenings.map((item) => item.stretch.start), ...publications.map((item) => item.day), ...bands.flatMap((band) => [band.start, band.end ?? band.start])];
  const axis = makeAxis(days, PAD, width - Math.min(150, width * 0.14)); // the last label begins at the last date
  const getX = (item: Dated) => axis.place(item.stretch.start);
  const events = labelGroups(happenings, getX, (item) => item.weight, width, [176, 148], 10, levels);
  const pieces = labelGroups(publications, (item) => axis.place(item.day), () => 1, width, [150, 124], 10, 3);
  return {
    axis,
    box: events.box,
    levels: Math.max(0, ...events.groups.map((group) => group.label.level)),
    dots: groupNear(happenings, getX, 0.5).map((items) => ({ x: getX(items[0]!), exact: items.some((item) => item.stretch.exact), items })),
    groups: events.groups,
    publicationBox: pieces.box,
    publicationLevels: Math.max(0, ...pieces.groups.map((group) => group.label.level)),
    publications: pieces.groups,
  };
}

/** The finest grouping whose labels all find a place: wide ones whose stems run free, else narrower ones. */
function labelGroups<Item>(
  items: readonly Item[],
  getX: (item: Item) => number,
  getWeight: (item: Item) => number,
  width: number,
  boxes: readonly number[],
  gap: number,
  levels: number,
): { box: number; groups: Group<Item>[] } {
  for (const apart of APART) {
    const groups = groupNear(items, getX, apart).map((near) => ({ items: near, lead: near.reduce((best, item) => (getWeight(item) > getWeight(best) ? item : best)) }));
    const points = groups.map((group) => getX(group.lead));
    if (!points.every((x, index) => index === 0 || x >= points[index - 1]!)) continue;
    for (const isClear of [true, false]) {
      const box = Math.min(width, boxes[isClear ? 0 : boxes.length - 1]!);
      const labels = placeLabels(points, { width, box, gap, levels: isClear ? Math.min(levels, CALM) : levels, isClear });
      if (labels) return { box, groups: groups.map((group, index) => ({ ...group, x: points[index]!, label: labels[index]! })) };
    }
  }
  return { box: boxes[0]!, groups: [] };
}

export interface BandPlace {
  start: number;
  end: number;
  text: { start: number; end: number };
  inside: boolean; // its text stands on it
}

/** Where the text of a band stands: on it, else after it, else before it. */
export function placeBand(start: number, end: number, text: number, width: number): BandPlace {
  if (end - start >= text) return { start, end, text: { start, end: start + text }, inside: true };
  if (end + text <= width) return { start, end, text: { start: end, end: end + text }, inside: false };
  if (start - text >= 0) return { start, end, text: { start: start - text, end: start }, inside: false };
  return { start, end, text: { start: Math.max(0, width - text), end: width }, inside: true };
}

/** About how wide a text is, in pixels, at a size of letters; generous, as fonts differ. */
export function guessWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character) ? 1.05 : 0.57;
  return width * size;
}
