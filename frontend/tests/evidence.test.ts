import { expect, test } from "vitest";
import { isWebAddress } from "../src/logic/addresses";
import { makeCitation, makeClaimReview } from "../src/logic/cite";
import { findTelling, isOfKind, listEvidence, pickEvidence, sayOrigins } from "../src/logic/claim";
import { fit } from "../src/logic/measure";
import { makePieces } from "../src/logic/quote";
import { findRows, stackRows } from "../src/logic/rows";
import { makeArticle, makeClaim, makeEdge, makeNode, makeReport, makeTelling } from "./story.helpers";

const TEXT = "😀😀 Officials said 18 families fled the village of Low Farrow in the night, and more may follow on Friday.";

test("the marked words are right behind characters beyond the basic plane", () => {
  const pieces = makePieces(makeArticle(0, TEXT), [18, 29], 12, [[18, 20]], [[3, 17]]);
  expect(pieces.filter((piece) => piece.kind === "core").map((piece) => piece.text)).toEqual(["18"]);
  expect(pieces.filter((piece) => piece.kind === "shown").map((piece) => piece.text)).toEqual([" families"]);
  expect(pieces.some((piece) => piece.kind === "voice")).toBe(true);
  expect(pieces[0]!.kind).toBe("gap");
});

test("text that is not embedded is a gap", () => {
  const article = makeArticle(0, "", { length: 100, passages: [{ start: 10, text: "0123456789" }, { start: 40, text: "abcdefghij" }] });
  expect(makePieces(article, [12, 45], 20).map((piece) => piece.text)).toEqual(["…", "01", "23456789", "…", "abcde", "fghij", "…"]);
});

test("invisible controls are named in quotations and citations", () => {
  const article = makeArticle(0, "ab\u202ecd", { title: "x\u2066y" });
  expect(makePieces(article, [0, 5], 5)[0]!.text).toBe("ab[U+202E]cd");
  expect(makeCitation(article, [0, 5])).not.toMatch(/[\u202e\u2066]/);
});

test("a citation has words, outlet, title, date, file, place and hash", () => {
  const line = makeCitation(makeArticle(0, TEXT, { url: "https://example.org/a" }), [18, 29]);
  expect(line).toBe(`“18 families”, Paper 0, “Title 0”, March 12, 2025, a0.txt, chars 18–29, SHA-256 ${"ab".repeat(32)}, https://example.org/a`);
});

test("only web addresses become links", () => {
  expect(isWebAddress("https://example.org")).toBe(true);
  expect(["javascript:alert(1)", "data:text/html,x", "//example.org", null, "https://a b"].some(isWebAddress)).toBe(false);
});

test("a ClaimReview draft rates nothing", () => {
  const claim = makeClaim([makeNode(0)], []);
  const draft = JSON.parse(makeClaimReview(makeReport(claim), claim));
  expect(draft.claimReviewed).toBe("A claim");
  expect(draft.reviewRating.ratingValue).toBe("");
  expect(draft.itemReviewed.appearance[0].identifier.value).toBe("ab".repeat(32));
});

test("a link is shown by the copy's own words on this claim", () => {
  const own = { article: 1, span: [2, 8] as [number, number] };
  const edge = makeEdge(0, 1, { basis: "inferred", evidence: [{ article: 0, span: [0, 5] }, { article: 1, span: [50, 60] }, own] });
  const claim = makeClaim([makeNode(0), makeNode(1)], [edge]);
  expect(pickEvidence(claim, edge)).toEqual(own);
  expect(listEvidence(claim)).toHaveLength(3);
});

test("words belong to the telling that has just these, before one around them", () => {
  const claim = makeClaim([makeNode(0)], [], { tellings: [makeTelling(0, { span: [0, 50] }), makeTelling(0, { span: [10, 20] })] });
  expect(findTelling(claim, { article: 0, span: [10, 20] })).toBe(claim.tellings[1]);
  expect(findTelling(claim, { article: 0, span: [12, 18] })).toBe(claim.tellings[0]);
  expect(findTelling(claim, { article: 1, span: [12, 18] })).toBeNull();
});

test("a claim says how many articles and origins", () => {
  const claim = makeClaim([makeNode(0), makeNode(1)], [], { independent: { low: 1, best: 1, high: 3 } });
  expect(sayOrigins(claim)).toBe("2 articles, 1 origin (1 to 3)");
  expect(isOfKind(claim, "one-origin")).toBe(true);
  expect(isOfKind(claim, "disputed")).toBe(false);
  const denied = { ...claim, supporting: [], unsourced: [], against: [{ article: 0, witness: null, stance: "denies" as const }] };
  expect(sayOrigins(denied)).toBe("put forward by none, denied in 1");
  expect(isOfKind({ ...denied, support: "unsourced" }, "unsourced")).toBe(false);
});

test("only rows on the screen are drawn", () => {
  const tops = stackRows(Array.from({ length: 5000 }, () => 80));
  expect(findRows(tops, 8000, 8800, 0)).toEqual([100, 111]);
  expect(findRows(tops, 0, 0, 4)).toEqual([0, 5]);
  expect(findRows([0], 0, 500)).toEqual([0, 0]);
});

test("long words are broken and lines counted", () => {
  const font = { family: "sans", size: 10, weight: 400 } as const;
  expect(fit("a".repeat(45), font, 110, 5).lines).toBe(3);
  expect(fit("short", font, 110, 3).lines).toBe(1);
  expect(fit("short", font, 110, 3).width).toBeCloseTo(27.5);
  expect(fit("many words that go on and on and on and on", font, 60, 2).lines).toBe(2);
});
