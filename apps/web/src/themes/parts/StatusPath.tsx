import type { ThemeStatus } from "@kuultu/domain/themes/theme-status";
import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { useTranslation } from "react-i18next";

import { themePath } from "#themes/theme-move";

import classes from "./StatusPath.module.css";

/** The way of a theme, with the states passed and the state it is in. */
export function StatusPath({ status }: { readonly status: ThemeStatus }) {
  const { t } = useTranslation("themes");
  const at = themePath.findIndex((step) => step === status);
  if (at < 0) return <p className={classes.aside}>{t(`status.${status}`)}</p>;
  return (
    <ol className={classes.path} aria-label={t("path")}>
      {themePath.map((step, index) => (
        <li key={step} data-passed={index <= at || undefined} aria-current={index === at ? "step" : undefined}>
          <span className={classes.dot}>{index <= at && <IconCheck size={10} stroke={3} aria-hidden="true" />}</span>
          <span className={classes.name}>{t(`status.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
