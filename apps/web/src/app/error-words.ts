import { useTranslation } from "react-i18next";

import { serverError } from "./trpc.ts";
import { violationKey, violationOfFailure, violationValues } from "./violation-words.ts";

/** Words an error for a person: the rule that said no, or what happened and what was kept. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation(["app", "violation"]);
  return (error) => {
    const data = serverError(error)?.data;
    if (!data) return t("app:error.unreachable");
    if (data.violation) return t(`violation:${violationKey(data.violation)}`, violationValues(data.violation));
    if (data.errorId) return `${t("app:error.unexpected", { id: data.errorId })} ${t("app:error.kept")}`;
    if (data.code === "FORBIDDEN") return t("violation:not-permitted");
    if (data.code === "NOT_FOUND") return t("violation:not-found");
    if (data.code === "TOO_MANY_REQUESTS") return t("app:error.tooManyCalls");
    return t("app:error.input");
  };
}

/** Words the line in which the server keeps why an import ended; as it is where no rule of ours ended it. */
export function useFailureWords(): (failure: string) => string {
  const { t } = useTranslation("violation");
  return (failure) => {
    const violation = violationOfFailure(failure);
    return violation === null ? failure : t(violationKey(violation), violationValues(violation));
  };
}
