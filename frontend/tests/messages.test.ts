import { describe, expect, it } from "vitest";

type Messages = Record<string, string>;

const files = import.meta.glob<Messages>("../src/messages/*.json", { eager: true, import: "default" });
const sources = import.meta.glob<string>("../src/**/*.{svelte,ts}", { eager: true, import: "default", query: "?raw" });
const catalogues = Object.entries(files).map(([path, messages]): [string, Messages] => [path.replace(/^.*\/(.*)\.json$/, "$1"), messages]);
const english = catalogues.find(([language]) => language === "en")![1];
const code = Object.values(sources).join("\n");
const FROM_PYTHON = /^(badge|mood|sentence|stance|words)\./;

/** What is put in, as "0", "1"; with how it is put in, as "0:plural". */
function listPlaces(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\d+)(:plural)?/g)].map(([, place, plural]) => place + (plural ?? "")))].sort();
}

function listForms(message: string): string[][] {
  return [...message.matchAll(/\{\d+:plural\|([^}]*)\}/g)].map(([, forms]) => forms!.split("|").map((form) => form.split("=")[0]!).sort());
}

describe("messages", () => {
  it.each(catalogues)("%s has every key and no other", (_, messages) => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    expect(Object.keys(messages)).toEqual(Object.keys(messages).sort());
  });

  it.each(catalogues)("%s puts in the same things", (_, messages) => {
    const places = (all: Messages) => Object.fromEntries(Object.entries(all).map(([key, message]) => [key, listPlaces(message)]));
    expect(places(messages)).toEqual(places(english));
    expect(Object.values(messages).filter((message) => !message.trim())).toEqual([]);
  });

  it.each(catalogues)("%s has the plurals of its language", (language, messages) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // French and Spanish have "many" for millions only, where "other" does.
    const wanted = categories.filter((category) => category !== "many" || categories.includes("few")).sort();
    for (const [key, message] of Object.entries(messages)) for (const forms of listForms(message)) expect([key, ...forms]).toEqual([key, ...wanted]);
  });

  it("has every key that is asked for", () => {
    const asked = [...code.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key!);
    expect(asked.length).toBeGreaterThan(20);
    expect([...new Set(asked)].filter((key) => !(key in english))).toEqual([]);
  });

  it("has no key that nobody asks for", () => {
    const patterns = [...code.matchAll(/`([a-z-]+\.[^`\s]*)`/g)].map(([, made]) => new RegExp(`^${made!.replace(/\$\{[^}]*\}/g, ".+")}$`));
    const isUsed = (key: string) => FROM_PYTHON.test(key) || code.includes(`"${key}"`) || patterns.some((pattern) => pattern.test(key));
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });
});
