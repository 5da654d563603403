import type { RoutedStub } from "@kuultu/domain/feedback/routed-view";
import { Link } from "@tanstack/react-router";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useRoutingNote } from "#feedback/use-routing-targets";
import { useLanguage } from "#locales/use-language";
import { dayNear } from "#ui/figures";

import type { RoutedSearch } from "../routed-search.ts";
import { useDueWords } from "../use-due-words.ts";
import classes from "./StubList.module.css";

/** Stubs: the class, since when it is here, and what is left. No text. */
export function StubList({ stubs, search }: { readonly stubs: readonly RoutedStub[]; readonly search: RoutedSearch }) {
  const { t } = useTranslation(["routed", "feedback"]);
  const language = useLanguage();
  const { slug, today } = useOrganisation();
  const dueWords = useDueWords();
  const noteOf = useRoutingNote();
  return (
    <ul className={classes.stubs} aria-label={t("list")}>
      {stubs.map((stub) => {
        const due = dueWords(stub);
        return (
          <li key={stub.id}>
            <Link
              to="/$organisation/routed"
              params={{ organisation: slug }}
              search={{ ...search, item: stub.id }}
              className={classes.stub}
              aria-current={stub.id === search.item || undefined}
            >
              <span className={classes.name}>{t(`feedback:routing.${stub.routingClass}`)}</span>
              <span className={classes.left} data-past={due.past || undefined}>
                {due.past ? <IconClockExclamation size={14} stroke={1.75} aria-hidden="true" /> : null}
                {due.words}
              </span>
              <span className={classes.facts}>
                {t("routed", { day: dayNear(language, stub.routedOn, today) })}
                {stub.dueOn === null
                  ? ` · ${noteOf(stub.routingClass)}`
                  : ` · ${t("due", { day: dayNear(language, stub.dueOn, today) })}`}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
