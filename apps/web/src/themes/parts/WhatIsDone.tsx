import { type ActionStatus, actionStatuses } from "@kuultu/domain/themes/theme-status";
import type { ActionView, ThemeDetail } from "@kuultu/domain/themes/theme-view";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { useEditAction } from "#themes/use-theme-steps";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { day } from "#ui/figures";

import { Chapter } from "./Chapter.tsx";
import { NewActionForm } from "./NewActionForm.tsx";
import classes from "./StoryTable.module.css";

/** The actions under a theme, each with its state, its owner and its day. */
export function WhatIsDone({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const may = useMay();
  const rows = theme.actionRows;
  return (
    <Chapter
      number={2}
      id="done"
      title={t("chapter.done")}
      conclusion={
        rows.length === 0
          ? t("actions.none")
          : t("actions.progress", { count: theme.actions, delivered: theme.actionsDelivered })
      }
    >
      {rows.length > 0 && (
        <div className={classes.frame} role="region" aria-label={t("actions.title")} tabIndex={0}>
          <table className={classes.table}>
            <caption className="visually-hidden">{t("actions.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("actions.name")}</th>
                <th scope="col">{t("actions.status")}</th>
                <th scope="col">{t("actions.owner")}</th>
                <th scope="col" data-end>
                  {t("actions.day")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((action) => (
                <ActionRow key={action.id} action={action} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may("actions.work") && <NewActionForm theme={theme} />}
    </Chapter>
  );
}

function ActionRow({ action }: { readonly action: ActionView }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const may = useMay();
  const { today } = useOrganisation();
  const errorWords = useErrorWords();
  const edit = useEditAction();
  const move = (status: ActionStatus): void =>
    edit.mutate({
      actionId: action.id,
      version: action.version,
      status,
      ...(status === "delivered" && action.deliveredOn === null && { deliveredOn: today }),
    });
  return (
    <tr>
      <th scope="row">{action.name}</th>
      <td>
        {may("actions.work") ? (
          <ChoiceMenu
            label={t("actions.statusOf", { name: action.name })}
            kind="quiet"
            choices={actionStatuses.map((status) => ({ value: status, label: t(`actionStatus.${status}`) }))}
            value={action.status}
            onChange={move}
          />
        ) : (
          t(`actionStatus.${action.status}`)
        )}
        {edit.error !== null && <p role="alert">{errorWords(edit.error)}</p>}
      </td>
      <td>{action.owner?.name ?? "–"}</td>
      <td data-end className="figures">
        {action.deliveredOn !== null
          ? day(language, action.deliveredOn)
          : action.targetOn === null
            ? "–"
            : t("fact.target", { day: day(language, action.targetOn) })}
      </td>
    </tr>
  );
}
