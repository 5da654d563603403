import { Modal } from "@mantine/core";
import { viewNameSchema } from "@kuultu/domain/feedback/saved-view-step";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { TextField } from "#ui/Field";
import { formText } from "#ui/form-text";

import type { ListedView, Views } from "../use-views.ts";
import styles from "./ViewDialog.module.css";

export interface ViewDialogProps {
  /** Null: a new one is kept. */
  readonly view: ListedView | null;
  readonly views: Views;
  readonly onClose: () => void;
}

/** Asks for the name of a view, and whether others see it. */
export function ViewDialog({ view, views, onClose }: ViewDialogProps) {
  const { t } = useTranslation("views");
  const title = view === null ? t("save") : t("rename");
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={400}
      padding={20}
      attributes={{ content: { "aria-label": title } }}
      classNames={{ content: styles.content ?? "" }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const name = viewNameSchema.safeParse(formText(event.currentTarget, "name"));
          if (!name.success) return;
          const shared = new FormData(event.currentTarget).has("shared");
          if (view?.saved == null) views.save(name.data, shared);
          else views.change(view.saved, { name: name.data, shared });
          onClose();
        }}
      >
        <h2 className={styles.title}>{title}</h2>
        <TextField
          label={t("name")}
          name="name"
          data-autofocus
          required
          pattern=".*\S.*"
          maxLength={60}
          defaultValue={view?.name}
        />
        <label className={styles.shared}>
          <input type="checkbox" name="shared" defaultChecked={view?.saved?.shared === true} />
          {t("shareLabel")}
        </label>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("keep")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
