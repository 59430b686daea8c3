/** Tables for other programs, in which no cell can start a formula (OWASP, "CSV Injection"). */

const STARTS_FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** One cell: guarded by an apostrophe where a spreadsheet would calculate, quoted where it must be. */
export function makeCell(value: string | number): string {
  const text = typeof value === "string" && STARTS_FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8. */
export function makeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return "\ufeff" + rows.map((row) => row.map(makeCell).join(",") + "\r\n").join("");
}
