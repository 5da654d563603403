import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { buttonClass } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { usePageTitle } from "#ui/page-title";

export function NotFoundPage() {
  const { t } = useTranslation("app");
  usePageTitle(t("pageTitle", { page: t("error.notFound") }));
  return (
    <EmptyState
      title={t("error.notFound")}
      lines={t("error.notFoundLines")}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t("error.home")}
        </Link>
      }
    />
  );
}
