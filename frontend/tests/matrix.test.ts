import { describe, expect, it } from "vitest";
import { makeCell, makeCsv } from "../src/logic/csv";
import { findWindow, moveActive } from "../src/logic/grid";
import { findColumns, findRows, fold, makeRows, NO_FILTER, sortColumns } from "../src/logic/matrix";
import type { Article, Claim, Link, Manner, Report, Telling, Witness } from "../src/report";

function makeArticle(name: string, published: string | null, more: Partial<Article> = {}): Article {
  return { name, published, language: "en", story: 0, duplicateOf: null, ...more } as Article;
}

function makeTelling(article: number, manner: Manner = "same", words = ""): Telling {
  return { article, manner, words, shown: true, speakers: [{ witness: null, name: "the harbour office" }], span: [0, 4] } as unknown as Telling;
}

function makeClaim(title: string, tellings: Telling[], best = 1): Claim {
  return { title, tellings, stories: [0], independent: { low: best, best, high: best }, support: "single-origin", dispute: "none" } as unknown as Claim;
}

function makeWitness(article: number, name = `w${article}`): Witness {
  return { name, article, articles: [article] } as unknown as Witness;
}

function makeLink(copy: number, exemplar: number, claims: number[] = [0], confidence = 0.9): Link {
  return { copy, exemplar, claims, confidence, direction: 1 } as unknown as Link;
}

const report = {
  articles: [
    makeArticle("Lantern", "2025-03-03"),
    makeArticle("Ärger", "2025-03-01", { language: "de" }),
    makeArticle("Copy", "2025-03-02", { duplicateOf: 0 }),
    makeArticle("Other", "2025-03-04", { story: 1 }),
  ],
  claims: [
    makeClaim("Eighteen boats sank", [makeTelling(0, "changed", "=20"), makeTelling(1)]),
    makeClaim("A bridge is closed", [makeTelling(0), makeTelling(1), makeTelling(3)], 2),
    makeClaim("Nobody else tells this", [makeTelling(3)]),
  ],
  witnesses: [makeWitness(0), makeWitness(1), makeWitness(3), { name: "Harbour Radio", article: null, articles: [] }],
  links: [makeLink(0, 1), makeLink(1, 3), makeLink(2, 0, [0], 0.2)],
  stories: [],
} as unknown as Report;
const every = () => true;

describe("rows and columns", () => {
  it("leaves out copies, and what the filter does not want", () => {
    expect(findColumns(report, NO_FILTER, every)).toEqual([0, 1, 3]);
    expect(findColumns(report, { ...NO_FILTER, outlet: "arg" }, every)).toEqual([1]);
    expect(findColumns(report, { ...NO_FILTER, language: "en" }, (article) => article.name !== "Other")).toEqual([0]);
  });

  it("counts only tellings in the columns that are left", () => {
    expect(findRows(report, NO_FILTER, [0, 1, 3], "urgency")).toEqual([0, 1]);
    expect(findRows(report, NO_FILTER, [0, 3], "urgency")).toEqual([1]);
    expect(findRows(report, { ...NO_FILTER, least: 1 }, [3], "urgency")).toEqual([1, 2]);
    expect(findRows(report, { ...NO_FILTER, disagreeing: true }, [0, 1, 3], "urgency")).toEqual([0]);
    expect(findRows(report, { ...NO_FILTER, manner: "changed" }, [1, 3], "urgency")).toEqual([]);
  });

  it("sorts claims", () => {
    const columns = [0, 1, 3];
    expect(findRows(report, NO_FILTER, columns, "articles")).toEqual([1, 0]);
    expect(findRows(report, NO_FILTER, columns, "title")).toEqual([1, 0]);
    expect(findRows(report, NO_FILTER, columns, "origins")).toEqual([0, 1]);
  });

  it("puts articles of one lineage together, the nearest to its origin first", () => {
    const sorted = sortColumns(report, [0, 1, 3], "lineage");
    expect(sorted.map((column) => column.article)).toEqual([1, 0, 3]);
    expect(sorted.map((column) => column.group)).toEqual(["Harbour Radio", "Harbour Radio", ""]);
    expect(sorted.map((column) => column.depth)).toEqual([1, 2, 0]);
  });

  it("survives a loop of credits", () => {
    const looped = { ...report, links: [makeLink(0, 1), makeLink(1, 0)] } as Report;
    expect(sortColumns(looped, [0, 1], "lineage")).toHaveLength(2);
  });

  it("sorts articles by date, outlet and language", () => {
    expect(sortColumns(report, [0, 1, 3], "date").map((column) => column.article)).toEqual([1, 0, 3]);
    expect(sortColumns(report, [0, 1, 3], "outlet").map((column) => column.article)).toEqual([1, 0, 3]);
    expect(sortColumns(report, [0, 1, 3], "language").map((column) => column.group)).toEqual(["de", "en", "en"]);
  });
});

describe("as a file", () => {
  it("starts no formula", () => {
    expect(makeCell("=1+1")).toBe("'=1+1");
    expect(makeCell("@cmd, x")).toBe('"\'@cmd, x"');
    expect(makeCell(-3)).toBe("-3");
    expect(makeCsv([["a", 'b "c"']])).toBe('\ufeffa,"b ""c"""\r\n');
  });

  it("says cells in words", () => {
    const wording = { say: (words: unknown) => String(words), manner: (manner: Manner) => manner, heads: ["c", "l", "b", "h", "s", "d"] };
    const rows = makeRows(report, [0], [0, 3], wording);
    expect(rows[0]).toEqual(["c", "l", "b", "h", "s", "d", "Lantern", "Other"]);
    expect(rows[1]!.slice(6)).toEqual(["changed: =20 (the harbour office)", ""]);
  });
});

describe("what is in sight", () => {
  it("draws a little more than fits", () => {
    expect(findWindow(0, 100, 10, 1000)).toEqual({ from: 0, to: 12, shown: 10 });
    expect(findWindow(500, 100, 10, 1000)).toEqual({ from: 48, to: 62, shown: 10 });
    expect(findWindow(9990, 100, 10, 20)).toEqual({ from: 18, to: 20, shown: 10 });
  });

  it("follows the keys, mirrored where the text runs from right to left", () => {
    const extent = { rows: 5, columns: 3, page: 2, isMirrored: false };
    const press = (key: string, mirrored = false) => moveActive({ row: 1, column: 1 }, { key, ctrlKey: false }, { ...extent, isMirrored: mirrored });
    expect(press("ArrowRight")).toEqual({ row: 1, column: 2 });
    expect(press("ArrowRight", true)).toEqual({ row: 1, column: 0 });
    expect(press("PageDown")).toEqual({ row: 3, column: 1 });
    expect(press("Home")).toEqual({ row: 1, column: 0 });
    expect(press("x")).toBeNull();
  });
});

it("folds case and accents", () => expect(fold("ÄRGER Ｘ")).toBe("arger x"));
