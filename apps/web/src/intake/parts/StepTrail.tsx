import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { useTranslation } from "react-i18next";

import { type IntakeStep, intakeSteps } from "#intake/intake-search";

import classes from "./StepTrail.module.css";

const steps = [...intakeSteps, "import"] as const;

/** Where an intake stands; steps already taken can be gone back to. */
export function StepTrail({
  current,
  onStep,
}: {
  readonly current: (typeof steps)[number];
  readonly onStep?: (step: IntakeStep) => void;
}) {
  const { t } = useTranslation("intake");
  const at = steps.indexOf(current);
  return (
    <ol className={classes.trail} aria-label={t("steps.label")}>
      {steps.map((step, index) => {
        const dot = (
          <span className={classes.dot}>
            {index < at ? <IconCheck size={12} stroke={2.5} aria-hidden="true" /> : index + 1}
          </span>
        );
        const name = <span className={classes.name}>{t(`steps.${step}`)}</span>;
        return (
          <li key={step} data-passed={index < at || undefined} aria-current={index === at ? "step" : undefined}>
            {index < at && step !== "import" && onStep !== undefined ? (
              <button type="button" onClick={() => onStep(step)}>
                {dot}
                {name}
              </button>
            ) : (
              <>
                {dot}
                {name}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
