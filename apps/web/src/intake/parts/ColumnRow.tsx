import {
  type ColumnAssignment,
  columnSchema,
  type ColumnTarget,
  dateOrders,
} from "@kuultu/domain/intake/column-mapping";
import type { ColumnPreview } from "@kuultu/domain/intake/import-view";
import IconAlertCircle from "@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs";
import IconArrowRight from "@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs";
import { useTranslation } from "react-i18next";

import { targetGroups } from "#intake/target-groups";
import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import classes from "./ColumnRow.module.css";

interface ColumnRowProps {
  readonly letter: string;
  readonly preview: ColumnPreview;
  readonly assignment: ColumnAssignment;
  readonly problems: number;
  readonly current: boolean;
  readonly missing: boolean;
  readonly onCurrent: () => void;
  readonly onTarget: (target: ColumnTarget) => void;
  readonly onAssignment: (assignment: ColumnAssignment) => void;
}

const shownSamples = 3;

/** A column and what it becomes, in one line, with real values of it. */
export function ColumnRow({
  letter,
  preview,
  assignment,
  problems,
  current,
  missing,
  onCurrent,
  onTarget,
  onAssignment,
}: ColumnRowProps) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const { target } = assignment;
  return (
    <li
      className={classes.row}
      data-current={current || undefined}
      data-column={preview.column}
      onFocus={onCurrent}
      onClick={onCurrent}
    >
      <span className={classes.letter} aria-hidden="true">
        {letter}
      </span>
      <div className={classes.source}>
        <p className={classes.name}>{preview.column}</p>
        <p className={classes.samples}>
          {preview.samples.length === 0 ? t("column.empty") : preview.samples.slice(0, shownSamples).join("  ·  ")}
        </p>
      </div>
      <IconArrowRight size={16} stroke={1.5} className={classes.arrow ?? ""} aria-hidden="true" />
      <div className={classes.target}>
        <select
          aria-label={t("column.target", { column: preview.column })}
          aria-invalid={missing || undefined}
          data-ignored={target === "ignore" || undefined}
          value={target}
          onChange={(event) => onTarget(columnSchema.shape.target.parse(event.target.value))}
        >
          <option value="ignore">{t("target.ignore")}</option>
          {targetGroups.map(({ name, targets }) => (
            <optgroup key={name} label={t(`targetGroup.${name}`)}>
              {targets.map((one) => (
                <option key={one} value={one}>
                  {t(`target.${one}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <Details assignment={assignment} onAssignment={onAssignment} />
      </div>
      <span className={classes.note}>
        {problems > 0 && (
          <>
            <IconAlertCircle size={14} stroke={1.75} aria-hidden="true" /> {t("column.problems", { count: problems })}
          </>
        )}
      </span>
      <span className={`${classes.filled} figures`} title={t("column.filled")}>
        {wholeNumber(language, preview.filled)}
        <span className="visually-hidden"> {t("column.filled")}</span>
      </span>
    </li>
  );
}

/** What some targets need besides: the order of a date, the ends of a scale. */
function Details({
  assignment,
  onAssignment,
}: {
  readonly assignment: ColumnAssignment;
  readonly onAssignment: (assignment: ColumnAssignment) => void;
}) {
  const { t } = useTranslation("intake");
  if (assignment.target === "date") {
    return (
      <select
        className={classes.detail}
        aria-label={t("column.dateOrder", { column: assignment.column })}
        value={assignment.dateOrder ?? "dmy"}
        onChange={(event) =>
          onAssignment({ ...assignment, dateOrder: dateOrders.find((order) => order === event.target.value) })
        }
      >
        {dateOrders.map((order) => (
          <option key={order} value={order}>
            {t(`dateOrder.${order}`)}
          </option>
        ))}
      </select>
    );
  }
  if (assignment.target !== "rating") return null;
  const end = (name: "scaleMin" | "scaleMax") => (
    <input
      type="number"
      className={classes.scale}
      aria-label={t(`column.${name}`, { column: assignment.column })}
      value={assignment[name] ?? ""}
      onChange={(event) =>
        onAssignment({
          ...assignment,
          [name]: event.target.value === "" ? undefined : Math.trunc(Number(event.target.value)),
        })
      }
    />
  );
  return (
    <span className={classes.ends}>
      {t("column.scale")} {end("scaleMin")} – {end("scaleMax")}
    </span>
  );
}
