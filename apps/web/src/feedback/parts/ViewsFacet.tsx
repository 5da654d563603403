import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import IconUsers from "@tabler/icons-react/dist/esm/icons/IconUsers.mjs";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";

import type { ListedView, Views } from "../use-views.ts";
import { FacetRow } from "./FacetGroup.tsx";
import styles from "./Facets.module.css";
import { ViewMenu } from "./ViewMenu.tsx";

export interface ViewsFacetProps {
  readonly views: Views;
  /** Asks for a name: of a new view, or of one that is renamed. */
  readonly onName: (view: string | null) => void;
}

/** Views that everyone has, one's own and those that others share, each with how many it shows. */
export function ViewsFacet({ views, onName }: ViewsFacetProps) {
  const { t } = useTranslation("views");
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.headingLine}>
        <h2 id={headingId} className={styles.heading}>
          {t("label")}
        </h2>
        <Button kind="icon" small aria-label={t("save")} title={t("save")} onClick={() => onName(null)}>
          <IconPlus size={14} stroke={1.75} />
        </Button>
      </div>
      <ul>
        {views.all.map((view) => (
          <li key={view.key} className={styles.view} data-managed={view.saved !== null || undefined}>
            <FacetRow
              name={<ViewName view={view} />}
              count={view.count?.total}
              capped={view.count?.capped === true}
              pressed={view.open}
              onPress={() => views.show(view)}
            />
            {view.saved === null ? null : <ViewMenu view={view} saved={view.saved} views={views} onName={onName} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ViewName({ view }: { readonly view: ListedView }) {
  const { t } = useTranslation("views");
  const { saved } = view;
  return (
    <>
      {view.name}
      {saved?.shared === true ? (
        <>
          <IconUsers size={14} stroke={1.5} aria-hidden="true" />
          <span className="visually-hidden">
            ({saved.makerName === null ? t("shared") : t("by", { name: saved.makerName })})
          </span>
        </>
      ) : null}
      {view.changed ? <span className={styles.changed}>{t("changed")}</span> : null}
    </>
  );
}
