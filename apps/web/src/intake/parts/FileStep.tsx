import type { UploadView } from "@kuultu/domain/intake/import-view";
import IconFileImport from "@tabler/icons-react/dist/esm/icons/IconFileImport.mjs";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { UploadRefused, uploadFile } from "#intake/upload-file";
import { Button } from "#ui/Button";
import { share } from "#ui/figures";

import classes from "./FileStep.module.css";

interface Sending {
  readonly name: string;
  readonly share: number;
  readonly stop: AbortController;
}

/** A place to drop a file on, and a button that chooses one. */
export function FileStep({ onUploaded }: { readonly onUploaded: (upload: UploadView) => void }) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<"too-large" | "unreachable" | "refused" | null>(null);

  async function send(file: File | undefined): Promise<void> {
    if (file === undefined || sending !== null) return;
    const stop = new AbortController();
    setRefused(null);
    setSending({ name: file.name, share: 0, stop });
    try {
      onUploaded(
        await uploadFile(slug, file, (sent) => setSending({ name: file.name, share: sent, stop }), stop.signal),
      );
    } catch (error) {
      const status = error instanceof UploadRefused ? error.status : 0;
      if (!stop.signal.aborted) setRefused(status === 413 ? "too-large" : status === 0 ? "unreachable" : "refused");
    } finally {
      setSending(null);
    }
  }

  return (
    <section
      className={classes.zone}
      data-over={over || undefined}
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send(event.dataTransfer.files[0]);
      }}
    >
      <IconFileImport size={32} stroke={1.25} aria-hidden="true" />
      <h2 id={`${id}-title`}>{t("file.title")}</h2>
      <p>{t("file.lines")}</p>
      {sending === null ? (
        <Button kind="primary" onClick={() => chooser.current?.click()}>
          {t("file.choose")}
        </Button>
      ) : (
        <div className={classes.sending}>
          <p>
            {t("file.sending", { name: sending.name })}{" "}
            <span className="figures">{share(language, sending.share)}</span>
          </p>
          <progress value={sending.share} max={1} aria-label={t("file.sending", { name: sending.name })} />
          <Button onClick={() => sending.stop.abort()}>{t("cancel")}</Button>
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        className={classes.input}
        aria-label={t("file.choose")}
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.tab,text/csv,text/tab-separated-values,text/plain"
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {refused !== null && (
        <p role="alert" className={classes.refused}>
          {t(`file.${refused}`)}
        </p>
      )}
    </section>
  );
}
