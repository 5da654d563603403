import { type Permission, rolesThatOpen } from "@kuultu/domain/staff/permission";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { buttonClass } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { usePageTitle } from "#ui/page-title";

import { useMay } from "./session.tsx";

/** For who comes to a room that none of their roles opens: it is there, and somebody can open it. */
export function ClosedRoomPage({ opening }: { readonly opening: readonly Permission[] }) {
  const { t } = useTranslation(["staff", "app"]);
  const language = useLanguage();
  const may = useMay();
  usePageTitle(t("app:pageTitle", { page: t("closed.title") }));
  const roles = new Intl.ListFormat(language, { type: "disjunction" }).format(
    rolesThatOpen(opening).map((role) => t(`role.${role}`)),
  );
  return (
    <EmptyState
      title={t("closed.title")}
      lines={t(may("staff.manage") ? "closed.linesAdmin" : "closed.lines", { roles })}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t("app:error.home")}
        </Link>
      }
    />
  );
}
