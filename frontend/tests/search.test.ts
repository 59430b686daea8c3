import { describe, expect, it } from "vitest";
import { find, findClaim, grow, makeIndex, type Kind } from "../src/logic/search";
import { getWords } from "../src/logic/text";
import type { Report } from "../src/report";

const article = (name: string, passages: { start: number; text: string }[], language = "en", published: string | null = null) => ({
  name, title: `About ${name}`, outlet: name, author: null, file: `${name}.txt`, language, published, passages,
  duplicateOf: null, length: 9000,
});

const report = {
  claims: [
    { title: "Eighteen soldiers deserted near Kursk", articles: [0], tellings: [{ article: 0, span: [4, 40] }] },
    { title: "A dam leaked", articles: [1], tellings: [] },
  ],
  witnesses: [
    { name: "Suspilne", aliases: ["Суспільне"] },
    { name: "Intelligence", aliases: [] },
  ],
  wanted: [{ witness: 1, why: "three articles credit it" }],
  articles: [
    article("Newsweek", [
      { start: 0, text: "😀😀 Soldiers deserted near Kursk.\nOfficials said nothing." },
      { start: 500, text: "Later the officials spoke of Bryansk." },
    ]),
    article("朝日", [{ start: 10, text: "北朝鮮の兵士が脱走した。" }], "ja", "2025-01-01"),
  ],
  places: [{ name: "Kursk", country: "RU", mentions: [{ article: 0, span: [29, 34], claim: 0 }] }],
} as unknown as Report;

const search = (query: string, isTold = () => true) => find(makeIndex(report, () => "Russia"), query, 5, isTold);
const get = (query: string, kind: Kind) => search(query).find((group) => group.kind === kind);

describe("find", () => {
  it("groups what it finds by kind", () => {
    expect(search("kursk").map(({ kind, total }) => [kind, total])).toEqual([["claim", 1], ["words", 1], ["place", 1]]);
    expect(search("")).toEqual([]);
    expect(search("nothing-of-it")).toEqual([]);
  });
  it("finds names by their aliases and by why they are wanted", () => {
    expect(get("суспильне", "source")).toBeUndefined();
    expect(get("СУСПІЛЬНЕ", "source")?.results[0]?.item).toBe(0);
    expect(get("three credit", "source")?.results[0]?.item).toBe(1);
    expect(get("russia", "place")?.results[0]?.item).toBe(0);
  });
  it("points to the words in code points", () => {
    const evidence = get("kursk", "words")!.results[0]!.evidence!;
    expect(getWords(report.articles[0]!, evidence.span).text).toBe("Kursk");
    expect(findClaim(report.claims, evidence)).toBe(0);
    const later = get("bryansk", "words")!.results[0]!.evidence!;
    expect(getWords(report.articles[0]!, later.span).text).toBe("Bryansk");
    expect(findClaim(report.claims, later)).toBeNull();
  });
  it("finds words without spaces around them", () => {
    const evidence = get("脱走", "words")!.results[0]!.evidence!;
    expect(getWords(report.articles[1]!, evidence.span).text).toBe("脱走");
  });
  it("finds an article that holds the words in different paragraphs", () => {
    expect(get("soldiers bryansk", "words")?.total).toBe(1);
  });
  it("leaves out what was not told yet", () => {
    expect(find(makeIndex(report, String), "脱走", 5, (known) => known.published === null)).toEqual([]);
  });
  it("cuts a long text around the hit and marks it there", () => {
    const long = { ...report, articles: [article("x", [{ start: 0, text: `${"word ".repeat(90)}needle ${"more ".repeat(90)}` }])] };
    const [result] = find(makeIndex(long as unknown as Report, String), "needle", 5, () => true)[0]!.results;
    expect(result!.text.length).toBeLessThan(240);
    expect(result!.hits.map(([start, end]) => result!.text.slice(start, end))).toEqual(["needle"]);
  });
  it("grows in slices", () => {
    const index = makeIndex(report, String);
    expect(grow(index, 0)).toBe(false);
    expect(grow(index, 1000)).toBe(true);
  });
});
