import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { serverError } from "#app/trpc";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";

interface UnreadItemProps {
  readonly error: unknown;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** In the place of an item that could not be read: why, and the way on; on a narrow page nothing else leads back to the list. */
export function UnreadItem({ error, onAgain, onBack }: UnreadItemProps) {
  const { t } = useTranslation(["app", "feedback", "reading"]);
  const words = useErrorWords();
  if (serverError(error)?.data?.code === "NOT_FOUND")
    return (
      <EmptyState
        title={t("reading:gone.title")}
        lines={t("reading:gone.lines")}
        action={
          <Button kind="field" onClick={onBack}>
            {t("feedback:pane.back")}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={t("error.title")}
      lines={words(error)}
      action={
        <>
          <Button kind="primary" onClick={onAgain}>
            {t("error.again")}
          </Button>
          <Button kind="field" onClick={onBack}>
            {t("feedback:pane.back")}
          </Button>
        </>
      }
    />
  );
}
