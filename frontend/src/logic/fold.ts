/** Text for comparing, never for showing: case, accents, width and typographic quotes do not count. */

/** Places in a string of JavaScript: [start, end) in UTF-16 units, only for marking what is shown. */
export type Hit = [start: number, end: number];

// Accents of European, Hebrew and Arabic letters, and what is invisible. Vowel signs of India and the voicing of kana make
// other letters and stay.
const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/g;
const OTHERS: Record<string, string> = {
  ß: "ss", ς: "σ", ı: "i", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe",
  "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-",
};
const OTHER = new RegExp(`[${Object.keys(OTHERS).join("")}]`, "g");

export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKD").replace(MARKS, "").toLowerCase();
  return plain.replace(OTHER, (letter) => OTHERS[letter]!);
}

/** The folded words of a query; words in quotation marks stay together. */
export function foldQuery(query: string): string[] {
  const parts = fold(query).match(/"[^"]+"|[^\s"]+/g) ?? [];
  return [...new Set(parts.map((part) => part.replace(/"/g, "").trim()).filter(Boolean))];
}

/** Where folded words stand in a text: in order, without overlap. */
export function findHits(text: string, words: readonly string[]): Hit[] {
  let folded = "";
  const places: number[] = []; // of each folded unit, where its letter begins
  let place = 0;
  for (const letter of text) {
    const plain = fold(letter);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(place);
    folded += plain;
    place += letter.length;
  }
  places.push(place);
  const hits: Hit[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      hits.push([places[at]!, endLetter(places, at + word.length, place)]);
    }
  }
  return mergeHits(hits);
}

/** The end of the letter that the unit before `at` belongs to; accents dropped after it are its own. */
function endLetter(places: readonly number[], at: number, length: number): number {
  const last = places[at - 1]!;
  for (let next = at; next < places.length; next += 1) if (places[next]! > last) return places[next]!;
  return length;
}

function mergeHits(hits: Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const [start, end] of hits.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
