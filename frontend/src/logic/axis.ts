/**
 * An axis of time on which nothing is squeezed: long empty gaps are cut, what is between two cuts stands in proportion.
 *
 * How long a gap must be to be cut follows from the dates: of several lengths that one is taken with which the most
 * neighbouring dates can be told apart.
 */

import { DAY, writeDay } from "./moments";

export interface Tick {
  day: number;
  x: number;
  unit: "day" | "month" | "year";
  withYear: boolean;
}

export interface Cut {
  x: number; // its middle
  days: number;
}

export interface Axis {
  cuts: Cut[];
  ticks: Tick[];
  /** Where a day stands; days outside the axis stand at its ends. */
  place: (day: number) => number;
}

interface Run {
  days: number[];
  start: number;
  end: number;
}

const CUT = 52; // width of a cut, at least
const WIDEST = 160; // at most
const ROOMY = 120; // neighbouring dates further apart gain nothing
const LEGIBLE = 40; // neighbouring dates this far apart can be told apart well
const LENGTHS = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, Infinity];
const CUT_WORTH = 0.8; // a cut tells two dates apart, but not how far apart they are

/**
 * The axis of some days.
 *
 * @param all days to be shown.
 * @param from where the first stands.
 * @param to where the last stands.
 */
export function makeAxis(all: readonly number[], from: number, to: number): Axis {
  const days = [...new Set(all)].sort((a, b) => a - b);
  if (days.length === 0) return { cuts: [], ticks: [], place: () => from };
  const width = Math.max(1, to - from);
  const runs = layRuns(splitRuns(days, chooseLength(days, width)), from, width);
  return {
    cuts: runs.slice(1).map((run, index) => ({ x: (runs[index]!.end + run.start) / 2, days: run.days[0]! - runs[index]!.days.at(-1)! })),
    ticks: runs.flatMap((run, index) => makeTicks(run, index === 0 ? null : runs[index - 1]!)),
    place: (day) => place(runs, day),
  };
}

/** The shortest gap that is cut. */
function chooseLength(days: readonly number[], width: number): number {
  const gaps = days.slice(1).map((day, index) => day - days[index]!);
  let best = { length: Infinity, score: -1 };
  for (const length of LENGTHS) {
    const kept = gaps.filter((gap) => gap <= length);
    const cuts = gaps.length - kept.length;
    const free = width - cuts * CUT;
    if (cuts > 0 && free < (kept.length > 0 ? width * 0.4 : 0)) continue;
    const scale = free / Math.max(1, kept.reduce((sum, gap) => sum + gap, 0));
    const score = kept.reduce((sum, gap) => sum + Math.min(1, (gap * scale) / LEGIBLE), cuts * CUT_WORTH);
    if (score > best.score + 1e-9) best = { length, score };
  }
  return best.length;
}

function splitRuns(days: readonly number[], length: number): number[][] {
  const runs: number[][] = [];
  days.forEach((day, index) => {
    if (index === 0 || day - days[index - 1]! > length) runs.push([]);
    runs.at(-1)!.push(day);
  });
  return runs;
}

/** Every run gets the room that its time needs; where there is no time at all, the cuts share the room. */
function layRuns(parts: readonly number[][], from: number, width: number): Run[] {
  const total = parts.reduce((sum, days) => sum + days.at(-1)! - days[0]!, 0);
  const cut = widenCut(parts, total, width);
  const scale = total === 0 ? 0 : (width - cut * (parts.length - 1)) / total;
  let x = total === 0 && parts.length === 1 ? from + width / 2 : from;
  return parts.map((days) => {
    const run = { days, start: x, end: x + (days.at(-1)! - days[0]!) * scale };
    x = run.end + cut;
    return run;
  });
}

/** What the dates do not need goes to the cuts. */
function widenCut(parts: readonly number[][], total: number, width: number): number {
  const cuts = parts.length - 1;
  if (cuts < 1) return 0;
  if (total === 0) return width / cuts;
  const gaps = parts.reduce((sum, days) => sum + days.length - 1, 0);
  const spare = (width - Math.min(gaps * ROOMY, width * 0.75)) / cuts;
  return Math.max(CUT, Math.min(WIDEST, spare));
}

function place(runs: readonly Run[], day: number): number {
  let before: Run | null = null;
  for (const run of runs) {
    const [first, last] = [run.days[0]!, run.days.at(-1)!];
    if (day < first) return before ? between(day, before.days.at(-1)!, first, before.end, run.start) : run.start;
    if (day <= last) return between(day, first, last, run.start, run.end);
    before = run;
  }
  return before!.end;
}

function between(day: number, low: number, high: number, start: number, end: number): number {
  return high === low ? start : start + ((day - low) / (high - low)) * (end - start);
}

const STEPS = [1, 2, 5]; // days
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
const APART = 78; // between two ticks

/** Where the axis is labelled: the first day of every run, and round days of long ones. */
function makeTicks(run: Run, before: Run | null): Tick[] {
  const [first, last] = [run.days[0]!, run.days.at(-1)!];
  const year = new Date(first * DAY).getUTCFullYear();
  const known = before !== null && new Date(before.days.at(-1)! * DAY).getUTCFullYear() === year;
  const scale = last === first ? 0 : (run.end - run.start) / (last - first);
  const step = STEPS.find((days) => days * scale >= APART);
  if (scale === 0) return [{ day: first, x: run.start, unit: nameSingle(first, before === null), withYear: true }];
  if (step !== undefined) {
    const ticks: Tick[] = [];
    for (let day = first; day <= last; day += step) {
      ticks.push({ day, x: place([run], day), unit: "day", withYear: day === first ? !known : isNewYear(day, step) });
    }
    return ticks;
  }
  return makeLongTicks(run, first, last, MONTHS.find((months) => months * 30.44 * scale >= APART) ?? MONTHS.at(-1)!);
}

/** What stands alone between cuts is told by month, and 1 January by its year: most often only that is known. */
function nameSingle(day: number, isFirst: boolean): Tick["unit"] {
  if (writeDay(day).endsWith("-01-01")) return "year";
  return isFirst ? "day" : "month";
}

function makeLongTicks(run: Run, first: number, last: number, months: number): Tick[] {
  const start = new Date(first * DAY);
  const unit = months >= 12 ? "year" : "month";
  const ticks: Tick[] = [{ day: first, x: run.start, unit, withYear: true }];
  const offset = months >= 12 ? start.getUTCFullYear() % (months / 12) : start.getUTCMonth() % months;
  const begin = months >= 12 ? -start.getUTCMonth() - offset * 12 : -offset;
  for (let count = months; ; count += months) {
    const day = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + begin + count, 1) / DAY;
    if (day > last) return ticks;
    const x = place([run], day);
    if (x - ticks.at(-1)!.x >= APART * 0.9) ticks.push({ day, x, unit, withYear: unit === "year" || new Date(day * DAY).getUTCMonth() < months });
  }
}

function isNewYear(day: number, step: number): boolean {
  return new Date(day * DAY).getUTCFullYear() !== new Date((day - step) * DAY).getUTCFullYear();
}
