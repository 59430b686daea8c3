import { describe, expect, it } from "vitest";
import { slice } from "../src/logic/text";
import { findShared, findTokens } from "../src/logic/wording";

const share = (left: string, right: string) =>
  findShared(findTokens(left, 0), findTokens(right, 0)).map((run) => [slice(left, ...run.left), slice(right, ...run.right)]);

describe("findShared", () => {
  it("finds eight words in a row, whatever their case", () => {
    const run = "the water rose by a metre in an hour";
    expect(share(`He said: ${run}. Then it fell.`, `😀😀 THE water rose by a metre in an hour, officials say`)).toEqual([[run, run.replace("the", "THE")]]);
  });

  it("does not count seven", () => {
    expect(share("one two three four five six seven", "one two three four five six seven eight")).toEqual([]);
  });

  it("counts twenty characters where words are not divided", () => {
    const run = "昨日午後大雨の影響で川の水位が急に上がった";
    expect(share(`彼は${run}と言った`, `発表によると${run}らしい`)).toEqual([[run, run]]);
    expect(share("昨日午後大雨の影響で川の水", "昨日午後大雨の影響で川の水")).toEqual([]);
  });

  it("works in right-to-left text with its marks", () => {
    const run = "قال وزير المياه إن السد سليم ولا خطر على السكان";
    expect(share(run, `وأضاف: ${run}`)).toEqual([[run, run]]);
  });

  it("takes the longest where the seed stands twice", () => {
    const seed = "a b c d e f g h";
    expect(share(`${seed} x. ${seed} i j`, `${seed} i j`)).toEqual([[`${seed} i j`, `${seed} i j`]]);
  });
});

it("places tokens by code points", () => {
  expect(findTokens("😀 ab 𝒜c", 5).map((token) => token.span)).toEqual([[7, 9], [10, 12]]);
});
