import type { BulkChange } from "@kuultu/domain/feedback/bulk-step";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { useCommands } from "#ui/shortcuts";

import type { Many } from "../use-many.ts";
import type { Names } from "../use-names.ts";
import styles from "./Bulk.module.css";
import { bulkAsking } from "./bulk-asking.ts";
import { BulkChoice } from "./BulkChoice.tsx";
import { BulkPreview } from "./BulkPreview.tsx";

export interface BulkPaneProps {
  readonly many: Many;
  /** The command that was given for the chosen ones. */
  readonly asked: string;
  readonly names: Names;
  /** The bulk step has begun. */
  readonly onStarted: (bulkStepId: string) => void;
  readonly onCancel: () => void;
}

/** A step on many items takes the pane, not a dialog: what it will do stands beside the list that it does it to. */
export function BulkPane({ many, asked, names, onStarted, onCancel }: BulkPaneProps) {
  const { t } = useTranslation(["bulk", "keys"]);
  const asking = bulkAsking(asked, (digit) => names.themes.find((theme) => theme.pinnedDigit === digit)?.id);
  const [chosen, setChosen] = useState<BulkChange | null>(null);
  const change = chosen ?? (asking !== null && "change" in asking ? asking.change : null);
  const question = asking !== null && "question" in asking ? asking.question : null;
  const announce = useAnnounce();
  // The newest step lies out of sight behind the question; nobody who is asked about many means that one.
  useCommands([
    {
      name: "item.undo",
      label: t("keys:command.item.undo"),
      group: t("title"),
      keys: ["u"],
      keyboardOnly: true,
      run: () => announce(t("nothingYet"), {}),
    },
  ]);
  return (
    <section className={styles.pane} aria-labelledby="bulk-title">
      <header className={styles.head}>
        <h2 id="bulk-title">{t("title")}</h2>
        <span className={styles.note}>{t("nothingYet")}</span>
        <Button kind="icon" aria-label={t("close")} onClick={onCancel}>
          <IconX size={18} stroke={1.75} />
        </Button>
      </header>
      {change !== null ? (
        <BulkPreview
          many={many}
          change={change}
          names={names}
          onOther={question === null ? null : () => setChosen(null)}
          onStarted={onStarted}
          onCancel={onCancel}
        />
      ) : question !== null ? (
        <div className={`${styles.body} ${styles.choice}`}>
          <BulkChoice question={question} names={names} onChoose={setChosen} onCancel={onCancel} />
        </div>
      ) : (
        <p className={styles.body}>{t("notForMany")}</p>
      )}
    </section>
  );
}
