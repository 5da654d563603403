import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import type { LocalisedText } from "@kuultu/domain/language";
import { type DimensionKind, dimensionKinds } from "@kuultu/domain/rounds/question";
import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useName } from "#locales/use-language";
import { filled, isBlank, moved } from "#rounds/question-draft";
import { useSetDimensions } from "#rounds/use-survey";
import { Button } from "#ui/Button";
import { FormActions, SelectField } from "#ui/Field";
import { newId } from "#ui/new-id";

import { LanguageFields } from "./LanguageFields.tsx";
import { OrderButtons } from "./OrderButtons.tsx";
import classes from "./SurveyEditor.module.css";

interface Draft {
  readonly key: string;
  readonly id: string | null;
  readonly kind: DimensionKind;
  readonly names: LocalisedText;
  readonly inUse: boolean;
}

/** All dimensions of a survey: named, put in order, added, taken away where nothing stands on them. */
export function DimensionsForm({
  survey,
  onSaved,
  onClose,
}: {
  readonly survey: SurveyView;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  const errorWords = useErrorWords();
  const blank = (): Draft => ({ key: newId(), id: null, kind: "value", names: {}, inUse: false });
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    survey.dimensions.length === 0 ? [blank()] : survey.dimensions.map((each) => ({ ...each, key: each.id })),
  );
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useSetDimensions();
  const set = (key: string, change: Partial<Draft>): void =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (drafts.some(({ names }) => isBlank(names))) return;
    const dimensions = drafts.map(({ id, kind, names }) => ({ id, kind, names: filled(names) }));
    mutate({ surveyId: survey.id, version: survey.version, dimensions }, { onSuccess: onSaved });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("dimension.title")}>
      {drafts.map((draft, index) => {
        const title = name(draft.names) || t("dimension.one", { number: index + 1 });
        return (
          <fieldset key={draft.key} className={classes.dimension}>
            <legend className="visually-hidden">{title}</legend>
            <div className={classes.dimensionHead}>
              <SelectField
                label={t("dimension.kind")}
                value={draft.kind}
                options={dimensionKinds.map((value) => ({ value, label: t(`dimension.${value}`) }))}
                onChange={(event) =>
                  set(draft.key, { kind: dimensionKinds.find((kind) => kind === event.target.value) ?? "value" })
                }
              />
              <span className={classes.rowActions}>
                {draft.inUse && <span className={classes.quiet}>{t("dimension.inUse")}</span>}
                <OrderButtons
                  name={title}
                  first={index === 0}
                  last={index === drafts.length - 1}
                  onMove={(by) => setDrafts(moved(drafts, index, by))}
                  onRemove={draft.inUse ? undefined : () => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
                />
              </span>
            </div>
            <LanguageFields
              label={t("survey.name")}
              value={draft.names}
              autoFocus={index === 0 && survey.dimensions.length === 0}
              onChange={(names) => set(draft.key, { names })}
              error={asked && isBlank(draft.names) ? t("needed") : undefined}
            />
          </fieldset>
        );
      })}
      <Button onClick={() => setDrafts([...drafts, blank()])}>
        <IconPlus size={16} stroke={1.75} aria-hidden="true" />
        {t("dimension.add")}
      </Button>
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("save")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </FormActions>
    </form>
  );
}
