/** The languages of the interface: one file of messages each, English where one is missing. */

import type { Phrase, Words } from "../report";
import en from "../messages/en.json";

type Messages = Record<string, string>;

const files = import.meta.glob<Messages>("../messages/*.json", { eager: true, import: "default" });
const catalogues: Record<string, Messages> = Object.fromEntries(
  Object.entries(files).map(([path, messages]) => [path.replace(/^.*\/(.*)\.json$/, "$1"), messages]),
);

export const languages: string[] = Object.keys(catalogues).sort();
const [TO_RIGHT, TO_LEFT] = ["\u200e", "\u200f"];
export const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

let chosen = $state("en");

/** The language of the interface. */
export function getLanguage(): string {
  return chosen;
}

/** Change the language; one that has no messages leaves it as it is. */
export function setLanguage(language: string): void {
  if (language in catalogues) chosen = language;
}

/** The best of the reader's languages that has messages. */
export function pickLanguage(wanted: readonly string[]): string {
  return wanted.map((tag) => tag.split("-")[0]!.toLowerCase()).find((code) => code in catalogues) ?? "en";
}

export function getDirection(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

/**
 * A message in the chosen language.
 *
 * `{0}` takes an argument; `{0|article|articles}`-like plurals are written "{0:plural|one=# article|other=# articles}" with
 * the categories of CLDR, `#` being the number.
 */
export function t(key: string, ...args: (string | number | string[])[]): string {
  const message = catalogues[chosen]?.[key] ?? (en as Messages)[key];
  if (message === undefined) return key;
  return message.replace(/\{(\d+)(?::plural\|([^}]*))?\}/g, (whole, place: string, forms?: string) => {
    const value = args[Number(place)];
    if (value === undefined) return whole;
    return forms === undefined ? sayArgument(value) : choosePlural(Number(value), forms);
  });
}

/** Words of an article as they are; a message in the chosen language. */
export function say(words: Words): string {
  return typeof words === "string" ? words : sayPhrase(words);
}

function sayPhrase(phrase: Phrase): string {
  return t(phrase.key, ...(phrase.args ?? []));
}

function sayArgument(value: string | number | string[]): string {
  if (Array.isArray(value)) return joinList(value.map(isolate));
  return typeof value === "number" ? sayNumber(value) : isolate(value);
}

/** A name in a message whose letters run the other way: marks keep its punctuation with it, and what is around it in place. */
function isolate(name: string): string {
  const isRightToLeft = RIGHT_TO_LEFT.has(chosen);
  if (!(isRightToLeft ? /[A-Za-z\u00c0-\u058f]/ : /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/).test(name)) return name;
  const [own, around] = isRightToLeft ? [TO_RIGHT, TO_LEFT] : [TO_LEFT, TO_RIGHT];
  return around + own + name + own + around;
}

const made = new Map<string, unknown>();

/** A formatter is dear to make, and a number to be said; a long list asks for both in every row. Each is made once. */
function keep<T>(kind: string, make: () => T): T {
  const key = `${chosen} ${kind}`;
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

export function joinList(items: readonly string[]): string {
  return keep("list", () => new Intl.ListFormat(chosen, { type: "conjunction" })).format(items);
}

export function sayNumber(value: number): string {
  return keep(`number ${value}`, () => keep("number", () => new Intl.NumberFormat(chosen)).format(value));
}

function choosePlural(value: number, forms: string): string {
  const known = keep(`forms ${forms}`, () => new Map(forms.split("|").map((form) => [form.slice(0, form.indexOf("=")), form.slice(form.indexOf("=") + 1)])));
  const category = keep(`category ${value}`, () => keep("plural", () => new Intl.PluralRules(chosen)).select(value));
  return (known.get(category) ?? known.get("other") ?? "#").replace("#", sayNumber(value));
}

/** A date of the dossier ("2024-10-03", "2024-10", "XXXX-10-03", "2024-10-03T10:00") in words. */
export function sayDate(value: string | null, style: "long" | "short" = "long"): string {
  if (!value) return t("date.undated");
  const match = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(value);
  if (!match) return value;
  const [, year, month, day] = match;
  if (!month) return year === "XXXX" ? value : year!;
  const options: Intl.DateTimeFormatOptions = { month: style, timeZone: "UTC" };
  if (day) options.day = "numeric";
  if (year !== "XXXX") options.year = "numeric";
  const date = new Date(Date.UTC(year === "XXXX" ? 2000 : Number(year), Number(month) - 1, Number(day ?? 1)));
  return Number.isNaN(date.getTime()) ? value : keep(`date ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(chosen, options)).format(date);
}

/** From one day to another, as in "12 – 15 March 2025". */
export function sayPeriod(first: string | null, last: string | null): string {
  if (!first || !last || first === last) return sayDate(first ?? last);
  const [from, to] = [Date.parse(first.slice(0, 10)), Date.parse(last.slice(0, 10))];
  if (Number.isNaN(from) || Number.isNaN(to)) return `${sayDate(first)} – ${sayDate(last)}`;
  return keep("period", () => new Intl.DateTimeFormat(chosen, { dateStyle: "long", timeZone: "UTC" })).formatRange(from, to);
}

/** The name of a language or a country in the chosen language; its code where there is none. */
export function sayName(code: string, type: "language" | "region"): string {
  if (code === "und") return t("language.unknown");
  try {
    return keep(type, () => new Intl.DisplayNames([chosen], { type })).of(code) ?? code;
  } catch {
    return code;
  }
}
