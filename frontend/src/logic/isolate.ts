import { showHidden } from "./text";

const [OPEN, CLOSE] = [String.fromCodePoint(0x2068), String.fromCodePoint(0x2069)];

/** Words of an article to be put into a sentence of the interface, where no element can isolate them. */
export function isolate(words: string): string {
  return `${OPEN}${showHidden(words)}${CLOSE}`;
}
