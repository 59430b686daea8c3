import { afterEach, describe, expect, it } from "vitest";
import { languages, pickLanguage, say, sayDate, sayPeriod, setLanguage, t } from "../src/logic/i18n.svelte";

afterEach(() => setLanguage("en"));

describe("t", () => {
  it("chooses the plural of the language", () => {
    expect([1, 2].map((number) => t("count.articles", number))).toEqual(["1 article", "2 articles"]);
    setLanguage("ru");
    expect([1, 3, 5].map((number) => t("count.articles", number))).toEqual(["1 статья", "3 статьи", "5 статей"]);
    setLanguage("ar");
    expect(t("count.articles", 2)).toBe("مقالتان");
  });
  it("joins lists as the language does", () => {
    expect(say({ key: "sentence.independent", args: [["A", "B"]] })).toBe("Independent origins stand behind it: A and B.");
  });
  it("keeps a name that runs the other way in its place", () => {
    expect(t("words.without", "BBC")).toBe("without BBC");
    expect(t("words.without", "خبر!")).toBe("without \u200e\u200fخبر!\u200f\u200e");
  });
  it("says the key where there is no message", () => {
    expect(t("no.such")).toBe("no.such");
  });
});

describe("languages", () => {
  it("are at least six, and the best one is picked", () => {
    expect(languages.length).toBeGreaterThanOrEqual(6);
    expect(pickLanguage(["zz", "uk-UA", "de"])).toBe("uk");
    expect(pickLanguage(["zz"])).toBe("en");
  });
});

describe("dates", () => {
  it("are said as precisely as they are known", () => {
    expect(["2024", "2024-10", "2024-10-03", "XXXX-10-03"].map((date) => sayDate(date))).toEqual(["2024", "October 2024", "October 3, 2024", "October 3"]);
    expect(sayDate(null)).toBe("undated");
    expect(sayPeriod("2024-10-03", "2024-10-03")).toBe("October 3, 2024");
    expect(sayPeriod("2024-10-03", "2025-01-02")).toContain("2025");
  });
});
