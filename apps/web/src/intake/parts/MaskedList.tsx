import { type MaskKind, maskKinds } from "@kuultu/domain/feedback/personal-data";
import IconLock from "@tabler/icons-react/dist/esm/icons/IconLock.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import classes from "./MaskedList.module.css";

/** How much personal data is masked before anything is stored. */
export function MaskedList({
  masked,
  title,
}: {
  readonly masked: Readonly<Partial<Record<MaskKind, number>>>;
  readonly title: string;
}) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const total = maskKinds.reduce((sum, kind) => sum + (masked[kind] ?? 0), 0);
  return (
    <section className={classes.masked}>
      <h3>
        {title} <span className="figures">{wholeNumber(language, total)}</span>
      </h3>
      {total === 0 ? (
        <p>{t("masked.none")}</p>
      ) : (
        <dl>
          {maskKinds.map((kind) => (
            <div key={kind}>
              <dt>
                <IconLock size={14} stroke={1.5} aria-hidden="true" />
                {t(`masked.${kind}`)}
              </dt>
              <dd className="figures">{wholeNumber(language, masked[kind] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
