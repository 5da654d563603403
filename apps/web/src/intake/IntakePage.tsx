import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";

import { EarlierImports } from "./parts/EarlierImports.tsx";
import { FileStep } from "./parts/FileStep.tsx";
import { IntakeWork } from "./parts/IntakeWork.tsx";
import { StepTrail } from "./parts/StepTrail.tsx";

const route = getRouteApi("/$organisation/intake");

/** A file on its way in: file → reading → mapping → dry run → import. The URL says where it stands. */
export function IntakePage() {
  const { t } = useTranslation(["intake", "app"]);
  const { upload, step = "reading" } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(t("app:pageTitle", { page: t("title") }));
  if (upload !== undefined && step !== "file") {
    return (
      <IntakeWork
        key={upload}
        uploadId={upload}
        step={step}
        onStep={(next) => void navigate({ search: next === "file" ? {} : { upload, step: next } })}
      />
    );
  }
  return (
    <Page title={t("title")} actions={<StepTrail current="file" />}>
      <FileStep onUploaded={({ id }) => void navigate({ search: { upload: id, step: "reading" } })} />
      <EarlierImports />
    </Page>
  );
}
