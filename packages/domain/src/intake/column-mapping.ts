import { z } from "zod";

import { idSchema } from "#identifier";
import { textLanguageSchema } from "#language-schema";
import { feedbackKindSchema, feedbackSourceSchema } from "#feedback/triage-schema";

/** How the bytes of a file are read. */
export const fileReadingSchema = z.object({
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1", "iso-8859-15", "windows-1251"]),
  delimiter: z.enum([",", ";", "\t", "|"]),
  /** Null: quoting is off, a quote is a character like any other. */
  quote: z.enum(['"', "'"]).nullable(),
  /** How many rows at the top are headers; the first of them names the columns. 0: columns are named A, B, C … */
  headerRows: z.int().min(0).max(5),
  /** Lines to leave out before the header. */
  skipLines: z.int().min(0).max(100).default(0),
});
export type FileReading = z.infer<typeof fileReadingSchema>;

/** What a column becomes. Several columns may share `external_id`; several verbatims of one row become several items. */
export const columnTargets = [
  "ignore",
  "verbatim",
  "title",
  "date",
  "language",
  "kind",
  "source",
  "service",
  "site",
  "channel",
  "customer_group",
  "round",
  "rating",
  "yes_no",
  "external_id",
  "reply_expected",
  "contact_name",
  "contact_email",
  "contact_phone",
] as const;
export type ColumnTarget = (typeof columnTargets)[number];

const contactTargets: readonly ColumnTarget[] = ["contact_name", "contact_email", "contact_phone"];

/** Whether a column tells who the giver is: its cells are encrypted apart from the text, and shown nowhere on the way in. */
export function isContactTarget(target: ColumnTarget): boolean {
  return contactTargets.includes(target);
}

export const dateOrders = ["ymd", "dmy", "mdy", "epoch_seconds", "epoch_milliseconds"] as const;

export const columnSchema = z.object({
  /** As in the header; `#2` is added to the second column of the same name. */
  column: z.string(),
  target: z.enum(columnTargets),
  /** For `date`. */
  dateOrder: z.enum(dateOrders).optional(),
  /** For `rating`: the ends of the scale, both included. */
  scaleMin: z.int().min(-9999).max(9999).optional(),
  scaleMax: z.int().min(-9999).max(9999).optional(),
  /** For `rating` and `yes_no`: the key of the question, made from the header where absent. */
  questionKey: z.string().trim().max(100).optional(),
});
export type ColumnAssignment = z.infer<typeof columnSchema>;

/** A whole mapping: what `--propose` prints and `--mapping` accepts. */
export const columnMappingSchema = z.object({
  version: z.literal(1),
  reading: fileReadingSchema,
  columns: z.array(columnSchema).max(10_000),
  /** Names what the external ids are unique in; made from the mapped headers where absent. */
  namespace: z.string().max(200).optional(),
  /** Rows are responses of a round (survey) or items on their own. */
  rowsAre: z.enum(["items", "responses"]),
  defaults: z.object({
    kind: feedbackKindSchema.default("other"),
    source: feedbackSourceSchema.default("feedback_form"),
    /** Absent: each text's language is recognised. */
    language: textLanguageSchema.optional(),
  }),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const startImportSchema = z.object({
  uploadId: idSchema,
  mapping: columnMappingSchema,
  roundId: idSchema.nullish(),
});
