import { type FileReading, fileReadingSchema } from "@kuultu/domain/intake/column-mapping";
import type { FileProposal } from "@kuultu/domain/intake/import-view";
import { useTranslation } from "react-i18next";

import { columnLetter } from "#intake/mapping-draft";
import { useLanguage } from "#locales/use-language";
import { FieldRow, SelectField } from "#ui/Field";
import { wholeNumber } from "#ui/figures";

import classes from "./ReadingStep.module.css";

const encodings = fileReadingSchema.shape.encoding.options;
const delimiters = [",", ";", "\t", "|"] as const;
const delimiterNames = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;
const shownColumns = 12;

/** How the bytes are read, as proposed, changeable, with what comes of it. */
export function ReadingStep({
  proposal,
  stale,
  onReading,
}: {
  readonly proposal: FileProposal;
  readonly stale: boolean;
  readonly onReading: (reading: FileReading) => void;
}) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const { reading } = proposal;
  const likely = new Set([reading.encoding, ...proposal.otherEncodings]);
  const set = (change: Partial<FileReading>): void => onReading({ ...reading, ...change });
  return (
    <div className={classes.step}>
      <FieldRow>
        <SelectField
          label={t("reading.encoding")}
          value={reading.encoding}
          options={encodings.map((encoding) => ({
            value: encoding,
            label: likely.has(encoding) ? encoding : `${encoding} (${t("reading.unlikely")})`,
          }))}
          onChange={(event) => set({ encoding: fileReadingSchema.shape.encoding.parse(event.target.value) })}
        />
        <SelectField
          label={t("reading.delimiter")}
          value={reading.delimiter}
          options={delimiters.map((delimiter) => ({
            value: delimiter,
            label: t(`reading.${delimiterNames[delimiter]}`),
          }))}
          onChange={(event) => set({ delimiter: fileReadingSchema.shape.delimiter.parse(event.target.value) })}
        />
        <SelectField
          label={t("reading.quote")}
          value={reading.quote ?? ""}
          options={[
            { value: '"', label: t("reading.double") },
            { value: "'", label: t("reading.single") },
            { value: "", label: t("reading.noQuote") },
          ]}
          onChange={(event) =>
            set({ quote: event.target.value === '"' ? '"' : event.target.value === "'" ? "'" : null })
          }
        />
        <SelectField
          label={t("reading.headerRows")}
          value={String(reading.headerRows)}
          options={[0, 1, 2, 3, 4, 5].map((rows) => ({
            value: String(rows),
            label: rows === 0 ? t("reading.noHeader") : wholeNumber(language, rows),
          }))}
          onChange={(event) => set({ headerRows: Number(event.target.value) })}
        />
        <SelectField
          label={t("reading.skipLines")}
          value={String(reading.skipLines)}
          options={Array.from({ length: 21 }, (_, lines) => ({
            value: String(lines),
            label: wholeNumber(language, lines),
          }))}
          onChange={(event) => set({ skipLines: Number(event.target.value) })}
        />
      </FieldRow>
      <p className={classes.found} aria-live="polite">
        {t("reading.found", {
          count: proposal.rows,
          rows: wholeNumber(language, proposal.rows),
          columns: wholeNumber(language, proposal.columns.length),
        })}
        {proposal.blankRows > 0 &&
          ` ${t("reading.blank", { count: proposal.blankRows, rows: wholeNumber(language, proposal.blankRows) })}`}
      </p>
      <div className={classes.frame} aria-busy={stale} role="region" aria-label={t("reading.preview")} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {proposal.columns.slice(0, shownColumns).map((column, index) => (
                <th key={column.column} scope="col">
                  <span className={classes.letter}>{columnLetter(index)}</span> {column.column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {proposal.firstRows.map((cells, row) => (
              // eslint-disable-next-line react/no-array-index-key -- a row of a file is known by its place alone
              <tr key={row}>
                {proposal.columns.slice(0, shownColumns).map((column, index) => (
                  <td key={column.column}>{cells[index] ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {proposal.columns.length > shownColumns && (
        <p className={classes.found}>{t("reading.more", { count: proposal.columns.length - shownColumns })}</p>
      )}
    </div>
  );
}
