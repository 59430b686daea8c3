import { describe, expect, it } from "vitest";
import { findHits, fold, foldQuery } from "../src/logic/fold";

const mark = (text: string, query: string) => findHits(text, foldQuery(query)).map(([start, end]) => text.slice(start, end));

describe("fold", () => {
  it("drops case, accents and width", () => {
    expect(fold("ÉCOLE Ｋｕｒｓｋ")).toBe("ecole kursk");
    expect(fold("Straße")).toBe("strasse");
    expect(fold("ΟΔΟΣ")).toBe(fold("οδος"));
    expect(fold("İstanbul")).toBe("istanbul");
    expect(fold("أَحْمَد")).toBe("احمد");
  });
  it("keeps what makes another letter", () => {
    expect(fold("が")).not.toBe(fold("か"));
    expect(fold("काम")).not.toBe(fold("कम"));
  });
});

describe("findHits", () => {
  it("marks the words as they stand", () => {
    expect(mark("Die Straße nach Malmö", "STRASSE malmo")).toEqual(["Straße", "Malmö"]);
    expect(mark("cafe\u0301 noir", "cafe")).toEqual(["cafe\u0301"]);
  });
  it("finds words in scripts without spaces", () => {
    expect(mark("北朝鮮の兵士が脱走した", "兵士")).toEqual(["兵士"]);
  });
  it("holds beyond the basic plane", () => {
    expect(mark("😀😀 Dam 𝐃am", "dam")).toEqual(["Dam", "𝐃am"]);
  });
  it("joins hits that touch", () => {
    expect(mark("spillway", "spill way")).toEqual(["spillway"]);
  });
  it("keeps quoted words together", () => {
    expect(foldQuery("“weeping seam” dam dam")).toEqual(["weeping seam", "dam"]);
    expect(mark("a seam, a weeping seam", '"weeping seam"')).toEqual(["weeping seam"]);
  });
});
