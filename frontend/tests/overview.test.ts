import { describe, expect, it } from "vitest";
import { findFacts, findFirstClaim, findMissing, makeTiles } from "../src/logic/overview";
import type { Article, Report } from "../src/report";

const claim = (about: object) => ({
  worth: true, badges: [], articles: [0, 1], support: "corroborated", circular: false, dispute: "none", variants: [], against: [],
  stories: [0], ...about,
});
const reading = (article: number, from: number | null) => ({ groups: [{ readings: [{ article, from }] }] });
const report = {
  claims: [
    claim({ badges: [{ key: "contradiction" }], stories: [1] }),
    claim({ badges: [{ key: "changed-on-the-way" }], variants: [reading(0, null), reading(1, 3)] }),
    claim({ support: "single-origin" }),
    claim({ support: "single-origin", articles: [0] }),
    claim({ dispute: "denied", against: [{ article: 1 }] }),
    claim({ dispute: "denied", worth: false }),
  ],
  articles: [
    { published: "2024-10-03T10:00", language: "en", duplicateOf: null },
    { published: "2025-01-01", language: "uk", duplicateOf: null },
    { published: null, language: "en", duplicateOf: 0 },
  ],
  stories: [{ articles: [0, 1, 2] }],
  wanted: [{ own: false, citedBy: [1] }, { own: true, citedBy: [0] }],
} as unknown as Report;
const all = () => true;
const early = ({ published }: Article) => published === null || published < "2024-12";
const count = (isTold: (article: Article) => boolean) => makeTiles(report, isTold).map(({ claims }) => claims);

describe("makeTiles", () => {
  it("names the claims behind each number", () => {
    expect(count(all)).toEqual([[0], [1], [2], [4]]);
    expect(findMissing(report, all)).toHaveLength(1);
  });
  it("knows only what had been published", () => {
    expect(count(early)).toEqual([[], [], [], []]);
    expect(findMissing(report, early)).toEqual([]);
  });
});

describe("findFacts", () => {
  it("counts copies apart and says the period", () => {
    const facts = findFacts(report, report.stories[0]!, all);
    expect(facts).toEqual({ articles: 2, copies: 1, languages: ["en", "uk"], first: "2024-10-03", last: "2025-01-01" });
  });
  it("finds the most urgent claim of a story", () => {
    expect(findFirstClaim(report, report.stories[0]!)).toBe(1);
  });
});
