import { describe, expect, it } from "vitest";
import packed from "../src/map/countries.json";
import { placeCountry, placeNames } from "../src/logic/mapnames";
import { unpackNumbers, unpackOutlines } from "../src/logic/outlines";
import { collectPlaces } from "../src/logic/places";
import { drawCountries, findNear, findStretch, fitView, project, wrap } from "../src/logic/projection";
import type { Report } from "../src/report";

const outlines = unpackOutlines(packed);
const at = (lat: number, lon: number, weight = 1) => ({ lat, lon, weight });

function findCountry(lat: number, lon: number): string[] {
  return [...outlines].filter(([, rings]) => rings.filter(({ points }) => isInside(points, lon, lat)).length % 2 === 1).map(([code]) => code);
}

function isInside(points: Float32Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [points[i]!, points[i + 1]!, points[j]!, points[j + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

describe("outlines", () => {
  it("unpacks numbers", () => {
    expect(unpackNumbers("ABCgB")).toEqual([0, -1, 1, 16]);
  });

  it("puts cities in their countries", () => {
    const cities: [string, number, number][] = [["UA", 50.45, 30.5], ["KR", 37.55, 127], ["US", 39.7, -105], ["CD", -4.4, 15.5], ["RS", 44.8, 20.5], ["VN", 21.05, 105.8], ["ZW", -17.8, 31], ["YE", 15.35, 44.2], ["MM", 16.9, 96.2], ["SS", 4.9, 31.6], ["XK", 42.6, 21.1], ["LS", -29.5, 28.2]];
    for (const [code, lat, lon] of cities) expect(findCountry(lat, lon)).toEqual([code]);
  });

  it("draws as the United Nations have it", () => {
    expect(findCountry(45.2, 34.2)).toEqual(["UA"]);
    expect(findCountry(9.55, 44.05)).toEqual(["SO"]);
    expect(findCountry(35.25, 33.6)).toEqual(["CY"]);
  });

  it("never leaps across the map", () => {
    for (const [, rings] of outlines) {
      for (const { points, south } of rings) {
        for (let index = 2; index < points.length; index += 2) {
          if (south > -89) expect(Math.abs(points[index]! - points[index - 2]!)).toBeLessThan(180);
        }
      }
    }
    expect(findCountry(67, 179.5)).toEqual(["RU"]);
  });

  it("stays small", () => {
    expect(JSON.stringify(packed).length).toBeLessThan(70_000);
    expect(outlines.size).toBeGreaterThan(200);
  });
});

describe("view", () => {
  it("crosses the date line by the short way", () => {
    expect(findStretch([179, -179])).toEqual([179, 181]);
    expect(findStretch([10])).toEqual([10, 10]);
    const view = fitView([at(-17, 178), at(-14, -171)], 400, 300);
    expect(Math.abs(wrap(view.lon - -176.5))).toBeLessThan(0.01);
    const [west, east] = [project(view, 178, -17)[0], project(view, -171, -14)[0]];
    expect(west).toBeGreaterThan(0);
    expect(east).toBeLessThan(400);
    expect(east).toBeGreaterThan(west);
    expect(drawCountries(outlines, view).map((shape) => shape.code)).toContain("FJ");
  });

  it("holds every place with a margin", () => {
    const places = [at(51.7, 36.2), at(55.7, 37.6), at(48, 37.8), at(53.2, 34.3)];
    const view = fitView(places, 430, 330);
    for (const { lat, lon } of places) {
      const [x, y] = project(view, lon, lat);
      expect(x).toBeGreaterThan(30);
      expect(x).toBeLessThan(400);
      expect(y).toBeGreaterThan(30);
      expect(y).toBeLessThan(300);
    }
  });

  it("shows the surroundings of a single place, and never more than the earth", () => {
    expect(300 / fitView([at(48, 2)], 400, 300).scale).toBeCloseTo(13);
    const whole = fitView([at(80, -170), at(-80, 10), at(0, 100)], 400, 300);
    expect(400 / whole.scale / whole.squeeze).toBeLessThanOrEqual(360.01);
    expect(whole.lat).toBe(0);
  });

  it("leaves out single places far away, but not half of the places", () => {
    const kursk = [at(51.7, 36.2, 3), at(53.3, 34.3, 3), at(48, 37.8, 2)];
    const pyongyang = at(39, 125.7, 1);
    expect(findNear([...kursk, pyongyang], 400, 300)).toEqual(kursk);
    expect(findNear([at(51, 36), pyongyang], 400, 300)).toHaveLength(2);
    expect(findNear([pyongyang], 400, 300)).toEqual([pyongyang]);
  });
});

describe("names", () => {
  it("do not overlap; one without room is left out", () => {
    const spot = { radius: 5, length: 60 };
    const { sides } = placeNames([{ ...spot, x: 100, y: 100 }, { ...spot, x: 110, y: 100 }, { ...spot, x: 105, y: 108 }, { ...spot, x: 390, y: 100 }], 400, 200);
    expect(sides[0]).not.toBe("right");
    expect(sides[3]).toBe("left");
    expect(placeNames([{ ...spot, x: 20, y: 10 }], 40, 20).sides).toEqual([null]);
  });

  it("stand inside their countries", () => {
    const view = fitView([at(50, 31)], 400, 300);
    const ukraine = drawCountries(outlines, view).find((shape) => shape.code === "UA")!;
    const box = placeCountry(ukraine, view, 60, [])!;
    expect(box.right - box.left).toBeCloseTo(60);
    expect(placeCountry(ukraine, view, 60, [{ left: 0, top: 0, right: 400, bottom: 300 }])).toBeNull();
  });
});

describe("places", () => {
  it("counts articles, and an article's claim once", () => {
    const mention = (article: number, claim: number) => ({ article, claim, span: [0, 1] as [number, number] });
    const place = { name: "Kursk", country: "RU", lat: 51, lon: 36, mentions: [mention(0, 2), mention(0, 2), mention(1, 1), mention(2, 1)] };
    const report = { articles: [{}, {}, {}], places: [place, { ...place, name: "Moscow", mentions: [mention(2, 0)] }] } as unknown as Report;
    const found = collectPlaces(report, new Set([0, 1]), () => true);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ weight: 2, articles: [0, 1], claims: [{ claim: 1 }, { claim: 2 }] });
    expect(found[0]!.claims[1]!.mentions).toHaveLength(1);
  });
});
