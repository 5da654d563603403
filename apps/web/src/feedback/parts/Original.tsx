import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useTRPC } from "#app/trpc";

import { Revealing } from "./Revealing.tsx";
import styles from "./Revealing.module.css";

/** The text before masking, for those who may see it. */
export function Original({ itemId, language }: { readonly itemId: string; readonly language: string | undefined }) {
  const { t } = useTranslation("feedback");
  const trpc = useTRPC();
  const asking = useMutation(trpc.feedback.reveal.mutationOptions({ gcTime: 0 }));
  const words = { open: t("reveal.open"), question: t("reveal.question"), title: t("reveal.title") };
  return (
    <Revealing itemId={itemId} asking={asking} words={words}>
      {({ title, body }) => (
        <>
          {title === "" ? null : <p lang={language}>{title}</p>}
          <p className={styles.text} lang={language}>
            {body}
          </p>
        </>
      )}
    </Revealing>
  );
}
