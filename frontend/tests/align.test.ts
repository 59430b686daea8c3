import { describe, expect, it } from "vitest";
import { align, findRising } from "../src/logic/align";
import { splitSentences } from "../src/logic/sentences";
import type { Report, Variant } from "../src/report";
import { makeArticle, makeClaim, makeReport, makeTelling } from "./fixtures";

const draw = (report: Report) =>
  align(report, 0, 1).rows.flatMap((row) =>
    row.kind === "pair"
      ? [`${row.left.place}-${row.right.place} ${row.manner}${row.moved ? " moved" : ""}`]
      : [...row.left.map((lone) => `${lone.unit.place}- ${lone.state}`), ...row.right.map((lone) => `-${lone.unit.place} ${lone.state}`)],
  );

describe("align", () => {
  it("lays like sentences side by side and says what is only in one", () => {
    const left = makeArticle("The dam leaked on Monday. Nobody was hurt there. Schools closed early.");
    const right = makeArticle("The dam leaked on Monday. Farmers lost their whole crop. Schools closed early.");
    const report = makeReport({ articles: [left, right] });
    expect(draw(report)).toEqual(["0-0 same", "1- only", "-1 only", "2-2 same"]);
    expect(align(report, 0, 1).counts).toEqual({ same: 2, changed: 0, contradicts: 0, moved: 0, omitted: 1, added: 1 });
  });

  it("finds what was moved", () => {
    const left = makeArticle("Alpha beta gamma. Delta epsilon zeta. Eta theta iota.");
    const right = makeArticle("Eta theta iota. Alpha beta gamma. Delta epsilon zeta.");
    expect(draw(makeReport({ articles: [left, right] }))).toEqual(["-0 moved", "0-1 same", "1-2 same", "2-0 same moved"]);
  });

  it("pairs by claims across languages and names what changed", () => {
    const left = makeArticle("😀 Eighteen soldiers fled. It rained.");
    const right = makeArticle("Hujan turun. Sekitar dua lusin tentara membelot.", { language: "id" });
    const readings = [makeTelling(0, 2, 24), makeTelling(1, 13, 48)];
    const group = (article: number, words: string, manner: "same" | "changed") => ({
      words, manner, speakers: [], readings: [{ article, span: [2, 10] as [number, number], words, from: null }],
    });
    const variant: Variant = { kind: "quantity", label: "drift", explanation: "", groups: [group(0, "Eighteen", "same"), group(1, "dua lusin", "changed")] };
    const report = makeReport({ articles: [left, right], claims: [makeClaim(readings, { variants: [variant] })] });
    expect(draw(report)).toEqual(["-0 only", "0-1 changed", "1- only"]); // not as many here as there
    const [common] = align(report, 0, 1).common;
    expect(common!.details.map((detail) => [detail.kind, detail.was, detail.is])).toEqual([["quantity", "Eighteen", "dua lusin"]]);
  });

  it("does not call omitted what a translation has in the same place", () => {
    const articles = [makeArticle("Ten fled. What now? Two died."), makeArticle("Sepuluh lari. Lalu apa? Dua tewas.", { language: "id" })];
    const claims = [makeClaim([makeTelling(0, 0, 8), makeTelling(1, 0, 12)]), makeClaim([makeTelling(0, 20, 28), makeTelling(1, 24, 33)])];
    const report = makeReport({ articles, claims });
    expect(draw(report)).toEqual(["0-0 same", "1-1 unsure", "2-2 same"]);
    expect(align(report, 0, 1).counts).toMatchObject({ same: 2, omitted: 0, added: 0 });
  });

  it("calls a denial a contradiction", () => {
    const articles = [makeArticle("The dam leaks."), makeArticle("The minister denies that the dam leaks.")];
    const claim = makeClaim([makeTelling(0, 0, 14), makeTelling(1, 0, 39, { manner: "denies" })]);
    expect(draw(makeReport({ articles, claims: [claim] }))).toEqual(["0-0 denies"]);
  });

  it("does not call omitted what is told within another sentence", () => {
    const articles = [makeArticle("Ten fled north. Two died here."), makeArticle("Some reports came: ten fled and two died.")];
    const claims = [makeClaim([makeTelling(0, 0, 15), makeTelling(1, 19, 27)]), makeClaim([makeTelling(0, 16, 30), makeTelling(1, 32, 40)])];
    const report = makeReport({ articles, claims });
    expect(align(report, 0, 1).counts.omitted).toBe(0);
    expect(draw(report)).toContain("1- within");
  });

  it("lays an article without text beside another", () => {
    expect(draw(makeReport({ articles: [makeArticle("", { passages: [] }), makeArticle("One.")] }))).toEqual(["-0 only"]);
  });
});

it("keeps the longest rising order", () => {
  expect([...findRising([3, 0, 1, 4, 2])].sort()).toEqual([1, 2, 4]);
  expect(findRising([]).size).toBe(0);
});

it("splits sentences by code points and joins what an abbreviation cut", () => {
  expect(splitSentences("😀 One. Two said U.S. officials knew. Three", 5, "en")).toEqual([
    [5, "😀 One. "],
    [12, "Two said U.S. officials knew. "],
    [42, "Three"],
  ]);
});
