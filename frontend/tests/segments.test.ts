import { describe, expect, it } from "vitest";
import { cutSegments, findMarks, findVoices, splitBlocks, type TextMark } from "../src/logic/segments";
import { makeArticle, makeClaim, makeReport, makeTelling } from "./fixtures";

const mark = (start: number, end: number, layer: TextMark["layer"] = "claim"): TextMark => ({ layer, span: [start, end] });

describe("cutSegments", () => {
  it("cuts where marks begin and end", () => {
    const segments = cutSegments("abcdef", 0, [mark(1, 4), mark(3, 5, "content")]);
    expect(segments.map((segment) => [segment.text, segment.marks.map((item) => item.layer)])).toEqual([
      ["a", []],
      ["bc", ["claim"]],
      ["d", ["claim", "content"]],
      ["e", ["content"]],
      ["f", []],
    ]);
  });

  it("has the shortest mark last and keeps to the text", () => {
    const segments = cutSegments("abc", 10, [mark(0, 99, "content"), mark(11, 12), mark(40, 50)]);
    expect(segments.map((segment) => segment.text)).toEqual(["a", "b", "c"]);
    expect(segments[1]!.marks.map((item) => item.layer)).toEqual(["content", "claim"]);
  });

  it("counts code points beyond the basic plane", () => {
    const segments = cutSegments("😀x𝒜y", 0, [mark(1, 3)]);
    expect(segments.map((segment) => segment.text)).toEqual(["😀", "x𝒜", "y"]);
    expect(segments.map((segment) => [segment.start, segment.end])).toEqual([[0, 1], [1, 3], [3, 4]]);
  });

  it("leaves right-to-left text in its own order", () => {
    const text = "قال الوزير إن السد سليم";
    const segments = cutSegments(text, 0, [mark(4, 10, "source")]);
    expect(segments[1]!.text).toBe("الوزير");
    expect(segments.map((segment) => segment.text).join("")).toBe(text);
  });

  it("ignores empty marks", () => {
    expect(cutSegments("abc", 0, [mark(1, 1)])).toHaveLength(1);
  });
});

describe("splitBlocks", () => {
  it("splits paragraphs and says what is not shown", () => {
    const article = makeArticle("", { length: 50, body: 6, passages: [{ start: 0, text: "Title\n" }, { start: 20, text: "😀one.\n\ntwo" }] });
    const { blocks, left } = splitBlocks(article);
    expect(blocks.map((block) => [block.start, block.end, block.head, block.hidden])).toEqual([[0, 6, true, 0], [20, 26, false, 14], [27, 30, false, 0]]);
    expect(left).toBe(20);
  });
});

describe("findMarks", () => {
  it("marks claims with their repetitions once, voices and corrections", () => {
    const voice = { source: [0, 2] as [number, number], name: "", witness: null, cue: null, content: [[3, 5] as [number, number]], type: "direct" as const, stance: "asserts" as const, inside: null };
    const article = makeArticle("abcdefghij", { attributions: [voice], corrections: [{ span: [8, 9], text: "" }] });
    const claim = makeClaim([makeTelling(0, 1, 4, { mentions: [[1, 4], [6, 7]] })]);
    const marks = findMarks(makeReport({ articles: [article], claims: [claim] }), 0);
    expect(marks.map((item) => `${item.layer} ${item.span}`)).toEqual(["claim 1,4", "claim 6,7", "content 3,5", "source 0,2", "correction 8,9"]);
  });
});

describe("findVoices", () => {
  it("walks outwards and stops in a ring", () => {
    const voice = { source: null, name: "", witness: null, cue: null, content: [], type: "direct" as const, stance: "asserts" as const };
    const article = makeArticle("", { attributions: [{ ...voice, inside: 1 }, { ...voice, inside: 2 }, { ...voice, inside: 0 }] });
    expect(findVoices(article, 0)).toEqual([0, 1, 2]);
  });
});
