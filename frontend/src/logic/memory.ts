/** What the reader chose, kept in this browser where it allows that, else until the page is closed. */

const PREFIX = "stemma.";
const kept = new Map<string, string>();

export function remember(name: string, value: string): void {
  kept.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // A page opened from a disk or in a private window may not keep anything.
  }
}

export function recall(name: string): string | null {
  try {
    return kept.get(name) ?? localStorage.getItem(PREFIX + name);
  } catch {
    return kept.get(name) ?? null;
  }
}
