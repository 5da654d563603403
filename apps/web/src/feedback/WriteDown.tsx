import { contactSchema } from "@kuultu/domain/feedback/contact";
import { writtenDownSources } from "@kuultu/domain/feedback/answer-step";
import { feedbackKinds } from "@kuultu/domain/feedback/triage-status";
import { Modal } from "@mantine/core";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { FormActions, TextArea } from "#ui/Field";
import { SegmentedControl } from "#ui/SegmentedControl";

import { ContactFields } from "./parts/ContactFields.tsx";
import { WriteDownFacets } from "./parts/WriteDownFacets.tsx";
import { useFacetChoices, useWriteDown, useWrittenDraft } from "./use-write-down.ts";
import { isBlank, wrongPart } from "./written-down.ts";
import styles from "./WriteDown.module.css";

/** What somebody said by phone or at a counter, written down while they speak: one field to type into, one key to save. */
export function WriteDown({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(["answers", "feedback"]);
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  const { slug } = useOrganisation();
  const { draft, change, next } = useWrittenDraft(slug);
  const { mutate, isPending, error, data: saved } = useWriteDown();
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { phoneChannelId } = useFacetChoices();
  const channelId = draft.channelId ?? (draft.source === "phone_note" ? (phoneChannelId ?? "") : "");
  const contact = contactSchema.safeParse(draft.contact);
  const missing = draft.body.trim() === "" ? t("writeDown.missing") : undefined;
  const wrongContact =
    draft.replyExpected && !contact.success
      ? t(isBlank(draft.contact) ? "writeDown.noContact" : "writeDown.wrongContact")
      : null;
  const save = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (missing !== undefined || wrongContact !== null) {
      const wrong = missing === undefined ? `[name="${wrongPart(draft.contact)}"]` : "textarea";
      form.current?.querySelector<HTMLElement>(wrong)?.focus();
      return;
    }
    if (isPending) return;
    const { language, serviceId, channelId: _chosen, siteId, ...rest } = draft;
    const onSuccess = (): void => {
      next(draft);
      setAsked(false);
      announce(t("writeDown.saved"));
      form.current?.querySelector("textarea")?.focus();
    };
    mutate(
      {
        ...rest,
        ...(language !== "" && { language }),
        serviceId: serviceId || null,
        channelId: channelId || null,
        siteId: siteId || null,
        contact: draft.replyExpected && contact.success ? contact.data : null,
      },
      { onSuccess },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={680}
      padding={20}
      attributes={{ content: { "aria-label": t("writeDown.title") } }}
      classNames={{ content: styles.content ?? "" }}
    >
      <div className={styles.head}>
        <h2>{t("writeDown.title")}</h2>
        <Button kind="icon" aria-label={t("writeDown.close")} onClick={onClose}>
          <IconX size={18} stroke={1.5} />
        </Button>
      </div>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(event);
        }}
      >
        <SegmentedControl
          label={t("writeDown.source")}
          name="written-source"
          value={draft.source}
          segments={writtenDownSources.map((value) => ({ value, label: t(`feedback:source.${value}`) }))}
          onChange={(source) => change({ source })}
        />
        <TextArea
          label={t("writeDown.body")}
          note={t("writeDown.bodyNote")}
          value={draft.body}
          rows={5}
          maxLength={20_000}
          error={asked ? missing : undefined}
          data-autofocus
          onChange={(event) => change({ body: event.target.value })}
        />
        <SegmentedControl
          label={t("writeDown.kind")}
          name="written-kind"
          value={draft.kind}
          segments={feedbackKinds.map((value) => ({ value, label: t(`feedback:kind.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <div className={styles.facets}>
          <WriteDownFacets draft={{ ...draft, channelId }} onChange={change} />
        </div>
        <label className={styles.reply}>
          <input
            type="checkbox"
            checked={draft.replyExpected}
            onChange={(event) => change({ replyExpected: event.currentTarget.checked })}
          />
          {t("writeDown.reply")}
        </label>
        {draft.replyExpected ? (
          <ContactFields
            key={draft.itemId}
            contact={draft.contact}
            onChange={(part, text) => change({ contact: { ...draft.contact, [part]: text } })}
          />
        ) : null}
        {asked && wrongContact !== null ? <p role="alert">{wrongContact}</p> : null}
        {error === null ? null : <p role="alert">{errorWords(error)}</p>}
        <FormActions>
          <Button kind="primary" type="submit" keys="mod+Enter" disabled={isPending}>
            {t("writeDown.save")}
          </Button>
          {saved === undefined ? (
            <span className={styles.note}>{t("writeDown.kept")}</span>
          ) : (
            <span className={styles.note}>
              {t("writeDown.saved")}{" "}
              <Link
                to="/$organisation/feedback"
                params={{ organisation: slug }}
                search={{ item: saved.id }}
                onClick={onClose}
              >
                {t("writeDown.open")}
              </Link>
            </span>
          )}
        </FormActions>
      </form>
    </Modal>
  );
}
