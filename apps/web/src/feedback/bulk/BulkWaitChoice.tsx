import { addDays } from "@kuultu/domain/day";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { Button } from "#ui/Button";
import { TextField } from "#ui/Field";

import styles from "./Bulk.module.css";
import type { BulkChoiceProps } from "./BulkChoice.tsx";

/** A week, unless another day is chosen. */
const usualDays = 7;

/** Until a day to come, or until an answer comes. */
export function BulkWaitChoice({ onChoose, onCancel }: BulkChoiceProps) {
  const { t } = useTranslation(["bulk", "feedback"]);
  const { today } = useOrganisation();
  const [until, setUntil] = useState(addDays(today, usualDays));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose({ step: "wait", until });
      }}
    >
      <TextField
        type="date"
        label={t("wait.until")}
        required
        min={addDays(today, 1)}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button kind="primary" type="submit">
          {t("wait.day")}
        </Button>
        <Button kind="field" onClick={() => onChoose({ step: "wait", until: null })}>
          {t("wait.answer")}
        </Button>
        <Button keys="Escape" onClick={onCancel}>
          {t("feedback:reason.cancel")}
        </Button>
      </div>
    </form>
  );
}
