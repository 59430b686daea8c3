import { describe, expect, it } from "vitest";
import { isWebAddress } from "../src/logic/addresses";
import { findBetween, findDefaultPair, getPairs } from "../src/logic/pairs";
import { getProfiles, getStanding } from "../src/logic/sources";
import { makeArticle, makeClaim, makeLink, makeReport, makeTelling, makeWitness } from "./fixtures";

const voice = { source: null, name: "", cue: null, content: [], type: "direct" as const, stance: "asserts" as const, inside: null };
const report = makeReport({
  articles: [makeArticle("a", { attributions: [{ ...voice, witness: 2 }] }), makeArticle("b"), makeArticle("c")],
  witnesses: [
    makeWitness("One", { kind: "article", articles: [0] }),
    makeWitness("Two", { kind: "article", articles: [1] }),
    makeWitness("Ann", { speaksFor: 3 }),
    makeWitness("Board", { kind: "agency", missing: true }),
    makeWitness("Three", { kind: "article", articles: [2] }),
  ],
  claims: [
    makeClaim([makeTelling(0, 0, 1), makeTelling(1, 0, 1)], { origins: [2], bottlenecks: [2, 3], dispute: "denied" }),
    makeClaim([makeTelling(1, 0, 1), makeTelling(2, 0, 1)], { origins: [3] }),
  ],
  links: [makeLink(1, 0, { confidence: 0.9 }), makeLink(1, 2), makeLink(0, 2), makeLink(1, 0, { kind: "reuse", basis: "inferred", confidence: 0.6 })],
});

describe("getProfiles", () => {
  const profiles = getProfiles(report);
  it("gathers what a source was origin of, and what of it is disputed", () => {
    expect([profiles[2]!.origin, profiles[2]!.disputed, profiles[3]!.origin, profiles[3]!.passage]).toEqual([[0], [0], [1], [0]]);
  });
  it("gathers who credits and copies whom", () => {
    expect([profiles[2]!.credit, profiles[0]!.credit, profiles[1]!.copies.length, profiles[0]!.copiedBy.length]).toEqual([[0, 1], [1], 1, 1]);
  });
  it("knows who speaks for whom, and where a source stands", () => {
    expect(profiles[3]!.speakers).toEqual([2]);
    expect([0, 2, 3].map((witness) => getStanding(report, witness))).toEqual(["here", "voice", "missing"]);
  });
});

describe("pairs", () => {
  it("puts shared wording before a mere credit, exemplar first", () => {
    expect(getPairs(report)[0]!.links.map((link) => link.kind)).toEqual(["reuse", "citation"]);
    expect(findDefaultPair(report, null)).toEqual([0, 1]);
    expect(findDefaultPair(report, 1)).toEqual([1, 0]);
  });
  it("takes the article that tells most of the same where nothing is linked", () => {
    expect(findDefaultPair(report, 2)).toEqual([2, 1]);
    expect(findDefaultPair(makeReport(), null)).toBeNull();
  });
  it("finds the source that both have", () => {
    expect(findBetween(report, 0, 1).sources).toEqual([2]);
    expect(findBetween(report, 1, 0).pairs).toHaveLength(1);
  });
});

it("links to the web only", () => {
  expect(["https://a.example/x", "javascript:alert(1)", "data:text/html,x", "/x", null].map((address) => isWebAddress(address))).toEqual([true, false, false, false, false]);
});
