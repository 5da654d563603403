import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { Button } from "#ui/Button";

import classes from "./NextRound.module.css";
import { NextRoundForm } from "./parts/NextRoundForm.tsx";
import { useSurvey } from "./use-survey.ts";

/** The button, and under it the short form, that set up the next round of a survey from its last one. */
export function NextRound({ surveyId }: { readonly surveyId: string }) {
  const { t } = useTranslation("questionnaire");
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={classes.next}>
      <Button kind="field" ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("next.title")}
      </Button>
      {open && (
        <Opened
          surveyId={surveyId}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
          onMade={(roundId) =>
            void navigate({ to: "/$organisation/rounds/$roundId", params: { organisation: slug, roundId } })
          }
        />
      )}
    </div>
  );
}

function Opened(props: {
  readonly surveyId: string;
  readonly onMade: (roundId: string) => void;
  readonly onClose: () => void;
}) {
  const { data: survey } = useSurvey(props.surveyId);
  return survey === undefined ? null : <NextRoundForm {...props} survey={survey} />;
}
