/** Names of articles inside a message of the interface. */

import { showHidden } from "./text";

/** A name that cannot turn the words around it: between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. */
export function isolate(name: string): string {
  return `\u2068${showHidden(name)}\u2069`;
}
