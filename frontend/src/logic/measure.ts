/** How much room words take, before they are drawn. */

export interface Font {
  family: "serif" | "sans";
  size: number;
  weight: number;
}

let canvas: CanvasRenderingContext2D | null | undefined;
const families = new Map<string, string>();
const known = new Map<string, number>();

/** The width of a line in pixels; an estimate where nothing can be drawn. */
export function measure(text: string, font: Font): number {
  const key = `${font.family}${font.size}${font.weight}${text}`;
  let width = known.get(key);
  if (width === undefined) {
    width = draw(text, font);
    if (known.size > 40_000) known.clear();
    known.set(key, width);
  }
  return width;
}

function draw(text: string, font: Font): number {
  if (canvas === undefined) canvas = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!canvas) return [...text].length * font.size * 0.55;
  canvas.font = `${font.weight} ${font.size}px ${getFamily(font.family)}`;
  return canvas.measureText(text).width;
}

function getFamily(name: string): string {
  let family = families.get(name);
  if (family === undefined) {
    family = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`) || name;
    families.set(name, family);
  }
  return family;
}

/** How many lines a text takes in a column, at most so many, and how wide the widest is. */
export function fit(text: string, font: Font, room: number, most: number): { lines: number; width: number } {
  const space = measure(" ", font);
  let lines = 1;
  let line = 0;
  let widest = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    let width = measure(word, font);
    if (line > 0 && line + space + width <= room) line += space + width;
    else {
      if (line > 0) lines += 1;
      // A word that is wider than the column is broken.
      while (width > room) {
        lines += 1;
        widest = room;
        width -= room;
      }
      line = width;
    }
    widest = Math.max(widest, line);
  }
  return lines > most ? { lines: most, width: room } : { lines, width: Math.min(room, widest) };
}
