import { contactParts } from "@kuultu/domain/feedback/contact";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useTRPC } from "#app/trpc";

import { Revealing } from "./Revealing.tsx";
import styles from "./Revealing.module.css";

/** The giver's contact, for whoever answers to them for their data. */
export default function RevealedContact({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation("answers");
  const trpc = useTRPC();
  const asking = useMutation(trpc.feedback.revealContact.mutationOptions({ gcTime: 0 }));
  const words = { open: t("reveal.open"), question: t("reveal.question"), title: t("contact.title") };
  return (
    <Revealing itemId={itemId} asking={asking} words={words}>
      {(contact) => (
        <p className={styles.text}>
          {contactParts
            .map((part) => contact?.[part])
            .filter((text) => text != null)
            .join(" · ")}
        </p>
      )}
    </Revealing>
  );
}
