import { useTranslation } from "react-i18next";

import { EmptyState } from "#ui/EmptyState";

/** For a member who holds no role that opens a room. */
export function NoRoomsPage() {
  const { t } = useTranslation("app");
  return <EmptyState title={t("error.noRooms")} lines={t("error.noRoomsLines")} />;
}
