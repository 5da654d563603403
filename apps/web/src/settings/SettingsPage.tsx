import { getRouteApi, Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { SkeletonLines } from "#ui/Skeleton";

import { sections } from "./sections.ts";
import classes from "./SettingsPage.module.css";

const route = getRouteApi("/$organisation/settings");

/** What the organisation and the person have set, a section at a time. */
export function SettingsPage() {
  const { t } = useTranslation(["settings", "app"]);
  const { slug, permissions } = useOrganisation();
  const { section: wanted } = route.useSearch();
  const seen = sections.filter((section) => section.permissions.some((each) => permissions.includes(each)));
  const open = seen.find((section) => section.name === wanted) ?? seen[0];
  const title = open === undefined ? t("title") : t(`section.${open.name}`);
  usePageTitle(t("app:pageTitle", { page: title }));
  return (
    <Page title={t("title")}>
      {open === undefined ? (
        <EmptyState title={t("nothing")} />
      ) : (
        <div className={classes.columns}>
          <nav aria-label={t("sections")}>
            <ul className={classes.list}>
              {seen.map(({ name }) => (
                <li key={name}>
                  <Link
                    to="/$organisation/settings"
                    params={{ organisation: slug }}
                    search={{ section: name }}
                    className={classes.link}
                    aria-current={name === open.name ? "page" : undefined}
                  >
                    {t(`section.${name}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <section key={open.name} className={classes.section} aria-labelledby="settings-section">
            <h2 id="settings-section" className={classes.title}>
              {title}
            </h2>
            <Suspense fallback={<SkeletonLines count={6} height={20} gap={16} />}>
              <open.Content />
            </Suspense>
          </section>
        </div>
      )}
    </Page>
  );
}
