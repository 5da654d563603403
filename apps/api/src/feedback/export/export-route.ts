import { Readable } from "node:stream";

import type { FastifyInstance } from "fastify";
import { z } from "zod";

import { dayIn } from "@kuultu/domain/day";
import { exportColumns, exportPhrases } from "@kuultu/domain/feedback/export-phrases";
import { feedbackFilterSchema, feedbackOrderSchema } from "@kuultu/domain/feedback/feedback-filter";
import { languageSchema } from "@kuultu/domain/language-schema";

import { csvBytes } from "#feedback/export/csv-export";
import { type Cell, exportCells, type ExportedRow, exportNames } from "#feedback/export/export-cells";
import { beginExport } from "#feedback/export/export-queries";
import { xlsxBytes } from "#feedback/export/xlsx-export";
import { HttpRefusal } from "#http/problem";
import { requestScope } from "#http/request-scope";

const perMinute = 30;

const mediaTypes = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const querySchema = z.object({
  organisation: z.string(),
  format: z.enum(["csv", "xlsx"]),
  language: languageSchema.default("fi"),
  order: feedbackOrderSchema.default("oldest"),
  /** A filter of Triage as JSON. */
  filter: z
    .string()
    .max(4000)
    .default("{}")
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue("no JSON");
        return z.NEVER;
      }
    })
    .pipe(feedbackFilterSchema),
});

/** `GET /api/feedback/export?organisation=…&format=csv|xlsx&filter=…`: everything that the filter finds, masked, as a file that is written as it goes. */
export function registerExportRoute(app: FastifyInstance): void {
  app.get(
    "/api/feedback/export",
    // No HEAD: it would export, and log so, for nobody to read.
    { exposeHeadRoute: false, config: { rateLimit: { max: perMinute, timeWindow: "1 minute" } } },
    async (request, reply) => {
      // A link on a foreign page is not a wish of this person's.
      if (request.headers["sec-fetch-site"] === "cross-site")
        throw new HttpRefusal(403, "cross-origin", "Exports are asked for on the pages of this server");
      const { organisation, format, language, order, filter } = querySchema.parse(request.query);
      const scope = await requestScope(request, "feedback.export", organisation);
      const names = await exportNames(scope, language);
      const batches = await beginExport(scope, { filter, order, format });
      const cells = cellsOf(batches, (row) => exportCells(row, language, names));
      const words = exportPhrases[language];
      const headings = exportColumns.map((column) => words.columns[column]);
      const bytes = format === "csv" ? csvBytes(headings, cells) : xlsxBytes(words.sheet, headings, cells);
      const fileName = `${scope.organisation.slug}-${dayIn(scope.now)}.${format}`;
      return reply
        .type(mediaTypes[format])
        .header("content-disposition", `attachment; filename="${fileName}"`)
        .header("cache-control", "no-store")
        .send(Readable.from(bytes));
    },
  );
}

async function* cellsOf(
  batches: AsyncIterable<ExportedRow[]>,
  cells: (row: ExportedRow) => Cell[],
): AsyncGenerator<Cell[][]> {
  for await (const rows of batches) yield rows.map(cells);
}
