/** Files that the reader takes along; nothing is sent anywhere. */

/** A table for a spreadsheet: a cell that it would take for a formula is kept as text. */
export function makeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map(makeCell).join(",")).join("\r\n") + "\r\n";
}

function makeCell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = /^\s*[=+\-@\t\r＝＋－＠]/.test(value ?? "") ? `'${value}` : (value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Hand a text over as a file. A spreadsheet knows by the mark in front that a table is UTF-8. */
export function download(name: string, type: "text/csv" | "application/json" | "text/plain", text: string): void {
  const mark = type === "text/csv" ? "\ufeff" : "";
  const address = URL.createObjectURL(new Blob([mark + text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
