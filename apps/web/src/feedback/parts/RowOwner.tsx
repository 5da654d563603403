import { useTranslation } from "react-i18next";

import { initials } from "#ui/initials";

import type { Names } from "../use-names.ts";
import styles from "./QueueRow.module.css";

/** Who has the item: the initials of a person in a circle, of a team in a square; the whole name for whoever points or listens. */
export function RowOwner(props: {
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly names: Names;
}) {
  const { t } = useTranslation("steps");
  const { assigneeId, teamId, names } = props;
  const ownerId = assigneeId ?? teamId;
  if (ownerId === null) return null;
  const name = names.owner(ownerId);
  const whole = name === "" ? t("owner.someone") : assigneeId === null ? t("owner.team", { name }) : name;
  const words = `${t("owner.label")}: ${whole}`;
  return (
    <span className={styles.owner} data-team={assigneeId === null || undefined} title={words}>
      <span aria-hidden="true">{initials(name)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
