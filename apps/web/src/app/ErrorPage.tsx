import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";

import { useErrorWords } from "./error-words.ts";

/** What happened, what was kept, what to do. */
export function ErrorPage({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const { t } = useTranslation("app");
  const router = useRouter();
  const words = useErrorWords();
  const again = async (): Promise<void> => {
    reset?.();
    await router.invalidate();
  };
  return (
    <div role="alert">
      <EmptyState
        title={t("error.title")}
        lines={words(error)}
        action={
          <Button kind="primary" onClick={() => void again()}>
            {t("error.again")}
          </Button>
        }
      />
    </div>
  );
}
