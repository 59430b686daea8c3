/** Times as the articles allow them ("2024", "2024-10", "2024-10-03", "2024-W42-4", "XXXX-10-03"), as days on one line. */

import { getLanguage, sayDate, t } from "./i18n.svelte";

export const DAY = 86_400_000; // milliseconds

/** From the first to the last day that a value can mean; days are counted from 1970-01-01. */
export interface Stretch {
  start: number;
  end: number;
  exact: boolean; // a single day
}

/** The number of a day, or null where the calendar has no such day. */
export function countDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.round(date.getTime() / DAY) : null;
}

/** What days a value can mean; null where it has no year, or is no date. */
export function readMoment(value: string | null): Stretch | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(value ?? "");
  if (!match) return readWeek(value ?? "");
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? null : Number(part))) as [number, number | null, number | null];
  const start = countDay(year, month ?? 1, day ?? 1);
  if (start === null) return null;
  if (day !== null) return { start, end: start, exact: true };
  const next = month === null || month === 12 ? countDay(year + 1, 1, 1)! : countDay(year, month + 1, 1)!;
  return { start, end: next - 1, exact: false };
}

/** "2024-W42" and "2024-W42-4": weeks of ISO 8601 begin on Monday; the first one holds 4 January. */
function readWeek(value: string): Stretch | null {
  const match = /^(\d{4})-W(\d\d)(?:-([1-7]))?$/.exec(value);
  if (!match) return null;
  const [year, week, weekday] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (week < 1 || week > 53) return null;
  const fourth = countDay(year, 1, 4)!;
  const monday = fourth - ((fourth + 3) % 7) + (week - 1) * 7; // day 0 was a Thursday
  return weekday ? { start: monday + weekday - 1, end: monday + weekday - 1, exact: true } : { start: monday, end: monday + 6, exact: false };
}

/** "2024-10-03" of a day's number. */
export function writeDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** A value in words, also a week or a weekday of an unknown week. */
export function sayMoment(value: string, style: "long" | "short" = "long"): string {
  const stretch = /^\d{4}-W/.test(value) ? readWeek(value) : null;
  if (stretch) return stretch.exact ? sayDate(writeDay(stretch.start), style) : sayDays(stretch.start, stretch.end, style);
  const weekday = /^XXXX-W(?:\.\.|XX)-([1-7])$/.exec(value);
  // 1 January 2024 was a Monday.
  if (weekday) return format({ weekday: "long" }).format(new Date(Date.UTC(2024, 0, Number(weekday[1]))));
  return sayDate(value, style);
}

/** Some days in words: "3–17 October 2024". */
export function sayDays(start: number, end: number, style: "long" | "short" = "long"): string {
  return format({ day: "numeric", month: style, year: "numeric" }).formatRange(new Date(start * DAY), new Date(end * DAY));
}

/** From one day to another, no more exact than the distance needs: "1962 – 2014", "Mar – Oct 2024", "3 – 9 Mar 2024". */
export function sayRange(start: number, end: number, exact: boolean, withYear = true): string {
  const options: Intl.DateTimeFormatOptions = {};
  if (end - start < 730 && (exact || end - start < 365)) options.month = "short";
  if (end - start < 60 && exact) options.day = "numeric";
  // A year that the label before has goes without saying.
  if (withYear || !options.month || writeDay(start).slice(0, 4) !== writeDay(end).slice(0, 4)) options.year = "numeric";
  return format(options).formatRange(new Date(start * DAY), new Date(end * DAY));
}

/** A day, month or year of the axis in words. */
export function sayTick(day: number, unit: "day" | "month" | "year", withYear: boolean): string {
  const options: Intl.DateTimeFormatOptions = {};
  if (unit !== "year") options.month = "short";
  if (unit === "day") options.day = "numeric";
  if (unit === "year" || withYear) options.year = "numeric";
  return format(options).format(new Date(day * DAY));
}

/** How long a gap is: "3 days", "7 months", "61 years". */
export function sayGap(days: number): string {
  if (days < 60) return t("timeline.days", days);
  return days < 730 ? t("timeline.months", Math.round(days / 30.44)) : t("timeline.years", Math.round(days / 365.25));
}

const formats = new Map<string, Intl.DateTimeFormat>(); // making one takes longer than using it

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = getLanguage() + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(getLanguage(), { ...options, timeZone: "UTC" });
  formats.set(key, made);
  return made;
}
