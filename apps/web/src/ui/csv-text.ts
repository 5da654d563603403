import { harmless } from "@kuultu/domain/harmless-text";

/** Rows as CSV for spreadsheets: UTF-8 with BOM, commas, CRLF, every cell quoted, no cell a formula. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const line = (row: readonly (string | number)[]): string =>
    row
      .map((cell) => `"${(typeof cell === "number" ? String(cell) : harmless(cell)).replaceAll('"', '""')}"`)
      .join(",");
  return `\uFEFF${rows.map(line).join("\r\n")}\r\n`;
}

/** Gives a text to the person as a file. */
export function downloadText(fileName: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
