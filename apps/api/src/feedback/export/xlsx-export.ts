import { strToU8, Zip, ZipDeflate } from "fflate";

import type { Cell } from "#feedback/export/export-cells";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packageOf = "http://schemas.openxmlformats.org/package/2006";
const officeOf = "http://schemas.openxmlformats.org/officeDocument/2006";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A cell of a spreadsheet takes no more characters than these. */
const longestText = 32_767;
/** Days from 30 December 1899, where spreadsheets begin to count, to 1 January 1970. */
const daysBefore1970 = 25_569;
const dayMilliseconds = 86_400_000;
/** Places in the list of formats below. */
const formats = { heading: 1, day: 2, moment: 3 } as const;

const parts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${declaration}<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  "_rels/.rels": `${declaration}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${officeOf}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${officeOf}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeOf}/relationships/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/** A workbook of one sheet, written as it goes: whatever its size, a batch of rows is all that is held. Texts are texts, never formulas. */
export async function* xlsxBytes(
  sheetName: string,
  headings: readonly string[],
  batches: AsyncIterable<Cell[][]>,
): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    written.push(bytes);
  });
  const add = (name: string, content: string): void => {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(content), true);
  };
  for (const [name, content] of Object.entries(parts)) add(name, content);
  add(
    "xl/workbook.xml",
    `${declaration}<workbook xmlns="${main}" xmlns:r="${officeOf}/relationships"><sheets><sheet name="${xmlText(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  const sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 6 });
  zip.add(sheet);
  const heading = `<row>${headings.map((text) => textCell(text, formats.heading)).join("")}</row>`;
  sheet.push(
    strToU8(
      `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${headings.length}" width="18" customWidth="1"/></cols><sheetData>${heading}`,
    ),
  );
  for await (const rows of batches) {
    sheet.push(strToU8(rows.map((row) => `<row>${row.map(xlsxCell).join("")}</row>`).join("")));
    yield* written.splice(0);
  }
  sheet.push(strToU8("</sheetData></worksheet>"), true);
  zip.end();
  yield* written.splice(0);
}

function xlsxCell(cell: Cell): string {
  if (cell === null) return "<c/>";
  if ("text" in cell) return textCell(cell.text);
  if ("day" in cell) return numberCell(Date.parse(cell.day) / dayMilliseconds + daysBefore1970, formats.day);
  const wall = cell.at.getTime() + cell.offsetMinutes * 60_000;
  return numberCell(wall / dayMilliseconds + daysBefore1970, formats.moment);
}

const numberCell = (value: number, format: number): string => `<c s="${format}"><v>${value}</v></c>`;

function textCell(text: string, format = 0): string {
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return `<c s="${format}" t="inlineStr"><is><t xml:space="preserve">${xmlText(short)}</t></is></c>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML cannot hold, and what looks like a name for one, are written by their number as spreadsheets do. */
function xmlText(text: string): string {
  return (
    text
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
      // oxlint-disable-next-line no-control-regex -- these are the ones that are meant
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
      })
      .replaceAll(/[&<>"]/gu, (character) => entities[character] ?? "")
  );
}
