import { describe, expect, it } from "vitest";
import { makeAgenda } from "../src/logic/agenda";
import { makeAxis } from "../src/logic/axis";
import { findUndated, makeBands } from "../src/logic/bands";
import { type Dated, guessWidth, layTimeline, placeBand } from "../src/logic/chart";
import { collectHappenings, collectPublications, countTold, findInside, keepMostTold, listDays } from "../src/logic/happenings";
import { groupNear, type Label, packRows, placeLabels, type Room } from "../src/logic/levels";
import { countDay, readMoment, sayGap, sayMoment, sayRange, writeDay } from "../src/logic/moments";
import type { Article, Claim, Report, Stance } from "../src/report";

const day = (text: string) => readMoment(text)!.start;

describe("moments", () => {
  it("reads what a value can mean", () => {
    expect(readMoment("1970-01-02")).toEqual({ start: 1, end: 1, exact: true });
    expect(readMoment("2024-10-03T10:00")).toEqual(readMoment("2024-10-03"));
    expect(readMoment("2024-02")).toEqual({ start: day("2024-02-01"), end: day("2024-02-29"), exact: false });
    expect(readMoment("2023")).toEqual({ start: day("2023-01-01"), end: day("2023-12-31"), exact: false });
    expect(readMoment("2024-W42-2")).toEqual(readMoment("2024-10-15"));
    expect(readMoment("2021-W01")).toEqual({ start: day("2021-01-04"), end: day("2021-01-10"), exact: false });
  });

  it("leaves alone what has no year or is no date", () => {
    for (const value of [null, "", "XXXX-10-03", "XXXX-W..-1", "T13:00", "2024-13", "2023-02-29", "2024-00-01", "soon", "2024-W60-1"]) expect(readMoment(value)).toBeNull();
  });

  it("keeps years before 100 and days before 1970", () => {
    expect(writeDay(countDay(79, 8, 24)!)).toBe("0079-08-24");
    expect(writeDay(day("1066-10-14"))).toBe("1066-10-14");
  });

  it("says values, ranges and gaps", () => {
    expect(sayMoment("XXXX-W..-1")).toBe("Monday");
    expect(sayMoment("XXXX-10-03")).toBe("October 3");
    expect(sayMoment("2025-13-45")).toBe("2025-13-45");
    expect(sayMoment("2024-W42-2")).toBe("October 15, 2024");
    expect(sayRange(day("1962"), day("2014"), false)).toMatch(/^1962\s–\s2014$/);
    expect(sayRange(day("2024-03-03"), day("2024-03-09"), true)).toMatch(/^Mar 3\s–\s9, 2024$/);
    expect([sayGap(1), sayGap(210), sayGap(7300)]).toEqual(["1 day", "7 months", "20 years"]);
  });
});

describe("axis", () => {
  it("cuts long gaps and keeps the rest in proportion", () => {
    const days = [day("1962"), ...[10, 11, 12, 14].map((number) => day(`2025-03-${number}`))];
    const axis = makeAxis(days, 0, 900);
    expect(axis.cuts.map((cut) => cut.days)).toEqual([day("2025-03-10") - day("1962")]);
    const [first, second, , last] = days.slice(1).map(axis.place) as [number, number, number, number];
    expect(last - first).toBeCloseTo(4 * (second - first));
    expect(axis.place(days[0]!)).toBe(0);
    expect(last).toBeCloseTo(900);
  });

  it("never runs backwards, whatever the day", () => {
    const axis = makeAxis([0, 3, 5000, 5001, 9000], 10, 500);
    const places = Array.from({ length: 200 }, (_, index) => axis.place(index * 50 - 200));
    places.slice(1).forEach((place, index) => expect(place).toBeGreaterThanOrEqual(places[index]!));
    expect(Math.min(...places)).toBe(10);
    expect(Math.max(...places)).toBeCloseTo(500);
  });

  it("stands on a single day, and on none", () => {
    expect(makeAxis([7, 7], 0, 100).place(7)).toBe(50);
    expect(makeAxis([], 0, 100)).toMatchObject({ cuts: [], ticks: [] });
  });

  it("labels days, months and years without crowding", () => {
    for (const days of [[0, 1, 2, 3], [0, 400], [0, 20000], [0, 90, 91]]) {
      const { ticks } = makeAxis(days, 0, 800);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThan(14);
    }
  });

  it("bears hundreds of days", () => {
    const axis = makeAxis(Array.from({ length: 600 }, (_, index) => index * 3 + (index % 7)), 0, 900);
    expect(axis.cuts.length).toBeLessThan(12);
  });
});

function overlap(one: Label, other: Label): boolean {
  return one.level === other.level && one.start < other.end && other.start < one.end;
}

describe("labels", () => {
  const room: Room = { width: 900, box: 150, gap: 8, levels: 4, isClear: true };

  it("do not overlap, and no stem runs behind another label", () => {
    const points = [10, 60, 300, 420, 500, 560];
    const labels = placeLabels(points, room)!;
    labels.forEach((label, index) => {
      expect(label.start).toBeGreaterThanOrEqual(0);
      expect(label.end).toBeLessThanOrEqual(900);
      labels.forEach((other, place) => {
        if (place === index) return;
        expect(overlap(label, other)).toBe(false);
        if (other.level > label.level) expect(points[place]! > label.start && points[place]! < label.end).toBe(false);
      });
    });
  });

  it("gives up where there is no room", () => {
    expect(placeLabels(Array.from({ length: 60 }, (_, index) => index * 10), room)).toBeNull();
    expect(placeLabels([], room)).toEqual([]);
  });

  it("groups neighbours and packs rows", () => {
    expect(groupNear([1, 2, 30, 31, 90], (x) => x, 10)).toEqual([[1, 2], [30, 31], [90]]);
    expect(packRows([{ start: 0, end: 10 }, { start: 5, end: 20 }, { start: 10, end: 15 }], 0)).toEqual([0, 1, 0]);
  });
});

function makeClaim(steps: [string | null, Stance, number | null][]): Claim {
  return { title: "", articles: [0], tellings: [{ article: 0 }], steps: steps.map(([moment, stance, witness]) => ({ moment, stance, witness, evidence: [] })) } as unknown as Claim;
}

function makeReport(given: Partial<Report>): Report {
  return { stories: [], articles: [], claims: [], timeline: [], ...given } as unknown as Report;
}

describe("bands", () => {
  it("lasts from the denial to the confirmation", () => {
    const report = makeReport({ claims: [makeClaim([["2025-03-14", "confirms", 2], ["2025-03-12", "doubts", 0], ["2025-03-13", "denies", 1], ["2025-03-13", "asserts", 3]])] });
    expect(makeBands(report)).toMatchObject([
      { standing: "denied", start: day("2025-03-12"), end: day("2025-03-14"), witnesses: [0, 1] },
      { standing: "confirmed", start: day("2025-03-14"), end: null, witnesses: [2] },
    ]);
  });

  it("leaves out claims that nobody denied, and keeps undated denials apart", () => {
    const report = makeReport({ claims: [makeClaim([["2025-03-12", "confirms", 0]]), makeClaim([[null, "denies", 1], ["2025-03-12", "asserts", 0]])] });
    expect(makeBands(report)).toEqual([]);
    expect(findUndated(report)).toMatchObject([{ claim: 1, standing: "denied", witness: 1 }]);
  });

  it("writes on the band, after it or before it", () => {
    expect(placeBand(0, 200, 150, 500)).toMatchObject({ inside: true, text: { start: 0, end: 150 } });
    expect(placeBand(0, 20, 150, 500)).toMatchObject({ inside: false, text: { start: 20, end: 170 } });
    expect(placeBand(400, 450, 150, 500)).toMatchObject({ inside: false, text: { start: 250, end: 400 } });
    expect(guessWidth("漢字", 10)).toBeGreaterThan(guessWidth("ab", 10));
  });
});

const articles = ["2025-03-12", "2025-03-14T09:00", null, "2025-03-12"].map((published) => ({ published }) as Article);
const event = { basis: "inferred" as const, text: "", span: [0, 1] as [number, number] };

describe("happenings", () => {
  const report = makeReport({
    articles,
    stories: [{ articles: [0, 1, 2], aside: false }, { articles: [3], aside: true }] as Report["stories"],
    claims: [makeClaim([]), { ...makeClaim([]), articles: [0, 1] }],
    timeline: [
      { ...event, value: "XXXX-10-03", article: 0, claim: null },
      { ...event, value: "2025-03", article: 0, claim: 0 },
      { ...event, value: "2025-03-10", article: 1, claim: 1 },
      { ...event, value: "2025-03-10", article: 0, claim: 1, basis: "stated" },
      { ...event, value: "2025-03-11", article: 3, claim: 0 },
    ],
  });
  const inside = findInside(report);

  it("stands once each, in the order of time", () => {
    const found = collectHappenings(report, inside);
    expect(found.map((item) => item.value)).toEqual(["2025-03", "2025-03-10", "XXXX-10-03"]);
    expect(found[1]).toMatchObject({ inferred: false, weight: 2, told: [{ article: 1 }, { article: 0 }] });
    expect(keepMostTold(found, 1).map((item) => item.value)).toEqual(["2025-03-10"]);
  });

  it("lists the days of publication", () => {
    expect(collectPublications(report, inside)).toEqual([{ article: 0, day: day("2025-03-12") }, { article: 1, day: day("2025-03-14") }]);
    expect(listDays(articles)).toEqual(["2025-03-12", "2025-03-14"]);
    expect(countTold(report, (article) => article.published === null)).toEqual({ articles: 1, claims: 0 });
  });

  it("makes one list of it", () => {
    const dated = collectHappenings(report, inside).filter((item): item is Dated => item.stretch !== null);
    const agenda = makeAgenda(dated, [], collectPublications(report, inside));
    expect(agenda.map((entry) => entry.value)).toEqual(["2025-03", "2025-03-10", "2025-03-12", "2025-03-14"]);
  });
});

describe("layout", () => {
  const make = (value: string, weight = 1): Dated => ({ value, stretch: readMoment(value)!, inferred: false, text: "", claim: null, told: [], weight });

  it("labels every group of hundreds of events, under the most told one", () => {
    const items = Array.from({ length: 500 }, (_, index) => make(writeDay(day("2024-01-01") + index), index === 250 ? 9 : 1));
    const started = performance.now();
    const layout = layTimeline(items, [], [], 900, 5);
    expect(performance.now() - started).toBeLessThan(400);
    expect(layout.groups.reduce((sum, group) => sum + group.items.length, 0)).toBe(500);
    expect(layout.groups.some((group) => group.lead.weight === 9)).toBe(true);
    layout.groups.forEach((group, index) => layout.groups.slice(index + 1).forEach((other) => expect(overlap(group.label, other.label)).toBe(false)));
  });

  it("stands with one day, and with nothing", () => {
    expect(layTimeline([make("2024-10-03")], [], [], 700, 3).groups).toHaveLength(1);
    expect(layTimeline([], [], [], 700, 3)).toMatchObject({ levels: 0, groups: [] });
  });
});
