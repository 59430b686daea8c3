import { describe, expect, it } from "vitest";
import { makeCsv } from "../src/logic/csv";

describe("makeCsv", () => {
  it("quotes what needs it", () => {
    expect(makeCsv([["a", 'b "c"', "d,e", "f\ng", 1.5]])).toBe('\ufeffa,"b ""c""","d,e","f\ng",1.5\r\n');
  });
  it("lets no cell become a formula", () => {
    expect(makeCsv([["=1+1", "+1", "-1", "@x", "\tx", " =x", "＝x", -1]])).toBe("\ufeff'=1+1,'+1,'-1,'@x,'\tx,' =x,'＝x,-1\r\n");
  });
});
