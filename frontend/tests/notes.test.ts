import { expect, it } from "vitest";
import { placeNotes } from "../src/logic/notes";

it("leaves notes beside their words where there is room", () => {
  expect(placeNotes([0, 100, 200], [20, 20, 20], 4)).toEqual([0, 100, 200]);
});

it("spreads crowded notes around their words, never over one another nor above the text", () => {
  const tops = placeNotes([2, 4, 6, 300, 300], [30, 30, 30, 30, 30], 5);
  expect(tops[0]).toBe(0);
  for (let place = 1; place < tops.length; place += 1) expect(tops[place]! - tops[place - 1]!).toBeGreaterThanOrEqual(35);
  expect(tops.slice(3)).toEqual([283, 318]);
});

it("places nothing where there is nothing", () => {
  expect(placeNotes([], [], 5)).toEqual([]);
});
