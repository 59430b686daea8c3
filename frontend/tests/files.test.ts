import { describe, expect, it } from "vitest";
import { makeCsv } from "../src/logic/files";

describe("makeCsv", () => {
  it("quotes what needs it", () => {
    expect(makeCsv([["a", 'b "c"', "d,e", "f\ng", 1.5, null]])).toBe('a,"b ""c""","d,e","f\ng",1.5,\r\n');
  });
  it("lets no cell become a formula", () => {
    expect(makeCsv([["=1+1", "+1", "-1", "@x", "\tx", " =x", -1]])).toBe("'=1+1,'+1,'-1,'@x,'\tx,' =x,-1\r\n");
  });
});
