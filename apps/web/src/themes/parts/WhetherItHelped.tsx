import type { MeasureView, ThemeDetail } from "@kuultu/domain/themes/theme-view";
import IconClockPause from "@tabler/icons-react/dist/esm/icons/IconClockPause.mjs";
import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { measureFigure } from "#themes/measure-figure";
import { measureStand } from "#themes/theme-story";
import { day, share } from "#ui/figures";
import { PublishedMark } from "#ui/PublishedText";

import { Chapter } from "./Chapter.tsx";
import { MeasureLine } from "./MeasureLine.tsx";
import { NewMeasureForm } from "./NewMeasureForm.tsx";
import { NewMeasurementForm } from "./NewMeasurementForm.tsx";
import classes from "./WhetherItHelped.module.css";

/** The measures with where they stand, and what a verification still waits for. */
export function WhetherItHelped({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const may = useMay();
  const conclusion =
    theme.measureRows.length > 0
      ? t("helped.measures", { count: theme.measureRows.length })
      : (theme.noMeasureReason ?? t("helped.none"));
  return (
    <Chapter number={3} id="helped" title={t("chapter.helped")} conclusion={conclusion}>
      {theme.measureRows.map((measure) => (
        <Measure key={measure.id} measure={measure} editable={may("themes.run")} />
      ))}
      <Guard theme={theme} />
      {may("themes.run") && <NewMeasureForm theme={theme} />}
    </Chapter>
  );
}

function Measure({ measure, editable }: { readonly measure: MeasureView; readonly editable: boolean }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const { change, way } = measureStand(measure);
  return (
    <div className={classes.measure}>
      <h3>{measure.name}</h3>
      {measure.definition !== "" && <p className={classes.definition}>{measure.definition}</p>}
      <MeasureLine measure={measure} />
      {change !== null && (
        <p className={classes.definition}>
          {measureFigure(language, change, measure.unit, true)}
          {way !== null && `, ${t("helped.way", { share: share(language, way) })}`}. {t("helped.derived")}
        </p>
      )}
      {measure.measurements.length > 0 && (
        <ul className={classes.list}>
          {measure.measurements.map((one) => (
            <li key={one.id}>
              <span className="figures">
                {day(language, one.periodStart)}–{day(language, one.periodEnd)}
              </span>
              <strong className="figures">
                {one.qualifier !== "exact" && `${t(`qualifier.${one.qualifier}`)} `}
                {measureFigure(language, Number(one.value), measure.unit)}
                {one.published && <PublishedMark published={t("published")} />}
              </strong>
              <span>{!one.complete && t("helped.partial")}</span>
            </li>
          ))}
        </ul>
      )}
      {editable && <NewMeasurementForm measure={measure} />}
    </div>
  );
}

/** The guard of the verification, in words, where the evidence is. */
function Guard({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const offer = theme.moves.find((move) => move.to === "verified");
  if (theme.status !== "delivered") return null;
  const waits = (offer?.missing ?? []).filter((requirement) => requirement !== "reason");
  return (
    <p className={classes.guard}>
      <IconClockPause size={18} stroke={1.5} aria-hidden="true" />
      <span>
        <strong>{t(offer !== undefined && waits.length === 0 ? "guard.open" : "guard.closed")}</strong>{" "}
        {offer === undefined ? t("guard.rule") : waits.map((requirement) => t(`obstacle.${requirement}`)).join(" ")}
      </span>
    </p>
  );
}
